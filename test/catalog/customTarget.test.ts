import assert from 'node:assert/strict';
import { catalogWith, customTargetRow, type CustomTarget } from '../../src/catalog';

const local = { baseUrl: 'http://localhost:9000/v1', model: 'house-7b' };

describe('the custom target', () => {
  it('is not there until it is described', () => assert.equal(catalogWith(undefined).targets.has('custom'), false));

  it('serves chats at its address, without a key', () => {
    const described = customTargetRow({ ...local, baseUrl: `${local.baseUrl}/` });
    assert.ok('overrides' in described);
    const catalog = catalogWith(described.overrides);
    const row = catalog.targets.get('custom');
    assert.deepEqual(row?.baseUrls, { openai: local.baseUrl });
    assert.deepEqual(row.surfaces, { openai: ['chat', 'models'] });
    assert.deepEqual(row.models, { chat: 'house-7b' });
    assert.equal(row.keyPlaceholder, 'none');
    assert.equal(catalog.vendors.get(row.vendor)?.class, 'self-hosted');
  });

  it('takes its key from the variable that is named, and serves what it is said to', () => {
    const described = customTargetRow({
      ...local,
      baseUrl: 'https://llm.acme.example/v1',
      keyVariable: 'ACME_KEY',
      embeddingModel: 'house-embed',
      anthropicBaseUrl: 'https://llm.acme.example',
    });
    assert.ok('overrides' in described);
    const row = catalogWith(described.overrides).targets.get('custom');
    assert.deepEqual([row?.keyVariable, row?.keyPlaceholder], ['ACME_KEY', null]);
    assert.deepEqual(row?.surfaces, { openai: ['chat', 'embeddings', 'models'], anthropic: ['messages'] });
    assert.equal(catalogWith(described.overrides).vendorOfUrl('https://llm.acme.example/v1')?.class, 'self-hosted');
  });

  const wrong: readonly (readonly [title: string, said: CustomTarget, fault: RegExp])[] = [
    ['without an address', { model: 'm' }, /needs a base URL/],
    ['without a model', { baseUrl: local.baseUrl }, /needs a model/],
    ['at something else than an address', { ...local, baseUrl: 'localhost:9000' }, /begins with http/],
    ['with a key in its address', { ...local, baseUrl: 'https://me:secret@acme.example/v1' }, /must not hold a user or a key/],
    ['at the address of one request', { ...local, baseUrl: 'http://localhost:9000/v1/chat/completions' }, /one kind of request/],
    ['with a query', { ...local, baseUrl: 'http://localhost:9000/v1?key=1' }, /ends before/],
    ['at a closed vendor', { ...local, baseUrl: 'https://api.openai.com/v1' }, /OpenAI answers there/],
    ['with no name of a variable', { ...local, keyVariable: 'sk-123' }, /no name of an environment variable/],
  ];
  for (const [title, said, fault] of wrong) {
    it(`is refused ${title}`, () => {
      const described = customTargetRow(said);
      assert.ok('fault' in described);
      assert.match(described.fault, fault);
      assert.doesNotMatch(described.fault, /secret/);
    });
  }
});
