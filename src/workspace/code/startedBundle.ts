/** What a bundle that is started by {@link loadBundle} exports, so that its compiled code is kept when it has shown what it needs. */
export interface StartedBundle {
  /** @param listener called after work, as often as there was some */
  onWork(listener: () => void): void;
}

export function isStartedBundle(exports: unknown): exports is StartedBundle {
  return typeof exports === 'object' && exports !== null && 'onWork' in exports && typeof exports.onWork === 'function';
}
