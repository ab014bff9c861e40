import type { Operation, Shape } from '../../../core/match/description';

/** A function or class that takes a model object, or a model's name: a name binds a model, an object is a call site of its own. */
export function namedIn(slot: string, more: Partial<Operation> = {}): Shape {
  const operation: Operation = { site: { kind: 'model-binding', surface: 'chat' }, from: slot, onlyNamed: true, ...more };
  return { call: operation, construct: operation };
}
