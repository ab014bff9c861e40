import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionNamed, closeAll, closedFile, codeActions, diagnostics, openward, rangeOfText, runCommand, show } from './support';

describe('accept', () => {
  before(openward);
  afterEach(closeAll);

  it('writes the reason above the call and the finding goes', async () => {
    const { document } = await show(
      `async function f() {\n  ${closedFile.split('\n').slice(1).join('\n  ')}\n}\n${closedFile.split('\n')[0] ?? ''}\n`,
    );
    await diagnostics(document, 'two', (all) => all.length === 2);
    const actions = await codeActions(document, rangeOfText(document, 'completions'), 'quickfix');
    const { command } = actionNamed(actions, 'Accept this dependency');
    await runCommand(command, 'contract until June');
    assert.match(document.getText(), /\n {2}\/\/ openward-accept: contract until June\n {2}await client\.chat/);
    const left = await diagnostics(document, 'only the client', (all) => all.length === 1);
    assert.equal(document.getText(left[0]?.range), 'new OpenAI');
  });

  it('keeps the line ends of the file', async () => {
    const { document } = await show(closedFile.replaceAll('\n', '\r\n'));
    await diagnostics(document, 'two', (all) => all.length === 2);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const start = rangeOfText(document, 'completions').start;
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('openward.accept', undefined, 'why not');
    assert.match(document.getText(), /\r\n\/\/ openward-accept: why not\r\nawait/);
    assert.doesNotMatch(document.getText(), /[^\r]\n/);
  });

  it('edits nothing when the call is gone', async () => {
    const { document } = await show(closedFile);
    await diagnostics(document, 'two', (all) => all.length === 2);
    const actions = await codeActions(document, rangeOfText(document, 'completions'), 'quickfix');
    const { command } = actionNamed(actions, 'Accept this dependency');
    const edit = new vscode.WorkspaceEdit();
    edit.delete(document.uri, document.lineAt(2).rangeIncludingLineBreak);
    await vscode.workspace.applyEdit(edit);
    const before = document.getText();
    await runCommand(command, 'reason');
    assert.equal(document.getText(), before);
  });
});
