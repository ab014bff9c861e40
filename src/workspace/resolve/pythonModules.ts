import { dirname, join } from 'node:path';
import type { FileIndex } from './fileIndex';

/** Folders that hold a project's packages by convention. */
const sourceFolders = ['.', 'src', 'lib', 'python'] as const;
/** Files that mark the top of a project. */
const projectFiles = ['pyproject.toml', 'setup.py', 'setup.cfg', 'requirements.txt', 'Pipfile'] as const;
/** How far up a project's top is looked for. */
const maxLevels = 24;

/** Finds the file that a Python import means: relative ones, and packages of the project the importing file belongs to. */
export class PythonModules {
  constructor(private readonly index: FileIndex) {}

  /** The file of a dotted module, `__init__.py` for a package; undefined for what is outside the project or not there. */
  resolve(specifier: string, folder: string): string | undefined {
    const dots = /^\.*/.exec(specifier)?.[0].length ?? 0;
    const parts = specifier
      .slice(dots)
      .split('.')
      .filter((part) => part !== '');
    if (dots > 0) return this.#at(join(folder, ...Array.from({ length: dots - 1 }, () => '..'), ...parts));
    if (parts.length === 0) return undefined;
    for (const root of this.#roots(folder)) {
      const file = this.#at(join(root, ...parts));
      if (file !== undefined && file !== join(folder, '__init__.py')) return file;
    }
    return undefined;
  }

  /** Folders in which top-level modules are looked for: the script's own, those above up to the project's top, and its source folders. */
  *#roots(folder: string): Generator<string, void> {
    for (let at = folder, level = 0; level < maxLevels; level++) {
      const isTop = projectFiles.some((name) => this.index.isFile(join(at, name))) || this.#isRepository(at);
      if (isTop) for (const name of sourceFolders) yield join(at, name);
      // What lies in a package is imported by the package's name.
      else if (level === 0 || !this.index.isFile(join(at, '__init__.py'))) yield at;
      const above = dirname(at);
      if (above === at || this.#isRepository(at)) return;
      at = above;
    }
  }

  #isRepository(folder: string): boolean {
    return this.index.isFolder(join(folder, '.git')) || this.index.isFile(join(folder, '.git'));
  }

  #at(path: string): string | undefined {
    const file = `${path}.py`;
    if (this.index.isFile(file)) return file;
    const init = join(path, '__init__.py');
    return this.index.isFolder(path) && this.index.isFile(init) ? init : undefined;
  }
}
