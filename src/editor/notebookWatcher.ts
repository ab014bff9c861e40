import * as vscode from 'vscode';
import type { FileAnalysis } from '../core/callSite';
import type { EngineService } from '../workspace/service/engineService';
import { fileIdOf } from './convert';
import { disposeAll, type Owned } from './disposables';
import type { FindingStore } from './findingStore';
import { isAnalysed, notebookOf, notebookText, ofCell } from './notebooks';

/** Typing pauses this long before a notebook is analysed; milliseconds. */
const pause = 150;

/** Keeps the engine's texts and the store's results in step with the open notebooks: one analysis a notebook, whichever cell changed. */
export class NotebookWatcher implements vscode.Disposable {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  /** Version of each notebook the engine holds. */
  readonly #sent = new Map<string, number>();
  readonly #closed = new vscode.EventEmitter<string>();
  readonly #subscriptions: readonly Owned[];

  /** Tells the id of a notebook that was closed. */
  readonly onDidClose = this.#closed.event;

  constructor(
    private readonly engine: EngineService,
    private readonly store: FindingStore,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#subscriptions = [
      vscode.workspace.onDidOpenNotebookDocument((notebook) => void this.#publish(notebook)),
      vscode.workspace.onDidChangeNotebookDocument(({ notebook }) => this.#schedule(notebook)),
      vscode.workspace.onDidCloseNotebookDocument((notebook) => this.#close(fileIdOf(notebook.uri))),
      this.#closed,
    ];
  }

  /** Analyses the notebooks that are open already. */
  start(): void {
    for (const notebook of vscode.workspace.notebookDocuments) void this.#publish(notebook);
  }

  /** Gives the engine every notebook it does not hold as it is now. */
  flush(): void {
    for (const notebook of vscode.workspace.notebookDocuments) if (isAnalysed(notebook)) this.#send(notebook);
  }

  /** The analysis of a cell's document within its notebook, computed now if need be; undefined for other documents. */
  async current(document: vscode.TextDocument): Promise<FileAnalysis | undefined> {
    const notebook = notebookOf(document);
    if (!notebook || !isAnalysed(notebook)) return undefined;
    const file = fileIdOf(notebook.uri);
    if (this.store.open(file)?.version !== notebook.version) await this.#publish(notebook);
    const open = this.store.open(file);
    const cell = notebook.getCells().find((each) => each.document === document);
    return cell && open?.version === notebook.version ? ofCell(open.analysis, cell.index) : undefined;
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    disposeAll(this.#subscriptions);
  }

  #schedule(notebook: vscode.NotebookDocument): void {
    const file = fileIdOf(notebook.uri);
    clearTimeout(this.#timers.get(file));
    this.#timers.set(
      file,
      setTimeout(() => {
        this.#timers.delete(file);
        void this.#publish(notebook);
      }, pause),
    );
  }

  #close(file: string): void {
    clearTimeout(this.#timers.get(file));
    this.#timers.delete(file);
    if (!this.#sent.delete(file)) return;
    this.engine.closeDocument(file);
    this.store.close(file);
    this.#closed.fire(file);
  }

  #send(notebook: vscode.NotebookDocument): void {
    const file = fileIdOf(notebook.uri);
    if (this.#sent.get(file) === notebook.version) return;
    this.#sent.set(file, notebook.version);
    this.engine.setDocument(file, notebookText(notebook), notebook.version);
  }

  async #publish(notebook: vscode.NotebookDocument): Promise<void> {
    if (!isAnalysed(notebook)) return;
    const file = fileIdOf(notebook.uri);
    this.#send(notebook);
    try {
      const result = await this.engine.analyze(file);
      // The notebook moved on or was closed while the engine worked: a later run tells the rest.
      if (notebook.isClosed || result?.version !== notebook.version || !this.#sent.has(file)) return;
      this.store.setOpen(file, result.version, result.analysis);
    } catch (error) {
      this.log.error(`${file} could not be analysed: ${String(error)}`);
    }
  }
}
