import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { documentIdOf } from '../../src/editor/convert';
import { DocumentWatcher } from '../../src/editor/documentWatcher';
import { FindingStore } from '../../src/editor/findingStore';
import { needsConfirmation } from '../../src/editor/planEdit';
import { Rewriter } from '../../src/editor/rewriter';
import type { RewritePlan } from '../../src/core/rewrite/plan';
import { FakeEngine } from './fakeEngine';
import { closeAll, openward, setText, show } from './support';

/** A plan that puts a word at the start of a text. */
function planFor(file: string, before: string): RewritePlan {
  return {
    title: 'Rewrite to Ollama (qwen3:8b)',
    steps: [],
    files: [{ file, before, edits: [{ range: { start: 0, end: 0 }, newText: 'moved ' }] }],
    models: [],
    moved: [{ file, fingerprint: '0' }],
    warnings: [],
    refused: [],
    left: [],
    changesResults: false,
  };
}

describe('rewriter', () => {
  afterEach(closeAll);

  it('applies a plan for the present text', async () => {
    const { rewriter } = await openward();
    const { document } = await show('call');
    assert.equal(await rewriter.apply(planFor(documentIdOf(document), 'call')), true);
    assert.equal(document.getText(), 'moved call');
  });

  it('refuses a plan for an older text', async () => {
    const { rewriter } = await openward();
    const editor = await show('call');
    const plan = planFor(documentIdOf(editor.document), 'call');
    await setText(editor, 'call again');
    assert.equal(await rewriter.apply(plan), false);
    assert.equal(editor.document.getText(), 'call again');
  });

  it('plans again when the first plan does not fit, and gives up in the end', async () => {
    const { log, catalog } = await openward();
    const engine = new FakeEngine();
    const watcher = new DocumentWatcher(engine, new FindingStore(), log);
    try {
      const rewriter = new Rewriter(engine, watcher, catalog);
      const { document } = await show('call');
      const file = documentIdOf(document);
      const request = rewriter.requestForFiles([file]);
      assert.ok(request);
      engine.plans = [planFor(file, 'older'), planFor(file, 'call')];
      assert.ok((await rewriter.prepare(request)).edit);
      engine.plans = [planFor(file, 'older'), planFor(file, 'older'), planFor(file, 'older')];
      assert.equal((await rewriter.prepare(request)).edit, undefined);
    } finally {
      watcher.dispose();
    }
  });

  it('asks before results change, several files do, or there is something to know', () => {
    const plan = planFor('/w/a.ts', '');
    assert.equal(needsConfirmation(plan), false);
    assert.equal(needsConfirmation({ ...plan, changesResults: true }), true);
    assert.equal(needsConfirmation({ ...plan, warnings: [{ file: '/w/a.ts', fingerprint: '0', reason: 'x' }] }), true);
    assert.equal(needsConfirmation({ ...plan, files: [...plan.files, ...planFor('/w/b.ts', '').files] }), true);
  });

  it('fits files with a byte order mark', async () => {
    const { rewriter } = await openward();
    const { document } = await show('call');
    const plan = planFor(documentIdOf(document), '\uFEFFcall');
    const shifted = {
      ...plan,
      files: plan.files.map((file) => ({ ...file, edits: [{ range: { start: 1, end: 1 }, newText: 'moved ' }] })),
    };
    assert.equal(await rewriter.apply(shifted), true);
    assert.equal(document.getText(), 'moved call');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), 'call');
  });
});
