import * as vscode from 'vscode';
import type { EngineService, ScanProgress, ScanRequest, ScanResult } from '../workspace/service/engineService';
import type { FindingStore } from './findingStore';
import { settingsFor } from './settings';

/** What the scanner is doing and how the last scan ended. */
export interface ScanState {
  readonly running: ScanProgress | undefined;
  readonly last: { readonly result: ScanResult; /** Milliseconds since the epoch. */ readonly at: number } | undefined;
  /** Why the last scan failed. */
  readonly failure: string | undefined;
}

/** Scans the workspace's folders in the background and puts the results into the store. One scan runs at a time. */
export class Scanner implements vscode.Disposable {
  readonly #engine: EngineService;
  readonly #store: FindingStore;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<ScanState>();
  readonly #rescans = new AbortController();
  #lastRescan: Promise<void> = Promise.resolve();
  #abort: AbortController | undefined;
  #current: Promise<ScanResult | undefined> | undefined;
  #state: ScanState = { running: undefined, last: undefined, failure: undefined };

  /** Fires when a scan starts, moves on and ends. */
  readonly onDidChange = this.#changed.event;

  constructor(engine: EngineService, store: FindingStore, log: vscode.LogOutputChannel) {
    this.#engine = engine;
    this.#store = store;
    this.#log = log;
  }

  get state(): ScanState {
    return this.#state;
  }

  /** Scans all folders on disk; joins the scan that is running. Undefined when it failed, with a line in the log. */
  scan(): Promise<ScanResult | undefined> {
    this.#current ??= this.#scan().finally(() => (this.#current = undefined));
    return this.#current;
  }

  /** Scans all folders with what holds now: a scan that is running already is let come to its end first. */
  async scanAnew(): Promise<ScanResult | undefined> {
    await this.#current;
    return this.scan();
  }

  /** Stops the running scan; what was found until then is kept. */
  cancel(): void {
    this.#abort?.abort();
  }

  /**
   * Reads single files of the last scan again. Those without call sites leave the store. One reading follows the other, and the scan that is
   * running: what was read before a change must not have the last word.
   */
  rescan(files: readonly string[]): Promise<void> {
    this.#lastRescan = this.#lastRescan.then(() => this.#current).then(() => this.#rescan(files));
    return this.#lastRescan;
  }

  async #rescan(files: readonly string[]): Promise<void> {
    try {
      for (const request of requestsFor(files)) {
        const result = await this.#engine.scan(request, () => undefined, this.#rescans.signal);
        if (result.cancelled) return;
        const found = new Set(result.files.map((analysis) => analysis.file));
        this.#store.removeScanned(request.roots.filter((file) => !found.has(file)));
        this.#store.updateScan(result.files);
      }
    } catch (error) {
      this.#log.error(`Changed files could not be read again: ${String(error)}`);
    }
  }

  dispose(): void {
    this.cancel();
    this.#rescans.abort();
    this.#changed.dispose();
  }

  async #scan(): Promise<ScanResult | undefined> {
    const abort = (this.#abort = new AbortController());
    const results: ScanResult[] = [];
    this.#set({ ...this.#state, running: { files: 0, total: 0, callSites: 0 }, failure: undefined });
    try {
      for (const request of requestsFor(foldersOnDisk())) {
        const before = sum(results);
        const progress = (p: ScanProgress): void =>
          this.#set({
            ...this.#state,
            running: { files: before.files + p.files, total: before.files + p.total, callSites: before.callSites + p.callSites },
          });
        results.push(await this.#engine.scan(request, progress, abort.signal));
        if (abort.signal.aborted) break;
      }
      const result = merge(results, abort.signal.aborted);
      for (const { file, message } of result.errors) this.#log.warn(`${file}: ${message}`);
      for (const { file, message } of result.notes ?? []) this.#log.debug(`${file}: ${message}`);
      // A cancelled scan saw only a part: it adds to what is known instead of replacing it.
      if (result.cancelled) this.#store.updateScan(result.files);
      else this.#store.replaceScan(result.files);
      this.#set({ running: undefined, last: { result, at: Date.now() }, failure: undefined });
      return result;
    } catch (error) {
      this.#log.error(`The scan failed: ${String(error)}`);
      this.#set({ ...this.#state, running: undefined, failure: String(error) });
      return undefined;
    } finally {
      this.#abort = undefined;
    }
  }

  #set(state: ScanState): void {
    this.#state = state;
    this.#changed.fire(state);
  }
}

/** Paths of the workspace's folders that are on disk; virtual folders can't be walked. */
function foldersOnDisk(): string[] {
  return (vscode.workspace.workspaceFolders ?? []).filter((folder) => folder.uri.scheme === 'file').map((folder) => folder.uri.fsPath);
}

/** Folders and files with the same settings go into one request: in a workspace of several folders each may have its own. */
function requestsFor(paths: readonly string[]): ScanRequest[] {
  const requests = new Map<string, Omit<ScanRequest, 'roots'> & { roots: string[] }>();
  for (const path of paths) {
    const { excludes, maxFileBytes, configuration: place } = settingsFor(vscode.Uri.file(path));
    const configuration = place !== 'off';
    const key = JSON.stringify([excludes, maxFileBytes, configuration]);
    const request = requests.get(key) ?? { roots: [], excludes, maxFileBytes, configuration };
    requests.set(key, request);
    request.roots.push(path);
  }
  return [...requests.values()];
}

function sum(results: readonly ScanResult[]): { files: number; callSites: number } {
  return {
    files: results.reduce((total, result) => total + result.stats.files, 0),
    callSites: results.reduce((total, result) => total + result.files.reduce((count, file) => count + file.callSites.length, 0), 0),
  };
}

function merge(results: readonly ScanResult[], cancelled: boolean): ScanResult {
  const add = (pick: (stats: ScanResult['stats']) => number): number => results.reduce((total, { stats }) => total + pick(stats), 0);
  return {
    files: results.flatMap((result) => result.files),
    errors: results.flatMap((result) => result.errors),
    notes: results.flatMap((result) => result.notes ?? []),
    stats: {
      files: add((stats) => stats.files),
      parsed: add((stats) => stats.parsed),
      bytes: add((stats) => stats.bytes),
      milliseconds: add((stats) => stats.milliseconds),
    },
    cancelled: cancelled || results.some((result) => result.cancelled),
  };
}
