import type { Linker } from '../../link/linker';
import { alternativesOf, isAbsent, type Value } from '../../link/value';
import type { MatchedCall } from '../../match/matcher';
import { contentFeatures, isMadeByVendor } from './contentFeatures';
import { featureFacts, lostFeature, type FeatureFact } from './featureFacts';
import { optionTest, textOf, textsOf, valuesAt } from './givenOptions';

const known = new WeakMap<MatchedCall, readonly string[]>();

/**
 * The features that a call visibly uses, in a fixed order. Settings at a neutral value do not count. `exchanged`: another class makes
 * its client then, and what only the present one takes is a feature as well.
 */
export function usedFeatures(linker: Linker, matched: MatchedCall, exchanged?: boolean): readonly string[] {
  const isExchanged = matched.route.exchange !== null;
  if (exchanged !== undefined && exchanged !== isExchanged) return findFeatures(linker, matched, exchanged);
  // Portability and needs are both told by them.
  let used = known.get(matched);
  if (!used) known.set(matched, (used = findFeatures(linker, matched, isExchanged)));
  return used;
}

function findFeatures(linker: Linker, matched: MatchedCall, exchanged: boolean): readonly string[] {
  const mayBeGiven = optionTest(linker, matched);
  const declared = Object.entries(matched.operation.features ?? {}).flatMap(([feature, slot]) => {
    return textsOf(slot).some((text) => mayBeGiven(text) && isGiven(linker, matched, text, featureFacts[feature])) ? [feature] : [];
  });
  const lost = matched.route.sdk.rewrite?.exchange?.loses ?? [];
  const named = choosesTool(linker, matched, ['function', 'tool', 'custom']) ? ['named_tool_choice'] : [];
  const formed = exchanged && choosesTool(linker, matched, ['tool', 'any', 'auto', 'none']) ? ['choice_form'] : [];
  const used = new Set([...declared, ...named, ...formed, ...contentFeatures(linker, matched, exchanged)]);
  return [...used].map((feature) => (lost.includes(feature) ? lostFeature(feature) : feature));
}

/** True where a request says by an object what tool must be called: `{ type: 'function', function: { name } }`, `{ type: 'tool', name }`. */
function choosesTool(linker: Linker, matched: MatchedCall, types: readonly string[]): boolean {
  const { tool_choice: slot = [] } = matched.operation.features ?? {};
  return textsOf(slot)
    .flatMap((text) => valuesAt(linker, matched, text))
    .flatMap(alternativesOf)
    .some((choice) => choice.kind === 'object' && types.includes(textOf(linker, choice, 'type') ?? ''));
}

/** True when a slot is written in the code with a value that is not neutral. */
function isGiven(linker: Linker, matched: MatchedCall, slot: string, fact: FeatureFact = {}): boolean {
  const { neutral = [], onlyVendorMade = false } = fact;
  return valuesAt(linker, matched, slot).some((value) =>
    alternativesOf(value).some(
      (alternative) =>
        !isAbsent(alternative) && !isNeutral(linker, alternative, neutral) && (!onlyVendorMade || isMadeByVendor(matched, alternative)),
    ),
  );
}

/** `{ type: "text" }` is as neutral as `"text"`. */
function isNeutral(linker: Linker, value: Value, neutral: readonly (string | number | boolean)[]): boolean {
  if (value.kind === 'literal') return neutral.some((each) => each === value.value);
  const type = value.kind === 'object' ? textOf(linker, value, 'type') : null;
  return type !== null && neutral.includes(type);
}
