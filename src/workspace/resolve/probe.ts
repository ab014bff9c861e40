import { basename, join } from 'node:path';
import { languageOf } from '../files/languages';
import type { FileIndex } from './fileIndex';

/** Endings tried on a specifier without one, in TypeScript's order, then what bundlers add. */
const tried = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json', '.vue', '.svelte', '.astro'] as const;

/** The endings of sources that compile to a file with the ending on the left: `./a.js` means `./a.ts` where that exists. */
const sourcesOf: readonly (readonly [compiled: string, sources: readonly string[]])[] = [
  ['.js', ['.ts', '.tsx']],
  ['.jsx', ['.tsx', '.ts']],
  ['.mjs', ['.mts']],
  ['.cjs', ['.cts']],
];

/** Whether a file can hold values that JavaScript imports. */
function isModule(file: string): boolean {
  const language = languageOf(basename(file));
  return file.endsWith('.json') || language?.id === 'javascript' || language?.id === 'component';
}

/** The file that a path without certain ending means; folders are not looked into. */
export function probeFile(index: FileIndex, path: string): string | undefined {
  for (const [compiled, sources] of sourcesOf) {
    if (!path.endsWith(compiled)) continue;
    const stem = path.slice(0, -compiled.length);
    for (const source of sources) if (index.isFile(stem + source)) return stem + source;
  }
  if (isModule(path) && index.isFile(path)) return path;
  for (const extension of tried) if (index.isFile(path + extension)) return path + extension;
  return undefined;
}

/** The index file of a folder. */
export function probeIndex(index: FileIndex, folder: string): string | undefined {
  return index.isFolder(folder) ? probeFile(index, join(folder, 'index')) : undefined;
}
