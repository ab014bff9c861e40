import type { CallExpr, ClassStatement, Expr, FunctionStatement, ImportStatement, LambdaExpr, Parameter } from './syntax';

export type FunctionNode = FunctionStatement | LambdaExpr;

/** A place where names live. Names of a class are seen in its own statements only, not in its methods. */
export interface Scope {
  readonly kind: 'module' | 'function' | 'class';
  readonly parent: Scope | null;
  readonly variables: Map<string, Variable>;
  /** Names that `global` or `nonlocal` lead to another scope. */
  readonly elsewhere: Map<string, 'global' | 'nonlocal'>;
}

/** A name in a scope, and all that is ever bound to it. */
export interface Variable {
  readonly name: string;
  readonly definitions: Definition[];
  annotation: Expr | null;
  /** For the first parameter of methods: whose object, or class, it is. */
  self: { readonly owner: ClassStatement; readonly static: boolean } | null;
}

/** Where a value comes from: `path` leads into what is taken apart, `element` is any element of what is looped over. */
export interface ValueSource {
  readonly kind: 'value' | 'element';
  readonly value: Expr;
  readonly path: readonly string[];
}

export type Definition =
  | ValueSource
  | { readonly kind: 'import'; readonly statement: ImportStatement; readonly name: string | null }
  | { readonly kind: 'function'; readonly node: FunctionStatement }
  | { readonly kind: 'class'; readonly node: ClassStatement }
  | { readonly kind: 'parameter'; readonly node: FunctionNode; readonly index: number; readonly parameter: Parameter };

/** An assignment to a member: `x.y = v`, `x["y"] = v`. */
export interface MemberWrite {
  readonly target: Extract<Expr, { type: 'attribute' | 'subscript' }>;
  readonly source: ValueSource | null;
  readonly annotation: Expr | null;
}

/** What is known of a function before it is lowered. */
export interface FunctionInfo {
  /** Without the object or class that methods are given first. */
  readonly parameters: readonly Parameter[];
  readonly owner: ClassStatement | null;
  readonly variable: Variable | null;
  readonly returns: Expr[];
  readonly yields: Expr[];
  readonly passedTo: { readonly call: CallExpr; readonly index: number } | null;
}

export interface ClassInfo {
  readonly variable: Variable;
  readonly scope: Scope;
  superCall: CallExpr | null;
}

/** An assignment to the object's own member, or, `through` one of them, to a member of that. */
export interface SelfWrite {
  readonly write: MemberWrite;
  readonly static: boolean;
  readonly through: string | null;
}

/** A scope in which nothing is bound yet. */
export function newScope(kind: Scope['kind'], parent: Scope | null): Scope {
  return { kind, parent, variables: new Map(), elsewhere: new Map() };
}

/** The variable of that name in a scope; made where there is none. */
export function variableIn(name: string, scope: Scope): Variable {
  let variable = scope.variables.get(name);
  if (!variable) scope.variables.set(name, (variable = { name, definitions: [], annotation: null, self: null }));
  return variable;
}
