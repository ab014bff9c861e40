import type { Operation, SettingName, Slot } from '../../../core/match/description';

/** A call that asks a model; the id stands in `model` of its first argument where nothing else is said. */
export function asks(surface: string, model: Slot | null = '0.model', more: Partial<Operation> = {}): Operation {
  return { site: { kind: 'call', surface }, ...(model === null ? {} : { settings: { model } }), ...more };
}

/** Every one of the named members asks the same of a model. */
export function allAsk(
  surface: string,
  names: readonly string[],
  model: Slot | null = '0.model',
  more: Partial<Operation> = {},
): Record<string, Operation> {
  return Object.fromEntries(names.map((name) => [name, asks(surface, model, more)]));
}

/** Named members that run no model: lists, uploads, stored things. Some name one all the same (counting its tokens). */
export function runNoModel(surface: string, names: readonly string[], model: Slot | null = null): Record<string, Operation> {
  const operation: Operation = { site: { kind: 'call', surface, inference: false }, ...(model === null ? {} : { settings: { model } }) };
  return Object.fromEntries(names.map((name) => [name, operation]));
}

/** The construction of a client. */
export function makesClient(returns: string, settings: Partial<Record<SettingName, Slot>>, more: Partial<Operation> = {}): Operation {
  return { site: { kind: 'client' }, settings, returns, ...more };
}

/** Some of another SDK's members: those this SDK has as well. */
export function some(members: Readonly<Record<string, Operation>>, names: readonly string[]): Record<string, Operation> {
  return Object.fromEntries(names.map((name): [string, Operation] => [name, members[name] ?? missing(name)]));
}

function missing(name: string): never {
  throw new Error(`no such member: ${name}`);
}
