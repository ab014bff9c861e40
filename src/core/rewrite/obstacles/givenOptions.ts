import type { Linker } from '../../link/linker';
import type { ObjectValue, Value } from '../../link/value';
import type { Slot } from '../../match/description';
import type { MatchedCall } from '../../match/matcher';
import { entryValue, lookUp } from '../options/objects';
import { holderValue, optionPlace, type Holder } from '../options/optionPlace';

/** The slots that a slot stands for. */
export function textsOf(slot: Slot): readonly string[] {
  return typeof slot === 'string' ? [slot] : slot;
}

/** Tells at once of most slots that nothing is written there: descriptions have dozens, and calls give few of the options. */
export function optionTest(linker: Linker, matched: MatchedCall): (slot: string) => boolean {
  const given = new Map<Holder, ReadonlySet<string> | null>();
  return (slot) => {
    const { holder, path } = optionPlace(slot);
    let names = given.get(holder);
    if (names === undefined) given.set(holder, (names = plainNames(holderValue(linker, matched.call.arguments, holder))));
    return names === null || path[0] === undefined || names.has(path[0]);
  };
}

/** The names in an object literal, none of what is not given; null where other names may be in it, or it is no such object. */
export function plainNames(value: Value | undefined): ReadonlySet<string> | null {
  if (value === undefined) return new Set();
  if (value.kind !== 'object') return null;
  const names = new Set<string>();
  for (const entry of value.fact.entries) {
    if (entry.kind === 'spread' || typeof entry.name !== 'string') return null;
    names.add(entry.name);
  }
  return names;
}

/** What is written in a slot. */
export function valuesAt(linker: Linker, matched: MatchedCall, slot: string): readonly Value[] {
  const { holder, path } = optionPlace(slot);
  const held = holderValue(linker, matched.call.arguments, holder);
  let values: readonly Value[] = held ? [held] : [];
  for (const name of path) {
    // Most calls give few of the options that there are.
    if (values.length === 0) break;
    values = values.flatMap((value) => lookUp(linker, value, name).found.map((found) => entryValue(linker, found)));
  }
  return values;
}

/** The text that an object's property is written with; null where it is none, or not written out. */
export function textOf(linker: Linker, object: ObjectValue, name: string): string | null {
  for (const found of lookUp(linker, object, name).found) {
    const value = entryValue(linker, found);
    if (value.kind === 'literal' && typeof value.value === 'string') return value.value;
  }
  return null;
}
