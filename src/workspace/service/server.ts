import type { NewResults } from '../cache/gather';
import type { FromWorker, ToWorker, WorkerMethod, WorkerParts, WorkerRequest, WorkerResults } from './protocol';

/** The worker's end of the line; `parentPort` and a `MessagePort` are such. */
export interface ServerPort {
  postMessage(message: FromWorker): void;
  on(event: 'message', listener: (message: ToWorker) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
}

/** Work in steps; what it yields is told on the way. */
export type Steps = Generator<WorkerParts[WorkerMethod], WorkerResults[WorkerMethod]>;

/** What a worker does between two `open` messages. */
export interface WorkerSession {
  setDocument(file: string, text: string, version: number): void;
  closeDocument(file: string): void;
  addResults(results: NewResults): void;
  /** Begins to answer a request. Throws for what this kind of worker does not answer. */
  start(request: WorkerRequest): Steps;
}

export type OpenMessage = Extract<ToWorker, { readonly type: 'open' }>;
/** @param log told of broken configuration files, a line each */
export type SessionFactory = (message: OpenMessage, log: (line: string) => void) => WorkerSession;

/** How long work goes on before messages are looked at again: well under what a person notices; milliseconds. */
export const sliceMilliseconds = 25;

interface Job {
  readonly id: number;
  readonly request: WorkerRequest;
  /** The work begun, undefined while it waits. */
  steps?: Steps;
}

/**
 * Answers the requests that come over a port, one at a time and in order. Messages that don't ask anything (texts, cancels)
 * act at once, also on requests that already wait: so an analysis never runs for a text that was replaced meanwhile.
 * @param worked called after each analysis with the number of files analysed until then: of a batch before its last word, as nobody may wait
 * for what comes after that
 */
export function serve(port: ServerPort, open: SessionFactory, worked: (files: number) => void = () => undefined): void {
  const jobs: Job[] = [];
  let session: WorkerSession | undefined;
  let scheduled = false;
  let analysed = 0;

  const schedule = (): void => {
    if (scheduled || jobs.length === 0) return;
    scheduled = true;
    // After this turn of the event loop, that is after all messages that have arrived.
    setImmediate(() => {
      scheduled = false;
      step();
      schedule();
    });
  };

  const step = (): void => {
    const job = jobs[0];
    if (!job) return;
    try {
      if (!session) throw new Error('the worker was asked before it was opened');
      job.steps ??= session.start(job.request);
      const { done, value } = job.steps.next();
      if (done !== true) {
        port.postMessage({ type: 'part', id: job.id, part: value });
        return;
      }
      const { request } = job;
      if (request.method === 'batch' && request.files.length > 0) worked((analysed += request.files.length));
      port.postMessage({ type: 'result', id: job.id, result: value });
      if (request.method === 'analyze') worked(++analysed);
    } catch (error) {
      port.postMessage({ type: 'failed', id: job.id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
    jobs.shift();
  };

  // Nobody is left to answer to.
  port.on('close', () => jobs.splice(0));
  port.on('message', (message) => {
    switch (message.type) {
      case 'open':
        session = open(message, (line) => port.postMessage({ type: 'log', line }));
        break;
      case 'document':
        session?.setDocument(message.file, message.text, message.version);
        break;
      case 'close':
        session?.closeDocument(message.file);
        break;
      case 'results':
        session?.addResults(message.results);
        break;
      case 'request':
        jobs.push({ id: message.id, request: message.request });
        schedule();
        break;
      case 'cancel': {
        const index = jobs.findIndex((job) => job.id === message.id);
        if (index >= 0) jobs.splice(index, 1);
        break;
      }
    }
  });
}

/** Work of one step. */
// eslint-disable-next-line require-yield
export function* single<T>(work: () => T): Generator<never, T> {
  return work();
}
