import type { ClassFact, Expression, FunctionFact, MemberFact } from '../../facts/expression';
import { memberName, sourceValue, writesTo } from './bindings';
import type { Lowering } from './lowering';
import type { SelfWrite } from './scopes';
import type { AssignStatement, ClassStatement, Expr, FunctionStatement, Statement } from './syntax';

interface MutableMember {
  values: Expression[];
  getter: boolean;
  type: Expression | null;
  writes: Map<string, Expression[]>;
}

interface Members {
  readonly instance: Map<string, MutableMember>;
  readonly static: Map<string, MutableMember>;
}

const getters: ReadonlySet<string> = new Set(['property', 'cached_property', 'functools.cached_property', 'computed_field']);
/** Decorators and base classes that make a constructor out of a class's fields. */
const recordMakers: ReadonlySet<string> = new Set(['dataclass', 'dataclasses.dataclass', 'define', 'attr.s', 'attrs.define']);
const recordBases: ReadonlySet<string> = new Set(['BaseModel', 'BaseSettings', 'NamedTuple', 'SQLModel']);

/** A class as a fact: attributes, methods, what its methods assign to the object, what its constructor passes on. */
export function lowerClass(lowering: Lowering, node: ClassStatement): ClassFact {
  let members: Members | undefined;
  let record: FunctionFact | null | undefined;
  const methods = statementsOf(node.body).filter((statement) => statement.type === 'function');
  const initializer = methods.find((method) => method.name.name === '__init__');
  const constructorFunction = (): FunctionFact | null => {
    if (initializer) return lowering.function(initializer);
    if (record === undefined) record = isRecord(node) ? recordConstructor(lowering, node) : null;
    return record;
  };
  const all = (): Members => (members ??= collectMembers(lowering, node, initializer ? null : constructorFunction()));
  return {
    kind: 'class',
    range: node.range,
    name: node.name.name,
    get superclass() {
      const [base] = node.bases;
      return base ? lowering.expression(base) : null;
    },
    get constructorFunction() {
      return constructorFunction();
    },
    get superCall() {
      const call = lowering.survey.classes.get(node)?.superCall;
      return call ? lowering.call(call) : null;
    },
    get members(): ReadonlyMap<string, MemberFact> {
      return all().instance;
    },
    get staticMembers(): ReadonlyMap<string, MemberFact> {
      return all().static;
    },
    get delegate() {
      const handing = methods.find((method) => method.name.name === '__getattr__');
      return handing ? delegateOf(lowering, handing) : null;
    },
    get binding() {
      const variable = lowering.survey.classes.get(node)?.variable;
      return variable ? lowering.binding(variable) : null;
    },
  };
}

/** What `__getattr__` asks in its object's stead: `return getattr(self._module, name)`. */
function delegateOf(lowering: Lowering, method: FunctionStatement): Expression | null {
  const info = lowering.survey.functions.get(method);
  for (const value of info?.returns ?? []) {
    if (value.type !== 'call' || !lowering.isBuiltin(value.callee, 'getattr')) continue;
    const [owner, name] = value.arguments;
    if (owner && name?.value.type === 'name' && name.value.name === info?.parameters[0]?.name) return lowering.expression(owner.value);
  }
  return null;
}

/** Statements of a class, those in `if` and `try` included. */
function statementsOf(body: readonly Statement[]): Exclude<Statement, { type: 'block' }>[] {
  return body.flatMap((statement) => (statement.type === 'block' ? statementsOf(statement.body) : [statement]));
}

function collectMembers(lowering: Lowering, node: ClassStatement, record: FunctionFact | null): Members {
  const members: Members = { instance: new Map(), static: new Map() };
  for (const statement of statementsOf(node.body)) {
    if (statement.type === 'function') addMethod(lowering, statement, members);
    else if (statement.type === 'assign') addField(lowering, statement, members, record);
  }
  for (const write of lowering.survey.selfWrites(node)) addWrite(lowering, write, members);
  return members;
}

function memberIn(map: Map<string, MutableMember>, name: string): MutableMember {
  let member = map.get(name);
  if (!member) map.set(name, (member = { values: [], getter: false, type: null, writes: new Map() }));
  return member;
}

function addMethod(lowering: Lowering, node: FunctionStatement, { instance, static: statics }: Members): void {
  const name = node.name.name;
  if (name === '__init__' || node.decorators.some((decorator) => /\.(?:setter|deleter)$/.test(decorator))) return;
  const isStatic = node.decorators.some((decorator) => decorator === 'staticmethod' || decorator === 'classmethod');
  for (const map of isStatic ? [instance, statics] : [instance]) {
    const member = memberIn(map, name);
    member.values.push(lowering.function(node));
    member.getter = node.decorators.some((decorator) => getters.has(decorator));
  }
}

/** `name = value` in a class is read through the class and, until it is assigned, through its objects. */
function addField(lowering: Lowering, node: AssignStatement, { instance, static: statics }: Members, record: FunctionFact | null): void {
  for (const target of node.targets) {
    if (target.type !== 'name') continue;
    const given = record && node.annotation ? recordParameter(record, target.name) : null;
    const fallback = node.value && !node.updates ? fieldDefault(lowering, node.value) : null;
    const member = memberIn(instance, target.name);
    if (given && fallback) member.values.push({ kind: 'choice', alternatives: [given, fallback], fallback: true, range: target.range });
    else if (given ?? fallback) member.values.push(...[given ?? fallback].flatMap((value) => value ?? []));
    if (node.annotation) member.type ??= lowering.type(node.annotation);
    if (fallback) memberIn(statics, target.name).values.push(fallback);
  }
}

/** The default that `field(default=…)` and its like state, else the value itself. */
function fieldDefault(lowering: Lowering, value: Expr): Expression | null {
  const isField = value.type === 'call' && value.callee.type === 'name' && /^(?:[Ff]ield|PrivateAttr)$/.test(value.callee.name);
  if (!isField) return lowering.expression(value);
  const stated =
    value.arguments.find(({ name }) => name === 'default') ?? value.arguments.find(({ name, spread }) => name === null && spread === '');
  if (stated) return lowering.expression(stated.value);
  const factory = value.arguments.find(({ name }) => name === 'default_factory')?.value;
  if (factory?.type === 'lambda') return lowering.expression(factory.body);
  return null;
}

function addWrite(lowering: Lowering, { write, static: isStatic, through }: SelfWrite, { instance, static: statics }: Members): void {
  const owners = isStatic ? statics : instance;
  if (through !== null) {
    const { writes } = memberIn(owners, through);
    for (const [name, values] of writesTo(lowering, [write])) writes.set(name, [...(writes.get(name) ?? []), ...values]);
    return;
  }
  if (write.target.type !== 'attribute') return;
  const member = memberIn(owners, memberName(write.target));
  if (write.source) member.values.push(sourceValue(lowering, write.source));
  if (write.annotation) member.type ??= lowering.type(write.annotation);
}

function isRecord(node: ClassStatement): boolean {
  return (
    node.decorators.some((decorator) => recordMakers.has(decorator)) ||
    node.bases.some((base) => (base.type === 'name' || base.type === 'attribute') && recordBases.has(base.name))
  );
}

/** The constructor that a record's fields make. */
function recordConstructor(lowering: Lowering, node: ClassStatement): FunctionFact {
  const names = statementsOf(node.body).flatMap((statement) =>
    statement.type === 'assign' && statement.annotation
      ? statement.targets.flatMap((target) => (target.type === 'name' ? [target.name] : []))
      : [],
  );
  return {
    kind: 'function',
    range: node.range,
    name: '__init__',
    parameterCount: names.length,
    parameterNames: names,
    returns: [],
    returnType: null,
    get owner() {
      return lowering.class(node);
    },
    binding: null,
    passedTo: null,
    calls: [],
  };
}

function recordParameter(record: FunctionFact, name: string): Expression | null {
  const index = record.parameterNames.indexOf(name);
  return index < 0 ? null : { kind: 'parameter', function: record, index, rest: false, type: null, range: record.range };
}
