import * as assert from 'node:assert/strict';
import { FindingStore, type FindingChange } from '../../src/editor/findingStore';
import { buildTree, closedCount, sitesOf } from '../../src/editor/treeModel';
import { analysisOf, siteOf } from './samples';

describe('finding store', () => {
  const file = '/w/a.ts';

  it('prefers an open document to the scan, and goes back on close', () => {
    const store = new FindingStore();
    store.replaceScan([analysisOf(file, [siteOf(file, 'one')])]);
    store.setOpen(file, 3, analysisOf(file, [siteOf(file, 'two'), siteOf(file, 'three')]));
    assert.equal(store.exposure().callSites, 2);
    store.close(file);
    // The text on disk is read again later; until then the last thing known counts.
    assert.equal(store.exposure(file).callSites, 2);
    store.removeScanned([file]);
    assert.equal(store.get(file), undefined);
  });

  it('forgets a closed document that no scan knows', () => {
    const store = new FindingStore();
    store.setOpen(file, 1, analysisOf(file, [siteOf(file, 'one')]));
    store.close(file);
    assert.deepEqual(store.analyses, []);
  });

  it('passes over an older version', () => {
    const store = new FindingStore();
    store.setOpen(file, 5, analysisOf(file, [siteOf(file, 'new')]));
    store.setOpen(file, 4, analysisOf(file, []));
    assert.equal(store.open(file)?.version, 5);
  });

  it('tells the changes of one turn as one event', async () => {
    const store = new FindingStore();
    const events: FindingChange[] = [];
    store.onDidChange((change) => events.push(change));
    store.setOpen(file, 1, analysisOf(file, []));
    store.updateScan([analysisOf('/w/b.ts', [])]);
    await Promise.resolve();
    assert.deepEqual(
      events.map(({ files }) => [...files]),
      [[file, '/w/b.ts']],
    );
  });

  it('finds open files that depend on another', () => {
    const store = new FindingStore();
    store.setOpen(file, 1, { ...analysisOf(file, []), dependencies: ['/w/client.ts'] });
    store.setOpen('/w/b.ts', 1, analysisOf('/w/b.ts', []));
    assert.deepEqual(store.openDependents('/w/client.ts'), [file]);
  });
});

describe('tree model', () => {
  it('orders vendors by closed call sites and keeps accepted ones apart', () => {
    const file = '/w/a.ts';
    const roots = buildTree([
      {
        ...analysisOf(file, [
          siteOf(file, 'a', { vendor: 'ollama', openness: 'self-hosted', model: 'qwen3:8b', portability: 'none' }),
          siteOf(file, 'b', { vendor: 'openai', model: 'gpt-4o' }),
          siteOf(file, 'c', { vendor: 'openai', kind: 'client', model: null, inference: false }),
        ]),
        accepted: [{ ...siteOf(file, 'd', { vendor: 'anthropic' }), reason: 'contract' }],
      },
    ]);
    assert.deepEqual(
      roots.map((root) => root.id),
      ['vendor:openai', 'vendor:ollama', 'accepted'],
    );
    const [openai] = roots;
    assert.ok(openai?.type === 'vendor');
    assert.deepEqual(
      openai.models.map((model) => model.id),
      ['model:openai:closed:gpt-4o', 'model:openai:closed:(client)'],
    );
    assert.equal(closedCount(sitesOf(openai)), 2);
  });
});
