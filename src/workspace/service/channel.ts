import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { FromWorker, ToWorker, WorkerPurpose } from './protocol';

/** A line to one worker. */
export interface Channel {
  post(message: ToWorker): void;
  /** Ends the worker at once, whatever it is doing; {@link ChannelEvents.exit} follows. */
  terminate(): Promise<void>;
}

export interface ChannelEvents {
  message(message: FromWorker): void;
  /** The worker is gone; comes once, nothing comes after it. */
  exit(reason: string): void;
}

/** Starts a worker. */
export type ChannelFactory = (purpose: WorkerPurpose, events: ChannelEvents) => Channel;

/**
 * Heap limits in megabytes. Two scan workers and their caller stay under 600 MB together on a big tree; a file that needs more
 * gets a worker of its own. A worker past its limit is stopped by Node, and the host lives on.
 */
const heapLimits: Readonly<Record<WorkerPurpose, ResourceLimits>> = {
  scout: { maxOldGenerationSizeMb: 256 },
  interactive: { maxOldGenerationSizeMb: 1024 },
  scan: { maxOldGenerationSizeMb: 200, maxYoungGenerationSizeMb: 48 },
  rescue: { maxOldGenerationSizeMb: 1024 },
};

/** The bundle with the engine, beside the worker's. */
export const engineBundleName = 'engine.js';

/** What the thread of a worker is given. */
export interface WorkerStart {
  /** Absolute folder for compiled code, which holds nothing else; undefined where none is kept. */
  readonly codeFolder: string | undefined;
}

export function isWorkerStart(data: unknown): data is WorkerStart {
  return (
    typeof data === 'object' &&
    data !== null &&
    'codeFolder' in data &&
    (data.codeFolder === undefined || typeof data.codeFolder === 'string')
  );
}

/**
 * Workers in threads of their own.
 * @param script absolute path of the worker's bundle
 * @param execArgv Node's arguments for it, the process's own when absent
 * @param codeFolder absolute folder for what the workers compile; it is compiled anew each time when absent
 */
export function threadChannels(script: string, execArgv?: readonly string[], codeFolder?: string): ChannelFactory {
  return (purpose, events) => {
    const start: WorkerStart = { codeFolder };
    const worker = new Worker(script, {
      workerData: start,
      name: `openward-${purpose}`,
      resourceLimits: heapLimits[purpose],
      ...(execArgv && { execArgv: [...execArgv] }),
    });
    let reason: string | undefined;
    worker.on('message', (message: FromWorker) => events.message(message));
    worker.on('messageerror', (error) => (reason = error.message));
    worker.on('error', (error) => (reason = error.message));
    worker.on('exit', (code) => events.exit(reason ?? `it ended with code ${code}`));
    return {
      post: (message) => worker.postMessage(message),
      terminate: async () => {
        await worker.terminate();
      },
    };
  };
}
