import * as vscode from 'vscode';
import type { CallSite, FileAnalysis } from '../core/callSite';
import type { Calendar } from './calendar';
import { documentIdOf, openDocument, rangeOf, severityOf, uriOf } from './convert';
import { disposeAll, type Owned } from './disposables';
import type { FindingStore } from './findingStore';
import { codeOf, diagnosticSource, documentationOf } from './links';
import { ofCell, openNotebook } from './notebooks';
import { configurationDiagnostics } from './configurationDiagnostics';
import { retirementDiagnostics } from './retirementDiagnostics';
import { section, settingsFor, type SeverityName } from './settings';

/** The settings that say what is shown. */
const shown = ['severity', 'retirements', 'configuration'];

/**
 * Underlines closed call sites of open documents. A place that sends a request is shown as strongly as `openward.severity`
 * says; clients, model bindings and requests without a model are hints, so that one dependence is not told twice in
 * the Problems view. Accepted call sites and open ones show nothing. Files that are not open are listed in the tree. Models that
 * their vendor retires are marked apart, wherever their weights are. What configuration files say is a hint.
 */
export class Diagnostics implements vscode.Disposable {
  readonly #store: FindingStore;
  readonly #calendar: Calendar;
  readonly #repository: string;
  readonly #collection = vscode.languages.createDiagnosticCollection(diagnosticSource);
  /** The documents of cells that are marked, by notebook. */
  readonly #cells = new Map<string, readonly vscode.Uri[]>();
  readonly #subscriptions: readonly Owned[];

  constructor(store: FindingStore, calendar: Calendar, repository: string) {
    this.#store = store;
    this.#calendar = calendar;
    this.#repository = repository;
    const publishAll = (): void => this.#publish(vscode.workspace.textDocuments.map(documentIdOf));
    this.#subscriptions = [
      this.#collection,
      store.onDidChange(({ files }) => this.#publish(files)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (shown.some((name) => event.affectsConfiguration(`${section}.${name}`))) publishAll();
      }),
      calendar.onDidChange(publishAll),
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
        this.#clearCells(file, []);
        continue;
      }
      const notebook = openNotebook(file);
      if (notebook) {
        if (notebook.version === open.version) this.#publishCells(file, notebook, open.analysis);
        continue;
      }
      const document = openDocument(file);
      // The text moved on: its own analysis is on the way, and until then VS Code moves the marks along.
      if (document?.version !== open.version) continue;
      this.#show(document, open.analysis);
    }
  }

  /** Findings of a notebook land in the documents of their cells. */
  #publishCells(file: string, notebook: vscode.NotebookDocument, analysis: FileAnalysis): void {
    const cells = notebook.getCells();
    this.#clearCells(
      file,
      cells.map(({ document }) => document.uri),
    );
    for (const cell of cells) this.#show(cell.document, ofCell(analysis, cell.index));
  }

  /** Takes the marks of cells away that are no more, and remembers those that are. */
  #clearCells(file: string, now: readonly vscode.Uri[]): void {
    const kept = new Set(now.map(String));
    for (const uri of this.#cells.get(file) ?? []) if (!kept.has(uri.toString())) this.#collection.delete(uri);
    if (now.length > 0) this.#cells.set(file, now);
    else this.#cells.delete(file);
  }

  #show(document: vscode.TextDocument, { callSites, configuration: said }: FileAnalysis): void {
    const { severity, retirements, configuration } = settingsFor(document.uri);
    this.#collection.set(document.uri, [
      ...callSites.flatMap((site) => this.#diagnostic(document, site, severity)),
      ...(retirements ? retirementDiagnostics(document, callSites, this.#calendar.today) : []),
      ...(configuration === 'hints' ? configurationDiagnostics(document, said, this.#repository) : []),
    ]);
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
