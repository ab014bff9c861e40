import assert from 'node:assert/strict';
import { compile } from '../../scripts/catalog/compile';
import type { BenchmarkInput, CatalogInput, LabModel } from '../../scripts/catalog/input';
import { loadCatalog } from '../../src/catalog';
import { Alternatives } from '../../src/catalog/alternatives/alternatives';
import { DetailsIndex } from '../../src/catalog/models/details';
import { ModelIndex } from '../../src/catalog/models/modelIndex';
import type { Need } from '../../src/core/catalog/knowledge';

const origin = { source: 'test', commit: 'abc', date: '2026-07-01', licence: 'MIT' };

function model(open: boolean, more: Partial<LabModel> = {}): LabModel {
  return {
    name: 'A Model',
    open_weights: open,
    release_date: '2026-01-05',
    limit: { context: 100_000, output: 8_000 },
    modalities: { input: ['text'], output: ['text'] },
    tool_call: true,
    ...more,
  };
}

function score(name: string, value: number, more: Partial<BenchmarkInput> = {}): BenchmarkInput {
  return { name, metric: 'percent', score: value, source: `https://example.com/${name}`, ...more };
}

const models: Readonly<Record<string, LabModel>> = {
  'acme/shut': model(false, { benchmarks: [score('a', 50, { date: '2026-02-02' }), score('b', 40)] }),
  'acme/shut-20260105': model(false),
  'acme/alone': model(false),
  'acme/embedder': model(false, { modalities: { input: ['text'], output: ['image'] } }),
  'free/better-8b': model(true, { benchmarks: [score('a', 60, { date: '2026-01-01' }), score('b', 40)] }),
  'free/mixed-30b-a3b': model(true, { benchmarks: [score('a', 60), score('b', 30)], structured_output: true }),
  'free/near-70b': model(true, { benchmarks: [score('a', 45)], modalities: { input: ['text', 'image'], output: ['text'] } }),
  'free/far-7b': model(true, { benchmarks: [score('a', 5)] }),
  'free/other-harness-4b': model(true, { benchmarks: [score('a', 99, { harness: 'another' })] }),
  'free/toolless-3b': model(true, { tool_call: false, limit: { context: 4_000 } }),
  'free/twin-8b': model(true, { weights: [{ url: 'https://huggingface.co/free/twin' }] }),
  'free/twin-8b-fast': model(true, { weights: [{ url: 'https://huggingface.co/free/twin' }], release_date: '2025-01-01' }),
};

const input: CatalogInput = {
  models: { _: origin, models },
  providers: { _: origin, providers: { groq: { models: { 'free/near-70b': { open: true, in: 1, out: 2 } } } } },
  retirements: { _: origin, models: [] },
};

describe('alternatives', () => {
  const packed = compile(input);
  const index = new ModelIndex(packed);
  const alternatives = new Alternatives(packed, index, new DetailsIndex(packed, index));
  const names = (id: string, need?: Need): string[] => alternatives.find(id, need).map((one) => one.id.replace('free/', ''));

  it('ranks by evidence: at least as high, mixed, lower, never compared, far lower', () =>
    assert.deepEqual(names('shut'), ['better-8b', 'mixed-30b-a3b', 'near-70b', 'other-harness-4b', 'twin-8b', 'toolless-3b', 'far-7b']));

  it('gives both scores, the difference, the pages and the older date', () => {
    const first = alternatives.find('shut').at(0);
    assert.equal(first?.verdict, 'at-least');
    assert.deepEqual(first.evidence, [
      {
        benchmark: 'a',
        metric: 'percent',
        setting: null,
        closedScore: 50,
        openScore: 60,
        difference: 10,
        sources: ['https://example.com/a'],
        date: '2026-01-01',
      },
      {
        benchmark: 'b',
        metric: 'percent',
        setting: null,
        closedScore: 40,
        openScore: 40,
        difference: 0,
        sources: ['https://example.com/b'],
        date: null,
      },
    ]);
  });

  it('says by how much an open model scores lower', () => {
    const near = alternatives.find('shut').find(({ id }) => id === 'free/near-70b');
    assert.equal(near?.verdict, 'lower');
    assert.deepEqual(near.evidence === 'no public comparison' ? [] : near.evidence.map(({ difference }) => difference), [-5]);
  });

  it('compares no scores taken in another setting', () => {
    const other = alternatives.find('shut').find(({ id }) => id === 'free/other-harness-4b');
    assert.deepEqual([other?.evidence, other?.verdict], ['no public comparison', 'unknown']);
  });

  it('lends a dated listing the scores of its name', () =>
    assert.deepEqual(names('shut-20260105').slice(0, 2), ['better-8b', 'mixed-30b-a3b']));

  it('makes nothing up where nothing was measured', () => {
    const all = alternatives.find('alone');
    assert.ok(all.length > 0);
    assert.ok(all.every(({ evidence }) => evidence === 'no public comparison'));
  });

  const needs: readonly (readonly [what: string, need: Need, expected: readonly string[]])[] = [
    ['vision', { vision: true }, ['near-70b']],
    ['a machine of 8 GB', { memory: 8 }, ['better-8b', 'other-harness-4b', 'twin-8b', 'toolless-3b', 'far-7b']],
    ['a machine of 24 GB and tools', { memory: 24, tools: true }, ['better-8b', 'mixed-30b-a3b', 'other-harness-4b', 'twin-8b', 'far-7b']],
    ['more context than any has', { context: 1_000_000 }, []],
    ['another kind of model', { modality: 'image' }, []],
  ];
  for (const [what, need, expected] of needs) it(`meets the need of ${what}`, () => assert.deepEqual(names('shut', need), expected));

  it('puts what is confirmed before what the data do not say', () => {
    const [first, second] = alternatives.find('shut', { structuredOutput: true });
    assert.deepEqual([first?.id, first?.unconfirmed], ['free/mixed-30b-a3b', []]);
    assert.deepEqual([second?.id, second?.unconfirmed], ['free/better-8b', ['structured output']]);
  });

  it('has none for open models, unknown ones and text that names none', () => {
    for (const id of ['better-8b', 'nobody-knows', '', '__proto__']) assert.deepEqual(alternatives.find(id), []);
  });
});

describe('the built-in alternatives', () => {
  const catalog = loadCatalog();

  it('compare gpt-4o with open models on a public leaderboard', () => {
    const evidence = catalog.alternatives('gpt-4o', { memory: 24, tools: true })[0]?.evidence;
    assert.ok(Array.isArray(evidence) && evidence.length > 0);
    assert.ok(evidence.every(({ sources }: { sources: readonly string[] }) => sources.every((url) => url.startsWith('https://'))));
  });

  for (const memory of [8, 24, 80]) {
    it(`fit into ${memory} GB`, () => {
      const all = catalog.alternatives('claude-sonnet-4-5', { memory });
      assert.ok(all.length > 0);
      for (const { details } of all) assert.ok(details.memory !== null && details.memory <= memory, String(details.id));
    });
  }

  it('are open and of the same kind', () => {
    for (const id of ['gpt-5.5', 'text-embedding-3-small', 'whisper-1', 'dall-e-3', 'rerank-v3.5', 'tts-1']) {
      const all = catalog.alternatives(id);
      assert.ok(all.length > 0, id);
      for (const { details } of all) assert.deepEqual([details.weights, details.modality], ['open', catalog.model(id).modality]);
    }
  });
});

describe('details', () => {
  const catalog = loadCatalog();

  it('give prices by vendor, the cheapest first, and the day they are of', () => {
    const { prices, asOf } = catalog.details('gpt-4o', 'openai');
    assert.deepEqual(
      prices.find(({ vendor }) => vendor === 'openai'),
      { vendor: 'openai', id: 'gpt-4o', input: 2.5, output: 10 },
    );
    assert.deepEqual(
      prices.map(({ input: price }) => price),
      prices.map(({ input: price }) => price).sort((a, b) => a - b),
    );
    assert.equal(asOf, '2026-07-02');
  });

  it('tell size, memory, weights and abilities of an open model', () => {
    const facts = catalog.details('Qwen/Qwen3-32B', 'vllm');
    assert.deepEqual(
      [facts.parameters, facts.memory, facts.weightsUrl, facts.context, facts.tools],
      [{ total: 32, active: null }, 20.2, 'https://huggingface.co/Qwen/Qwen3-32B', 131_072, true],
    );
  });

  it('call closed weights closed, with the source of it', () => {
    const { licence, source } = catalog.details('gpt-4o');
    assert.deepEqual(licence, { class: 'closed', name: null, source });
  });

  it('take what the snapshots lack from pages that were read', () => {
    const maverick = catalog.details('meta-llama/llama-4-maverick');
    assert.deepEqual([maverick.licence?.class, maverick.parameters, maverick.memory], ['community', { total: 400, active: 17 }, 241]);
    assert.ok(maverick.sources.includes('https://huggingface.co/docs/transformers/model_doc/llama4'));
    assert.deepEqual(catalog.details('text-embedding-3-small').dimensions, 1536);
    assert.deepEqual(catalog.details('codestral-latest').licence?.class, 'research');
  });

  it('know nothing of an unknown id, and say so', () => {
    const facts = catalog.details('potato!');
    assert.deepEqual([facts.weights, facts.prices, facts.context, facts.licence, facts.sources], ['unknown', [], null, null, []]);
  });
});

describe('retirement seen from a day', () => {
  const catalog = loadCatalog();
  const cases: readonly (readonly [today: string, state: string, daysLeft: number])[] = [
    ['2026-07-01', 'deprecated', 114],
    ['2026-07-25', 'retiring', 90],
    ['2026-10-22', 'retiring', 1],
    ['2026-10-23', 'retired', 0],
    ['2026-11-25', 'retired', -33],
  ];
  for (const [today, state, daysLeft] of cases) {
    it(`gpt-4 on ${today} is ${state}`, () => {
      const seen = catalog.retirement('gpt-4', today, 'openai');
      assert.deepEqual([seen?.standing, seen?.daysLeft, seen?.shutdown], [state, daysLeft, '2026-10-23']);
    });
  }
  it('is null for a model that stays', () => assert.equal(catalog.retirement('gpt-5.5', '2026-08-01', 'openai'), null));
});

describe('servedAs', () => {
  const catalog = loadCatalog();
  const cases: readonly (readonly [id: string, target: string, expected: string | null])[] = [
    ['alibaba/qwen3-32b', 'vllm', 'Qwen/Qwen3-32B'],
    ['alibaba/qwen3-32b', 'groq', 'qwen/qwen3-32b'],
    ['alibaba/qwen3-32b', 'ollama', 'qwen3:32b'],
    ['openai/gpt-oss-20b', 'ollama', 'gpt-oss:20b'],
    ['openai/gpt-oss-120b', 'openrouter', 'openai/gpt-oss-120b'],
    ['openai/gpt-oss-120b', 'fireworks', 'accounts/fireworks/models/gpt-oss-120b'],
    ['alibaba/qwen3-32b', 'fireworks', null],
    ['potato!', 'vllm', null],
    ['alibaba/qwen3-32b', 'nobody', null],
  ];
  for (const [id, target, expected] of cases) {
    it(`${id} on ${target}: ${expected ?? 'not known'}`, () => assert.equal(catalog.servedAs(id, target), expected));
  }
});
