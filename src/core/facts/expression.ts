import type { TextRange } from '../text/range';

/**
 * Facts about one module's expressions, in terms every language shares. Frontends build them lazily: reading a child may lower
 * it at that moment. No vendor knowledge here, and no evaluation: that is the link step's work.
 */
export type Expression =
  | LiteralExpression
  | TemplateExpression
  | NameExpression
  | ImportExpression
  | EnvironmentExpression
  | ThisExpression
  | MemberExpression
  | CallExpression
  | ObjectExpression
  | ArrayExpression
  | ChoiceExpression
  | ParameterExpression
  | TypedExpression
  | ElementExpression
  | FunctionFact
  | ClassFact
  | InterfaceFact
  | UnknownExpression;

interface Base {
  readonly range: TextRange;
}

export interface LiteralExpression extends Base {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
}

/** Text put together: template literals, string concatenation, f-strings. */
export interface TemplateExpression extends Base {
  readonly kind: 'template';
  readonly parts: readonly (string | Expression)[];
}

/** A name; `binding` is null for globals. */
export interface NameExpression extends Base {
  readonly kind: 'name';
  readonly name: string;
  readonly binding: Binding | null;
}

/** What an import declaration, `require` or `import()` yields. `imported` is `default`, `*` or a name. */
export interface ImportExpression extends Base {
  readonly kind: 'import';
  readonly specifier: string;
  readonly imported: string;
  /** The module that is meant where `specifier` has no export of that name: `from package import module`. */
  readonly submodule?: string;
}

/** The environment as an object (`process.env`); reading a member of it reads a variable. */
export interface EnvironmentExpression extends Base {
  readonly kind: 'environment';
}

/** The current object; `owner` is the class or object literal whose method this stands in. */
export interface ThisExpression extends Base {
  readonly kind: 'this';
  readonly owner: ClassFact | ObjectExpression | null;
  /** True in static members, where the current object is the class itself. */
  readonly static: boolean;
}

/** `object.property`; `property` is an expression where the name is computed. */
export interface MemberExpression extends Base {
  readonly kind: 'member';
  readonly object: Expression;
  readonly property: string | Expression;
}

/** A call or construction. `range` covers the whole call, `calleeRange` the callee's chain (with `new`). */
export interface CallExpression extends Base {
  readonly kind: 'call';
  /** True for `new X()`. */
  readonly construct: boolean;
  readonly callee: Expression;
  readonly calleeRange: TextRange;
  readonly arguments: Arguments;
  /** True for `super(…)`. */
  readonly isSuper: boolean;
  /** The member that is called, as written, where it is one of a name, a member or a result: told without the facts of these. */
  readonly member?: string | null;
  /** Instances of the types given in the call: `useRef<Client>(null)`. */
  readonly typeArguments?: readonly Expression[];
}

/** Arguments of a call. `spread` is true when some positions are not known. */
export interface Arguments {
  readonly positional: readonly Expression[];
  readonly keywords: readonly { readonly name: string; readonly value: Expression }[];
  /** Index of the first spread positional argument, `Infinity` when there is none. */
  readonly spreadFrom: number;
  /** Mappings spread into the keywords (`**kwargs`). */
  readonly keywordSpreads: readonly Expression[];
  /** `keywords` and `keywordSpreads` once more, as the entries of one object in source order. Absent where a language has none. */
  readonly named?: ObjectExpression;
  /** From after the opening to before the closing parenthesis. Empty at the callee's end when there are none (`new X`). */
  readonly range: TextRange;
}

export interface ObjectExpression extends Base {
  readonly kind: 'object';
  /** In source order; later entries win. */
  readonly entries: readonly ObjectEntry[];
  /** Where the entries are written as arguments of a call: between its parentheses. Absent for literals, which have braces. */
  readonly argumentsRange?: TextRange;
}

export type ObjectEntry =
  | { readonly kind: 'property'; readonly name: string | Expression; readonly value: Expression; readonly range: TextRange }
  | { readonly kind: 'getter'; readonly name: string; readonly value: FunctionFact; readonly range: TextRange }
  | { readonly kind: 'spread'; readonly value: Expression; readonly range: TextRange };

export interface ArrayExpression extends Base {
  readonly kind: 'array';
  readonly elements: readonly Expression[];
}

/** One of several values, the likeliest first: `a ?? b`, `c ? a : b`, several assignments, switch results. */
export interface ChoiceExpression extends Base {
  readonly kind: 'choice';
  readonly alternatives: readonly Expression[];
  /** Each alternative counts only where those before it are not given: `a ?? b`, `a or b`, a default. */
  readonly fallback?: true;
}

/** The value a parameter receives, before its default. */
export interface ParameterExpression extends Base {
  readonly kind: 'parameter';
  readonly function: FunctionFact;
  readonly index: number;
  readonly rest: boolean;
  /** True where it receives the named arguments that no other parameter takes (`**kwargs`). */
  readonly keywords?: boolean;
  /** The declared type, as an expression that evaluates to an instance of it. */
  readonly type: Expression | null;
}

/** An instance of a type; `type` evaluates to what the type's name means (a class, an interface, an import). */
export interface TypedExpression extends Base {
  readonly kind: 'typed';
  readonly type: Expression;
  /** The value the type is stated for (`x as T`); the type counts where this is undecided. Null for bare types. */
  readonly value: Expression | null;
}

/** Some element of a collection: `for (const x of xs)`, `xs[i]` with an unknown index. */
export interface ElementExpression extends Base {
  readonly kind: 'element';
  readonly collection: Expression;
}

export interface FunctionFact extends Base {
  readonly kind: 'function';
  readonly name: string | null;
  readonly parameterCount: number;
  /** Names of the parameters, null where one is destructured; for keyword arguments. */
  readonly parameterNames: readonly (string | null)[];
  /** Every value the function can return. */
  readonly returns: readonly Expression[];
  /** The declared result, used when `returns` is empty or undecided. */
  readonly returnType: Expression | null;
  /** The class whose method this is. */
  readonly owner: ClassFact | null;
  /** The binding that names the function, for finding its callers. */
  readonly binding: Binding | null;
  /** The call that the function is written in as an argument, and at which position: `items.map((item) => …)`. */
  readonly passedTo: { readonly call: CallExpression; readonly index: number } | null;
  /** Calls directly inside its body (not inside nested functions that have another purpose). */
  readonly calls: readonly CallExpression[];
}

export interface ClassFact extends Base {
  readonly kind: 'class';
  readonly name: string | null;
  readonly superclass: Expression | null;
  readonly constructorFunction: FunctionFact | null;
  /** `super(…)` of the constructor. */
  readonly superCall: CallExpression | null;
  /** Instance members by name: field values, values assigned to `this.x`, methods, getters (as `getter`). */
  readonly members: ReadonlyMap<string, MemberFact>;
  readonly staticMembers: ReadonlyMap<string, MemberFact>;
  /** What answers for members that neither the class nor its superclass has; null for classes that hand nothing on. */
  readonly delegate?: Expression | null;
  readonly binding: Binding | null;
}

export interface MemberFact {
  /** Every value the member can hold. */
  readonly values: readonly Expression[];
  readonly getter: boolean;
  readonly type: Expression | null;
  /** Members assigned to the member's own value: `this.options.baseURL = …`. */
  readonly writes: ReadonlyMap<string, readonly Expression[]>;
}

/** An interface, object type or type alias: members evaluate to instances of their types. */
export interface InterfaceFact extends Base {
  readonly kind: 'interface';
  /** For an alias: an instance of the type it stands for. */
  readonly alias: Expression | null;
  readonly extends: readonly Expression[];
  readonly members: ReadonlyMap<string, Expression>;
}

export interface UnknownExpression extends Base {
  readonly kind: 'unknown';
  /** True where a declared type says that the value is certainly there: a required text. Nothing else is known of it. */
  readonly stated?: boolean;
}

/** The key under which writes to a computed member stand: they can concern any member. */
export const anyMember = '*';

/** What a name of a module is bound to. */
export interface Binding {
  readonly name: string;
  /** Every value assigned, the declaration first. */
  readonly definitions: readonly Expression[];
  /** The declared type, as an expression that evaluates to an instance of it. */
  readonly type: Expression | null;
  /** Members assigned after the declaration: `options.baseURL = …`; computed ones under {@link anyMember}. */
  readonly writes: ReadonlyMap<string, readonly Expression[]>;
  /** Calls whose callee is this name. */
  readonly calls: readonly CallExpression[];
}
