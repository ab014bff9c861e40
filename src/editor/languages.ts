import * as vscode from 'vscode';

/** Languages whose open documents are analysed, with the file endings watched on disk. Keep `activationEvents` in step; a test checks it. */
export const supportedLanguages: Readonly<Record<string, readonly string[]>> = {
  javascript: ['js', 'mjs', 'cjs'],
  javascriptreact: ['jsx'],
  typescript: ['ts', 'mts', 'cts'],
  typescriptreact: ['tsx'],
  vue: ['vue'],
  svelte: ['svelte'],
  astro: ['astro'],
  python: ['py', 'pyw'],
  shellscript: ['sh', 'bash', 'zsh'],
};

/** Ending of notebooks: their cells are documents, in one of the languages above. */
const notebookEnding = 'ipynb';

/** The scheme of the documents that a notebook's cells are. */
export const notebookCellScheme = 'vscode-notebook-cell';

const endings: ReadonlySet<string> = new Set([...Object.values(supportedLanguages).flat(), notebookEnding]);

/** Glob of all files on disk that can hold call sites. */
export const supportedFilesGlob = `**/*.{${[...endings].join(',')}}`;

/** Whether a file's name has one of the endings. */
export function isSupportedFile(file: string): boolean {
  return endings.has(file.slice(file.lastIndexOf('.') + 1));
}

/** Documents shown for reading only (other revisions, output) are no source of the workspace: only these schemes are analysed. */
function isSourceScheme(scheme: string): boolean {
  return (
    scheme === 'file' ||
    scheme === 'untitled' ||
    scheme === notebookCellScheme ||
    (vscode.workspace.workspaceFolders ?? []).some((folder) => folder.uri.scheme === scheme)
  );
}

/** True for documents that are analysed. */
export function isSupported(document: vscode.TextDocument): boolean {
  return Object.hasOwn(supportedLanguages, document.languageId) && isSourceScheme(document.uri.scheme);
}

/** Filter for language features; providers check {@link isSupported} for the schemes. */
export const documentSelector: vscode.DocumentSelector = Object.keys(supportedLanguages).map((language) => ({ language }));
