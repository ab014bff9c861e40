import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { stayedItems } from '../../src/editor/commands/outcome';
import { fileIdOf } from '../../src/editor/convert';
import type { OpenwardApi } from '../../src/editor/services';
import { analysisOf, siteOf } from './samples';
import { applying, closeAll, closedFile, openward, warmUpPreview, withSettings } from './support';

/** A folder of its own for each test: VS Code keeps texts of files that were there before. */
let run = 0;
const client = 'import OpenAI from "openai";\nexport const client = new OpenAI();\n';
const call = (name: string): string =>
  `import { client } from "./client";\nexport const ${name} = () => client.chat.completions.create({ model: "gpt-4o", messages: [] });\n`;
const embedding =
  'import OpenAI from "openai";\nconst own = new OpenAI();\nexport const embed = () => own.embeddings.create({ model: "text-embedding-3-small", input: "a" });\n';
const image =
  'import OpenAI from "openai";\nconst own = new OpenAI();\nexport const draw = () => own.images.generate({ model: "dall-e-3", prompt: "a" });\n';
const anthropic =
  'import Anthropic from "@anthropic-ai/sdk";\nconst claude = new Anthropic();\nexport const ask = () => claude.messages.create({ model: "claude-sonnet-4-5", max_tokens: 9, messages: [] });\n';

function root(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, `openward-scopes-${run}`);
}

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files))
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(root(), path), new TextEncoder().encode(text));
  await vscode.commands.executeCommand('openward.scan');
}

async function textOf(path: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(vscode.Uri.joinPath(root(), path))).getText();
}

/** Runs a command and applies the refactor preview that it opens. */
function applied(command: string, ...parameters: readonly unknown[]): Promise<void> {
  return applying(() => vscode.commands.executeCommand(command, ...parameters));
}

describe('rewrites over a scope', () => {
  let api: OpenwardApi;
  before(async () => {
    api = await openward();
    await warmUpPreview();
  });
  beforeEach(() => {
    run++;
  });
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(root(), { recursive: true }).then(undefined, () => undefined);
    api.store.replaceScan([]);
  });

  const literal = { 'openward.endpointStyle': 'literal' };
  const moved = (text: string): string =>
    text.replace('new OpenAI()', 'new OpenAI({ baseURL: "http://localhost:11434/v1", apiKey: "ollama" })').replace('gpt-4o', 'qwen3:32b');

  it('leave what can change results, or can not move, until it is ticked', async () => {
    await withSettings(literal, async () => {
      await write({ 'a.ts': closedFile, 'embed.ts': embedding, 'image.ts': image });
      await applied('openward.rewriteFolder', root());
      assert.equal(await textOf('a.ts'), moved(closedFile));
      assert.equal(await textOf('embed.ts'), embedding);
      assert.equal(await textOf('image.ts'), image);
    });
  });

  it('move everything from one vendor, and nothing from others', async () => {
    await withSettings(literal, async () => {
      await write({ 'a.ts': closedFile, 'b.ts': anthropic });
      await applied('openward.rewriteVendor', 'anthropic');
      assert.equal(await textOf('a.ts'), closedFile);
      assert.match(await textOf('b.ts'), /new Anthropic\(\{\s+baseURL: "http:\/\/localhost:11434"/);
    });
  });

  it('move a workspace', async () => {
    await withSettings(literal, async () => {
      await write({ 'a.ts': closedFile, 'deep/b.ts': closedFile });
      await applied('openward.rewriteWorkspace');
      assert.equal(await textOf('a.ts'), moved(closedFile));
      assert.equal(await textOf('deep/b.ts'), moved(closedFile));
    });
  });

  it('rewrite a file from the explorer that is not open', async () => {
    await withSettings(literal, async () => {
      await write({ 'a.ts': closedFile });
      await applied('openward.fixFile', vscode.Uri.joinPath(root(), 'a.ts'));
      assert.equal(await textOf('a.ts'), moved(closedFile));
    });
  });

  it('move a folder’s files together with the client they share, and no other', async () => {
    await withSettings(literal, async () => {
      await write({ 'in/client.ts': client, 'in/a.ts': call('a'), 'in/b.ts': call('b'), 'out/c.ts': closedFile });
      await applied('openward.rewriteFolder', vscode.Uri.joinPath(root(), 'in'));
      assert.equal(await textOf('in/client.ts'), moved(client));
      assert.equal(await textOf('in/a.ts'), moved(call('a')));
      assert.equal(await textOf('in/b.ts'), moved(call('b')));
      assert.equal(await textOf('out/c.ts'), closedFile);
    });
  });

  it('have nothing to do in a folder without closed calls', async () => {
    await write({ 'in/a.ts': 'export const one = 1;\n', 'out/b.ts': closedFile });
    await vscode.commands.executeCommand('openward.rewriteFolder', vscode.Uri.joinPath(root(), 'in'));
    assert.equal(await textOf('out/b.ts'), closedFile);
  });

  it('list what stays by its reason, the most frequent first', () => {
    const file = fileIdOf(vscode.Uri.joinPath(root(), 'a.ts'));
    api.store.updateScan([analysisOf(file, [siteOf(file, '1'), siteOf(file, '2', { surface: 'images' })])]);
    const items = stayedItems(api, [
      { file, fingerprint: '0', reason: 'it is locked' },
      { file, fingerprint: '1', reason: 'it goes elsewhere' },
      { file, fingerprint: '2', reason: 'it goes elsewhere' },
    ]);
    assert.deepEqual(
      items.map(({ kind, label }) => (kind === vscode.QuickPickItemKind.Separator ? `-- ${label}` : label)),
      ['-- It goes elsewhere.', 'openai · chat', 'openai · images', '-- It is locked.', vscode.workspace.asRelativePath(file)],
    );
  });
});
