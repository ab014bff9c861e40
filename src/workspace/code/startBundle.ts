import { loadBundle } from './bundleLoader';
import { isStartedBundle } from './startedBundle';

/** Loads a bundle that runs by itself, and keeps its compiled code after it has worked. */
export function startBundle(file: string, codeFolder: string | undefined): void {
  const { exports, keep } = loadBundle(file, codeFolder);
  if (isStartedBundle(exports)) exports.onWork(keep);
}
