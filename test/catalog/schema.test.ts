import assert from 'node:assert/strict';
import { targets, vendors } from '../../src/catalog';
import packed from '../../src/catalog/generated/models.json';
import { familyRows } from '../../src/catalog/models/familyRows.built';
import { modelFactsRows } from '../../src/catalog/models/modelFacts';
import type { PackedModels } from '../../src/catalog/models/packed';
import { faultsOf, isDate, isSource, type CatalogData } from '../../src/catalog/schema';

const data: CatalogData = { vendors, targets, families: familyRows, modelFacts: modelFactsRows, models: packed as unknown as PackedModels };

/** The first row of a table with some fields changed, in front of the table. */
function withRow<T>(rows: readonly T[], change: object): T[] {
  const [first, ...rest] = rows;
  return [{ ...first, ...change } as T, ...rest];
}

const broken: readonly (readonly [what: string, data: CatalogData, fault: RegExp])[] = [
  ['a vendor id twice', { ...data, vendors: withRow(vendors, { id: 'anthropic' }) }, /vendor id twice: anthropic/],
  ['a host twice', { ...data, vendors: withRow(vendors, { hosts: ['api.anthropic.com'] }) }, /host twice: api\.anthropic\.com/],
  ['a vendor without hosts', { ...data, vendors: withRow(vendors, { hosts: [] }) }, /vendor openai: no host/],
  ['a host that is no pattern', { ...data, vendors: withRow(vendors, { hosts: ['api:x'] }) }, /not a host pattern: api:x/],
  ['a host in upper case', { ...data, vendors: withRow(vendors, { hosts: ['API.x.com'] }) }, /host not in lower case/],
  ['a host with an open end', { ...data, vendors: withRow(vendors, { hosts: ['api.openai.*'] }) }, /host ends in a wildcard/],
  ['an unknown class', { ...data, vendors: withRow(vendors, { class: 'good' }) }, /class good/],
  ['an unknown field', { ...data, vendors: withRow(vendors, { note: 'x' }) }, /unknown field note/],
  ['a source that is none', { ...data, vendors: withRow(vendors, { source: 'the docs' }) }, /source the docs/],
  ['a date that is none', { ...data, vendors: withRow(vendors, { accessed: '2026-02-30' }) }, /accessed 2026-02-30/],
  ['a variable that is none', { ...data, vendors: withRow(vendors, { keyVariables: ['key'] }) }, /variable key/],
  ['a target at no vendor', { ...data, targets: withRow(targets, { vendor: 'nobody' }) }, /no vendor nobody/],
  ['an OpenAI base URL without /v1', { ...data, targets: withRow(targets, { baseUrls: { openai: 'http://x' } }) }, /ends in \/v1/],
  [
    'a protocol that serves nothing',
    { ...data, targets: withRow(targets, { surfaces: { openai: ['chat'] } }) },
    /anthropic serves nothing/,
  ],
  ['an unknown surface', { ...data, targets: withRow(targets, { surfaces: { openai: ['talk'], anthropic: [] } }) }, /surface talk/],
  ['an unknown feature', { ...data, targets: withRow(targets, { lacks: ['charm'] }) }, /feature charm/],
  ['a local target that asks for a key', { ...data, targets: withRow(targets, { keyPlaceholder: null }) }, /key placeholder null/],
  ['a default model for no surface', { ...data, targets: withRow(targets, { models: { chat: 'a', speech: 'b' } }) }, /a model for speech/],
  ['a family that matches everything', { ...data, families: withRow(familyRows, { pattern: '.*' }) }, /matches the empty name/],
  ['a family that is no pattern', { ...data, families: withRow(familyRows, { pattern: '(' }) }, /not a regular expression/],
  ['a retirement without a source', { ...data, models: withRetirement([['m'], 2, 0, '2026-01-01', 0, 99_999, '2026-01-01']) }, /no source/],
  ['a retirement with a strange date', { ...data, models: withRetirement([['m'], 2, 0, 'soon', 0, 0, '2026-01-01']) }, /date soon/],
  [
    'a shutdown before its announcement',
    { ...data, models: withRetirement([['m'], 2, '2026-02-01', '2026-01-01', 0, 0, '2026-01-01']) },
    /before it was announced/,
  ],
  ['a score of no model', { ...data, models: { ...data.models, scores: { 99_999: [[0, 1, 0, 0]] } } }, /scores of no model 99999/],
  ['a score on no benchmark', { ...data, models: { ...data.models, scores: { 0: [[9_999, 1, 0, 0]] } } }, /no benchmark 9999/],
  ['a score without a source', { ...data, models: { ...data.models, scores: { 0: [[0, 1, 99_999, 0]] } } }, /scores of .*: no source/],
  ['a score that is no number', { ...data, models: { ...data.models, scores: { 0: [[0, NaN, 0, 0]] } } }, /score NaN/],
  ['closed weights with a link', { ...data, models: withModel([0, 0, 0, 0, 0, 'https://x.com/y']) }, /closed, with a link/],
  ['weights that are nowhere', { ...data, models: withModel([1, 0, 0, 0, 0, 'x/y']) }, /weights at x\/y/],
  ['a model both with and without tools', { ...data, models: withModel([1, 0, 0, 0, 0, 0, 0, 0, 3]) }, /abilities 3/],
  ['a licence class that is none', { ...data, modelFacts: withRow(modelFactsRows, { licence: ['free', 'X'] }) }, /licence free X/],
  ['more active parameters than there are', { ...data, modelFacts: withRow(modelFactsRows, { parameters: [1, 2] }) }, /parameters 1 2/],
  ['a name at no target', { ...data, modelFacts: withRow(modelFactsRows, { served: { nobody: 'x' } }) }, /no target nobody/],
  ['vectors of no length', { ...data, modelFacts: withRow(modelFactsRows, { dimensions: 0 }) }, /0 is no amount/],
  ['read facts without a source', { ...data, modelFacts: withRow(modelFactsRows, { source: 'said so' }) }, /source said so/],
  ['a price below nothing', { ...data, models: { ...data.models, offers: { openai: { x: [0, -1] } } } }, /price -1/],
];

/** A model with these facts from `weights` on. */
function withModel([weights, source, release, context, title, ...rest]: unknown[]): PackedModels {
  const model = ['m', 0, weights, 0, source, release, context, title, ...rest] as unknown as PackedModels['models'][number];
  return { ...data.models, models: [...data.models.models, model] };
}

function withRetirement(row: PackedModels['retirements'][string][number]): PackedModels {
  return { ...data.models, retirements: { openai: [row] } };
}

describe('catalog schema', () => {
  it('finds no fault in the built-in data', () => assert.deepEqual(faultsOf(data), []));

  for (const [what, wrong, fault] of broken) {
    it(`finds ${what}`, () => assert.match(faultsOf(wrong).join('\n'), fault));
  }

  it('takes pages and package files for sources', () => {
    assert.ok(isSource('https://docs.example.com/models'));
    assert.ok(isSource('openai@6.49.0 client.js'));
    assert.ok(isSource('@anthropic-ai/sdk@1.12.0 client.js'));
    assert.ok(!isSource('http://docs.example.com'));
    assert.ok(!isSource('openai'));
    assert.ok(!isSource('openai@latest'));
  });

  it('takes calendar days for dates', () => {
    assert.ok(isDate('2024-02-29'));
    assert.ok(!isDate('2025-02-29'));
    assert.ok(!isDate('2025-2-9'));
  });
});
