import type { Linker } from '../link/linker';
import { alternativesOf, isAbsent, union, unknown, type BoundArguments, type CallValue, type Value } from '../link/value';
import type { Slot } from './description';

interface ParsedSlot {
  readonly argument: number | string;
  readonly path: readonly string[];
}

const parsed = new Map<string, ParsedSlot>();

/** Reads a slot's text: `"0.baseURL"`, `"base_url="`, `"model=.name"`. Throws on text of another form, which is a mistake in a description. */
export function parseSlot(text: string): ParsedSlot {
  let slot = parsed.get(text);
  if (!slot) {
    const match = /^(?:(\d+)|([A-Za-z_]\w*)=)((?:\.[\w$-]+)*)$/.exec(text);
    if (!match) throw new Error(`not a slot: ${text}`);
    slot = { argument: match[1] === undefined ? (match[2] ?? '') : Number(match[1]), path: (match[3] ?? '').split('.').slice(1) };
    parsed.set(text, slot);
  }
  return slot;
}

/** The value in a slot of a call; undefined when the code certainly gives none. */
export function readSlot(linker: Linker, bound: BoundArguments, slot: Slot): Value | undefined {
  let undecided: Value | undefined;
  for (const text of typeof slot === 'string' ? [slot] : slot) {
    const { argument, path } = parseSlot(text);
    let value = typeof argument === 'number' ? linker.positional(bound, argument) : linker.keyword(bound, argument);
    for (const name of path) {
      if (value === undefined) break;
      value = memberThroughText(linker, value, name);
    }
    if (value === undefined || isAbsent(value)) continue;
    // What is spread into options can hold any of the slots: one that is written out says more.
    if (alternativesOf(value).every((each) => each.kind === 'unknown' || isAbsent(each))) undecided ??= value;
    else if (!undecided || path.length > 0 || value.kind !== 'object') return value;
  }
  return undecided;
}

/** A member of a value, looking into objects that were turned to text. */
function memberThroughText(linker: Linker, value: Value, name: string, depth = 0): Value | undefined {
  // Text that is serialized again and again, into itself: `body = JSON.stringify(body)`.
  if (depth > 4) return unknown;
  const found = alternativesOf(value).map((alternative) => {
    const serialized = alternative.kind === 'call' ? serializedObject(linker, alternative) : undefined;
    if (serialized) return memberThroughText(linker, serialized, name, depth + 1);
    // An object that a package's class makes of named options has members by their names: `HttpOptions(base_url=…)`.
    if (alternative.kind === 'call') return linker.keyword(alternative.arguments, name) ?? unknown;
    // A value that is not decided has members that are not decided; text has none of interest.
    if (alternative.kind === 'member' || alternative.kind === 'external') return unknown;
    if (alternative.kind === 'literal' || alternative.kind === 'template') return undefined;
    return linker.member(alternative, name);
  });
  const present = found.filter((each) => each !== undefined);
  return present.length === 0 ? undefined : union(present);
}

/** The objects a value can be, those that were turned to text (`JSON.stringify(object)`) included. */
export function objectsIn(linker: Linker, value: Value): readonly Value[] {
  return alternativesOf(value).map(
    (alternative) => (alternative.kind === 'call' ? serializedObject(linker, alternative) : undefined) ?? alternative,
  );
}

/** The object that `JSON.stringify(object)` turns to text. */
function serializedObject(linker: Linker, call: CallValue): Value | undefined {
  const { callee } = call;
  const isStringify =
    callee.kind === 'member' && callee.name === 'stringify' && callee.object.kind === 'global' && callee.object.name === 'JSON';
  return isStringify ? linker.positional(call.arguments, 0) : undefined;
}
