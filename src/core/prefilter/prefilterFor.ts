import type { Catalog } from '../catalog/catalog';
import type { Language } from '../facts/moduleFacts';
import { prefilterOf, tableOf, type Prefilter } from './prefilter';
import type { Signs } from './signs';
import { signsOf } from './signsOf';

/** Engines come and go, a catalog stays. */
const prefilters = new WeakMap<Catalog, Map<Language, Prefilter>>();
const handedOver = new WeakMap<Catalog, (language: Language) => Prefilter>();

/** The prefilter for a catalog's texts of a language, made when first asked for. */
export function prefilterFor(catalog: Catalog, language: Language): Prefilter {
  let known = prefilters.get(catalog);
  if (!known) prefilters.set(catalog, (known = new Map<Language, Prefilter>()));
  let prefilter = known.get(language);
  if (!prefilter) {
    prefilter = handedOver.get(catalog)?.(language) ?? make(signsOf(catalog, language));
    known.set(language, prefilter);
  }
  return prefilter;
}

function make(signs: Signs): Prefilter {
  return prefilterOf(signs, tableOf(signs));
}

/** Hands over what makes a catalog's prefilters from signs that were worked out before. */
export function rememberPrefilters(catalog: Catalog, make: (language: Language) => Prefilter): void {
  handedOver.set(catalog, make);
}
