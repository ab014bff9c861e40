/** What a bundle exports that another one starts, which keeps its compiled code when it has shown what it needs. */
export interface StartedBundle {
  /** Does the bundle's work; what it is given is for the two bundles to agree on. */
  start(given: unknown): void;
  /** @param listener called after work, as often as there was some */
  onWork(listener: () => void): void;
}

export function isStartedBundle(exports: unknown): exports is StartedBundle {
  return (
    typeof exports === 'object' &&
    exports !== null &&
    'start' in exports &&
    typeof exports.start === 'function' &&
    'onWork' in exports &&
    typeof exports.onWork === 'function'
  );
}
