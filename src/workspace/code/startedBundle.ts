/** What a bundle that is started by {@link loadBundle} exports, so that its compiled code is kept when it has shown what it needs. */
export interface StartedBundle {
  /** @param listener called after work, as often as there was some */
  onWork(listener: () => void): void;
}

/** What the thread of a worker is given. */
export interface WorkerStart {
  /** Absolute path of the worker's bundle. */
  readonly bundle: string;
  /** Absolute folder of the compiled code. */
  readonly codeFolder: string;
}

export function isStartedBundle(exports: unknown): exports is StartedBundle {
  return typeof exports === 'object' && exports !== null && 'onWork' in exports && typeof exports.onWork === 'function';
}

export function isWorkerStart(data: unknown): data is WorkerStart {
  return (
    typeof data === 'object' &&
    data !== null &&
    'bundle' in data &&
    typeof data.bundle === 'string' &&
    'codeFolder' in data &&
    typeof data.codeFolder === 'string'
  );
}
