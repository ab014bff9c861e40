import * as assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { diagnostics, openward, textOf } from './support';

const sources = [
  '%pip install openai',
  'from openai import OpenAI\nclient = OpenAI()',
  '# answers\nclient.chat.completions.create(model="gpt-4o", messages=[])',
];

describe('Notebooks', () => {
  let folder: string;
  let notebook: vscode.NotebookDocument;

  before(async () => {
    await openward();
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

  it('names why a rewrite of its cells is not made', async () => {
    const { rewriter, store } = await openward();
    const known = store.analyses.find(({ file }) => file.endsWith('support.ipynb'));
    const request = known && rewriter.request(known.callSites);
    assert.ok(request);
    const { files, refused } = await rewriter.plan(request);
    assert.deepEqual(files, []);
    assert.match(refused[0]?.reason ?? '', /^Cells of notebooks are not rewritten/);
  });
});
