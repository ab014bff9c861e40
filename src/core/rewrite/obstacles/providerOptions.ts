import type { ObjectEntry } from '../../facts/expression';
import type { Linker } from '../../link/linker';
import { alternativesOf, isAbsent, type ObjectValue, type Value } from '../../link/value';
import type { ProviderExchange } from '../../match/rewriteRecipe';
import { keyOf } from '../options/objects';

/**
 * The features that options under a vendor's name ask for (`providerOptions: { openai: { … } }`): ones that are ignored without a
 * change, ones that nothing open offers, and all others. What is not seen is taken for something that matters.
 */
export function* providerOptions(linker: Linker, given: readonly Value[], exchange: ProviderExchange): Generator<string> {
  for (const options of given.flatMap(alternativesOf)) {
    if (isAbsent(options)) continue;
    if (options.kind !== 'object') {
      yield 'provider_option:*';
      continue;
    }
    for (const vendor of options.fact.entries) {
      const name = vendor.kind === 'spread' ? null : keyOf(linker, options, vendor);
      if (name !== null && exchange.optionNames?.includes(name) === false) continue;
      for (const own of alternativesOf(linker.evaluate(vendor.value, options.frame))) {
        if (own.kind !== 'object') yield `provider_option:${name ?? '*'}`;
        else for (const entry of own.fact.entries) yield* featureOf(linker, own, entry, { vendor: name ?? '*', exchange });
      }
    }
  }
}

interface OptionContext {
  readonly vendor: string;
  readonly exchange: ProviderExchange;
}

function* featureOf(linker: Linker, own: ObjectValue, entry: ObjectEntry, { vendor, exchange }: OptionContext): Generator<string> {
  const option = entry.kind === 'spread' ? null : keyOf(linker, own, entry);
  if (option === null) {
    yield `provider_option:${vendor}.*`;
    return;
  }
  // What is switched off is not asked for: `store: false`.
  const given = alternativesOf(linker.evaluate(entry.value, own.frame));
  const isOff = given.every((each) => each.kind === 'literal' && each.value === false);
  if (isOff) return;
  const offered = exchange.vendorOnly?.[option];
  if (offered !== undefined) yield `vendor_only:${offered}`;
  else
    yield `${exchange.ignores.includes(option) || asksOnly(linker, given, exchange.ignoresValues?.[option] ?? []) ? 'ignored_option' : 'provider_option'}:${vendor}.${option}`;
}

/** True for lists of nothing but some texts. */
function asksOnly(linker: Linker, given: readonly Value[], texts: readonly string[]): boolean {
  return given.every(
    (list) =>
      list.kind === 'array' &&
      list.elements
        .flatMap((element) => alternativesOf(linker.evaluate(element, list.frame)))
        .every((each) => each.kind === 'literal' && texts.some((text) => text === each.value)),
  );
}
