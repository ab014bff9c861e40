import * as vscode from 'vscode';
import { commands } from './commandIds';
import { documentIdOf } from './convert';
import { disposeAll, type Owned } from './disposables';
import type { FindingStore } from './findingStore';

/** The number of closed call sites of the active file; hidden where there is none. */
export class StatusBar implements vscode.Disposable {
  readonly #store: FindingStore;
  readonly #item: vscode.StatusBarItem;
  readonly #subscriptions: readonly Owned[];

  constructor(store: FindingStore) {
    this.#store = store;
    this.#item = vscode.window.createStatusBarItem('openward.closedInFile', vscode.StatusBarAlignment.Right, 50);
    this.#item.name = vscode.l10n.t('Openward: closed calls in this file');
    this.#item.command = commands.showInPanel;
    this.#subscriptions = [
      this.#item,
      store.onDidChange(() => this.#update()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#update()),
    ];
  }

  dispose(): void {
    disposeAll(this.#subscriptions);
  }

  #update(): void {
    const document = vscode.window.activeTextEditor?.document;
    const closed = document ? this.#store.exposure(documentIdOf(document)).openness.closed : 0;
    if (closed === 0) {
      this.#item.hide();
      return;
    }
    const label = vscode.l10n.t('Closed call sites in this file: {0}', closed);
    this.#item.text = `$(lock) ${closed}`;
    this.#item.tooltip = label;
    this.#item.accessibilityInformation = { label };
    this.#item.show();
  }
}
