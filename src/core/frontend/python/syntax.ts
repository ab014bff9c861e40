import type { TextRange } from '../../text/range';

/** A Python expression, as far as facts are drawn from it. */
export type Expr =
  | NameExpr
  | ConstantExpr
  | TextExpr
  | AttributeExpr
  | SubscriptExpr
  | CallExpr
  | DictExpr
  | ListExpr
  | StarredExpr
  | ComprehensionExpr
  | LambdaExpr
  | ConditionalExpr
  | OperationExpr
  | AwaitExpr
  | YieldExpr
  | NamedExpr
  | OtherExpr;

interface Node {
  readonly range: TextRange;
}

export interface NameExpr extends Node {
  readonly type: 'name';
  readonly name: string;
}

export interface ConstantExpr extends Node {
  readonly type: 'constant';
  readonly value: string | number | boolean | null;
}

/** An f-string, or several strings side by side. */
export interface TextExpr extends Node {
  readonly type: 'text';
  readonly parts: readonly (string | Expr)[];
}

export interface AttributeExpr extends Node {
  readonly type: 'attribute';
  readonly object: Expr;
  readonly name: string;
}

/** `object[index]`; `index` is null for slices. */
export interface SubscriptExpr extends Node {
  readonly type: 'subscript';
  readonly object: Expr;
  readonly index: Expr | null;
}

export interface CallExpr extends Node {
  readonly type: 'call';
  readonly callee: Expr;
  readonly arguments: readonly Argument[];
  /** Between the parentheses. */
  readonly argumentsRange: TextRange;
}

/** `value`, `name=value`, `*value`, `**value`. */
export interface Argument extends Node {
  readonly name: string | null;
  readonly spread: '' | '*' | '**';
  readonly value: Expr;
}

/** `key` is null for `**value`. */
export interface DictExpr extends Node {
  readonly type: 'dict';
  readonly entries: readonly { readonly key: Expr | null; readonly value: Expr; readonly range: TextRange }[];
}

/** A list, tuple or set. */
export interface ListExpr extends Node {
  readonly type: 'list';
  readonly elements: readonly Expr[];
}

export interface StarredExpr extends Node {
  readonly type: 'starred';
  readonly value: Expr;
}

/** A comprehension or generator; `elements` are its key and value, or its one element. */
export interface ComprehensionExpr extends Node {
  readonly type: 'comprehension';
  readonly elements: readonly Expr[];
  readonly loops: readonly { readonly target: Expr; readonly iterable: Expr }[];
  readonly conditions: readonly Expr[];
}

export interface LambdaExpr extends Node {
  readonly type: 'lambda';
  readonly parameters: readonly Parameter[];
  readonly body: Expr;
}

export interface ConditionalExpr extends Node {
  readonly type: 'conditional';
  readonly test: Expr;
  readonly then: Expr;
  readonly otherwise: Expr;
}

/** A binary operation of interest: `or`, `and`, `+`, `%`, `|`. */
export interface OperationExpr extends Node {
  readonly type: 'operation';
  readonly operator: string;
  readonly left: Expr;
  readonly right: Expr;
}

export interface AwaitExpr extends Node {
  readonly type: 'await';
  readonly value: Expr;
}

export interface YieldExpr extends Node {
  readonly type: 'yield';
  readonly value: Expr | null;
}

/** `target := value`. */
export interface NamedExpr extends Node {
  readonly type: 'named';
  readonly target: NameExpr;
  readonly value: Expr;
}

/** What has no value of interest; calls can stand in it. */
export interface OtherExpr extends Node {
  readonly type: 'other';
  readonly children: readonly Expr[];
}

/** `kind` is `''`, `'*'` for the rest of the positional arguments and `'**'` for the rest of the named ones. */
export interface Parameter extends Node {
  readonly name: string;
  readonly kind: '' | '*' | '**';
  /** True behind a `*`: it takes a named argument only. */
  readonly namedOnly: boolean;
  readonly annotation: Expr | null;
  readonly fallback: Expr | null;
}

export type Statement =
  | ExpressionStatement
  | AssignStatement
  | ReturnStatement
  | ImportStatement
  | FunctionStatement
  | ClassStatement
  | ForStatement
  | WithStatement
  | BlockStatement
  | ScopeStatement;

export interface ExpressionStatement extends Node {
  readonly type: 'expression';
  readonly values: readonly Expr[];
}

/** `a = b = value`, `a: T = value`, `a += value`. */
export interface AssignStatement extends Node {
  readonly type: 'assign';
  readonly targets: readonly Expr[];
  readonly annotation: Expr | null;
  readonly value: Expr | null;
  /** True for `+=` and its like: the targets keep what they were made of. */
  readonly updates: boolean;
}

export interface ReturnStatement extends Node {
  readonly type: 'return';
  readonly value: Expr | null;
}

/** `import a.b as c` has no `names`, `from m import x as y` has; `*` among the names brings all. */
export interface ImportStatement extends Node {
  readonly type: 'import';
  readonly module: string;
  readonly alias: string | null;
  readonly names: readonly { readonly name: string; readonly alias: string | null; readonly range: TextRange }[] | null;
}

export interface FunctionStatement extends Node {
  readonly type: 'function';
  readonly name: NameExpr;
  readonly parameters: readonly Parameter[];
  readonly returns: Expr | null;
  readonly decorators: readonly string[];
  readonly body: readonly Statement[];
}

export interface ClassStatement extends Node {
  readonly type: 'class';
  readonly name: NameExpr;
  readonly bases: readonly Expr[];
  readonly decorators: readonly string[];
  readonly body: readonly Statement[];
}

export interface ForStatement extends Node {
  readonly type: 'for';
  readonly target: Expr;
  readonly iterable: Expr;
  readonly body: readonly Statement[];
}

export interface WithStatement extends Node {
  readonly type: 'with';
  readonly items: readonly { readonly value: Expr; readonly target: Expr | null }[];
  readonly body: readonly Statement[];
}

/** `if`, `while`, `try`, `match`: statements of the scope around. */
export interface BlockStatement extends Node {
  readonly type: 'block';
  readonly values: readonly Expr[];
  readonly body: readonly Statement[];
}

/** `global` and `nonlocal`. */
export interface ScopeStatement extends Node {
  readonly type: 'scope';
  readonly global: boolean;
  readonly names: readonly string[];
}
