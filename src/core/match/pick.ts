import type { Linker } from '../link/linker';
import { hole, textsOf } from '../link/text';
import { alternativesOf, unknown, type Value } from '../link/value';
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
  const separator = pick.separator === undefined ? null : separatorOf(route, pick.separator);
  const picked = (text: string, from: Value): readonly Picked[] => {
    const decided = text.split(hole)[0] ?? '';
    const split = separator === null ? text.length : decided.indexOf(separator);
    if (separator === null ? decided !== text : split < 0) return decided === text ? [] : everything(linker, pick, entries, fallback);
    const entry = entries && linker.member(entries, text.slice(0, split));
    if (entry && separator === null) return [{ entry, asked: undefined }];
    const provider = entry ?? fallback;
    const rest = separator === null ? text : text.slice(split + separator.length);
    return provider ? [{ entry: provider, asked: asked(rest, from) }] : [];
  };
  return alternativesOf(name).flatMap((each) => namesIn(linker, each).flatMap((text) => picked(text, each)));
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
