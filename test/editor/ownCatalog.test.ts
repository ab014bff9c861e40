import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ownCatalogPath } from '../../src/core/catalog/overrides';
import { closeAll, openward, setText, show } from './support';

const source = `import OpenAI from "openai";
const client = new OpenAI({ baseURL: "https://llm.acme.example/v1" });
await client.chat.completions.create({ model: "house-model", messages: [] });
`;
const rows = (weights: string): string =>
  JSON.stringify({
    vendors: [{ id: 'acme', name: 'Acme gateway', class: 'carrier', hosts: ['llm.acme.example'] }],
    models: [{ id: 'house-model', weights }],
  });

describe('own catalog rows', () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
  const file = vscode.Uri.joinPath(folder, ownCatalogPath);
  const write = (text: string): Thenable<void> => vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const known = async (id: string): Promise<string> => (await (await openward()).catalog()).model(id).weights;
  /** Waits until something holds that hangs on the rows or on diagnostics. */
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    const { ownCatalog } = await openward();
    await new Promise<void>((resolve, reject) => {
      const check = (): void => {
        holds().then((yes) => {
          if (!yes) return;
          for (const each of subscriptions) each.dispose();
          resolve();
        }, reject);
      };
      const subscriptions = [ownCatalog.onDidChange(check), vscode.languages.onDidChangeDiagnostics(check)];
      check();
    });
  };

  before(openward);
  afterEach(async () => {
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(file, '..'), { recursive: true, useTrash: false });
    await until(async () => (await known('house-model')) === 'unknown');
    await closeAll();
  });

  it('of a folder decide what its call sites are', async () => {
    await write(rows('closed'));
    await until(async () => (await known('house-model')) === 'closed');
    const editor = await show(source);
    const { document } = editor;
    const { documents } = await openward();
    const site = (await documents.current(document))?.callSites.find(({ kind }) => kind === 'call');
    assert.deepEqual([site?.vendor, site?.openness], ['acme', 'closed']);
    await write(rows('open'));
    await until(async () => (await known('house-model')) === 'open');
    await setText(editor, `${source}\n`);
    const after = (await documents.current(document))?.callSites.find(({ kind }) => kind === 'call');
    assert.deepEqual([after?.vendor, after?.openness], ['acme', 'open-hosted']);
  });

  it('that are wrong are marked where they stand', async () => {
    await write('{ "models": [{ "id": "x", "weights": "ajar" }, { "id": "house-model", "weights": "open" }] }');
    await until(async () => (await known('house-model')) === 'open');
    const [fault] = vscode.languages.getDiagnostics(file).filter(({ message }) => message.startsWith('models'));
    assert.equal(fault?.message, 'models[0].weights must be one of open, closed');
    assert.equal((await vscode.workspace.openTextDocument(file)).getText(fault.range), '"ajar"');
  });
});
