import { anyMember, type ObjectEntry } from '../../facts/expression';
import type { Linker } from '../../link/linker';
import { alternativesOf, type ObjectValue, type Value } from '../../link/value';

/** An entry of an object literal that gives a property. */
export interface FoundEntry {
  readonly object: ObjectValue;
  readonly entry: Exclude<ObjectEntry, { kind: 'spread' }>;
}

/** What object literals say of a property. */
export interface Lookup {
  /** The entries that give it, one for each object the value can be. */
  readonly found: readonly FoundEntry[];
  /** False when something that is not visible could give it as well, or instead. */
  readonly certain: boolean;
}

const nothing: Lookup = { found: [], certain: true };
const unclear: Lookup = { found: [], certain: false };

/** Objects spread into objects are looked into this deep, and so many values in all: an object can be spread into its own later self. */
const maxSpreads = 8;
const maxValues = 100;

/** Looks a property up in the object literals a value can be, through spreads. */
export function lookUp(linker: Linker, value: Value, name: string): Lookup {
  return lookIn(value, 0, { linker, name, left: maxValues });
}

interface Search {
  readonly linker: Linker;
  readonly name: string;
  /** Values that may still be looked at. */
  left: number;
}

function lookIn(value: Value, depth: number, search: Search): Lookup {
  if (depth > maxSpreads || search.left-- <= 0) return unclear;
  const { name } = search;
  switch (value.kind) {
    case 'object':
      return inObject(value, depth, search);
    case 'extended': {
      const base = lookIn(value.base, depth + 1, search);
      return value.writes.has(name) || value.writes.has(anyMember) ? { ...base, certain: false } : base;
    }
    case 'union': {
      const each = value.alternatives.map((alternative) => lookIn(alternative, depth + 1, search));
      return { found: each.flatMap(({ found }) => found), certain: each.every(({ certain }) => certain) };
    }
    case 'literal':
      return nothing;
    default:
      return unclear;
  }
}

function inObject(object: ObjectValue, depth: number, search: Search): Lookup {
  const { linker, name } = search;
  let certain = true;
  const { entries } = object.fact;
  for (let at = entries.length - 1; at >= 0; at--) {
    const entry = entries[at];
    if (!entry) break;
    const key = entry.kind === 'spread' ? null : keyOf(linker, object, entry);
    if (entry.kind !== 'spread' && key === name) return { found: [{ object, entry }], certain };
    if (key !== null) continue;
    if (entry.kind !== 'spread') {
      certain = false;
      continue;
    }
    const spread = lookIn(linker.evaluate(entry.value, object.frame), depth + 1, search);
    if (spread.found.length > 0) return { found: spread.found, certain: certain && spread.certain };
    certain &&= spread.certain;
  }
  return { found: [], certain };
}

/** The name of an entry, null where it is computed and not decided. */
export function keyOf(linker: Linker, object: ObjectValue, entry: FoundEntry['entry']): string | null {
  if (typeof entry.name === 'string') return entry.name;
  const name = linker.evaluate(entry.name, object.frame);
  return name.kind === 'literal' ? String(name.value) : null;
}

/** The value of a found entry. */
export function entryValue(linker: Linker, { object, entry }: FoundEntry): Value {
  return linker.evaluate(entry.value, object.frame);
}

/** Visits every object literal within a value, the value itself included; bounded, because data can be deep and wide. */
export function visitObjects(linker: Linker, value: Value, visit: (object: ObjectValue) => void): void {
  let left = 400;
  const walk = (each: Value, depth: number): void => {
    if (depth > 10 || left-- <= 0) return;
    for (const alternative of alternativesOf(each)) {
      switch (alternative.kind) {
        case 'object':
          visit(alternative);
          for (const entry of alternative.fact.entries) {
            if (entry.kind !== 'getter') walk(linker.evaluate(entry.value, alternative.frame), depth + 1);
          }
          break;
        case 'array':
          for (const element of alternative.elements) walk(linker.evaluate(element, alternative.frame), depth + 1);
          break;
        case 'extended':
          walk(alternative.base, depth + 1);
          break;
        default:
      }
    }
  };
  walk(value, 0);
}
