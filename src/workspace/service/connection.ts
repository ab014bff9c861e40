import type { Channel, ChannelFactory } from './channel';
import type { FromWorker, ToWorker, WorkerMethod, WorkerParts, WorkerPurpose, WorkerRequest, WorkerResults } from './protocol';

/** The worker is gone: crashed, out of memory or stopped. Asking again starts a new one. */
export class WorkerGoneError extends Error {
  override readonly name = 'WorkerGoneError';
}

/** The worker is well but could not answer; the message is the worker's. */
export class WorkerFailureError extends Error {
  override readonly name = 'WorkerFailureError';
}

interface Pending {
  resolve(result: WorkerResults[WorkerMethod]): void;
  reject(error: Error): void;
  part(part: WorkerParts[WorkerMethod]): void;
}

type RequestOf<M extends WorkerMethod> = Extract<WorkerRequest, { readonly method: M }>;

/** One worker and the questions it has not answered yet. */
export class Connection {
  readonly #channel: Channel;
  readonly #pending = new Map<number, Pending>();
  readonly #log: (line: string) => void;
  readonly #onGone: (reason: string) => void;
  #nextId = 1;
  #goneBecause: string | undefined;

  /**
   * Starts a worker.
   * @param log told of what the worker logs
   * @param onGone called once when the worker is gone, before what is pending is rejected
   */
  constructor(channels: ChannelFactory, purpose: WorkerPurpose, log: (line: string) => void, onGone: (reason: string) => void) {
    this.#log = log;
    this.#onGone = onGone;
    this.#channel = channels(purpose, {
      message: (message) => this.#receive(message),
      exit: (reason) => this.#end(reason),
    });
  }

  /** True once the worker is gone. */
  get isGone(): boolean {
    return this.#goneBecause !== undefined;
  }

  /** Tells the worker something that has no answer. */
  post(message: Exclude<ToWorker, { readonly type: 'request' }>): void {
    if (!this.isGone) this.#channel.post(message);
  }

  /** Asks the worker. Rejects with {@link WorkerGoneError} or {@link WorkerFailureError}. */
  ask<M extends WorkerMethod>(request: RequestOf<M>, onPart?: (part: WorkerParts[M]) => void): Promise<WorkerResults[M]> {
    return new Promise((resolve, reject) => {
      if (this.#goneBecause !== undefined) {
        reject(goneError(this.#goneBecause));
        return;
      }
      const id = this.#nextId++;
      this.#pending.set(id, {
        // The protocol promises the answer of the method that was asked; messages between threads carry no types.
        resolve: (result) => resolve(result as WorkerResults[M]),
        reject,
        part: (part) => onPart?.(part as WorkerParts[M]),
      });
      this.#channel.post({ type: 'request', id, request });
    });
  }

  /** Ends the worker; what is pending is rejected with this reason. */
  async stop(reason: string): Promise<void> {
    this.#end(reason);
    await this.#channel.terminate();
  }

  #receive(message: FromWorker): void {
    if (this.isGone) return;
    switch (message.type) {
      case 'log':
        this.#log(message.line);
        break;
      case 'part':
        this.#pending.get(message.id)?.part(message.part);
        break;
      case 'result':
        this.#take(message.id)?.resolve(message.result);
        break;
      case 'failed':
        this.#take(message.id)?.reject(new WorkerFailureError(message.message));
        break;
    }
  }

  #take(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    return pending;
  }

  #end(reason: string): void {
    if (this.isGone) return;
    this.#goneBecause = reason;
    this.#onGone(reason);
    const lost = [...this.#pending.values()];
    this.#pending.clear();
    for (const pending of lost) pending.reject(goneError(reason));
  }
}

function goneError(reason: string): WorkerGoneError {
  return new WorkerGoneError(`The analysis worker is gone: ${reason}`);
}
