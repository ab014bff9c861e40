import {
  newScope,
  type ClassInfo,
  type FunctionInfo,
  type FunctionNode,
  type MemberWrite,
  type Scope,
  type SelfWrite,
  type Variable,
} from './scopes';
import type { CallExpr, ClassStatement, NameExpr } from './syntax';

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

/** What the walk fills in, and the questions that are answered from it. */
export class Surveyed implements Survey {
  readonly module: Scope = newScope('module', null);
  readonly calls: CallExpr[] = [];
  readonly functions = new Map<FunctionNode, FunctionInfo>();
  readonly classes = new Map<ClassStatement, ClassInfo>();
  readonly memberWrites: MemberWrite[] = [];
  readonly stars: string[] = [];
  readonly dottedModules = new Set<string>();
  /** The scopes that names stand in. */
  readonly scopes = new Map<NameExpr, Scope>();
  /** The classes whose objects calls of `super` mean. */
  readonly supers = new Map<CallExpr, ClassStatement>();
  #referencesByVariable: ReadonlyMap<Variable, readonly NameExpr[]> | undefined;
  #callsByVariable: ReadonlyMap<Variable, readonly CallExpr[]> | undefined;
  #writesByVariable: ReadonlyMap<Variable, readonly MemberWrite[]> | undefined;
  #writesBySelf: ReadonlyMap<ClassStatement, readonly SelfWrite[]> | undefined;

  variableOf(name: NameExpr): Variable | null {
    const start = this.scopes.get(name) ?? this.module;
    for (let scope: Scope | null = start; scope; scope = scope.parent) {
      if (scope.kind === 'class' && scope !== start) continue;
      if (scope.elsewhere.get(name.name) === 'global') return this.module.variables.get(name.name) ?? null;
      const variable = scope.variables.get(name.name);
      if (variable) return variable;
    }
    return null;
  }

  variables(): readonly Variable[] {
    return [...new Set([this.module, ...this.scopes.values()])].flatMap((scope) => [...scope.variables.values()]);
  }

  referencesOf(variable: Variable): readonly NameExpr[] {
    this.#referencesByVariable ??= grouped([...this.scopes.keys()], (name) => {
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
    return this.supers.get(call) ?? null;
  }
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
