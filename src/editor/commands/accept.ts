import * as vscode from 'vscode';
import { acceptComment, type CommentSyntax } from '../../core/policy/acceptComment';
import { orderEdits } from '../../core/text/textEdit';
import { textEditOf, uriOf } from '../convert';
import type { CallSiteRef } from '../findingStore';
import { openNotebook } from '../notebooks';
import type { EditorServices } from '../services';
import { selectedSites } from './selection';

/** Accepts the given call sites, or those at the cursor: asks for the reason and writes it as a comment in the code. */
export async function accept(services: EditorServices, argument: unknown, given: unknown): Promise<void> {
  const refs = await selectedSites(services, argument);
  if (refs.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no closed call at the cursor.'));
    return;
  }
  const reason = typeof given === 'string' ? given : await askReason();
  if (reason === undefined) return;
  const edit = await commentEdit(services, refs, reason);
  if (edit.size === 0) void vscode.window.showInformationMessage(vscode.l10n.t('The code changed. Nothing was edited; try again.'));
  else await vscode.workspace.applyEdit(edit);
}

function askReason(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Accept this dependency'),
    prompt: vscode.l10n.t('The reason is written as a comment above the call, for everyone who reads the code.'),
    placeHolder: vscode.l10n.t('Why this call stays where it is'),
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Please give a reason.') : undefined),
  });
}

async function commentEdit(services: EditorServices, refs: readonly CallSiteRef[], reason: string): Promise<vscode.WorkspaceEdit> {
  const result = new vscode.WorkspaceEdit();
  for (const file of new Set(refs.map((ref) => ref.file))) {
    const documents = openNotebook(file)
      ?.getCells()
      .map((cell) => cell.document) ?? [await vscode.workspace.openTextDocument(uriOf(file))];
    const wanted = new Set(refs.filter((ref) => ref.file === file).map((ref) => ref.fingerprint));
    for (const document of documents) await addComments(services, result, document, wanted, reason);
  }
  return result;
}

async function addComments(
  services: EditorServices,
  result: vscode.WorkspaceEdit,
  document: vscode.TextDocument,
  wanted: ReadonlySet<string>,
  reason: string,
): Promise<void> {
  const analysis = await services.documents.current(document);
  const sites = analysis?.callSites.filter((site) => wanted.has(site.fingerprint)) ?? [];
  const text = document.getText();
  const syntax = syntaxOf(document.languageId);
  const edits = orderEdits(sites.map((site) => acceptComment(text, site.range.start, syntax, reason)));
  if (edits.length > 0)
    result.set(
      document.uri,
      edits.map((edit) => textEditOf(document, edit)),
    );
}

function syntaxOf(languageId: string): CommentSyntax {
  switch (languageId) {
    case 'typescript':
      return 'script';
    case 'vue':
    case 'svelte':
    case 'astro':
      return 'markup';
    case 'python':
    case 'shellscript':
      return 'hash';
    default:
      return 'script-with-jsx';
  }
}
