import { RecentReads } from '../cache/recentReads';
import type { WorkerRequest } from './protocol';
import type { OpenMessage, Steps, WorkerSession } from './server';
import type { Prefilters } from './prefilters';
import { Sifter } from './sifter';

interface OpenDocument {
  readonly text: string;
  readonly version: number;
}

/** What a worker holds that has no engine until it is asked something that only an engine knows. */
export class SiftingSession implements WorkerSession {
  readonly #message: Omit<OpenMessage, 'type'>;
  readonly #prefilters: Prefilters;
  readonly #open: (reads?: RecentReads) => WorkerSession;
  readonly #documents = new Map<string, OpenDocument>();
  #sifter: Sifter | undefined;
  /** What was read for sifting: an engine asks for the same files. Only who scans sifts. */
  #reads: RecentReads | undefined;
  #session: WorkerSession | undefined;

  /** @param open makes the session with an engine, for the same message */
  constructor(message: Omit<OpenMessage, 'type'>, prefilters: Prefilters, open: (reads?: RecentReads) => WorkerSession) {
    this.#message = message;
    this.#prefilters = prefilters;
    this.#open = open;
  }

  setDocument(file: string, text: string, version: number): void {
    this.#documents.set(file, { text, version });
    this.#session?.setDocument(file, text, version);
  }

  closeDocument(file: string): void {
    this.#documents.delete(file);
    this.#session?.closeDocument(file);
  }

  addResults(): void {
    throw new Error("an engine's worker keeps no results");
  }

  start(request: WorkerRequest): Steps {
    if (request.method !== 'sift') return this.#withEngine().start(request);
    this.#reads ??= new RecentReads();
    this.#sifter ??= new Sifter(this.#prefilters, this.#message, this.#reads);
    return this.#sifter.sift(request.files, (file) => this.#documents.has(file));
  }

  #withEngine(): WorkerSession {
    if (!this.#session) {
      this.#session = this.#open(this.#reads);
      for (const [file, { text, version }] of this.#documents) this.#session.setDocument(file, text, version);
    }
    return this.#session;
  }
}
