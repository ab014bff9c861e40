import type { FileAnalysis } from '../../core/callSite';
import type { CatalogOverrides } from '../../core/catalog/overrides';
import type { CacheOptions } from '../cache/store';
import { now } from '../clock';
import type { Connection } from './connection';
import type { ScanError, ScanProgress, ScanRequest, ScanResult } from './engineService';
import type { BatchPart, KnownFiles, SiftPart, SurveyPart } from './protocol';
import type { ScanPool } from './scanPool';
import { ScanQueue, type Job } from './scanQueue';
import { StallWatch } from './stallWatch';

/** An open document, which a scan reads instead of the disk's text. */
export interface OpenDocument {
  readonly file: string;
  readonly text: string;
  readonly version: number;
}

const progressMilliseconds = 100;
/** When workers die one after the other it is not the files that are to blame. */
const mostDeaths = 5;

interface Settle {
  resolve(result: ScanResult): void;
  reject(error: Error): void;
}

/** What came of a job: how many of its files were seen to, which of them an engine is to look at, and what went wrong. */
interface Asked {
  readonly done: number;
  readonly left: readonly string[];
  readonly error?: Error;
}

/** One scan over the pool's workers: a scout finds the files and what is known of them, the others analyse what is not. */
export class ScanRun {
  readonly #pool: ScanPool;
  readonly #request: ScanRequest;
  readonly #documents: readonly OpenDocument[];
  readonly #cache: CacheOptions | null;
  readonly #overrides: CatalogOverrides | undefined;
  readonly #onProgress: (progress: ScanProgress) => void;
  readonly #signal: AbortSignal;
  readonly #started = now();

  /** Files that were not handed out, and those among which one took a worker down: they are tried again one by one. */
  readonly #queue: ScanQueue;
  readonly #suspects: string[] = [];
  readonly #idle: Connection[] = [];
  readonly #busy = new Set<Connection>();
  #surveying = true;
  #scout: Connection | undefined;
  #rescuing = false;

  readonly #analyses: FileAnalysis[] = [];
  readonly #errors: ScanError[] = [];
  readonly #notes: ScanError[] = [];
  readonly #log = new Set<string>();
  #found = 0;
  #done = 0;
  #parsed = 0;
  #bytes = 0;
  #callSites = 0;
  #lastProgress = -Infinity;
  /** Done when the results are kept for the next time, or are not going to be. Never rejects. */
  readonly saved: Promise<void>;
  #endSaving: () => void = () => undefined;
  /** Undefined once the scan has ended. */
  #settle: Settle | undefined;

  constructor(
    pool: ScanPool,
    request: ScanRequest,
    documents: readonly OpenDocument[],
    cache: CacheOptions | null,
    overrides: CatalogOverrides | undefined,
    onProgress: (progress: ScanProgress) => void,
    signal: AbortSignal,
  ) {
    this.#pool = pool;
    this.#request = request;
    this.#documents = documents;
    this.#cache = cache;
    this.#overrides = overrides;
    // The user's own catalog rows can tell of more than is sifted for.
    this.#queue = new ScanQueue(pool.size, Object.values(overrides ?? {}).flat().length === 0);
    this.#onProgress = onProgress;
    this.#signal = signal;
    this.saved = new Promise((resolve) => (this.#endSaving = resolve));
  }

  /** Runs the scan. Rejects only when no worker can be kept alive. */
  run(): Promise<ScanResult> {
    return new Promise((resolve, reject) => {
      if (this.#signal.aborted) {
        this.#endSaving();
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
      const scout = this.#pool.scout();
      scout.post({ type: 'open', maxFileBytes: this.#request.maxFileBytes, records: false });
      this.#scout = scout;
      void this.#survey(scout);
    });
  }

  #opened(worker: Connection): Connection {
    worker.post({
      type: 'open',
      maxFileBytes: this.#request.maxFileBytes,
      records: this.#cache !== null,
      overrides: this.#overrides,
    });
    for (const document of this.#documents) worker.post({ type: 'document', ...document });
    return worker;
  }

  async #survey(scout: Connection): Promise<void> {
    const { roots, excludes, configuration = false } = this.#request;
    const documents = this.#documents.map(({ file }) => file);
    try {
      await scout.ask<'survey'>({ method: 'survey', roots, excludes, configuration, documents, cache: this.#cache }, (part) =>
        this.#surveyed(part),
      );
    } catch (error) {
      this.#finish((settle) => settle.reject(error instanceof Error ? error : new Error(String(error))));
      return;
    }
    this.#surveying = false;
    this.#schedule();
  }

  #surveyed({ files, known, errors, log, isCold }: SurveyPart): void {
    if (!this.#settle) return;
    this.#found += files.length + known.files;
    this.#queue.add(files);
    this.#errors.push(...errors);
    for (const line of log) this.#noteLine(line);
    this.#add(known);
    // While the scout still reads folders, a worker gets ready.
    if (isCold && this.#busy.size + this.#idle.length === 0) this.#begin(this.#opened(this.#pool.take()), this.#queue.toBegin([]));
    this.#schedule();
  }

  /** Gives work to whoever has none, starts workers that are worth it, ends the scan when nothing is left. */
  #schedule(): void {
    if (!this.#settle) return;
    if (this.#suspects.length > 0 && !this.#rescuing) void this.#rescue();
    for (const worker of this.#idle.splice(0)) this.#begin(worker, this.#queue.next(worker, !this.#surveying));
    while (this.#idle.length === 0 && this.#queue.wantsAnother(this.#busy.size)) {
      const worker = this.#opened(this.#pool.take());
      this.#begin(worker, this.#queue.next(worker, !this.#surveying));
    }
    if (this.#surveying || this.#rescuing || this.#busy.size > 0 || !this.#queue.isEmpty) return;
    this.#finish((settle) => settle.resolve(this.#result(false)));
  }

  #begin(worker: Connection, job: Job | undefined): void {
    if (job) void this.#work(worker, job);
    else this.#idle.push(worker);
  }

  async #work(worker: Connection, { method, files }: Job): Promise<void> {
    const { done, left, error } = await this.#ask(worker, method, files);
    if (!this.#settle) return;
    // One of the files that are not done is to blame, and nobody knows which.
    if (error) this.#suspects.push(...files.slice(done));
    const next = this.#queue.leave(worker, left);
    if (next) {
      await this.#work(worker, next);
      return;
    }
    if (!worker.isGone) this.#idle.push(worker);
    this.#schedule();
  }

  async #rescue(): Promise<void> {
    this.#rescuing = true;
    let worker: Connection | undefined;
    let deaths = 0;
    for (let file = this.#suspects.pop(); file !== undefined && this.#settle; file = this.#suspects.pop()) {
      if (!worker || worker.isGone) worker = this.#opened(this.#pool.rescuer());
      const { done, error } = await this.#ask(worker, 'batch', [file]);
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

  /** Has a worker analyse or sift some files. Never rejects. */
  async #ask(worker: Connection, method: Job['method'], files: readonly string[]): Promise<Asked> {
    const left: string[] = [];
    let done = 0;
    this.#busy.add(worker);
    const watch = new StallWatch(
      (reason) => void worker.stop(reason),
      () => this.#busy.size,
    );
    const onPart = (part: BatchPart): void => {
      watch.refresh();
      done += part.files;
      this.#add(part);
      this.#errors.push(...part.errors);
      const { record, analyses } = part;
      if (record) this.#scout?.post({ type: 'results', results: { ...record, analyses } });
    };
    const onSifted = (part: SiftPart): void => {
      onPart(part);
      done += part.left.length;
      left.push(...part.left);
    };
    try {
      if (method === 'sift') await worker.ask<'sift'>({ method, files }, onSifted);
      else await worker.ask<'batch'>({ method, files }, onPart);
      return { done, left };
    } catch (error) {
      return { done, left, error: error instanceof Error ? error : new Error(String(error)) };
    } finally {
      watch.stop();
      this.#busy.delete(worker);
    }
  }

  #add(part: KnownFiles): void {
    if (!this.#settle) return;
    this.#done += part.files;
    this.#parsed += part.parsed;
    this.#bytes += part.bytes;
    for (const analysis of part.analyses) this.#callSites += analysis.callSites.length;
    this.#analyses.push(...part.analyses);
    this.#notes.push(...part.notes);
    this.#progress();
  }

  #noteLine(line: string): void {
    this.#log.add(line);
    const [file = line, ...rest] = line.split(': ');
    // Each worker reads the configuration for itself and says the same of it.
    if (!this.#notes.some((note) => note.file === file && note.message === rest.join(': ')))
      this.#notes.push({ file, message: rest.join(': ') });
  }

  #progress(): void {
    const time = now();
    if (!this.#settle || time - this.#lastProgress < progressMilliseconds) return;
    this.#lastProgress = time;
    this.#onProgress({ files: this.#done, total: this.#found, callSites: this.#callSites });
  }

  /** Ends the scan once: workers at rest go back to the pool, busy ones end, as nobody wants what they do. */
  #finish(settle: (callbacks: Settle) => void): void {
    const callbacks = this.#settle;
    if (!callbacks) return;
    this.#settle = undefined;
    for (const worker of this.#idle) this.#pool.giveBack(worker);
    for (const worker of this.#busy) void worker.stop('the scan ended');
    void this.#release(this.#scout);
    settle(callbacks);
  }

  /** Has the scout keep the results of a whole scan; one that did not see all its files ends. */
  async #release(scout: Connection | undefined): Promise<void> {
    try {
      if (this.#surveying || this.#busy.size > 0) await scout?.stop('the scan ended');
      else if (scout) {
        if (this.#cache) await scout.ask<'save'>({ method: 'save', log: [...this.#log] });
        this.#pool.giveBackScout(scout);
      }
    } catch {
      // A scout that is gone keeps nothing; the results stand.
    } finally {
      this.#endSaving();
    }
  }

  #result(cancelled: boolean): ScanResult {
    const byFile = (a: { readonly file: string }, b: { readonly file: string }): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
    return {
      files: this.#analyses.toSorted(byFile),
      errors: this.#errors.toSorted(byFile),
      notes: this.#notes.toSorted(byFile),
      stats: { files: this.#done, parsed: this.#parsed, bytes: this.#bytes, milliseconds: Math.round(now() - this.#started) },
      cancelled,
    };
  }
}
