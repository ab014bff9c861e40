import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { CatalogOverrides } from '../../core/catalog/overrides';
import type { PlanRequest, RewritePlan } from '../../core/rewrite/plan';
import type { CacheOptions } from '../cache/store';
import { engineBundleName, threadChannels, type ChannelFactory } from './channel';
import { Connection } from './connection';
import type { DocumentAnalysis, EngineService, ScanProgress, ScanRequest, ScanResult } from './engineService';
import { localChannels } from './localChannel';
import { ScanPool } from './scanPool';
import { ScanRun, type OpenDocument } from './scanRun';
import type { SessionFactory } from './server';

export interface EngineServiceOptions {
  /** Told of what workers log and of workers that end unasked; a line each. */
  readonly log?: (line: string) => void;
  /** Scan workers at the same time; two or one by the machine when absent. */
  readonly scanWorkers?: number;
  /** Files that only others import, and files to rewrite, are not read when larger; open documents have no limit. Bytes, 1 MB when absent. */
  readonly maxFileBytes?: number;
  /** Keeps the results of scans of folders for the next time; nothing is kept when absent. */
  readonly cache?: CacheOptions | undefined;
  /** The user's own catalog rows, sound ones; the built-in catalog alone when absent. */
  readonly overrides?: CatalogOverrides | undefined;
}

export interface WorkerThreadOptions extends EngineServiceOptions {
  /** Absolute path of `dist/worker.js`. */
  readonly workerPath: string;
  /** Absolute path of `dist/scout.js`, or what makes a scout that works in the caller's own thread. */
  readonly scout: string | SessionFactory;
  /** Node's arguments for the workers, the process's own when absent. */
  readonly execArgv?: readonly string[];
  /** Absolute folder in which the workers' compiled code is kept for the next time, and nothing else; it is compiled anew each time when absent. */
  readonly codeFolder?: string | undefined;
  /** A thread for the first worker of a scan that runs already ({@link startThread}). */
  readonly early?: Worker | undefined;
}

/** What counts as too large to be source text when nobody says otherwise; bytes. */
export const defaultMaxFileBytes = 1024 * 1024;

/** Starts the engine in worker threads. It starts none before the first question; one that is handed over runs already. */
export function createEngineService(options: WorkerThreadOptions): EngineService {
  const { workerPath, scout, execArgv, codeFolder, early } = options;
  const workers = threadChannels(workerPath, execArgv, codeFolder, early);
  const scouts = typeof scout === 'string' ? threadChannels(scout, execArgv) : localChannels(scout);
  const channels: ChannelFactory = (purpose, events) => (purpose === 'scout' ? scouts : workers)(purpose, events);
  return new EngineClient(channels, { ...options, cache: options.cache && exactly(options.cache, workerPath) });
}

/**
 * The cache of exactly this build: the worker's file holds or names what files are searched for, the one beside it the engine and the
 * catalog, whose data are in files with names that tell their contents. Only TypeScript's parser is beside them, fixed by the version.
 */
function exactly({ folder, version }: CacheOptions, workerPath: string): CacheOptions | undefined {
  const stats = [workerPath, join(dirname(workerPath), engineBundleName)].map((file) => statSync(file, { throwIfNoEntry: false }));
  const build = stats.map((stat) => stat && `${stat.size} ${stat.mtimeMs}`);
  return build.includes(undefined) ? undefined : { folder, version: [version, ...build].join(' ') };
}

/** Where results under these own catalog rows are kept: those under others are not theirs. */
function keyed(cache: CacheOptions | null, overrides: CatalogOverrides | undefined): CacheOptions | null {
  if (!cache || !overrides || Object.values(overrides).flat().length === 0) return cache;
  const hash = createHash('sha256').update(JSON.stringify(overrides)).digest('hex').slice(0, 16);
  return { ...cache, version: `${cache.version} ${hash}` };
}

/** {@link EngineService} over any kind of worker. */
export class EngineClient implements EngineService {
  readonly #channels: ChannelFactory;
  readonly #log: (line: string) => void;
  readonly #maxFileBytes: number;
  readonly #cache: CacheOptions | null;
  #overrides: CatalogOverrides | undefined;
  readonly #pool: ScanPool;
  readonly #documents = new Map<string, OpenDocument>();
  /** Analyses asked for and not answered, by file: asking again for the same text joins. Versions start anew when a file is opened again. */
  readonly #analyses = new Map<string, { readonly document: OpenDocument; readonly promise: Promise<DocumentAnalysis | undefined> }>();
  #interactive: Connection | undefined;
  #lastScan: Promise<unknown> = Promise.resolve();
  readonly #closing = new AbortController();

  constructor(channels: ChannelFactory, options: EngineServiceOptions) {
    this.#channels = channels;
    this.#log = options.log ?? (() => undefined);
    this.#maxFileBytes = options.maxFileBytes ?? defaultMaxFileBytes;
    this.#cache = options.cache ?? null;
    this.#overrides = options.overrides;
    this.#pool = new ScanPool(channels, options.scanWorkers);
  }

  setDocument(file: string, text: string, version: number): void {
    const document = { file, text, version };
    this.#documents.set(file, document);
    this.#interactive?.post({ type: 'document', ...document });
  }

  closeDocument(file: string): void {
    this.#documents.delete(file);
    this.#interactive?.post({ type: 'close', file });
  }

  async fileChanged(file: string): Promise<readonly string[]> {
    // A worker that is not there has analysed nothing.
    return this.#interactive ? this.#interactive.ask<'changed'>({ method: 'changed', file }) : [];
  }

  analyze(file: string): Promise<DocumentAnalysis | undefined> {
    const document = this.#documents.get(file);
    if (!document) return Promise.resolve(undefined);
    const running = this.#analyses.get(file);
    if (running?.document === document) return running.promise;
    const promise = this.#analyze(document).finally(() => {
      if (this.#analyses.get(file)?.promise === promise) this.#analyses.delete(file);
    });
    this.#analyses.set(file, { document, promise });
    return promise;
  }

  async plan(request: PlanRequest): Promise<RewritePlan> {
    return this.#worker().ask<'plan'>({ method: 'plan', request });
  }

  setOverrides(overrides: CatalogOverrides): void {
    this.#overrides = overrides;
    // Opened again, the worker forgets all that it knew.
    if (this.#interactive) this.#open(this.#interactive);
  }

  /** Scans run one after the other: they would only take the same workers from each other. */
  scan(request: ScanRequest, onProgress: (progress: ScanProgress) => void, signal: AbortSignal): Promise<ScanResult> {
    const turn = this.#lastScan;
    let saved: Promise<void> = Promise.resolve();
    const scan = (async () => {
      const end = AbortSignal.any([signal, this.#closing.signal]);
      await untilSettledOrAborted(turn, end);
      const run = new ScanRun(
        this.#pool,
        request,
        [...this.#documents.values()],
        keyed(this.#cache, this.#overrides),
        this.#overrides,
        onProgress,
        end,
      );
      saved = run.saved;
      return run.run();
    })();
    this.#lastScan = Promise.allSettled([turn, scan]).then(() => saved);
    return scan;
  }

  async dispose(): Promise<void> {
    this.#closing.abort();
    await this.#lastScan;
    await Promise.all([this.#interactive?.stop('the service was closed'), this.#pool.dispose()]);
  }

  async #analyze({ file, version }: OpenDocument): Promise<DocumentAnalysis | undefined> {
    const analysis = await this.#worker().ask<'analyze'>({ method: 'analyze', file, version });
    return analysis && this.#documents.get(file)?.version === version ? { version, analysis } : undefined;
  }

  /** The interactive worker, started with all open documents when there is none. */
  #worker(): Connection {
    if (this.#closing.signal.aborted) throw new Error('The analysis was closed.');
    if (this.#interactive) return this.#interactive;
    const worker = new Connection(this.#channels, 'interactive', this.#log, (reason) => {
      this.#interactive = undefined;
      if (!this.#closing.signal.aborted) this.#log(`The analysis worker is gone (${reason}); the next question starts another.`);
    });
    this.#interactive = worker;
    this.#open(worker);
    return worker;
  }

  #open(worker: Connection): void {
    worker.post({ type: 'open', maxFileBytes: this.#maxFileBytes, records: false, overrides: this.#overrides });
    for (const document of this.#documents.values()) worker.post({ type: 'document', ...document });
  }
}

/** Waits for a promise however it ends, but no longer than until the signal. */
async function untilSettledOrAborted(promise: Promise<unknown>, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const onAbort = (): void => resolve();
    signal.addEventListener('abort', onAbort, { once: true });
    void promise
      .catch(() => undefined)
      .then(() => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      });
  });
}
