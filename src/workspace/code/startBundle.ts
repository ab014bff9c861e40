import { loadBundle } from './bundleLoader';
import { isStartedBundle } from './startedBundle';

/** Loads a bundle, starts it, and keeps its compiled code after it has worked. Throws for one that can't be started. */
export function startBundle(file: string, codeFolder: string | undefined, given: unknown): void {
  const { exports, keep } = loadBundle(file, codeFolder);
  if (!isStartedBundle(exports)) throw new Error(`${file} is not what it was built as`);
  exports.onWork(() => keep(1));
  exports.start(given);
}
