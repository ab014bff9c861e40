import { posix } from 'node:path';
import { environmentFileNames } from '../../src/core/environment/files';
import type { ModuleHost } from '../../src/core/moduleHost';

const extensions = ['', '.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.jsx', '/index.ts', '/index.js'] as const;
/** Specifiers name the compiled file; the source stands beside it. */
const sources: readonly (readonly [compiled: RegExp, source: string])[] = [
  [/\.js$/, '.ts'],
  [/\.mjs$/, '.mts'],
  [/\.jsx$/, '.tsx'],
];

/** A workspace in memory: relative specifiers and Python's modules are resolved among its files, everything else is a package. The nearest folder with environment files has those that hold. */
export class MemoryHost implements ModuleHost {
  readonly files: Map<string, string>;

  constructor(files: Readonly<Record<string, string>>) {
    this.files = new Map(Object.entries(files));
  }

  read(file: string): string | undefined {
    return this.files.get(file);
  }

  resolve(specifier: string, from: string): string | undefined {
    if (from.endsWith('.py')) return this.#pythonModule(specifier, posix.dirname(from));
    if (!specifier.startsWith('.')) return undefined;
    const path = posix.join(posix.dirname(from), specifier);
    const candidates = [path, ...sources.flatMap(([compiled, source]) => (compiled.test(path) ? [path.replace(compiled, source)] : []))];
    return candidates.flatMap((candidate) => extensions.map((extension) => candidate + extension)).find((file) => this.files.has(file));
  }

  environmentFiles(from: string): readonly string[] {
    for (let folder = posix.dirname(from); ; folder = posix.dirname(folder)) {
      const here = folder;
      const own = environmentFileNames.map((name) => posix.join(here, name)).filter((file) => this.files.has(file));
      if (own.length > 0 || posix.dirname(folder) === folder) return own;
    }
  }

  #pythonModule(specifier: string, folder: string): string | undefined {
    const dots = /^\.*/.exec(specifier)?.[0].length ?? 0;
    const path = specifier.slice(dots).replaceAll('.', '/');
    const starts = dots > 0 ? [posix.join(folder, ...Array.from({ length: dots - 1 }, () => '..'))] : [folder, posix.parse(folder).root];
    return starts
      .flatMap((start) => [`${posix.join(start, path)}.py`, posix.join(start, path, '__init__.py')])
      .find((file) => this.files.has(file));
  }
}
