import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { WorkerPurpose } from './protocol';

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
 * Starts the thread of a worker.
 * @param script absolute path of the worker's bundle
 * @param codeFolder absolute folder for what it compiles; it is compiled anew when absent
 * @param execArgv Node's arguments for it, the process's own when absent
 */
export function startThread(purpose: WorkerPurpose, script: string, codeFolder?: string, execArgv?: readonly string[]): Worker {
  const start: WorkerStart = { codeFolder };
  return new Worker(script, {
    workerData: start,
    name: `openward-${purpose}`,
    resourceLimits: heapLimits[purpose],
    ...(execArgv && { execArgv: [...execArgv] }),
  });
}
