import * as vscode from 'vscode';
import type { FileEdits } from '../core/rewrite/plan';
import type { TextEdit } from '../core/text/textEdit';
import { textEditOf, uriOf, withoutByteOrderMark } from './convert';
import { notebookText, openNotebook } from './notebooks';

/** An edit in the document that it falls into: the file's own, or that of a notebook's cell. */
export interface PlacedEdit {
  readonly uri: vscode.Uri;
  readonly edit: vscode.TextEdit;
  /** The edit of the file that it is. */
  readonly original: TextEdit;
}

/** The edits of an opened file; undefined where it holds another text than they were made for. Nothing waits in it. */
export type EditSource = (edits: FileEdits) => readonly PlacedEdit[] | undefined;

/** Opens what a plan edits; a file that it makes has nothing to open, and must not be there. */
export async function openSource({ file, cells, creates }: FileEdits): Promise<EditSource> {
  if (creates) {
    const uri = uriOf(file);
    const isThere = await exists(uri);
    return ({ edits }) => (isThere ? undefined : edits.map((original) => ({ uri, edit: firstText(original), original })));
  }
  if (cells !== undefined) {
    const notebook = openNotebook(file) ?? (await vscode.workspace.openNotebookDocument(uriOf(file)));
    return (edits) => cellEdits(notebook, edits);
  }
  const document = await vscode.workspace.openTextDocument(uriOf(file));
  return (edits) => documentEdits(document, edits);
}

/** The text of a file that is still to be made. */
function firstText({ newText }: TextEdit): vscode.TextEdit {
  return vscode.TextEdit.insert(new vscode.Position(0, 0), newText);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** Whether every edit of a file falls into one document: in a notebook, one may reach out of its cell. */
export function isPlaced({ edits, cells }: FileEdits): boolean {
  return cells === undefined || cells.length === edits.length;
}

function documentEdits(document: vscode.TextDocument, { before, edits }: FileEdits): readonly PlacedEdit[] | undefined {
  const computed = withoutByteOrderMark(before, edits);
  if (document.isClosed || document.getText() !== computed.text) return undefined;
  return edits.flatMap((original, at) => {
    const edit = computed.edits[at];
    return edit ? [{ uri: document.uri, edit: textEditOf(document, edit), original }] : [];
  });
}

function cellEdits(notebook: vscode.NotebookDocument, fileEdits: FileEdits): readonly PlacedEdit[] | undefined {
  const { before, edits, cells = [] } = fileEdits;
  if (notebook.isClosed || !isPlaced(fileEdits) || notebookText(notebook) !== before) return undefined;
  const documents = notebook.getCells().map((cell) => cell.document);
  const placed = edits.flatMap((original, at): PlacedEdit[] => {
    const own = cells[at];
    const document = own && documents[own.cell];
    return document ? [{ uri: document.uri, edit: textEditOf(document, own), original }] : [];
  });
  return placed.length === edits.length ? placed : undefined;
}
