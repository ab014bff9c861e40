import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { documentIdOf } from '../../src/editor/convert';
import { DocumentWatcher } from '../../src/editor/documentWatcher';
import { FindingStore } from '../../src/editor/findingStore';
import { FakeEngine } from './fakeEngine';
import { closeAll, openward, setText, show, until } from './support';

describe('document watcher', () => {
  let engine: FakeEngine;
  let store: FindingStore;
  let watcher: DocumentWatcher;

  beforeEach(async () => {
    const { log } = await openward();
    engine = new FakeEngine();
    store = new FindingStore();
    watcher = new DocumentWatcher(engine, store, log);
  });

  afterEach(async () => {
    watcher.dispose();
    store.dispose();
    await closeAll();
  });

  it('publishes an opened document and forgets a closed one', async () => {
    const { document } = await show('call');
    const file = documentIdOf(document);
    await until('the analysis', store.onDidChange, () => store.open(file));
    await closeAll();
    await until('the document to be forgotten', store.onDidChange, () => !store.open(file));
    assert.equal(engine.texts.has(file), false);
  });

  it('publishes nothing for a version that is no longer there', async () => {
    const editor = await show('call');
    const file = documentIdOf(editor.document);
    await until('the analysis', store.onDidChange, () => store.open(file));
    const release = engine.hold();
    await setText(editor, 'call call');
    const late = watcher.current(editor.document);
    await setText(editor, 'call call call');
    release();
    assert.equal(await late, undefined);
    await until('the last version', store.onDidChange, () => store.open(file)?.version === editor.document.version);
    assert.equal(store.get(file)?.callSites.length, 3);
  });

  it('analyses the present text at once when it is needed', async () => {
    const editor = await show('call');
    await setText(editor, 'call call');
    const analysis = await watcher.current(editor.document);
    assert.equal(analysis?.callSites.length, 2);
  });

  it('takes open dependents along', async () => {
    const client = await show('client');
    const user = await show('call');
    const [clientFile, userFile] = [documentIdOf(client.document), documentIdOf(user.document)];
    engine.dependencies.set(userFile, [clientFile]);
    await setText(user, 'call call');
    await watcher.current(user.document);
    const before = engine.asked.filter((file) => file === userFile).length;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(client.document.uri, new vscode.Position(0, 0), '// ');
    await vscode.workspace.applyEdit(edit);
    await watcher.current(client.document);
    assert.equal(engine.asked.filter((file) => file === userFile).length, before + 1);
  });

  it('passes over languages without a frontend', async () => {
    const { document } = await show('call', 'plaintext');
    assert.equal(await watcher.current(document), undefined);
    assert.equal(engine.texts.size, 0);
  });
});
