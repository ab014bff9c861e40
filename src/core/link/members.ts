import { anyMember, type ClassFact, type MemberFact } from '../facts/expression';
import type { Linker } from './linker';
import {
  noArguments,
  union,
  unknown,
  type ClassValue,
  type Frame,
  type InstanceValue,
  type InterfaceValue,
  type ObjectValue,
  type Value,
} from './value';
import { variable } from './variables';

/** A member of a value; undefined when the value certainly has none of that name. */
export function memberOf(linker: Linker, value: Value, name: string): Value | undefined {
  switch (value.kind) {
    case 'variable':
      return value.name === null ? variable(linker.graph, name, value.at) : unknown;
    case 'external':
      // The promise of `import()` has no export called `then`.
      return value.name === '*' && name !== 'then'
        ? { kind: 'external', module: value.module, name }
        : { kind: 'member', object: value, name };
    case 'global':
      return value.name === 'globalThis' || value.name === 'window' ? { kind: 'global', name } : { kind: 'member', object: value, name };
    case 'object':
      return objectMember(linker, value, name);
    case 'array': {
      const element = /^\d+$/.test(name) ? value.elements[Number(name)] : undefined;
      return element ? linker.evaluate(element, value.frame) : { kind: 'member', object: value, name };
    }
    case 'extended': {
      // The address of a URL object has what was set on it.
      if (isText(value.base) && !value.writes.has(name)) return name === 'href' ? value : { kind: 'member', object: value, name };
      const base = linker.member(value.base, name);
      const written = [...(value.writes.get(name) ?? []), ...(value.writes.get(anyMember) ?? [])].map((write) =>
        linker.evaluate(write, value.frame),
      );
      return written.length > 0 ? union([...(base ? [base] : []), ...written]) : base;
    }
    case 'instance':
      return instanceMember(linker, value, name);
    case 'class':
      return staticMember(linker, value, name);
    case 'typed':
      return value.type.kind === 'interface'
        ? (interfaceMember(linker, value.type, name) ?? unknown)
        : { kind: 'member', object: value, name };
    case 'module':
      return moduleMember(linker, value, name);
    case 'union': {
      const found = value.alternatives.map((alternative) => linker.member(alternative, name));
      return found.every((each) => each === undefined)
        ? undefined
        : union(found.map((each) => each ?? { kind: 'literal', value: null, at: nowhere }));
    }
    case 'literal':
    case 'template':
      // The address of a URL object, the text of an enumeration's member; text itself has no such members.
      return name === 'href' || name === 'value' ? value : { kind: 'member', object: value, name };
    case 'call':
    case 'member':
      return { kind: 'member', object: value, name };
    case 'function':
    case 'interface':
    case 'parameter':
    case 'unknown':
      return unknown;
  }
}

function isText({ kind }: Value): boolean {
  return kind === 'literal' || kind === 'template';
}

/** Objects spread into objects are looked into this deep, and so many values in all: an object can be spread into its own later self. */
const maxSpreads = 8;
const maxValues = 100;

/**
 * True when the code writes out a member of that name, whatever its value. Names are compared without regard to case, as HTTP
 * headers are. What a value could have without showing it does not count.
 */
export function writesOut(linker: Linker, value: Value, name: string): boolean {
  let left = maxValues;
  const isIn = (each: Value, depth: number): boolean => {
    if (depth > maxSpreads || left-- <= 0) return false;
    switch (each.kind) {
      case 'object':
        return each.fact.entries.some((entry) => {
          if (entry.kind === 'spread') return isIn(linker.evaluate(entry.value, each.frame), depth + 1);
          return typeof entry.name === 'string' && entry.name.toLowerCase() === name;
        });
      case 'extended':
        return [...each.writes.keys()].some((written) => written.toLowerCase() === name) || isIn(each.base, depth + 1);
      case 'union':
        return each.alternatives.some((alternative) => isIn(alternative, depth + 1));
      default:
        return false;
    }
  };
  return isIn(value, 0);
}

const nowhere = { file: '', range: { start: 0, end: 0 } };

/** True where all names of an object literal are written out, and one is not among them: nothing needs to be evaluated to tell. */
export function isWithout({ fact: { entries } }: ObjectValue, name: string): boolean {
  return entries.every((entry) => entry.kind !== 'spread' && typeof entry.name === 'string' && entry.name !== name);
}

function objectMember(linker: Linker, value: ObjectValue, name: string): Value | undefined {
  const uncertain: Value[] = [];
  for (const entry of [...value.fact.entries].reverse()) {
    if (entry.kind === 'getter') {
      if (entry.name === name)
        return union([
          linker.apply({ kind: 'function', fact: entry.value, frame: value.frame, self: value }, noArguments(value.frame)),
          ...uncertain,
        ]);
      continue;
    }
    if (entry.kind === 'property') {
      const key = typeof entry.name === 'string' ? entry.name : textOf(linker.evaluate(entry.name, value.frame));
      if (key === name) {
        const found = linker.evaluate(entry.value, value.frame);
        return union([found.kind === 'function' && found.self === null ? { ...found, self: value } : found, ...uncertain]);
      }
      continue;
    }
    const spread = linker.evaluate(entry.value, value.frame);
    const found = linker.member(spread, name);
    if (found === undefined) continue;
    if (isWrittenOut(spread)) return union([found, ...uncertain]);
    uncertain.push(found);
  }
  return uncertain.length > 0 ? union(uncertain) : undefined;
}

/** Whether all members of a value are in the code: what such an object has, it certainly has. */
function isWrittenOut(value: Value): boolean {
  return value.kind === 'object' || (value.kind === 'extended' && isWrittenOut(value.base));
}

function textOf(value: Value): string | null {
  return value.kind === 'literal' ? String(value.value) : null;
}

function instanceMember(linker: Linker, instance: InstanceValue, name: string): Value | undefined {
  // `this.constructor`: the class that was constructed, whose static members an inherited constructor reads.
  if (name === 'constructor') return (instance.derived ?? instance).class;
  const own = instance.class.fact.members.get(name);
  const inherited = (): Value | undefined => {
    const base = linker.inherited(instance);
    return base ? linker.member(base, name) : undefined;
  };
  if (!own) return inherited() ?? delegated(linker, instance, name);
  const value = ownMember(linker, own, linker.constructorFrame(instance), instance);
  // A field declared without a value here can be given one by the superclass's constructor.
  if (own.values.length === 0 && instance.class.fact.superclass) return inherited() ?? value;
  return value;
}

function delegated(linker: Linker, instance: InstanceValue, name: string): Value | undefined {
  const { delegate } = instance.class.fact;
  return delegate ? linker.member(linker.evaluate(delegate, linker.constructorFrame(instance)), name) : undefined;
}

function ownMember(linker: Linker, member: MemberFact, frame: Frame, self: Value): Value {
  const owner = self.kind === 'instance' ? (self.derived ?? self) : self;
  const values = member.values.map((expression): Value => {
    if (expression.kind !== 'function') return linker.evaluate(expression, frame);
    const method: Value = { kind: 'function', fact: expression, frame: frame.parent ?? frame, self: owner };
    return member.getter ? linker.apply(method, noArguments(frame)) : method;
  });
  const decided = values.filter(
    (value) => value.kind !== 'unknown' && value.kind !== 'parameter' && !(value.kind === 'literal' && value.value === null),
  );
  const value = decided.length === 0 && member.type ? union([linker.evaluate(member.type, frame), ...values]) : union(values);
  return member.writes.size > 0 ? { kind: 'extended', base: value, writes: member.writes, frame } : value;
}

function staticMember(linker: Linker, type: ClassValue, name: string): Value | undefined {
  const own = type.fact.staticMembers.get(name);
  if (own) return ownMember(linker, own, type.frame, type);
  const superclass = superclassOf(linker, type, type.fact);
  return superclass ? linker.member(superclass, name) : undefined;
}

function superclassOf(linker: Linker, type: ClassValue, fact: ClassFact): Value | null {
  return fact.superclass ? linker.evaluate(fact.superclass, type.frame) : null;
}

function interfaceMember(linker: Linker, type: InterfaceValue, name: string): Value | undefined {
  const own = type.fact.members.get(name);
  if (own) return linker.evaluate(own, type.frame);
  for (const parent of type.fact.extends) {
    const base = linker.instanceOf(linker.evaluate(parent, type.frame));
    const found = linker.member(base, name);
    if (found && found.kind !== 'unknown') return found;
  }
  return undefined;
}

function moduleMember(linker: Linker, module: Extract<Value, { kind: 'module' }>, name: string): Value | undefined {
  const found = linker.exported(module.facts, name);
  if (found) return found;
  // `module.exports = client`: members of the module are members of the client.
  const whole = linker.exported(module.facts, 'default');
  return whole && name !== 'default' && whole.kind !== 'module' ? linker.member(whole, name) : undefined;
}
