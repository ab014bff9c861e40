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

/**
 * Workers in threads of their own.
 * @param script absolute path of the worker's bundle
 * @param execArgv Node's arguments for it, the process's own when absent
 */
export function threadChannels(script: string, execArgv?: readonly string[]): ChannelFactory {
  return (purpose, events) => {
    const worker = new Worker(script, {
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
