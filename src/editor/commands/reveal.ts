import * as vscode from 'vscode';
import { rangeOf, uriOf } from '../convert';
import type { CallSiteRef } from '../findingStore';
import { openNotebook } from '../notebooks';
import type { EditorServices } from '../services';

/** Opens a call site's file with the callee selected, or a configuration file with the name that was found. False when it is gone. */
export async function openCallSite(services: EditorServices, ref: CallSiteRef): Promise<boolean> {
  const notebook = openNotebook(ref.file);
  if (notebook) return revealInCell(services, notebook, ref);
  let document: vscode.TextDocument;
  try {
    document = await vscode.workspace.openTextDocument(uriOf(ref.file));
  } catch (error) {
    services.log.warn(`${ref.file} could not be opened: ${String(error)}`);
    void vscode.window.showInformationMessage(vscode.l10n.t('This file could not be opened. Refresh the list.'));
    return false;
  }
  // The document's own analysis has today's ranges; the scan's may be older than the text.
  await services.documents.current(document);
  const site = services.store.find(ref) ?? services.store.findConfiguration(ref);
  const editor = await vscode.window.showTextDocument(document, { preserveFocus: false });
  if (!site) return false;
  const range = rangeOf(document, site.range);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return true;
}

/** Shows a call site in the cell of an open notebook. */
async function revealInCell(services: EditorServices, notebook: vscode.NotebookDocument, ref: CallSiteRef): Promise<boolean> {
  const place = services.store.find(ref)?.cell;
  const cell = place && notebook.getCells()[place.index];
  const shown = new vscode.NotebookRange(cell?.index ?? 0, (cell?.index ?? 0) + 1);
  const editor = await vscode.window.showNotebookDocument(notebook, { selections: [shown] });
  editor.revealRange(shown, vscode.NotebookEditorRevealType.InCenterIfOutsideViewport);
  return cell !== undefined;
}
