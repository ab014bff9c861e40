import type { ModelDetails, Need } from '../../core/catalog/knowledge';

/** Whether an open model can do what a call site needs, as far as is known; `unconfirmed` names what the data leave open. */
export type Fit = { readonly fits: false } | { readonly fits: true; readonly unconfirmed: readonly string[] };

/** A test of one thing a call site needs: true, false, or null when the data don't say. */
type Test = (model: ModelDetails, need: Need) => boolean | null;

const tests: readonly (readonly [what: string, asked: (need: Need) => boolean, test: Test])[] = [
  ['tools', ({ tools }) => tools === true, ({ tools }) => tools],
  ['structured output', ({ structuredOutput }) => structuredOutput === true, ({ structuredOutput }) => structuredOutput],
  ['vision', ({ vision }) => vision === true, ({ inputs }) => (inputs.length === 0 ? null : inputs.includes('image'))],
  [
    'context',
    ({ context }) => context !== undefined,
    (model, { context = 0 }) => (model.context === null ? null : model.context >= context),
  ],
];

/** Holds a model against a need. A model that is known to lack something, or not known to fit the memory, is out. */
export function fitOf(model: ModelDetails, need: Need): Fit {
  if (need.memory !== undefined && (model.memory === null || model.memory > need.memory)) return { fits: false };
  const unconfirmed: string[] = [];
  for (const [what, asked, test] of tests) {
    if (!asked(need)) continue;
    const answer = test(model, need);
    if (answer === false) return { fits: false };
    if (answer === null) unconfirmed.push(what);
  }
  return { fits: true, unconfirmed };
}
