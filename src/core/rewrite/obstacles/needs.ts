import type { SiteNeed } from '../../callSite';
import type { Linker } from '../../link/linker';
import { alternativesOf } from '../../link/value';
import type { MatchedCall } from '../../match/matcher';
import { entryValue, lookUp } from '../options/objects';
import { holderValue } from '../options/optionPlace';
import { usedFeatures } from './features';

/** What of a request's features asks something of the model, not of the server. */
const abilities: Readonly<Record<string, keyof SiteNeed>> = {
  tools: 'tools',
  vision: 'vision',
  url_images: 'vision',
  json_schema: 'structuredOutput',
  output_format: 'structuredOutput',
};

/** Options that say how many tokens an answer may have: a context smaller than that can't hold it. */
const answerLengths = ['max_tokens', 'max_completion_tokens', 'max_output_tokens', 'maxTokens', 'maxOutputTokens'];

/** What a call visibly asks of whatever model answers it; empty where it asks for nothing but text. */
export function needOf(linker: Linker, matched: MatchedCall): SiteNeed {
  const need: { -readonly [K in keyof SiteNeed]: SiteNeed[K] } = {};
  for (const feature of usedFeatures(linker, matched)) {
    const ability = abilities[feature];
    if (ability !== undefined && ability !== 'context') need[ability] = true;
  }
  const context = answerLength(linker, matched);
  return context > 0 ? { ...need, context } : need;
}

/** What asks for all that several needs ask for. */
export function joinNeeds(needs: readonly SiteNeed[]): SiteNeed {
  const context = Math.max(0, ...needs.map((need) => need.context ?? 0));
  return {
    ...(needs.some(({ tools }) => tools) && { tools: true }),
    ...(needs.some(({ structuredOutput }) => structuredOutput) && { structuredOutput: true }),
    ...(needs.some(({ vision }) => vision) && { vision: true }),
    ...(context > 0 && { context }),
  };
}

function answerLength(linker: Linker, { call: { arguments: bound } }: MatchedCall): number {
  const request = holderValue(linker, bound, bound.facts.named ? 'named' : 0);
  if (!request) return 0;
  const lengths = answerLengths.flatMap((name) =>
    lookUp(linker, request, name).found.flatMap((found) => alternativesOf(entryValue(linker, found))),
  );
  return Math.max(0, ...lengths.map((each) => (each.kind === 'literal' && typeof each.value === 'number' ? each.value : 0)));
}
