import assert from 'node:assert/strict';
import { compile } from '../../scripts/catalog/compile';
import { compare, report } from '../../scripts/catalog/differences';
import type { CatalogInput, Listing } from '../../scripts/catalog/input';
import { format } from '../../scripts/catalog/write';
import { ModelIndex } from '../../src/catalog/models/modelIndex';

const origin = { source: 'test', commit: 'abc', date: '2026-01-02', licence: 'MIT' };
const lab = (open: boolean): CatalogInput['models']['models'][string] => ({
  name: 'A Model',
  open_weights: open,
  release_date: '2025-05-05',
  limit: { context: 1000 },
  modalities: { input: ['text'], output: ['text'] },
});
const listed = (open: boolean, more: Partial<Listing> = {}): Listing => ({ open, ...more });

/** Three snapshots in which providers, a lab and a sourced rule disagree. */
function input(): CatalogInput {
  return {
    models: { _: origin, models: { 'openai/gpt-9': lab(false), 'acme/roadrunner': lab(true) } },
    providers: {
      _: origin,
      providers: {
        openai: { models: { 'gpt-9': listed(false, { in: 1, out: 2, ctx: 3 }) } },
        vercel: { models: { 'acme/roadrunner': listed(false), 'meta/llama-9': listed(false), 'acme/coyote': listed(true) } },
        openrouter: { models: { 'acme/coyote': listed(true), 'acme/roadrunner': listed(true) } },
      },
    },
    retirements: {
      _: origin,
      models: [
        {
          provider: 'openai',
          model: 'gpt-9',
          status: 'retired',
          aliases: ['gpt-9-latest'],
          shutdown_on: '2026-03-04',
          replacements: [{ model: 'gpt-10' }],
          sources: [{ url: 'https://example.com/gone', accessed: '2026-01-01' }],
        },
        { provider: 'openai', model: 'gpt-10', status: 'active', sources: [{ url: 'https://example.com', accessed: '2026-01-01' }] },
      ],
    },
  };
}

describe('catalog:generate', () => {
  const index = new ModelIndex(compile(input()));

  it('lets the lab’s row settle whose weights are open, not a listing', () => {
    assert.equal(index.find('acme/roadrunner', 'vercel-gateway').weights, 'open');
    assert.equal(index.find('gpt-9', 'openai').weights, 'closed');
  });

  it('lets a sourced family rule settle it where no lab row does', () => {
    const facts = index.find('meta/llama-9', 'vercel-gateway');
    assert.deepEqual([facts.weights, facts.source], ['open', 'https://huggingface.co/meta-llama']);
  });

  it('takes the listings’ word where nothing else is known', () => assert.equal(index.find('acme/coyote', 'openrouter').weights, 'open'));

  it('keeps retirements with their source, under their aliases too', () => {
    const { retirement } = index.find('gpt-9-latest', 'openai');
    assert.deepEqual(
      [retirement?.status, retirement?.shutdown, retirement?.replacement, retirement?.source, retirement?.checked],
      ['retired', '2026-03-04', 'gpt-10', 'https://example.com/gone', '2026-01-01'],
    );
    assert.equal(index.find('gpt-10', 'openai').retirement, undefined);
  });

  it('keeps prices in dollars per million tokens', () => {
    const [model, ...prices] = compile(input()).offers['openai']?.['gpt-9'] ?? [];
    assert.equal(typeof model, 'number');
    assert.deepEqual(prices, [1, 2]);
  });

  it('refuses a retirement without a source', () => {
    const { retirements, ...rest } = input();
    const models = retirements.models.map((row) => ({ ...row, sources: [] }));
    assert.throws(() => compile({ ...rest, retirements: { ...retirements, models } }), /without a source: openai\/gpt-9/);
  });

  it('refuses a retirement at a vendor the catalog has no row for', () => {
    const { retirements, ...rest } = input();
    const models = retirements.models.map((row) => ({ ...row, provider: 'nobody' }));
    assert.throws(() => compile({ ...rest, retirements: { ...retirements, models } }), /nobody/);
  });

  it('writes the same text for the same data, whatever the order of their rows', () => {
    const { providers, ...rest } = input();
    const reversed = Object.fromEntries(
      Object.entries(providers.providers).map(([name, provider]) => [
        name,
        { models: Object.fromEntries(Object.entries(provider.models).reverse()) },
      ]),
    );
    const other = { ...rest, providers: { ...providers, providers: reversed } };
    assert.equal(format(compile(other)), format(compile(input())));
    assert.deepEqual(JSON.parse(format(compile(input()))), JSON.parse(JSON.stringify(compile(input()))));
  });

  it('lists and explains each difference', () => {
    const packed = compile(input());
    const { differences, totals } = compare(input(), packed);
    assert.deepEqual(
      differences.map((one) => [one.provider, one.id, one.listed, one.catalog, one.reason]),
      [
        ['vercel', 'acme/roadrunner', 'closed', 'open', 'lab'],
        ['vercel', 'meta/llama-9', 'closed', 'open', 'source'],
      ],
    );
    assert.equal(totals.listed, 6);
    assert.match(
      report({ differences, totals }, packed),
      /- `acme\/roadrunner` is open, listed closed: the lab's row of the same data says open/,
    );
  });
});
