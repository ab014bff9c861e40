import * as vscode from 'vscode';
import type { Scanner } from './scanner';

/** Tells the manifest's `when` clauses what the scanner is doing. */
export function publishContextKeys(scanner: Scanner): vscode.Disposable {
  const set = (key: string, value: boolean): void => void vscode.commands.executeCommand('setContext', `openward.${key}`, value);
  return scanner.onDidChange(({ running, last }) => {
    set('scanning', running !== undefined);
    set('scanned', last !== undefined);
  });
}
