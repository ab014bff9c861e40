import type {
  CallExpr,
  ClassStatement,
  Expr,
  FunctionStatement,
  ImportStatement,
  LambdaExpr,
  NameExpr,
  Parameter,
  Statement,
} from './syntax';

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

/** What one pass over a module collects, in source order. */
export interface Survey {
  readonly module: Scope;
  readonly calls: readonly CallExpr[];
  readonly functions: ReadonlyMap<FunctionNode, FunctionInfo>;
  readonly classes: ReadonlyMap<ClassStatement, ClassInfo>;
  readonly memberWrites: readonly MemberWrite[];
  /** Modules all of whose names are imported. */
  readonly stars: readonly string[];
  /** Modules imported under their whole dotted name. */
  readonly dottedModules: ReadonlySet<string>;
  /** The variable a name means; null for built-in and unknown names. */
  variableOf(name: NameExpr): Variable | null;
  /** Every variable of the module, in the order of their scopes. */
  variables(): readonly Variable[];
  /** Where a variable is named, apart from where it is imported. */
  referencesOf(variable: Variable): readonly NameExpr[];
  /** Calls of a variable by its name. */
  callsOf(variable: Variable): readonly CallExpr[];
  /** Assignments to members of a variable's value. */
  memberWritesTo(variable: Variable): readonly MemberWrite[];
  /** Assignments to members of a class's objects, of the class, or of what one of their members holds. */
  selfWrites(node: ClassStatement): readonly SelfWrite[];
  /** Whose object `super()` means; null outside classes. */
  superAt(call: CallExpr): ClassStatement | null;
}

/** An assignment to the object's own member, or, `through` one of them, to a member of that. */
export interface SelfWrite {
  readonly write: MemberWrite;
  readonly static: boolean;
  readonly through: string | null;
}

interface Place {
  readonly scope: Scope;
  readonly function: FunctionInfo | null;
  readonly class: ClassStatement | null;
}

/** Walks a module once: scopes, calls, functions, classes and assignments to members. */
export function survey(body: readonly Statement[]): Survey {
  const surveyor = new Surveyor();
  surveyor.statements(body, { scope: surveyor.module, function: null, class: null });
  surveyor.calls.sort((a, b) => a.range.end - b.range.end || a.range.start - b.range.start);
  return surveyor;
}

class Surveyor implements Survey {
  readonly module: Scope = newScope('module', null);
  readonly calls: CallExpr[] = [];
  readonly functions = new Map<FunctionNode, FunctionInfo>();
  readonly classes = new Map<ClassStatement, ClassInfo>();
  readonly memberWrites: MemberWrite[] = [];
  readonly stars: string[] = [];
  readonly dottedModules = new Set<string>();
  readonly #scopes = new Map<NameExpr, Scope>();
  readonly #supers = new Map<CallExpr, ClassStatement>();
  #referencesByVariable: ReadonlyMap<Variable, readonly NameExpr[]> | undefined;
  #callsByVariable: ReadonlyMap<Variable, readonly CallExpr[]> | undefined;
  #writesByVariable: ReadonlyMap<Variable, readonly MemberWrite[]> | undefined;
  #writesBySelf: ReadonlyMap<ClassStatement, readonly SelfWrite[]> | undefined;

  variableOf(name: NameExpr): Variable | null {
    const start = this.#scopes.get(name) ?? this.module;
    for (let scope: Scope | null = start; scope; scope = scope.parent) {
      if (scope.kind === 'class' && scope !== start) continue;
      if (scope.elsewhere.get(name.name) === 'global') return this.module.variables.get(name.name) ?? null;
      const variable = scope.variables.get(name.name);
      if (variable) return variable;
    }
    return null;
  }

  variables(): readonly Variable[] {
    return [...new Set([this.module, ...this.#scopes.values()])].flatMap((scope) => [...scope.variables.values()]);
  }

  referencesOf(variable: Variable): readonly NameExpr[] {
    this.#referencesByVariable ??= grouped([...this.#scopes.keys()], (name) => {
      const own = this.variableOf(name);
      return own && [own, name];
    });
    return this.#referencesByVariable.get(variable) ?? [];
  }

  callsOf(variable: Variable): readonly CallExpr[] {
    this.#callsByVariable ??= grouped(this.calls, (call) => {
      const own = call.callee.type === 'name' ? this.variableOf(call.callee) : null;
      return own && [own, call];
    });
    return this.#callsByVariable.get(variable) ?? [];
  }

  memberWritesTo(variable: Variable): readonly MemberWrite[] {
    this.#writesByVariable ??= grouped(this.memberWrites, (write) => {
      const { object } = write.target;
      const own = object.type === 'name' ? this.variableOf(object) : null;
      return own && [own, write];
    });
    return this.#writesByVariable.get(variable) ?? [];
  }

  selfWrites(node: ClassStatement): readonly SelfWrite[] {
    this.#writesBySelf ??= grouped(this.memberWrites, (write) => {
      const { object } = write.target;
      const root = object.type === 'attribute' ? object.object : object;
      const self = root.type === 'name' ? this.variableOf(root)?.self : null;
      return self && [self.owner, { write, static: self.static, through: object.type === 'attribute' ? object.name : null }];
    });
    return this.#writesBySelf.get(node) ?? [];
  }

  superAt(call: CallExpr): ClassStatement | null {
    return this.#supers.get(call) ?? null;
  }

  statements(body: readonly Statement[], place: Place): void {
    for (const statement of body) this.#statement(statement, place);
  }

  #statement(statement: Statement, place: Place): void {
    switch (statement.type) {
      case 'expression':
        this.#all(statement.values, place);
        return;
      case 'assign':
        this.#all([...statement.targets, statement.annotation, statement.value], place);
        for (const target of statement.targets) {
          // `url += path` adds to what the name holds; it gives no value of its own.
          const source: ValueSource | null =
            statement.value && !statement.updates ? { kind: 'value', value: statement.value, path: [] } : null;
          this.#bind(target, source, place, statement.annotation);
        }
        return;
      case 'return':
        this.#all([statement.value], place);
        if (statement.value) place.function?.returns.push(statement.value);
        return;
      case 'import':
        this.#import(statement, place.scope);
        return;
      case 'function':
        this.#function(statement, place);
        return;
      case 'class':
        this.#class(statement, place);
        return;
      case 'for':
        this.#all([statement.iterable, statement.target], place);
        this.#bind(statement.target, { kind: 'element', value: statement.iterable, path: [] }, place, null);
        this.statements(statement.body, place);
        return;
      case 'with':
        for (const { value, target } of statement.items) {
          this.#all([value, target], place);
          if (target) this.#bind(target, { kind: 'value', value, path: [] }, place, null);
        }
        this.statements(statement.body, place);
        return;
      case 'block':
        this.#all(statement.values, place);
        this.statements(statement.body, place);
        return;
      case 'scope':
        for (const name of statement.names) place.scope.elsewhere.set(name, statement.global ? 'global' : 'nonlocal');
    }
  }

  #import(statement: ImportStatement, scope: Scope): void {
    const { module, alias, names } = statement;
    if (names === null) {
      const bound = alias ?? module.split('.')[0] ?? module;
      if (alias === null && module.includes('.')) this.dottedModules.add(module);
      this.#variable(bound, scope).definitions.push({ kind: 'import', statement, name: null });
      return;
    }
    for (const { name, alias: as } of names) {
      if (name === '*') this.stars.push(module);
      else this.#variable(as ?? name, scope).definitions.push({ kind: 'import', statement, name });
    }
  }

  #function(node: FunctionStatement, place: Place): void {
    const variable = this.#variable(node.name.name, place.scope);
    this.#scopes.set(node.name, place.scope);
    variable.definitions.push({ kind: 'function', node });
    this.#all([...node.parameters.flatMap((each) => [each.annotation, each.fallback]), node.returns], place);
    const owner = place.scope.kind === 'class' ? place.class : null;
    const isStatic = node.decorators.includes('staticmethod');
    const [first] = node.parameters;
    const self = owner && !isStatic && first?.kind === '' ? first : null;
    const info: FunctionInfo = {
      parameters: self ? node.parameters.slice(1) : node.parameters,
      owner,
      variable: owner ? null : variable,
      returns: [],
      yields: [],
      passedTo: null,
    };
    const inner = this.#enter(node, info, place);
    if (self && owner)
      this.#variable(self.name, inner.scope).self = {
        owner,
        static: node.decorators.includes('classmethod') || node.name.name === '__new__',
      };
    this.statements(node.body, inner);
  }

  #enter(node: FunctionNode, info: FunctionInfo, place: Place): Place {
    this.functions.set(node, info);
    const scope = newScope('function', place.scope);
    info.parameters.forEach((parameter, index) => {
      const variable = this.#variable(parameter.name, scope);
      variable.definitions.push({ kind: 'parameter', node, index, parameter });
      variable.annotation = null;
    });
    return { scope, function: info, class: place.class };
  }

  #class(node: ClassStatement, place: Place): void {
    const variable = this.#variable(node.name.name, place.scope);
    this.#scopes.set(node.name, place.scope);
    variable.definitions.push({ kind: 'class', node });
    this.#all(node.bases, place);
    const scope = newScope('class', place.scope);
    this.classes.set(node, { variable, scope, superCall: null });
    this.statements(node.body, { scope, function: null, class: node });
  }

  #bind(target: Expr, source: ValueSource | null, place: Place, annotation: Expr | null): void {
    switch (target.type) {
      case 'name': {
        const variable = this.#variable(target.name, place.scope);
        if (source) variable.definitions.push(source);
        variable.annotation ??= annotation;
        return;
      }
      case 'list':
        target.elements.forEach((element, index) => {
          const inner = source && element.type !== 'starred' ? { ...source, path: [...source.path, String(index)] } : null;
          this.#bind(element.type === 'starred' ? element.value : element, inner, place, null);
        });
        return;
      case 'attribute':
      case 'subscript':
        this.memberWrites.push({ target, source, annotation });
        return;
      default:
    }
  }

  /** The variable that binding a name in a scope makes or changes. */
  #variable(name: string, scope: Scope): Variable {
    const elsewhere = scope.elsewhere.get(name);
    if (elsewhere === 'global') return variableIn(name, this.module);
    if (elsewhere === 'nonlocal') {
      for (let up = scope.parent; up; up = up.parent) if (up.kind === 'function' && up.variables.has(name)) return variableIn(name, up);
    }
    return variableIn(name, scope);
  }

  #all(expressions: readonly (Expr | null)[], place: Place): void {
    for (const expression of expressions) if (expression) this.#expression(expression, place);
  }

  #expression(expression: Expr, place: Place): void {
    switch (expression.type) {
      case 'name':
        this.#scopes.set(expression, place.scope);
        return;
      case 'constant':
        return;
      case 'text':
        this.#all(
          expression.parts.filter((part) => typeof part !== 'string'),
          place,
        );
        return;
      case 'attribute':
        this.#expression(expression.object, place);
        return;
      case 'subscript':
        this.#all([expression.object, expression.index], place);
        return;
      case 'call':
        this.#call(expression, place);
        return;
      case 'dict':
        this.#all(
          expression.entries.flatMap(({ key, value }) => [key, value]),
          place,
        );
        return;
      case 'list':
        this.#all(expression.elements, place);
        return;
      case 'comprehension': {
        const scope = newScope('function', place.scope);
        const inner = { ...place, scope };
        for (const { target, iterable } of expression.loops) {
          this.#all([iterable, target], inner);
          this.#bind(target, { kind: 'element', value: iterable, path: [] }, inner, null);
        }
        this.#all([...expression.conditions, ...expression.elements], inner);
        return;
      }
      case 'lambda':
        this.#lambda(expression, null, place);
        return;
      case 'conditional':
        this.#all([expression.test, expression.then, expression.otherwise], place);
        return;
      case 'operation':
        this.#all([expression.left, expression.right], place);
        return;
      case 'starred':
      case 'await':
        this.#expression(expression.value, place);
        return;
      case 'yield':
        if (expression.value) {
          place.function?.yields.push(expression.value);
          this.#expression(expression.value, place);
        }
        return;
      case 'named':
        this.#all([expression.target, expression.value], place);
        this.#bind(expression.target, { kind: 'value', value: expression.value, path: [] }, place, null);
        return;
      case 'other':
        this.#all(expression.children, place);
    }
  }

  #call(call: CallExpr, place: Place): void {
    this.calls.push(call);
    this.#expression(call.callee, place);
    let index = 0;
    for (const { value, name } of call.arguments) {
      if (value.type === 'lambda') this.#lambda(value, name === null ? { call, index } : null, place);
      else this.#expression(value, place);
      if (name === null) index++;
    }
    const info = place.class && this.classes.get(place.class);
    if (info && isSuperInit(call)) info.superCall ??= call;
    if (place.class && isSuper(call)) this.#supers.set(call, place.class);
  }

  #lambda(node: LambdaExpr, passedTo: FunctionInfo['passedTo'], place: Place): void {
    this.#all(
      node.parameters.map((each) => each.fallback),
      place,
    );
    const info: FunctionInfo = { parameters: node.parameters, owner: null, variable: null, returns: [node.body], yields: [], passedTo };
    this.#expression(node.body, this.#enter(node, info, place));
  }
}

/** True for `super().__init__(…)`. */
export function isSuperInit({ callee }: CallExpr): boolean {
  return callee.type === 'attribute' && callee.name === '__init__' && isSuper(callee.object);
}

/** True for `super()`. */
export function isSuper(expression: Expr): boolean {
  return expression.type === 'call' && expression.callee.type === 'name' && expression.callee.name === 'super';
}

function newScope(kind: Scope['kind'], parent: Scope | null): Scope {
  return { kind, parent, variables: new Map(), elsewhere: new Map() };
}

function variableIn(name: string, scope: Scope): Variable {
  let variable = scope.variables.get(name);
  if (!variable) scope.variables.set(name, (variable = { name, definitions: [], annotation: null, self: null }));
  return variable;
}

/** Groups items by what `keyed` says they belong to; those it says nothing of are left out. */
function grouped<T, K, V>(items: readonly T[], keyed: (item: T) => readonly [K, V] | null | undefined): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const item of items) {
    const entry = keyed(item);
    if (!entry) continue;
    const [key, value] = entry;
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
