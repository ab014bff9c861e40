import * as assert from 'node:assert/strict';
import { TargetKeys } from '../../src/editor/targetKeys';
import { loadCatalog } from '../../src/catalog';
import type * as vscode from 'vscode';

describe('keys of targets', () => {
  const kept = new Map<string, string>();
  const secrets: Pick<vscode.SecretStorage, 'get' | 'store' | 'delete'> = {
    get: (name) => Promise.resolve(kept.get(name)),
    store: (name, key) => Promise.resolve(void kept.set(name, key)),
    delete: (name) => Promise.resolve(void kept.delete(name)),
  };
  const keys = new TargetKeys(secrets as vscode.SecretStorage);
  const groq = loadCatalog().targets.get('groq');
  assert.ok(groq);

  it('are kept, and forgotten when they are empty', async () => {
    await keys.set(groq, 'secret');
    assert.equal(await keys.get(groq), 'secret');
    await keys.set(groq, '');
    assert.equal(await keys.get(groq), undefined);
    assert.equal(kept.size, 0);
  });

  it('are not given to the same target at another address', async () => {
    await keys.set(groq, 'secret');
    assert.equal(await keys.get({ ...groq, baseUrls: { openai: 'https://elsewhere.example/v1' } }), undefined);
  });
});
