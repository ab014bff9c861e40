import type { CallExpression } from '../facts/expression';
import { wholeOf } from './calls';
import type { Linker } from './linker';
import { alternativesOf, maxFrames, union, unknown, type BoundArguments, type Frame, type InstanceValue, type Value } from './value';

/** The frame in which an object's fields are evaluated: its constructor's. */
export function constructorFrameOf(instance: InstanceValue): Frame {
  const { fact, frame } = instance.class;
  return {
    module: frame.module,
    parent: frame,
    call: { function: fact.constructorFunction, arguments: instance.arguments, self: instance.derived ?? instance },
    depth: Math.max(frame.depth, instance.arguments?.frame.depth ?? 0) + 1,
    answers: new Map(),
  };
}

/** The inherited part of an object: of a workspace class, or as constructed by an external one; null without superclass. */
export function inheritedOf(linker: Linker, instance: InstanceValue): Value | null {
  const { fact, frame } = instance.class;
  if (!fact.superclass || frame.depth >= maxFrames) return null;
  const superclass = linker.evaluate(fact.superclass, frame);
  const passed = superArguments(instance);
  return union(alternativesOf(superclass).map((alternative) => inheritedFrom(linker, alternative, passed, instance)));
}

function inheritedFrom(linker: Linker, superclass: Value, passed: BoundArguments | null, instance: InstanceValue): Value {
  const construction = constructionIn(instance);
  if (superclass.kind === 'class')
    return { kind: 'instance', class: superclass, arguments: passed, construction, derived: instance.derived ?? instance };
  if (superclass.kind === 'module') {
    const whole = wholeOf(linker, superclass);
    return whole ? inheritedFrom(linker, whole, passed, instance) : unknown;
  }
  if (superclass.kind !== 'external' && superclass.kind !== 'member') return unknown;
  if (!passed || !construction) return { kind: 'typed', type: superclass, inherited: true };
  const file = passed.frame.module.file;
  return { kind: 'call', construct: true, callee: superclass, arguments: passed, expression: construction, file, inherited: true };
}

/** The call that hands the superclass its arguments: `super(…)`, or the construction itself where the class has no constructor. */
function constructionIn(instance: InstanceValue): CallExpression | null {
  const { superCall, constructorFunction } = instance.class.fact;
  return superCall ?? (constructorFunction ? null : instance.construction);
}

function superArguments(instance: InstanceValue): BoundArguments | null {
  const { superCall } = instance.class.fact;
  if (superCall) return { facts: superCall.arguments, frame: constructorFrameOf(instance) };
  return instance.class.fact.constructorFunction ? null : instance.arguments;
}
