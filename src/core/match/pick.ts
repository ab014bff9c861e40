import type { Linker } from '../link/linker';
import { alternativesOf, type Value } from '../link/value';
import type { Location } from '../text/range';
import type { Pick } from './description';
import type { Route } from './route';

/** An entry of a table, and the model's name that is left to ask it for; `asked` is undefined where the entry is the model itself. */
export interface Picked {
  readonly entry: Value;
  readonly asked: Value | undefined;
}

/** What a name takes out of a receiver's table. Where the name is not decided: every entry, none of them asked for a certain model. */
export function pickedFrom(linker: Linker, route: Route, pick: Pick, name: Value): readonly Picked[] {
  const table = route.settings.get('table');
  if (!table) return [];
  const entries = pick.within ? pick.within.map((member) => linker.member(table, member)).find((member) => member !== undefined) : table;
  const fallback = pick.fallback === undefined ? undefined : linker.member(table, pick.fallback);
  return alternativesOf(name).flatMap((each): readonly Picked[] => {
    const text = each.kind === 'literal' && typeof each.value === 'string' ? each.value : null;
    if (text === null) return everything(linker, pick, entries, fallback);
    const separator = pick.separator === undefined ? null : separatorOf(route, pick.separator);
    const split = separator === null ? -1 : text.indexOf(separator);
    if (separator !== null && split < 0) return [];
    const entry = entries && linker.member(entries, separator === null ? text : text.slice(0, split));
    const asked: Value = { kind: 'literal', value: separator === null ? text : text.slice(split + separator.length), at: locationOf(each) };
    if (entry) return [{ entry, asked: separator === null ? undefined : asked }];
    return fallback ? [{ entry: fallback, asked }] : [];
  });
}

function everything(linker: Linker, pick: Pick, entries: Value | undefined, fallback: Value | undefined): readonly Picked[] {
  const all = [...(entries ? alternativesOf(linker.elementOf(entries)) : []), ...(fallback ? [fallback] : [])];
  return all.map((entry) => ({ entry, asked: undefined }));
}

function separatorOf(route: Route, usual: string): string {
  const given = route.settings.get('separator');
  return given?.kind === 'literal' && typeof given.value === 'string' ? given.value : usual;
}

function locationOf(value: Value): Location {
  return value.kind === 'literal' ? value.at : { file: '', range: { start: 0, end: 0 } };
}
