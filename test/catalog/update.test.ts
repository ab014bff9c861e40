import assert from 'node:assert/strict';
import { changesBetween, changesText } from '../../scripts/catalog/changes';
import { compile } from '../../scripts/catalog/compile';
import { compare, report } from '../../scripts/catalog/differences';
import type { CatalogInput, LabModel } from '../../scripts/catalog/input';

const origin = { source: 'test', commit: 'abc', date: '2026-01-02', licence: 'MIT' };

function snapshot(
  models: Record<string, Partial<LabModel>>,
  prices: Record<string, readonly [number, number, boolean]>,
  shutdown?: string,
): CatalogInput {
  return {
    models: {
      _: origin,
      models: Object.fromEntries(
        Object.entries(models).map(([id, more]) => [
          id,
          { name: id, open_weights: false, modalities: { input: ['text'], output: ['text'] }, limit: { context: 1000 }, ...more },
        ]),
      ),
    },
    providers: {
      _: origin,
      providers: {
        groq: {
          models: Object.fromEntries(Object.entries(prices).map(([id, [input, output, open]]) => [id, { in: input, out: output, open }])),
        },
      },
    },
    retirements: {
      _: origin,
      models:
        shutdown === undefined
          ? []
          : [
              {
                provider: 'openai',
                model: 'acme-1',
                status: 'deprecated',
                shutdown_on: shutdown,
                sources: [{ url: 'https://x.com', accessed: '2026-01-01' }],
              },
            ],
    },
  };
}

const before = snapshot({ 'acme/one': {}, 'acme/two': {}, 'acme/three': {} }, { one: [1, 2, false], three: [1, 1, false] }, '2026-05-05');
const after = snapshot(
  { 'acme/one': { limit: { context: 2000 } }, 'acme/three': { open_weights: true }, 'acme/four': { open_weights: true } },
  { one: [1, 3, false], three: [1, 1, false], four: [5, 6, true] },
  '2026-06-06',
);

describe('catalog:update', () => {
  const old = compile(before);
  const fresh = compile(after);
  const comparison = compare(after, fresh);
  const text = changesText(changesBetween(old, fresh, comparison, ''));

  it('tells what is new, gone, changed and contradicted', () =>
    assert.equal(
      text,
      `Added: 2
  model acme/four (weights open, kind chat, context 1000, inputs 1)
  offer groq four (input 5, output 6)
Removed: 1
  model acme/two
Changed: 4
  model acme/one: context 1000 → 2000
  model acme/three: weights closed → open
  offer groq one: output 2 → 3
  retirement openai acme-1: shutdown 2026-05-05 → 2026-06-06
Conflicts: 2
  model acme/three: weights closed before, open now
  groq three: listed closed, the catalog says open (the lab's row of the same data says open)`,
    ));

  it('does not tell of conflicts that are known', () => {
    const known = changesBetween(old, fresh, comparison, report(comparison, fresh));
    assert.deepEqual(known.conflicts, ['model acme/three: weights closed before, open now']);
  });

  it('tells nothing when nothing changed, and the same each time', () => {
    const none = changesText(changesBetween(old, compile(before), compare(before, old), ''));
    assert.equal(none, 'Added: none\nRemoved: none\nChanged: none\nConflicts: none');
    assert.equal(changesText(changesBetween(compile(before), compile(after), compare(after, compile(after)), '')), text);
  });
});
