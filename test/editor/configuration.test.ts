import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileIdOf } from '../../src/editor/convert';
import type { OpenwardApi } from '../../src/editor/services';
import type { TreeNode } from '../../src/editor/treeModel';
import { deleteTold, watched } from './disk';
import { closeAll, closedFile, codeOf, diagnostics, openward, rangeOfText, setText, textOf, until, withSettings } from './support';

const secret = 'hunter2-d41d8cd98f00b204';
const manifest = '{ "dependencies": { "openai": "6", "react": "19" } }\n';

function root(): vscode.WorkspaceFolder {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return folder;
}

describe('Configuration in the editor', () => {
  let api: OpenwardApi;
  /** A folder for each test: VS Code holds documents of files for a while that are closed and gone. */
  let folder: vscode.Uri;
  let tests = 0;
  before(async () => {
    api = await openward();
    api.store.replaceScan([]);
  });

  beforeEach(() => {
    folder = vscode.Uri.joinPath(root().uri, `openward-scratch-${tests++}`);
  });

  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(folder, { recursive: true }).then(undefined, () => undefined);
    api.store.replaceScan([]);
  });

  async function write(path: string, text: string): Promise<vscode.Uri> {
    const uri = vscode.Uri.joinPath(folder, path);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return uri;
  }

  const isOurs = (file: string): boolean => file.startsWith(fileIdOf(folder));
  const open = async (path: string, text: string): Promise<vscode.TextEditor> => vscode.window.showTextDocument(await write(path, text));
  const said = (uri: vscode.Uri): readonly string[] => (api.store.get(fileIdOf(uri))?.configuration ?? []).map(({ name }) => name);

  /** The group in the tree, as lines of labels below each other; of findings only those of this test. */
  async function group(): Promise<string[]> {
    const lines = async (node: TreeNode): Promise<string[]> => {
      if (node.type === 'finding' && !isOurs(node.finding.file)) return [];
      const { label } = await api.tree.getTreeItem(node);
      const below = (await Promise.all(api.tree.getChildren(node).map(lines))).flat();
      if (node.type === 'kind' && below.length === 0) return [];
      return [typeof label === 'string' ? label : (label?.label ?? ''), ...below.map((line) => `  ${line}`)];
    };
    const found = api.tree.getChildren().find(({ type }) => type === 'configuration');
    return found ? lines(found) : [];
  }

  it('hints at what a manifest lists, and follows its text', async () => {
    const editor = await open('package.json', manifest);
    const { document } = editor;
    const [hint] = await diagnostics(document, 'the package', (all) => all.length === 1);
    assert.ok(hint);
    assert.deepEqual([textOf(document, hint), codeOf(hint), hint.severity], ['openai', 'dependency', vscode.DiagnosticSeverity.Hint]);
    await setText(editor, '{ "dependencies": { "@anthropic-ai/sdk": "1", "ollama": "1" } }\n');
    await diagnostics(
      document,
      'the other packages',
      (all) => all.map((each) => textOf(document, each)).join() === '@anthropic-ai/sdk,ollama',
    );
    await setText(editor, '{}\n');
    await diagnostics(document, 'nothing', (all) => all.length === 0);
  });

  it('names keys and never tells their value', async () => {
    const { document } = await open('.env', `OPENAI_API_KEY=${secret}\nOPENAI_BASE_URL=http://localhost:11434/v1\n`);
    const found = await diagnostics(document, 'both', (all) => all.length === 2);
    assert.deepEqual(found.map(codeOf), ['credential', 'setting']);
    for (const each of found) assert.equal(each.message.includes(secret), false);
    assert.equal(JSON.stringify(api.store.get(fileIdOf(document.uri))).includes(secret), false);
  });

  it('lists it in a group of its own, which opens the place and counts in no number', async () => {
    const before = api.store.exposure();
    const { document } = await open('settings.yaml', 'llm:\n  model: gpt-4o\n');
    await diagnostics(document, 'the model', (all) => all.length === 1);
    await open('package.json', manifest);
    await until('both files', api.store.onDidChange, () => api.store.analyses.filter(({ file }) => isOurs(file)).length === 2);
    assert.deepEqual(await group(), ['Configuration', '  Dependencies', '    openai', '  Settings', '    model: gpt-4o']);
    assert.deepEqual(api.store.exposure(), before);
    const [finding] = api.store.get(fileIdOf(document.uri))?.configuration ?? [];
    assert.ok(finding);
    await vscode.commands.executeCommand('openward.reveal', { file: finding.file, fingerprint: finding.fingerprint });
    assert.ok(vscode.window.activeTextEditor?.selection.isEqual(rangeOfText(document, 'gpt-4o')));
  });

  it('can be shown in the views only, or not at all', async () => {
    const { document } = await open('package.json', manifest);
    await diagnostics(document, 'the package', (all) => all.length === 1);
    await withSettings({ 'openward.configuration': 'tree' }, async () => {
      await diagnostics(document, 'no hint', (all) => all.length === 0);
      assert.deepEqual(await group(), ['Configuration', '  Dependencies', '    openai']);
    });
    await withSettings({ 'openward.configuration': 'off' }, async () => {
      await until('nothing', api.store.onDidChange, () => !api.store.analyses.some(({ file }) => isOurs(file)));
      await api.scanner.scan();
      assert.deepEqual(said(document.uri), []);
    });
    await diagnostics(document, 'the package again', (all) => all.length === 1);
  });

  it('is found by scans, except in tests, and follows changes and deletions on disk', async () => {
    // Not in a folder below: VS Code may not watch one that is made right after the folder above it.
    await watched(folder);
    const file = await write('package.json', manifest);
    const settings = await write('config.toml', 'model = "gpt-4o"\n');
    const tested = await write('tests/package.json', manifest);
    const source = await write('a.ts', closedFile);
    await api.scanner.scanAnew();
    assert.deepEqual([file, settings, tested].map(said), [['openai'], ['model'], []]);
    assert.equal(api.store.exposure(fileIdOf(source)).callSites, 2);
    await write('package.json', manifest.replace('openai', 'ollama'));
    await until('the changed manifest', api.store.onDidChange, () => said(file).join() === 'ollama');
    await write('config.toml', 'model = "gpt-4o"\nfallback_model = "claude-sonnet-4-5"\n');
    await until('the changed settings', api.store.onDidChange, () => said(settings).length === 2);
    await deleteTold(file);
    await until('the deletion', api.store.onDidChange, () => said(file).length === 0);
  });
});
