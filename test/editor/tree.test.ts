import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OpenwardApi } from '../../src/editor/services';
import type { TreeNode } from '../../src/editor/treeModel';
import { closeAll, closedFile, diagnostics, openward, rangeOfText, show } from './support';

interface Row {
  readonly label: string;
  readonly description: string;
  readonly children: readonly Row[];
}

/** The tree as it reads. */
async function rows({ tree }: OpenwardApi, node?: TreeNode): Promise<Row[]> {
  return Promise.all(
    tree.getChildren(node).map(async (child) => {
      const item = await tree.getTreeItem(child);
      const label = typeof item.label === 'string' ? item.label : (item.label?.label ?? '');
      return { label, description: String(item.description), children: await rows({ tree } as OpenwardApi, child) };
    }),
  );
}

describe('tree', () => {
  let api: OpenwardApi;
  before(async () => {
    api = await openward();
    // What other tests left behind from scans.
    api.store.replaceScan([]);
  });
  afterEach(closeAll);

  it('lists vendor, model and call site, with the closed count as its badge', async () => {
    const { document } = await show(closedFile);
    await diagnostics(document, 'two', (all) => all.length === 2);
    const place = vscode.workspace.asRelativePath(document.uri);
    assert.deepEqual(await rows(api), [
      {
        label: 'OpenAI',
        description: '2 closed',
        children: [
          {
            label: 'gpt-4o',
            description: '1',
            children: [{ label: 'client.chat.completions.create', description: `${place}:3`, children: [] }],
          },
          { label: 'Clients', description: '1', children: [{ label: 'new OpenAI', description: `${place}:2`, children: [] }] },
        ],
      },
    ]);
    assert.equal(api.tree.badge?.value, 2);
  });

  it('is empty, without a badge, when the file is closed', async () => {
    const { document } = await show(closedFile);
    await diagnostics(document, 'two', (all) => all.length === 2);
    await closeAll();
    await diagnostics(document, 'none', (all) => all.length === 0);
    assert.deepEqual(await rows(api), []);
    assert.equal(api.tree.badge, undefined);
  });

  it('keeps accepted call sites in a group of their own', async () => {
    const { document } = await show(closedFile.replace('await client', '// openward-accept: contract\nawait client'));
    await diagnostics(document, 'one', (all) => all.length === 1);
    const accepted = (await rows(api)).find((row) => row.label === 'Accepted');
    assert.equal(accepted?.children[0]?.description, `${vscode.workspace.asRelativePath(document.uri)}:4 · contract`);
    assert.equal(api.tree.badge?.value, 1);
  });

  it('opens a call site with the callee selected', async () => {
    const { document } = await show(closedFile);
    await diagnostics(document, 'two', (all) => all.length === 2);
    const site = api.store.analyses[0]?.callSites.find(({ kind }) => kind === 'call');
    assert.ok(site);
    await vscode.commands.executeCommand('openward.reveal', { file: site.file, fingerprint: site.fingerprint });
    const selected = vscode.window.activeTextEditor?.selection;
    assert.ok(selected?.isEqual(rangeOfText(document, 'client.chat.completions.create')));
  });

  it('copies a fingerprint', async () => {
    const { document } = await show(closedFile);
    await diagnostics(document, 'two', (all) => all.length === 2);
    const site = api.store.analyses[0]?.callSites.find(({ kind }) => kind === 'call');
    assert.ok(site);
    await vscode.commands.executeCommand('openward.copyFingerprint', { file: site.file, fingerprint: site.fingerprint });
    assert.equal(await vscode.env.clipboard.readText(), site.fingerprint);
  });

  it('rewrites all call sites of a model from its menu', async () => {
    const { document } = await show(closedFile);
    await diagnostics(document, 'two', (all) => all.length === 2);
    const model = api.tree.getChildren(api.tree.getChildren()[0]).find((node) => node.id.endsWith('gpt-4o'));
    assert.ok(model);
    await vscode.commands.executeCommand('openward.rewrite', model, [model]);
    await diagnostics(document, 'none', (all) => all.length === 0);
    assert.match(document.getText(), /qwen3:32b/);
  });
});
