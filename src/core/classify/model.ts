import type { Linker } from '../link/linker';
import { hole, textsOf } from '../link/text';
import { alternativesOf, type Value } from '../link/value';
import type { Routing } from '../match/description';
import type { Location } from '../text/range';

/** A model id and the place whose text gives it. */
export interface WrittenModel {
  readonly text: string;
  readonly at: Location | null;
}

/** The model id the code gives, as written: the first text without holes. Null where the code does not decide it. */
export function writtenModel(linker: Linker, value: Value | undefined): WrittenModel | null {
  return writtenModels(linker, value)[0] ?? null;
}

/** Every model id that the code gives by some way, in order: texts without holes. */
export function writtenModels(linker: Linker, value: Value | undefined): readonly WrittenModel[] {
  if (!value) return [];
  return alternativesOf(value).flatMap((alternative) => {
    if (alternative.kind === 'literal' && typeof alternative.value !== 'string') return [];
    const texts = textsOf(linker, alternative).filter(({ text }) => text !== '' && !text.includes(hole));
    return texts.map(({ text }) => ({ text, at: alternative.kind === 'literal' ? alternative.at : null }));
  });
}

/** The text alone of what {@link writtenModel} gives. */
export function modelText(linker: Linker, value: Value | undefined): string | null {
  return writtenModel(linker, value)?.text ?? null;
}

/** The vendor a router's model string leads to; null when its rows do not say. */
export function routedVendor(routing: Routing, model: string | null, provider: string | null): string | null {
  if (provider !== null) return routing.vendors[provider] ?? null;
  if (model === null) return null;
  const through = routing.through?.find((prefix) => model.startsWith(prefix));
  if (through !== undefined) return routedVendor(routing, model.slice(through.length), null);
  const split = routing.separator === undefined ? -1 : model.indexOf(routing.separator);
  const named = split > 0 ? routing.vendors[model.slice(0, split)] : undefined;
  return named ?? routing.infer?.find(([prefix]) => model.startsWith(prefix))?.[1] ?? null;
}
