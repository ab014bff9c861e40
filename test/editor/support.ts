import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OpenwardApi } from '../../src/editor/services';

export const extensionId = 'openward.openward';

/** What the whole suite works on: the smallest file with a closed client and a closed call. */
export const closedFile = `import OpenAI from "openai";
const client = new OpenAI();
await client.chat.completions.create({ model: "gpt-4o", messages: [] });
`;

/** The extension's services, activated. */
export async function openward(): Promise<OpenwardApi> {
  const extension = vscode.extensions.getExtension<OpenwardApi>(extensionId);
  assert.ok(extension, `${extensionId} is not installed`);
  return extension.activate();
}

/** Waits until `read` gives something, looking again at each event. Rejects with `what` after the time limit. */
export function until<T>(what: string, event: vscode.Event<unknown>, read: () => T | undefined | false, limit = 20_000): Promise<T> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const value = read();
      if (value === undefined || value === false) return;
      clearTimeout(timer);
      subscription.dispose();
      resolve(value);
    };
    const subscription = event(look);
    const timer = setTimeout(() => {
      subscription.dispose();
      reject(new Error(`Waited ${limit} ms for ${what}`));
    }, limit);
    look();
  });
}

/** Opens an unsaved document and shows it. */
export async function show(content: string, language = 'typescript'): Promise<vscode.TextEditor> {
  const document = await unsaved(content, language);
  // What `showTextDocument` gives may still hold the document that was shown before (seen in VS Code 1.100).
  return until('the editor', vscode.window.onDidChangeActiveTextEditor, () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document === document ? editor : undefined;
  });
}

/**
 * A new unsaved document, shown. VS Code gives it the name of one that was closed and, while it still holds that one, its text too:
 * such a document is shown and thrown away, and another one asked for.
 */
async function unsaved(content: string, language: string): Promise<vscode.TextDocument> {
  for (let attempt = 1; ; attempt++) {
    const document = await vscode.workspace.openTextDocument({ language, content });
    await vscode.window.showTextDocument(document);
    if (document.getText() === content) return document;
    assert.ok(attempt < 5, 'VS Code gives documents that were closed');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/** The diagnostics of a document once they satisfy a test. */
export function diagnostics(
  document: vscode.TextDocument,
  what: string,
  test: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  return until(`diagnostics of ${document.uri.toString()}: ${what}`, vscode.languages.onDidChangeDiagnostics, () => {
    const found = vscode.languages.getDiagnostics(document.uri).filter((diagnostic) => diagnostic.source === 'openward');
    return test(found) ? found : undefined;
  });
}

/** The text between the two ends of a diagnostic. */
export function textOf(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): string {
  return document.getText(diagnostic.range);
}

/** The code of a diagnostic as a string. */
export function codeOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

/** The first place where a text stands in a document. */
export function rangeOfText(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.ok(start >= 0, `"${text}" is not in the document`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** Replaces the whole text of an editor. */
export async function setText(editor: vscode.TextEditor, text: string): Promise<void> {
  const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
  assert.ok(await editor.edit((builder) => builder.replace(whole, text)));
}

/** Throws unsaved changes away and closes every editor. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Sets settings for the time of a function. */
export async function withSettings(settings: Readonly<Record<string, unknown>>, run: () => Promise<void>): Promise<void> {
  const set = async (name: string, value: unknown): Promise<void> =>
    vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
  try {
    for (const [name, value] of Object.entries(settings)) await set(name, value);
    await run();
  } finally {
    for (const name of Object.keys(settings)) await set(name, undefined);
  }
}

/** The code actions at a range, with edits for as many as asked. */
export async function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind?: string,
  resolve = 20,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind, resolve);
}

/** The one code action of a kind whose title starts so. */
export function actionNamed(actions: readonly vscode.CodeAction[], start: string): vscode.CodeAction {
  const found = actions.find((action) => action.title.startsWith(start));
  assert.ok(found, `no action "${start}…" among ${JSON.stringify(actions.map((action) => action.title))}`);
  return found;
}

/** Runs what a code action stands for, with more parameters after its own. */
export async function runCommand(command: vscode.Command | undefined, ...more: readonly unknown[]): Promise<void> {
  assert.ok(command, 'the action has no command');
  await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]), ...more);
}

/** Applies the refactor preview that some work opens, as it is ticked. */
export async function applying(work: () => Thenable<unknown>): Promise<void> {
  const state = { done: false };
  const running = work().then(() => (state.done = true));
  // No event tells that the preview is there; applying does nothing before.
  while (!state.done) await vscode.commands.executeCommand('refactorPreview.apply');
  await running;
}

/** Opens the view of previews: applying while it is made for the first time in a window discards what it is made for. */
export async function warmUpPreview(): Promise<void> {
  const { document } = await show('call');
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), 'a ', { needsConfirmation: true, label: 'A change' });
  await applying(() => vscode.workspace.applyEdit(edit));
}
