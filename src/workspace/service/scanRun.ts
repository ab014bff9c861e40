import type { FileAnalysis } from '../../core/callSite';
import type { Connection } from './connection';
import type { ScanError, ScanProgress, ScanRequest, ScanResult } from './engineService';
import type { BatchPart } from './protocol';
import type { ScanPool } from './scanPool';

/** An open document, which a scan reads instead of the disk's text. */
export interface OpenDocument {
  readonly file: string;
  readonly text: string;
  readonly version: number;
}

const progressMilliseconds = 100;
/** Files handed out at once: few enough that workers end together, many enough that messages cost nothing. */
const smallestBatch = 4;
const largestBatch = 64;
/** A second worker costs a tenth of a second and is worth it from about this many files on. */
const filesForAnotherWorker = 64;
/** A file that takes longer is given up: it would be a bug of the analysis, and no reason to wait for ever. */
const stallMilliseconds = 30_000;
/** When workers die one after the other it is not the files that are to blame. */
const mostDeaths = 5;

interface Settle {
  resolve(result: ScanResult): void;
  reject(error: Error): void;
}

/** One scan over the pool's workers: the first walks, all of them analyse what has been found so far. */
export class ScanRun {
  readonly #pool: ScanPool;
  readonly #request: ScanRequest;
  readonly #documents: readonly OpenDocument[];
  readonly #onProgress: (progress: ScanProgress) => void;
  readonly #signal: AbortSignal;
  readonly #started = performance.now();

  /** Files found and not handed out; those among which one took a worker down are tried again one by one. */
  readonly #queue: string[] = [];
  readonly #suspects: string[] = [];
  readonly #idle: Connection[] = [];
  readonly #busy = new Set<Connection>();
  #walking = true;
  #rescuing = false;

  readonly #analyses: FileAnalysis[] = [];
  readonly #errors: ScanError[] = [];
  readonly #notes: ScanError[] = [];
  #found = 0;
  #done = 0;
  #parsed = 0;
  #bytes = 0;
  #callSites = 0;
  #lastProgress = -Infinity;
  /** Undefined once the scan has ended. */
  #settle: Settle | undefined;

  constructor(
    pool: ScanPool,
    request: ScanRequest,
    documents: readonly OpenDocument[],
    onProgress: (progress: ScanProgress) => void,
    signal: AbortSignal,
  ) {
    this.#pool = pool;
    this.#request = request;
    this.#documents = documents;
    this.#onProgress = onProgress;
    this.#signal = signal;
  }

  /** Runs the scan. Rejects only when no worker can be kept alive. */
  run(): Promise<ScanResult> {
    return new Promise((resolve, reject) => {
      if (this.#signal.aborted) {
        resolve(this.#result(true));
        return;
      }
      const onAbort = (): void => this.#finish((settle) => settle.resolve(this.#result(true)));
      this.#settle = {
        resolve: (result) => {
          this.#signal.removeEventListener('abort', onAbort);
          resolve(result);
        },
        reject: (error) => {
          this.#signal.removeEventListener('abort', onAbort);
          reject(error);
        },
      };
      this.#signal.addEventListener('abort', onAbort);
      this.#pool.log = (line) => this.#noteLine(line);
      void this.#walk(this.#opened(this.#pool.take()));
    });
  }

  #opened(worker: Connection): Connection {
    worker.post({ type: 'open', maxFileBytes: this.#request.maxFileBytes });
    for (const document of this.#documents) worker.post({ type: 'document', ...document });
    return worker;
  }

  async #walk(worker: Connection): Promise<void> {
    const { roots, excludes } = this.#request;
    this.#busy.add(worker);
    try {
      await worker.ask<'walk'>({ method: 'walk', roots, excludes }, (part) => {
        this.#found += part.files.length;
        this.#queue.push(...part.files);
        this.#errors.push(...part.errors);
        this.#progress();
        this.#schedule();
      });
    } catch (error) {
      this.#finish((settle) => settle.reject(error instanceof Error ? error : new Error(String(error))));
      return;
    }
    this.#walking = false;
    this.#busy.delete(worker);
    this.#idle.push(worker);
    this.#schedule();
  }

  /** Gives work to whoever has none, starts workers that are worth it, ends the scan when nothing is left. */
  #schedule(): void {
    if (!this.#settle) return;
    if (this.#suspects.length > 0 && !this.#rescuing) void this.#rescue();
    while (this.#queue.length > 0) {
      const worker = this.#idle.pop() ?? (this.#wantsAnother() ? this.#opened(this.#pool.take()) : undefined);
      if (!worker) return;
      void this.#work(worker, this.#nextBatch());
    }
    if (!this.#walking && !this.#rescuing && this.#busy.size === 0) this.#finish((settle) => settle.resolve(this.#result(false)));
  }

  #wantsAnother(): boolean {
    return this.#busy.size === 0 || (this.#busy.size < this.#pool.size && this.#queue.length >= filesForAnotherWorker);
  }

  #nextBatch(): readonly string[] {
    const share = Math.ceil(this.#queue.length / (2 * this.#pool.size));
    return this.#queue.splice(0, Math.min(Math.max(share, smallestBatch), largestBatch));
  }

  async #work(worker: Connection, batch: readonly string[]): Promise<void> {
    const { done, error } = await this.#analyze(worker, batch);
    if (!this.#settle) return;
    // One of the files that are left is to blame, and nobody knows which.
    if (error) this.#suspects.push(...batch.slice(done));
    if (!worker.isGone) this.#idle.push(worker);
    this.#schedule();
  }

  async #rescue(): Promise<void> {
    this.#rescuing = true;
    let worker: Connection | undefined;
    let deaths = 0;
    for (let file = this.#suspects.pop(); file !== undefined && this.#settle; file = this.#suspects.pop()) {
      if (!worker || worker.isGone) worker = this.#opened(this.#pool.rescuer());
      const { done, error } = await this.#analyze(worker, [file]);
      deaths = worker.isGone ? deaths + 1 : 0;
      if (!error || done > 0) continue;
      if (deaths === mostDeaths) this.#finish((settle) => settle.reject(error));
      this.#errors.push({ file, message: `could not be analysed: ${error.message}` });
      this.#done++;
    }
    await worker?.stop('the rescue ended');
    this.#rescuing = false;
    this.#schedule();
  }

  /** Has a worker analyse some files; tells how many of them were done and what went wrong. Never rejects. */
  async #analyze(worker: Connection, files: readonly string[]): Promise<{ readonly done: number; readonly error?: Error }> {
    let done = 0;
    this.#busy.add(worker);
    const watch = setTimeout(() => void worker.stop(`a file took longer than ${stallMilliseconds / 1000} s`), stallMilliseconds);
    try {
      await worker.ask<'batch'>({ method: 'batch', files }, (part) => {
        watch.refresh();
        done += part.files;
        this.#add(part);
      });
      return { done };
    } catch (error) {
      return { done, error: error instanceof Error ? error : new Error(String(error)) };
    } finally {
      clearTimeout(watch);
      this.#busy.delete(worker);
    }
  }

  #add(part: BatchPart): void {
    if (!this.#settle) return;
    this.#done += part.files;
    this.#parsed += part.parsed;
    this.#bytes += part.bytes;
    for (const analysis of part.analyses) this.#callSites += analysis.callSites.length;
    this.#analyses.push(...part.analyses);
    this.#errors.push(...part.errors);
    this.#notes.push(...part.notes);
    this.#progress();
  }

  #noteLine(line: string): void {
    const [file = line, ...rest] = line.split(': ');
    // Each worker reads the configuration for itself and says the same of it.
    if (!this.#notes.some((note) => note.file === file && note.message === rest.join(': ')))
      this.#notes.push({ file, message: rest.join(': ') });
  }

  #progress(): void {
    const now = performance.now();
    if (!this.#settle || now - this.#lastProgress < progressMilliseconds) return;
    this.#lastProgress = now;
    this.#onProgress({ files: this.#done, total: this.#found, callSites: this.#callSites });
  }

  /** Ends the scan once: workers at rest go back to the pool, busy ones end, as nobody wants what they do. */
  #finish(settle: (callbacks: Settle) => void): void {
    const callbacks = this.#settle;
    if (!callbacks) return;
    this.#settle = undefined;
    for (const worker of this.#idle) this.#pool.giveBack(worker);
    for (const worker of this.#busy) void worker.stop('the scan ended');
    settle(callbacks);
  }

  #result(cancelled: boolean): ScanResult {
    const byFile = (a: { readonly file: string }, b: { readonly file: string }): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
    return {
      files: this.#analyses.toSorted(byFile),
      errors: this.#errors.toSorted(byFile),
      notes: this.#notes.toSorted(byFile),
      stats: { files: this.#done, parsed: this.#parsed, bytes: this.#bytes, milliseconds: Math.round(performance.now() - this.#started) },
      cancelled,
    };
  }
}
