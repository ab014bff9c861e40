import * as vscode from 'vscode';
import { configurationFile } from '../core/configuration/files';
import type { TextRange } from '../core/text/range';
import type { TextEdit } from '../core/text/textEdit';
import { isSupportedFile, notebookCellScheme, supportedLanguages } from './languages';
import type { SeverityName } from './settings';

/** The one module that turns core values into VS Code's types and back. */

/** The engine's id of a file: the path for files on disk, the whole URI for everything else. */
export function fileIdOf(uri: vscode.Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.toString();
}

/**
 * The engine's id of a document. The engine tells languages by the ending of the name; where the name has none that it knows
 * (an unsaved document, a file whose language the user chose), the language's ending is added as the URI's fragment.
 */
export function documentIdOf({ uri, languageId }: vscode.TextDocument): string {
  if (uri.scheme === notebookCellScheme) return notebookIdOf(uri);
  const ending = supportedLanguages[languageId]?.[0];
  if (ending === undefined || isSupportedFile(uri.path) || configurationFile(uri.path)) return fileIdOf(uri);
  return uri.with({ fragment: `.${ending}` }).toString();
}

/** The engine's id of the notebook that a cell's document belongs to: all cells of a notebook are one file. */
function notebookIdOf(cell: vscode.Uri): string {
  const notebook = vscode.workspace.notebookDocuments.find((each) =>
    each.getCells().some(({ document }) => document.uri.toString() === cell.toString()),
  );
  return notebook ? fileIdOf(notebook.uri) : cell.toString();
}

/** The reverse of both. A single letter before a colon is a Windows drive, not a scheme. */
export function uriOf(file: string): vscode.Uri {
  if (!/^[a-z][a-z\d+.-]+:/i.test(file)) return vscode.Uri.file(file);
  const uri = vscode.Uri.parse(file, true);
  return uri.fragment.startsWith('.') ? uri.with({ fragment: '' }) : uri;
}

/** The open document of a file. */
export function openDocument(file: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.scheme !== notebookCellScheme && documentIdOf(document) === file);
}

/** A core range in a document of the same text. Offsets past the end are clamped by VS Code. */
export function rangeOf(document: vscode.TextDocument, range: TextRange): vscode.Range {
  return new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
}

/** A VS Code range as offsets. */
export function textRangeOf(document: vscode.TextDocument, range: vscode.Range): TextRange {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** A core edit for a document of the same text. */
export function textEditOf(document: vscode.TextDocument, edit: TextEdit): vscode.TextEdit {
  return vscode.TextEdit.replace(rangeOf(document, edit.range), edit.newText);
}

/** The severity a setting names, undefined for `off`. */
export function severityOf(name: SeverityName): vscode.DiagnosticSeverity | undefined {
  switch (name) {
    case 'off':
      return undefined;
    case 'hint':
      return vscode.DiagnosticSeverity.Hint;
    case 'information':
      return vscode.DiagnosticSeverity.Information;
    case 'warning':
      return vscode.DiagnosticSeverity.Warning;
    case 'error':
      return vscode.DiagnosticSeverity.Error;
  }
}

const byteOrderMark = '\uFEFF';

/**
 * Text and edits as a document sees them: files on disk may start with a byte order mark, which counts in the core's offsets
 * and which VS Code never shows.
 */
export function withoutByteOrderMark(text: string, edits: readonly TextEdit[]): { text: string; edits: readonly TextEdit[] } {
  if (!text.startsWith(byteOrderMark)) return { text, edits };
  const shift = (offset: number): number => Math.max(0, offset - byteOrderMark.length);
  return {
    text: text.slice(byteOrderMark.length),
    edits: edits.map((edit) => ({ ...edit, range: { start: shift(edit.range.start), end: shift(edit.range.end) } })),
  };
}
