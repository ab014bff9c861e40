import * as vscode from 'vscode';
import type { CallSite } from '../core/callSite';
import { documentIdOf, openDocument, rangeOf, severityOf, uriOf } from './convert';
import { disposeAll, type Owned } from './disposables';
import type { FindingStore } from './findingStore';
import { codeOf, documentationOf } from './links';
import { section, settingsFor, type SeverityName } from './settings';

/** `source` of every diagnostic of ours. */
export const diagnosticSource = 'openward';

/**
 * Underlines closed call sites of open documents. A place that sends a request is shown as strongly as `openward.severity`
 * says; clients, model bindings and requests without a model are hints, so that one dependence is not told twice in
 * the Problems view. Accepted call sites and open ones show nothing. Files that are not open are listed in the tree.
 */
export class Diagnostics implements vscode.Disposable {
  readonly #store: FindingStore;
  readonly #repository: string;
  readonly #collection = vscode.languages.createDiagnosticCollection(diagnosticSource);
  readonly #subscriptions: readonly Owned[];

  constructor(store: FindingStore, repository: string) {
    this.#store = store;
    this.#repository = repository;
    this.#subscriptions = [
      this.#collection,
      store.onDidChange(({ files }) => this.#publish(files)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${section}.severity`)) this.#publish(vscode.workspace.textDocuments.map(documentIdOf));
      }),
    ];
  }

  dispose(): void {
    disposeAll(this.#subscriptions);
  }

  #publish(files: Iterable<string>): void {
    for (const file of files) {
      const open = this.#store.open(file);
      if (!open) {
        this.#collection.delete(uriOf(file));
        continue;
      }
      const document = openDocument(file);
      // The text moved on: its own analysis is on the way, and until then VS Code moves the marks along.
      if (document?.version !== open.version) continue;
      const severity = settingsFor(document.uri).severity;
      this.#collection.set(
        document.uri,
        open.analysis.callSites.flatMap((site) => this.#diagnostic(document, site, severity)),
      );
    }
  }

  #diagnostic(document: vscode.TextDocument, site: CallSite, name: SeverityName): vscode.Diagnostic[] {
    if (site.openness !== 'closed') return [];
    const severity = severityOf(sends(site) || name === 'off' ? name : 'hint');
    if (severity === undefined) return [];
    const diagnostic = new vscode.Diagnostic(rangeOf(document, site.range), site.message, severity);
    diagnostic.source = diagnosticSource;
    diagnostic.code = { value: codeOf(site.kind), target: documentationOf(site, this.#repository) };
    return [diagnostic];
  }
}

/** Whether a request reaches a model here. */
function sends(site: CallSite): boolean {
  return site.inference && (site.kind === 'call' || site.kind === 'http');
}

/** Whether a diagnostic was made here. */
export function isOurs(diagnostic: vscode.Diagnostic): boolean {
  return diagnostic.source === diagnosticSource;
}
