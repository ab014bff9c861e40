import assert from 'node:assert/strict';
import Ajv from 'ajv';
import schema from '../../media/catalog.schema.json';
import { catalogWith, loadCatalog, readOverrides, readOverridesText } from '../../src/catalog';
import { featureNames, surfaceNames } from '../../src/catalog/schema';
import type { CatalogOverrides } from '../../src/core/catalog/overrides';
import { createEngine } from '../../src/core/createEngine';
import { MemoryHost } from '../support/memoryHost';

/** A gateway, a fine-tune, a renamed model and a target of one's own. */
const own: CatalogOverrides = {
  vendors: [{ id: 'acme', name: 'Acme gateway', class: 'carrier', hosts: ['llm.acme.example'], keyVariables: ['ACME_KEY'] }],
  models: [
    {
      id: 'acme/support',
      weights: 'open',
      context: 16_000,
      parameters: { total: 7 },
      licence: { class: 'closed', name: 'Acme' },
      tools: true,
    },
    { id: 'ft:gpt-4o-mini:acme::abc', aliases: ['house-model'], weights: 'closed', name: 'House model' },
    { id: 'gpt-4o', context: 64_000, prices: [{ vendor: 'acme', input: 1 }] },
  ],
  targets: [{ id: 'rack', baseUrls: { openai: 'http://rack.acme.example:9000/v1' }, models: { chat: 'acme/support' } }],
};

describe('own catalog rows', () => {
  const catalog = catalogWith(own);

  it('are sound', () => assert.deepEqual(readOverrides(own).faults, []));

  it('add a vendor by its host', () => {
    assert.equal(catalog.vendorOfUrl('https://llm.acme.example/v1')?.id, 'acme');
    assert.equal(loadCatalog().vendorOfUrl('https://llm.acme.example/v1'), null);
  });

  it('add models with what they say', () => {
    const facts = catalog.details('acme/support');
    assert.deepEqual(
      [facts.id, facts.lab, facts.weights, facts.modality, facts.context, facts.memory, facts.licence?.name, facts.source],
      ['acme/support', 'acme', 'open', 'chat', 16_000, 5.2, 'Acme', 'own catalog row'],
    );
    assert.equal(loadCatalog().model('acme/support').weights, 'unknown');
  });

  it('add a fine-tune under its id and its aliases', () => {
    for (const id of ['ft:gpt-4o-mini:acme::abc', 'house-model', 'HOUSE-MODEL']) assert.equal(catalog.model(id).name, 'House model', id);
  });

  it('replace only the fields they give', () => {
    const facts = catalog.details('gpt-4o', 'openai');
    assert.deepEqual([facts.id, facts.name, facts.weights, facts.context], ['openai/gpt-4o', 'GPT-4o', 'closed', 64_000]);
    assert.deepEqual(facts.prices[0], { vendor: 'acme', id: 'gpt-4o', input: 1, output: null });
    assert.equal(facts.tools, true);
    assert.equal(loadCatalog().details('gpt-4o', 'openai').context, 128_000);
  });

  it('stand among the alternatives', () => {
    assert.ok(catalog.alternatives('gpt-4o', { memory: 6, context: 8_000, tools: true }).some(({ id }) => id === 'acme/support'));
  });

  it('add a target with what it does not say made from its id', () => {
    const target = catalog.targets.get('rack');
    assert.deepEqual(
      [target?.vendor, target?.class, target?.keyVariable, target?.baseUrlVariable, target?.keyPlaceholder, target?.surfaces],
      ['rack', 'self-hosted', 'RACK_API_KEY', 'RACK_BASE_URL', 'none', { openai: ['chat', 'models'] }],
    );
    assert.equal(catalog.vendorOfUrl('http://rack.acme.example:9000/v1')?.id, 'rack');
  });

  it('reach the analysis and the rewrite', () => {
    const source = `import OpenAI from 'openai';
const house = new OpenAI({ baseURL: 'https://llm.acme.example/v1' });
export const a = () => house.chat.completions.create({ model: 'house-model', messages: [] });
const client = new OpenAI();
export const b = () => client.chat.completions.create({ model: 'gpt-4o', messages: [] });
`;
    const engine = createEngine(catalog, new MemoryHost({ '/a.ts': source }));
    const sites = engine.analyze('/a.ts').callSites.filter(({ kind }) => kind === 'call');
    assert.deepEqual(
      sites.map(({ vendor, model, openness }) => [vendor, model, openness]),
      [
        ['acme', 'house-model', 'closed'],
        ['openai', 'gpt-4o', 'closed'],
      ],
    );
    const plan = engine.plan({ files: ['/a.ts'], target: 'rack', style: 'literal', safeOnly: true });
    const texts = plan.files.flatMap(({ edits }) => edits.map(({ newText }) => newText)).join('\n');
    assert.match(texts, /http:\/\/rack\.acme\.example:9000\/v1/);
    assert.match(texts, /acme\/support/);
  });

  it('leave the built-in catalog what it is where there are none', () => {
    assert.equal(catalogWith(undefined), loadCatalog());
    assert.equal(catalogWith({ vendors: [], models: [] }), loadCatalog());
    assert.notEqual(catalog.version, loadCatalog().version);
  });
});

/** What is wrong, and whether the schema alone sees it. */
const wrong: readonly (readonly [what: string, value: unknown, faults: readonly string[], bySchema: boolean])[] = [
  ['no object', [], ['the catalog must be an object'], true],
  ['an unknown table', { model: [] }, ['model is not known here; known: $schema, vendors, models, targets'], true],
  ['a table that is none', { models: {} }, ['models must be a list'], true],
  ['a row without an id', { models: [{ weights: 'open' }] }, ["models[0] needs 'id'"], true],
  ['strange weights', { models: [{ id: 'a', weights: 'ajar' }] }, ['models[0].weights must be one of open, closed'], true],
  [
    'a context that is no amount',
    { models: [{ id: 'a', weights: 'open', context: 0.5 }] },
    ['models[0].context must be a whole number'],
    true,
  ],
  [
    'a price below nothing',
    { models: [{ id: 'gpt-4o', prices: [{ vendor: 'x', input: -1 }] }] },
    ['models[0].prices[0].input must be 0 or more'],
    true,
  ],
  ['a size of nothing', { models: [{ id: 'gpt-4o', parameters: { total: 0 } }] }, ['models[0].parameters.total must be more than 0'], true],
  [
    'a host in upper case',
    { vendors: [{ id: 'a', name: 'A', class: 'carrier', hosts: ['A.com'] }] },
    ['vendors[0].hosts[0] must match ^[a-z0-9*$:./_-]+$'],
    true,
  ],
  ['no host', { vendors: [{ id: 'a', name: 'A', class: 'carrier', hosts: [] }] }, ['vendors[0].hosts must not be empty'], true],
  ['an empty name', { vendors: [{ id: 'openai', name: '' }] }, ['vendors[0].name must not be empty'], true],
  [
    'a base URL without /v1',
    { targets: [{ id: 'a', baseUrls: { openai: 'http://x' }, models: { chat: 'm' } }] },
    ['targets[0].baseUrls.openai must match ^https?://\\S+/v1$'],
    true,
  ],
  [
    'a host that is no pattern',
    { vendors: [{ id: 'a', name: 'A', class: 'carrier', hosts: ['a:x'] }] },
    ['vendors[0].hosts[0] is no host'],
    false,
  ],
  [
    'a new vendor without hosts',
    { vendors: [{ id: 'acme', name: 'A', class: 'carrier' }] },
    ["vendors[0] needs 'hosts': the catalog has no vendor of this id"],
    false,
  ],
  [
    'a new model without weights',
    { models: [{ id: 'acme/x' }] },
    ["models[0] needs 'weights': the catalog has no model of this id"],
    false,
  ],
  [
    'a new target without a model',
    { targets: [{ id: 'a', baseUrls: { openai: 'http://x/v1' } }] },
    ["targets[0] needs 'models': the catalog has no target of this id"],
    false,
  ],
  [
    'a target that speaks nothing',
    { targets: [{ id: 'a', baseUrls: {}, models: { chat: 'm' } }] },
    ["targets[0].baseUrls needs 'openai', 'anthropic' or 'gemini'"],
    false,
  ],
  [
    'a target at no vendor',
    { targets: [{ id: 'ollama', vendor: 'nobody' }] },
    ['targets[0].vendor is no vendor of the catalog: nobody'],
    false,
  ],
  [
    'surfaces without a base URL',
    { targets: [{ id: 'a', baseUrls: { openai: 'http://x/v1' }, surfaces: { anthropic: ['messages'] }, models: { chat: 'm' } }] },
    ['targets[0].surfaces.anthropic has no base URL'],
    false,
  ],
];

describe('own catalog rows that are wrong', () => {
  const valid = new Ajv({ strict: false }).compile(schema);

  for (const [what, value, faults, bySchema] of wrong) {
    it(`are told apart by ${what}`, () => {
      const read = readOverridesText(JSON.stringify(value));
      assert.deepEqual(
        read.faults.map(({ message }) => message),
        faults,
      );
      assert.equal(valid(value), !bySchema, 'the editor, which only has the schema, must say the same');
      assert.deepEqual(Object.values(read.overrides).flat(), []);
    });
  }

  it('cost only themselves', () => {
    const { overrides, faults } = readOverrides({ models: [{ id: 'a', weights: 'ajar' }, { id: 'b', weights: 'open' }, { id: 'c' }] });
    assert.equal(faults.length, 2);
    assert.deepEqual(overrides.models, [{ id: 'b', weights: 'open' }]);
  });

  it('are told where they stand', () => {
    const text = '{\n  // ours\n  "models": [{ "id": "a", "weights": "ajar" }],\n}';
    const [fault] = readOverridesText(text).faults;
    assert.equal(text.slice(fault?.offset, (fault?.offset ?? 0) + (fault?.length ?? 0)), '"ajar"');
  });

  it('may be no JSON at all', () => {
    assert.match(readOverridesText('{ "models": [').faults[0]?.message ?? '', /^not JSON: /);
    assert.deepEqual(readOverridesText(''), { overrides: {}, faults: [] });
  });
});

describe('the schema of own rows', () => {
  it('names the surfaces and features that targets have', () => {
    const { target } = schema.definitions;
    assert.deepEqual(target.properties.surfaces.properties.openai.items.enum, [...surfaceNames]);
    assert.deepEqual(target.properties.lacks.items.enum, [...featureNames]);
  });

  it('agrees with the check on what is sound', () => assert.ok(new Ajv({ strict: false }).compile(schema)(own)));
});
