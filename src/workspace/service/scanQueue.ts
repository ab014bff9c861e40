import type { WorkerRequest } from './protocol';

/** Files handed out at once: few enough that workers end together, many enough that messages cost nothing. */
const smallestBatch = 4;
const largestBatch = 64;
/** A second worker is worth its start from about this many files on. */
const filesForAnotherWorker = 64;
/**
 * So is a second engine from this many files on that one is to look at, and from fewer where its worker has nothing else to do: to load it,
 * and to find out again what imports mean, takes as long as a dozen files.
 */
const filesForAnotherEngine = 48;
const lastFilesForAnotherEngine = 12;

/** A worker as far as the queue knows it. */
interface QueueWorker {
  readonly isGone: boolean;
}

/** What a worker is given to do next. */
export type Job = Extract<WorkerRequest, { readonly method: 'batch' | 'sift' }>;

/**
 * Files of a scan that nobody has seen to, and who is to do so. Workers begin without an engine and sift: most files have no sign of a model,
 * and many scans have so few others that one engine is enough.
 */
export class ScanQueue {
  readonly #workers: number;
  readonly #sifts: boolean;
  /** Files found, and those that were sifted and are left for an engine. */
  readonly #found: string[] = [];
  readonly #left: string[] = [];
  /** The worker that takes from the start. */
  #first: QueueWorker | undefined;
  /** Workers that were asked for what only an engine knows. */
  readonly #engines = new Set<QueueWorker>();

  /**
   * @param workers as many work at the same time at most
   * @param sifts whether files may be sifted; else all are for an engine
   */
  constructor(workers: number, sifts: boolean) {
    this.#workers = workers;
    this.#sifts = sifts;
  }

  get isEmpty(): boolean {
    return this.#found.length + this.#left.length === 0;
  }

  /** Adds files that were found. */
  add(files: readonly string[]): void {
    this.#found.push(...files);
  }

  /** Whether another worker is worth its start beside some that are at work. */
  wantsAnother(busy: number): boolean {
    if (busy === 0) return !this.isEmpty;
    return busy < this.#workers && (this.#found.length >= filesForAnotherWorker || this.#left.length >= filesForAnotherEngine);
  }

  /**
   * What a worker is to do next, undefined where there is nothing that is worth its while.
   * @param isLast whether no more files will be found
   */
  next(worker: QueueWorker, isLast: boolean): Job | undefined {
    if (this.#left.length > 0 && (this.#engines.has(worker) || this.#isWorthAnEngine(isLast)))
      return this.#given(worker, { method: 'batch', files: this.#take(this.#left, worker) });
    return this.#found.length > 0 ? this.#given(worker, this.toBegin(this.#take(this.#found, worker))) : undefined;
  }

  /** What a worker is asked about files that were just found. */
  toBegin(files: readonly string[]): Job {
    return { method: this.#sifts ? 'sift' : 'batch', files };
  }

  /**
   * Takes what a worker left for an engine. One that has an engine goes on with it at once: files of a folder import the same modules.
   * @returns its next job, undefined where it has no engine
   */
  leave(worker: QueueWorker, files: readonly string[]): Job | undefined {
    if (files.length > 0 && this.#engines.has(worker) && !worker.isGone) return { method: 'batch', files };
    this.#left.push(...files);
    return undefined;
  }

  #given(worker: QueueWorker, job: Job): Job {
    if (job.method === 'batch') this.#engines.add(worker);
    return job;
  }

  #isWorthAnEngine(isLast: boolean): boolean {
    if ([...this.#engines].every((worker) => worker.isGone)) return true;
    return this.#left.length >= (isLast && this.#found.length === 0 ? lastFilesForAnotherEngine : filesForAnotherEngine);
  }

  /** Files are in the order of folders. One worker takes from the start and one from the end, so that each reads modules of its own. */
  #take(from: string[], worker: QueueWorker): readonly string[] {
    const share = Math.ceil(from.length / (2 * this.#workers));
    const count = Math.min(Math.max(share, smallestBatch), largestBatch);
    this.#first ??= worker;
    return worker === this.#first || this.#first.isGone ? from.splice(0, count) : from.splice(-count);
  }
}
