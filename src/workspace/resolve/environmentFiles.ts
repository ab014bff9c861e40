import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { FileIndex } from './fileIndex';

/**
 * Environment files that say where requests go while somebody works on the program, in the order in which tools read them. Examples
 * (`.env.example`) say what could be, and are none.
 */
export const environmentFileNames = ['.env', '.env.local', '.env.development'] as const;

/** Whether a file is one of those, wherever it is. */
export function isEnvironmentFile(file: string): boolean {
  return (environmentFileNames as readonly string[]).includes(basename(file));
}

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
