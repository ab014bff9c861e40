import * as vscode from 'vscode';
import type { CallSite, FileAnalysis } from '../core/callSite';
import { fileIdOf } from './convert';
import { isSupportedFile, notebookCellScheme } from './languages';

/** The open notebook that a cell's document belongs to; undefined for other documents. */
export function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | undefined {
  if (document.uri.scheme !== notebookCellScheme) return undefined;
  return vscode.workspace.notebookDocuments.find((notebook) => notebook.getCells().some((cell) => cell.document === document));
}

/** The open notebook of a file, undefined where it is none or not open as a notebook. */
export function openNotebook(file: string): vscode.NotebookDocument | undefined {
  return vscode.workspace.notebookDocuments.find((notebook) => isAnalysed(notebook) && fileIdOf(notebook.uri) === file);
}

/** Whether a notebook is analysed: the engine tells notebooks by their name. */
export function isAnalysed(notebook: vscode.NotebookDocument): boolean {
  return isSupportedFile(notebook.uri.path) && !notebook.isClosed;
}

/** A notebook as its file would say it, as far as the engine reads it: each cell's text is the one its document has. */
export function notebookText(notebook: vscode.NotebookDocument): string {
  const cells = notebook.getCells();
  const languages = cells.filter(isCode).map(({ document }) => document.languageId);
  const own = languages.find((language) => language !== 'shellscript') ?? languages[0] ?? 'python';
  return JSON.stringify({
    cells: cells.map((cell) => ({
      cell_type: isCode(cell) ? 'code' : 'markdown',
      metadata: { vscode: { languageId: cell.document.languageId } },
      source: cell.document.getText(),
    })),
    metadata: { language_info: { name: own } },
  });
}

/** What the analysis of a notebook says of one of its cells, with places in the cell's document. */
export function ofCell(analysis: FileAnalysis, index: number): FileAnalysis {
  const here = <T extends CallSite>({ modelAt, ...site }: T): T[] => {
    if (site.cell?.index !== index) return [];
    const { cell } = modelAt ?? {};
    const inCell = modelAt?.file === site.file && cell?.index === index ? { modelAt: { file: site.file, range: cell.range } } : {};
    return [{ ...site, ...inCell, range: site.cell.range } as unknown as T];
  };
  return { ...analysis, callSites: analysis.callSites.flatMap(here), accepted: analysis.accepted.flatMap(here) };
}

function isCode(cell: vscode.NotebookCell): boolean {
  return cell.kind === vscode.NotebookCellKind.Code;
}
