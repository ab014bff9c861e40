import type { ObjectEntry } from '../facts/expression';
import type { Linker } from '../link/linker';
import { hole, textsOf } from '../link/text';
import { alternativesOf, unknown, type Value } from '../link/value';
import { contains, type Location } from '../text/range';
import type { Pick } from './description';
import type { HeldPlace, Route } from './route';

/** An entry of a table, and the model's name that is left to ask it for; `asked` is undefined where the entry is the model itself. */
export interface Picked {
  readonly entry: Value;
  readonly asked: Value | undefined;
  /** What stands before the model's name in the one that is looked up, or would. */
  readonly before: string;
  /** Where the table holds the entry; null where it is not in sight, or is not one of the table's own members. */
  readonly place: HeldPlace | null;
}

/** Longer tables are not looked through entry by entry. */
const maxEntries = 40;

/** What a name takes out of a receiver's table. Where the name is not decided: every entry, none of them asked for a certain model. */
export function pickedFrom(linker: Linker, route: Route, pick: Pick, name: Value): readonly Picked[] {
  const table = route.settings.get('table');
  return table ? new Table(linker, route, pick, table).picked(name) : [];
}

class Table {
  readonly #entries: Value | undefined;
  readonly #fallback: Picked | null;
  /** Undefined where the code gives one and does not decide it, null where names are not parted. */
  readonly #separator: string | null | undefined;

  constructor(
    private readonly linker: Linker,
    private readonly route: Route,
    private readonly pick: Pick,
    private readonly table: Value,
  ) {
    this.#entries = pick.within ? pick.within.map((member) => linker.member(table, member)).find((member) => member !== undefined) : table;
    const fallback = pick.fallback === undefined ? undefined : linker.member(table, pick.fallback);
    this.#fallback = fallback ? { entry: fallback, asked: undefined, before: '', place: this.#placeOf(pick.fallback ?? '') } : null;
    this.#separator = pick.separator === undefined ? null : separatorOf(route, pick.separator);
  }

  picked(name: Value): readonly Picked[] {
    return alternativesOf(name).flatMap((each) => namesIn(this.linker, each).flatMap((text) => this.#named(text, each)));
  }

  #named(text: string, from: Value): readonly Picked[] {
    const separator = this.#separator;
    const decided = text.split(hole)[0] ?? '';
    if (separator === undefined) return this.#everything();
    if (separator === null) {
      if (decided !== text) return this.#everything();
      const entry = this.#entries && this.linker.member(this.#entries, text);
      if (entry) return [{ entry, asked: undefined, before: '', place: null }];
      return this.#fallback ? [{ ...this.#fallback, asked: asked(text, from) }] : [];
    }
    const split = decided.indexOf(separator);
    if (split < 0) return decided === text ? [] : this.#everything();
    const [member, rest] = [text.slice(0, split), text.slice(split + separator.length)];
    const entry = this.#entries && this.linker.member(this.#entries, member);
    const found = entry ? { entry, before: member + separator, place: this.#placeOf(member) } : this.#fallback;
    return found ? [{ ...found, asked: asked(rest, from) }] : [];
  }

  #everything(): readonly Picked[] {
    const fallback = this.#fallback ? [this.#fallback] : [];
    const entries = this.#entries;
    if (!entries) return fallback;
    if (entries.kind !== 'object' || entries.fact.entries.length > maxEntries) {
      const all = alternativesOf(this.linker.elementOf(entries));
      return [...all.map((entry): Picked => ({ entry, asked: undefined, before: '', place: null })), ...fallback];
    }
    const own = entries.fact.entries.flatMap((each): Picked[] => {
      const member = memberOf(each);
      const entry = each.kind === 'property' ? this.linker.evaluate(each.value, entries.frame) : unknown;
      const before = member === null ? '' : member + (this.#separator ?? '');
      return [{ entry, asked: undefined, before, place: member === null ? null : this.#placeOf(member) }];
    });
    return [...own, ...fallback];
  }

  /** Where the table holds a member, if it is written out in the call that it is given to and certain. */
  #placeOf(member: string): HeldPlace | null {
    const { route, table } = this;
    const call = route.holder;
    if (!call || table.kind !== 'object') return null;
    const isWithin = table.frame.module.file === call.file && contains(call.expression.range, table.fact.range);
    const { entries } = table.fact;
    const at = entries.findLastIndex((each) => memberOf(each) === member);
    const entry = entries[at];
    const isCertain = entries.slice(at + 1).every((each) => memberOf(each) !== null);
    return isWithin && isCertain && entry?.kind === 'property' ? { call, object: table, entry } : null;
  }
}

/** The name of an entry that is written out. */
function memberOf(entry: ObjectEntry): string | null {
  return entry.kind !== 'spread' && typeof entry.name === 'string' ? entry.name : null;
}

/** The names a value can be, as far as the code decides them, with holes for the rest. */
function namesIn(linker: Linker, value: Value): readonly string[] {
  if (value.kind === 'literal' && typeof value.value !== 'string') return [hole];
  return [...new Set(textsOf(linker, value).map(({ text }) => text))];
}

/** The model's name that is left to ask an entry for. */
function asked(text: string, from: Value): Value {
  return text.includes(hole) ? unknown : { kind: 'literal', value: text, at: locationOf(from) };
}

function separatorOf(route: Route, usual: string): string | undefined {
  const given = route.settings.get('separator');
  if (given === undefined) return usual;
  return given.kind === 'literal' && typeof given.value === 'string' ? given.value : undefined;
}

function locationOf(value: Value): Location {
  return value.kind === 'literal' ? value.at : { file: '', range: { start: 0, end: 0 } };
}
