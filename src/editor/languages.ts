import * as vscode from 'vscode';
import { configurationFile, isTestData } from '../core/configuration/files';

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

/** Glob of all files on disk that can be manifests or configuration files; {@link isConfigurationUri} decides. */
export const configurationFilesGlob = '**/{*.json,*.jsonc,*.yaml,*.yml,*.toml,*.txt,*.in,*.cfg,*.env,.env*,Pipfile}';

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

/** True for manifests and configuration files, except those of tests. */
export function isConfigurationUri(uri: vscode.Uri): boolean {
  if (!configurationFile(uri.path) || uri.scheme === notebookCellScheme || !isSourceScheme(uri.scheme)) return false;
  return vscode.workspace.getWorkspaceFolder(uri) === undefined || !isTestData(vscode.workspace.asRelativePath(uri, false));
}

/** Filter for language features; providers check {@link isSupported} for the schemes. */
export const documentSelector: vscode.DocumentSelector = Object.keys(supportedLanguages).map((language) => ({ language }));
