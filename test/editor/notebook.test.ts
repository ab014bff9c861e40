import * as assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { Rewriter } from '../../src/editor/rewriter';
import { FakeEngine } from './fakeEngine';
import { actionNamed, codeActions, diagnostics, openward, rangeOfText, textOf, withSettings } from './support';

const sources = [
  '%pip install openai',
  'from openai import OpenAI\nclient = OpenAI()',
  '# answers\nclient.chat.completions.create(model="gpt-4o", messages=[])',
];

describe('Notebooks', () => {
  let folder: string;
  let notebook: vscode.NotebookDocument;

  /** One history for all cells: where each has its own, VS Code asks before it undoes an edit of several, which a test cannot answer. */
  const history = async (perCell: boolean | undefined): Promise<void> =>
    vscode.workspace.getConfiguration().update('notebook.undoRedoPerCell', perCell, vscode.ConfigurationTarget.Global);

  before(async () => {
    await openward();
    await history(false);
    folder = mkdtempSync(join(tmpdir(), 'openward-notebook-'));
    const file = join(folder, 'support.ipynb');
    const cells = sources.map((source) => ({
      cell_type: 'code',
      execution_count: null,
      metadata: {},
      outputs: [],
      source: source.split(/(?<=\n)/),
    }));
    const metadata = { kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' }, language_info: { name: 'python' } };
    writeFileSync(file, JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 2 }));
    notebook = await vscode.workspace.openNotebookDocument(vscode.Uri.file(file));
    await vscode.window.showNotebookDocument(notebook);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    rmSync(folder, { recursive: true });
    await history(undefined);
  });

  const cell = (index: number): vscode.TextDocument => notebook.cellAt(index).document;

  it('marks calls in their cell, with names of the cells above', async () => {
    const [found] = await diagnostics(cell(2), 'the call', (all) => all.length === 1);
    assert.ok(found);
    assert.equal(textOf(cell(2), found), 'client.chat.completions.create');
    assert.deepEqual(
      (await diagnostics(cell(1), 'the client', (all) => all.length === 1)).map((each) => textOf(cell(1), each)),
      ['OpenAI'],
    );
  });

  it('tells of a call under the mouse', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      cell(2).uri,
      new vscode.Position(1, 10),
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map((each) => (each instanceof vscode.MarkdownString ? each.value : '')))
      .join('\n');
    assert.match(text, /OpenAI/);
  });

  it('follows cells that are inserted, edited and taken out', async () => {
    const insert = new vscode.WorkspaceEdit();
    const added = new vscode.NotebookCellData(
      vscode.NotebookCellKind.Code,
      'client.responses.create(model="gpt-4o", input="hi")',
      'python',
    );
    insert.set(notebook.uri, [vscode.NotebookEdit.insertCells(2, [added])]);
    await vscode.workspace.applyEdit(insert);
    const document = cell(2);
    await diagnostics(document, 'the inserted call', (all) => all.length === 1);
    await diagnostics(cell(3), 'the call below', (all) => all.length === 1);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(cell(1).uri, new vscode.Range(1, 0, 1, 99), 'client = None');
    await vscode.workspace.applyEdit(edit);
    await diagnostics(cell(3), 'no client', (all) => all.length === 0);
    const back = new vscode.WorkspaceEdit();
    back.replace(cell(1).uri, new vscode.Range(1, 0, 1, 99), 'client = OpenAI()');
    await vscode.workspace.applyEdit(back);
    await diagnostics(cell(3), 'the client again', (all) => all.length === 1);
    const remove = new vscode.WorkspaceEdit();
    remove.set(notebook.uri, [vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(2, 3))]);
    await vscode.workspace.applyEdit(remove);
    await diagnostics(document, 'nothing of a cell that is gone', (all) => all.length === 0);
    await diagnostics(cell(2), 'the call in its place', (all) => all.length === 1);
  });

  /** The texts of all cells. */
  const texts = (): string[] => notebook.getCells().map(({ document }) => document.getText());
  const rewriteOf = async (text: string): Promise<vscode.CodeAction> =>
    actionNamed(await codeActions(cell(2), rangeOfText(cell(2), text), 'quickfix'), 'Rewrite to Ollama');

  it('are rewritten in their cells, the client in the one above, as one step for undo', async () => {
    await withSettings({ 'openward.endpointStyle': 'literal' }, async () => {
      const action = await rewriteOf('completions');
      const model = /^Rewrite to Ollama \((\S+)\)$/.exec(action.title)?.[1] ?? '';
      assert.equal(action.isPreferred, true);
      assert.ok(action.edit && (await vscode.workspace.applyEdit(action.edit)));
      assert.deepEqual(texts(), [
        sources[0],
        'from openai import OpenAI\nclient = OpenAI(base_url="http://localhost:11434/v1", api_key="ollama")',
        `# answers\nclient.chat.completions.create(model="${model}", messages=[])`,
      ]);
      await diagnostics(cell(2), 'nothing closed', (all) => all.length === 0);
      await vscode.commands.executeCommand('undo');
      assert.deepEqual(texts(), sources);
      await diagnostics(cell(2), 'the call again', (all) => all.length === 1);
    });
  });

  it('get the imports that their rewrite needs', async () => {
    const action = await rewriteOf('completions');
    assert.ok(action.edit && (await vscode.workspace.applyEdit(action.edit)));
    const [, client = ''] = texts();
    assert.match(client, /^import os$/m);
    assert.match(client, /os\.environ\.get\("OLLAMA_BASE_URL", "http:\/\/localhost:11434\/v1"\)|os\.getenv/);
    await diagnostics(cell(1), 'nothing closed', (all) => all.length === 0);
    await vscode.commands.executeCommand('undo');
    assert.deepEqual(texts(), sources);
    await diagnostics(cell(2), 'the call again', (all) => all.length === 1);
  });

  it('are rewritten by the command at the cursor’s file', async () => {
    await withSettings({ 'openward.endpointStyle': 'literal' }, async () => {
      await vscode.commands.executeCommand('openward.fixFile', notebook.uri.fsPath);
      assert.match(texts()[1] ?? '', /localhost:11434/);
      await vscode.commands.executeCommand('undo');
      assert.deepEqual(texts(), sources);
    });
  });

  it('are not edited by a rewrite made for other texts, or with a part outside of them', async () => {
    const api = await openward();
    const request = api.rewriter.requestForFiles([notebook.uri.fsPath]);
    assert.ok(request);
    const { plan } = await api.rewriter.prepare(request);
    assert.equal(plan.files[0]?.cells?.length, plan.files[0]?.edits.length);
    const type = new vscode.WorkspaceEdit();
    type.insert(cell(2).uri, new vscode.Position(0, 0), '# more\n');
    await vscode.workspace.applyEdit(type);
    assert.equal(await api.rewriter.editOf(plan), undefined);
    await vscode.commands.executeCommand('undo');
    assert.deepEqual(texts(), sources);
    const files = plan.files.map((file) => ({ ...file, cells: file.cells?.slice(1) ?? [] }));
    const engine = new FakeEngine();
    engine.plans = [{ ...plan, files }];
    const refused = await new Rewriter(engine, api.documents, api.catalog).plan(request);
    assert.deepEqual(refused.files, []);
    assert.match(refused.refused[0]?.reason ?? '', /outside of the notebook’s cells/);
  });
});
