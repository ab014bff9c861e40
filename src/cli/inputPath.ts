import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describeFileError } from '../workspace/files/fileErrors';
import { UsageError } from './exit';

/** What the user named to work on. */
export interface InputPath {
  /** As the user wrote it, for messages. */
  readonly given: string;
  /** Absolute: what is scanned. */
  readonly path: string;
  /** Absolute folder that reported paths are relative to: the path itself, or a file's folder. */
  readonly root: string;
}

/** Looks a path up. Throws {@link UsageError} when it is not there or can't be seen. */
export function inputPath(given: string, cwd: string): InputPath {
  const path = resolve(cwd, given);
  try {
    return { given, path, root: statSync(path).isDirectory() ? path : dirname(path) };
  } catch (error) {
    throw new UsageError(`cannot read ${given}: ${describeFileError(error)}`);
  }
}
