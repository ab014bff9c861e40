import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { loadCatalog } from '../../src/catalog';
import { createEngine } from '../../src/core/createEngine';
import type { SiteName } from '../../src/core/rewrite/plan';
import { MemoryHost } from '../support/memoryHost';

const root = join(__dirname, '../../examples/support-desk/src');
const files = Object.fromEntries(
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(root, path).replace(/\\/g, '/'), readFileSync(path, 'utf8')]),
);

describe('the example', () => {
  const engine = createEngine(loadCatalog(), new MemoryHost(files));
  const names = Object.keys(files);
  const plan = engine.plan({ files: names, related: [], target: 'ollama', style: 'environment', safeOnly: true });
  const sites = names.flatMap((file) => engine.analyze(file).callSites);
  const label = ({ file, fingerprint }: SiteName): string => {
    const site = sites.find((each) => each.file === file && each.fingerprint === fingerprint);
    return `${file}: ${site?.surface ?? site?.kind ?? ''}`;
  };

  it('moves what can move as it is', () => {
    assert.deepEqual(
      plan.files.map(({ file }) => file),
      ['agents/orders.ts', 'jobs/dailySummary.ts', 'jobs/language.ts', 'llm/client.ts', 'replies/draft.ts', 'replies/translate.ts'],
    );
    assert.equal(plan.moved.length, 11);
    assert.equal(plan.changesResults, false);
  });

  it('leaves the embeddings to be looked at', () => {
    assert.deepEqual(plan.left.map(label), ['search/articles.ts: embeddings']);
  });

  it('refuses the rest by name', () => {
    assert.deepEqual([...new Set(plan.refused.map(({ file }) => file))], ['agents/research.ts']);
  });
});
