import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileIdOf } from '../../src/editor/convert';
import type { OpenwardApi } from '../../src/editor/services';
import { deleteTold, watched, writeTold } from './disk';
import { closeAll, closedFile, openward, until, withSettings } from './support';

/** A folder of our own in each root, emptied after each test. It stays: VS Code may not watch one that is made again at once. */
const scratch = 'openward-scratch';

function roots(): readonly vscode.WorkspaceFolder[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folders.length >= 2, 'the suite needs a workspace with two folders (test/editor/workspace/two-roots.code-workspace)');
  return folders;
}

function write(root: vscode.WorkspaceFolder | undefined, path: string, text: string): Promise<vscode.Uri> {
  assert.ok(root);
  return writeTold(vscode.Uri.joinPath(root.uri, scratch, path), text);
}

async function empty(folder: vscode.Uri): Promise<void> {
  for (const [name] of await vscode.workspace.fs.readDirectory(folder)) await deleteTold(vscode.Uri.joinPath(folder, name));
}

describe('scan', () => {
  let api: OpenwardApi;
  before(async () => {
    api = await openward();
    for (const root of roots()) await watched(vscode.Uri.joinPath(root.uri, scratch));
  });

  afterEach(async () => {
    await closeAll();
    for (const root of roots()) await empty(vscode.Uri.joinPath(root.uri, scratch));
    api.store.replaceScan([]);
  });

  after(async () => {
    for (const root of roots()) await vscode.workspace.fs.delete(vscode.Uri.joinPath(root.uri, scratch), { recursive: true });
  });

  it('finds call sites in every root', async () => {
    const [first, second] = roots();
    const files = [await write(first, 'a.ts', closedFile), await write(second, 'b.ts', closedFile)];
    await vscode.commands.executeCommand('openward.scan');
    for (const file of files) assert.equal(api.store.get(fileIdOf(file))?.callSites.length, 2, file.toString());
    assert.equal(api.scanner.state.running, undefined);
    assert.equal(api.scanner.state.failure, undefined);
  });

  it('leaves out what files.exclude and openward.scan.exclude name', async () => {
    const [first] = roots();
    const kept = await write(first, 'kept.ts', closedFile);
    const hidden = await write(first, 'hidden/a.ts', closedFile);
    const excluded = await write(first, 'excluded/a.ts', closedFile);
    await withSettings({ 'files.exclude': { '**/hidden': true }, 'openward.scan.exclude': { '**/excluded/**': true } }, async () => {
      await api.scanner.scan();
      assert.ok(api.store.get(fileIdOf(kept)));
      assert.equal(api.store.get(fileIdOf(hidden)), undefined);
      assert.equal(api.store.get(fileIdOf(excluded)), undefined);
    });
  });

  it('joins a scan that is running, and can be cancelled', async () => {
    const [first] = roots();
    await write(first, 'a.ts', closedFile);
    const one = api.scanner.scan();
    const two = api.scanner.scan();
    assert.equal(one, two);
    api.scanner.cancel();
    assert.equal((await one)?.cancelled, true);
    assert.equal(api.scanner.state.running, undefined);
  });

  it('follows changes and deletions on disk', async () => {
    const [first] = roots();
    const file = await write(first, 'a.ts', closedFile);
    const id = fileIdOf(file);
    await api.scanner.scan();
    assert.equal(api.store.get(id)?.callSites.length, 2);
    await write(first, 'a.ts', `${closedFile}await client.chat.completions.create({ model: "gpt-4o-mini", messages: [] });\n`);
    await until('the changed file', api.store.onDidChange, () => api.store.get(id)?.callSites.length === 3);
    await deleteTold(file);
    await until('the deletion', api.store.onDidChange, () => api.store.get(id) === undefined);
  });

  it('follows environment files: what they say moves a call site from closed to self-hosted and back', async () => {
    const [first] = roots();
    const open = await write(first, 'app/open.ts', closedFile);
    const closed = await write(first, 'app/closed.ts', closedFile);
    await api.scanner.scan();
    await vscode.window.showTextDocument(open);
    const openness = (uri: vscode.Uri): string[] => (api.store.get(fileIdOf(uri))?.callSites ?? []).map((site) => site.openness);
    const all = (level: string): boolean => [open, closed].every((uri) => openness(uri).join() === `${level},${level}`);
    await until('the documents', api.store.onDidChange, () => all('closed'));
    const environment = await write(first, '.env', 'OPENAI_BASE_URL=http://localhost:11434/v1\n');
    await until('the new environment file', api.store.onDidChange, () => all('self-hosted'));
    await write(first, '.env', 'OPENAI_BASE_URL=https://api.groq.com/openai/v1\n');
    await until('the changed environment file', api.store.onDidChange, () => all('open-hosted'));
    await deleteTold(environment);
    await until('the deletion', api.store.onDidChange, () => all('closed'));
  });

  it('follows settings files that code reads', async () => {
    const [first] = roots();
    await write(first, 'api.json', '{ "url": "https://api.openai.com/v1" }');
    const code = 'import OpenAI from "openai";\nimport api from "./api.json";\nexport const client = new OpenAI({ baseURL: api.url });\n';
    const file = await write(first, 'client.ts', code);
    await api.scanner.scan();
    const openness = (): string | undefined => api.store.get(fileIdOf(file))?.callSites[0]?.openness;
    assert.equal(openness(), 'closed');
    await write(first, 'api.json', '{ "url": "http://localhost:11434/v1" }');
    await until('the changed settings', api.store.onDidChange, () => openness() === 'self-hosted');
  });

  it('goes back to the text on disk when unsaved changes are thrown away', async () => {
    const [first] = roots();
    const file = await write(first, 'a.ts', closedFile);
    const id = fileIdOf(file);
    await api.scanner.scan();
    const editor = await vscode.window.showTextDocument(file);
    await editor.edit((builder) => builder.insert(new vscode.Position(3, 0), 'await client.chat.completions.create({ model: "o3" });\n'));
    await until('the open text', api.store.onDidChange, () => api.store.get(id)?.callSites.length === 3);
    await closeAll();
    await until('the text on disk', api.store.onDidChange, () => api.store.get(id)?.callSites.length === 2);
  });

  it('rewrites a shared client in another file', async () => {
    const [first] = roots();
    const client = await write(first, 'client.ts', 'import OpenAI from "openai";\nexport const client = new OpenAI();\n');
    const user = await write(
      first,
      'user.ts',
      'import { client } from "./client";\nawait client.chat.completions.create({ model: "gpt-4o", messages: [] });\n',
    );
    await vscode.window.showTextDocument(user);
    const request = api.rewriter.requestForFiles([fileIdOf(user)]);
    assert.ok(request);
    const { plan, edit } = await api.rewriter.prepare(request);
    assert.deepEqual(plan.files.map(({ file }) => file).sort(), [fileIdOf(client), fileIdOf(user)].sort());
    assert.equal(edit?.size, 2);
  });
});
