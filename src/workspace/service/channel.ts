import type { Worker } from 'node:worker_threads';
import type { FromWorker, ToWorker, WorkerPurpose } from './protocol';
import { startThread } from './thread';

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

/** The number of a thread that has ended, as Node gives it. */
const goneThread = -1;

/** The bundle with the engine, beside the worker's. */
export const engineBundleName = 'engine.js';

/**
 * Workers in threads of their own.
 * @param script absolute path of the worker's bundle
 * @param execArgv Node's arguments for it, the process's own when absent
 * @param codeFolder absolute folder for what the workers compile; it is compiled anew each time when absent
 * @param early a thread for scans that runs already, of the same script; the first worker of a scan is in it
 */
export function threadChannels(script: string, execArgv?: readonly string[], codeFolder?: string, early?: Worker): ChannelFactory {
  let ready = early;
  return (purpose, events) => {
    const taken = purpose === 'scan' ? ready : undefined;
    if (taken) ready = undefined;
    // One that ended before anybody listened is none.
    const worker = taken && taken.threadId !== goneThread ? taken : startThread(purpose, script, codeFolder, execArgv);
    // Until now it was no reason for the process to go on.
    worker.ref();
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
