import * as vscode from 'vscode';
import type { FileAnalysis } from '../core/callSite';
import type { EngineService } from '../workspace/service/engineService';
import { documentIdOf } from './convert';
import { disposeAll, type Owned } from './disposables';
import type { FindingStore } from './findingStore';
import { isConfigurationUri, isSupported, notebookCellScheme } from './languages';
import { openNotebook } from './notebooks';
import { NotebookWatcher } from './notebookWatcher';
import { settingsFor } from './settings';

/** Typing pauses this long before a text is analysed. */
const pause = 150;

interface Run {
  readonly version: number;
  readonly done: Promise<void>;
}

/** Keeps the engine's texts and the store's results in step with the open documents. */
export class DocumentWatcher implements vscode.Disposable {
  readonly #engine: EngineService;
  readonly #store: FindingStore;
  readonly #log: vscode.LogOutputChannel;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  /** Version of each text the engine holds. */
  readonly #sent = new Map<string, number>();
  readonly #runs = new Map<string, Run>();
  readonly #closed = new vscode.EventEmitter<string>();
  readonly #notebooks: NotebookWatcher;
  readonly #subscriptions: readonly Owned[];

  /** Tells the id of a file whose document was closed, after the store forgot the document. */
  readonly onDidClose = this.#closed.event;

  constructor(engine: EngineService, store: FindingStore, log: vscode.LogOutputChannel) {
    this.#engine = engine;
    this.#store = store;
    this.#log = log;
    this.#notebooks = new NotebookWatcher(engine, store, log);
    this.#subscriptions = [
      this.#notebooks,
      this.#notebooks.onDidClose((file) => this.#closed.fire(file)),
      vscode.workspace.onDidOpenTextDocument((document) => this.#start(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#schedule(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#close(document)),
      this.#closed,
    ];
  }

  /** Analyses the documents that are open already. */
  start(): void {
    this.#notebooks.start();
    for (const document of vscode.workspace.textDocuments) this.#start(document);
  }

  /** Looks at every open document again: a setting changed what is covered. */
  restart(): void {
    for (const document of vscode.workspace.textDocuments) {
      if (this.#covers(document)) this.#start(document);
      else this.#close(document);
    }
  }

  /** The analysis of a document's present text, computed now if need be; undefined for documents that are not analysed. */
  async current(document: vscode.TextDocument): Promise<FileAnalysis | undefined> {
    if (document.uri.scheme === notebookCellScheme) return this.#notebooks.current(document);
    if (!this.#covers(document)) return undefined;
    const file = documentIdOf(document);
    if (this.#store.open(file)?.version !== document.version) await this.#analyze(document, true);
    const open = this.#store.open(file);
    return open?.version === document.version ? open.analysis : undefined;
  }

  /** Analyses open files again whose text is the same but whose dependencies changed. Ids that are not open are passed over. */
  async refresh(files: Iterable<string>): Promise<void> {
    const wanted = new Set(files);
    const documents = vscode.workspace.textDocuments.filter((document) => wanted.has(documentIdOf(document)) && this.#covers(document));
    await Promise.all(documents.map((document) => this.#analyze(document, false)));
  }

  /** Gives the engine every text it does not hold yet, so that a plan sees what the user sees. */
  flush(): void {
    this.#notebooks.flush();
    for (const document of vscode.workspace.textDocuments) if (this.#covers(document)) this.#send(document);
  }

  /** Whether a file is open and analysed as a document. */
  isOpen(file: string): boolean {
    return this.#sent.has(file) || openNotebook(file) !== undefined;
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    disposeAll(this.#subscriptions);
  }

  #covers(document: vscode.TextDocument): boolean {
    // The cells of a notebook are analysed together.
    if (document.isClosed || document.uri.scheme === notebookCellScheme) return false;
    const { maxFileBytes, configuration } = settingsFor(document.uri);
    if (!(isConfigurationUri(document.uri) ? configuration !== 'off' : isSupported(document))) return false;
    const tooLong = document.offsetAt(document.lineAt(document.lineCount - 1).range.end) > maxFileBytes;
    if (tooLong) this.#log.trace(`Passed over, larger than openward.scan.maxFileSize: ${document.uri.toString()}`);
    return !tooLong;
  }

  #start(document: vscode.TextDocument): void {
    if (this.#covers(document)) void this.#analyze(document, true);
  }

  #schedule(document: vscode.TextDocument): void {
    const file = documentIdOf(document);
    clearTimeout(this.#timers.get(file));
    this.#timers.delete(file);
    if (!this.#covers(document)) {
      this.#close(document);
      return;
    }
    this.#timers.set(
      file,
      setTimeout(() => {
        this.#timers.delete(file);
        // Somebody may have needed the analysis before the pause was over.
        if (this.#store.open(file)?.version !== document.version) this.#start(document);
      }, pause),
    );
  }

  #close(document: vscode.TextDocument): void {
    const file = documentIdOf(document);
    clearTimeout(this.#timers.get(file));
    this.#timers.delete(file);
    this.#runs.delete(file);
    if (!this.#sent.delete(file)) return;
    this.#engine.closeDocument(file);
    this.#store.close(file);
    this.#closed.fire(file);
  }

  #send(document: vscode.TextDocument): void {
    const file = documentIdOf(document);
    if (this.#sent.get(file) === document.version) return;
    this.#sent.set(file, document.version);
    this.#engine.setDocument(file, document.getText(), document.version);
  }

  /** Runs for the same version are shared; `changed` takes the open files along that depend on this one. */
  #analyze(document: vscode.TextDocument, changed: boolean): Promise<void> {
    const file = documentIdOf(document);
    const running = this.#runs.get(file);
    if (changed && running?.version === document.version) return running.done;
    const run: Run = { version: document.version, done: this.#publish(document, file, changed) };
    this.#runs.set(file, run);
    void run.done.finally(() => {
      if (this.#runs.get(file) === run) this.#runs.delete(file);
    });
    return run.done;
  }

  async #publish(document: vscode.TextDocument, file: string, changed: boolean): Promise<void> {
    this.#send(document);
    try {
      const result = await this.#engine.analyze(file);
      // The text moved on or the document was closed while the engine worked: a later run tells the rest. A file that was opened
      // again has a document of its own, whose versions start anew.
      if (document.isClosed || result?.version !== document.version || !this.#sent.has(file)) return;
      for (const problem of result.analysis.problems) this.#log.debug(`${file}: ${problem}`);
      this.#store.setOpen(file, result.version, result.analysis);
      if (changed) await this.refresh(this.#store.openDependents(file));
    } catch (error) {
      this.#log.error(`${file} could not be analysed: ${String(error)}`);
    }
  }
}
