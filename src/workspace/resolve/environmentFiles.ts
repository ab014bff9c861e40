import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { environmentFileNames } from '../../core/environment/files';
import type { FileIndex } from './fileIndex';

/** Folders that hold projects and are none. */
const outside: ReadonlySet<string> = new Set([homedir(), tmpdir()]);

/** Finds the environment files that hold for a folder: those of the nearest folder that has any, within its repository. */
export class EnvironmentFiles {
  readonly #index: FileIndex;
  readonly #byFolder = new Map<string, readonly string[]>();

  constructor(index: FileIndex) {
    this.#index = index;
  }

  /** Absolute paths, in the order in which they are read. */
  for(folder: string): readonly string[] {
    let known = this.#byFolder.get(folder);
    if (!known) this.#byFolder.set(folder, (known = this.#find(folder)));
    return known;
  }

  clear(): void {
    this.#byFolder.clear();
  }

  #find(folder: string): readonly string[] {
    const above = dirname(folder);
    if (above === folder || outside.has(folder)) return [];
    // All names are asked for, so that a file that appears is noticed.
    const own = environmentFileNames.map((name) => join(folder, name)).filter((file) => this.#index.isFile(file));
    if (own.length > 0) return own;
    const repository = join(folder, '.git');
    return this.#index.isFolder(repository) || this.#index.isFile(repository) ? [] : this.for(above);
  }
}
