import assert from 'node:assert/strict';
import { loadCatalog, targets } from '../../src/catalog';

const expectedTargets = [
  'ollama',
  'vllm',
  'llama.cpp',
  'lmstudio',
  'sglang',
  'localai',
  'tgi',
  'litellm',
  'huggingface',
  'together',
  'groq',
  'fireworks',
  'openrouter',
  'nebius',
];

describe('targets', () => {
  const catalog = loadCatalog();

  it('are all there', () => assert.deepEqual([...catalog.targets.keys()], expectedTargets));

  for (const target of targets) {
    it(`${target.id}: its base URLs are its vendor's`, () => {
      for (const url of Object.values(target.baseUrls)) assert.equal(catalog.vendorOfUrl(url)?.id, target.vendor, url);
    });

    it(`${target.id}: its default models have open weights`, () => {
      for (const model of Object.values(target.models)) assert.equal(catalog.model(model, target.vendor).weights, 'open', model);
    });

    it(`${target.id}: a call site there is no longer closed`, () => {
      const vendor = catalog.vendors.get(target.vendor);
      assert.ok(vendor && vendor.class !== 'closed');
    });
  }
});
