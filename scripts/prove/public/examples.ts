import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as ts from 'typescript';

/** A public example file, as one line of the list names it. */
export interface Example {
  /** `owner/name` */
  readonly repo: string;
  /** In the repository, with forward slashes. */
  readonly path: string;
  /** A complete example program: the part that is measured apart. */
  readonly core: boolean;
}

/** Reads a list of examples: a JSON object a line. */
export function loadExamples(file: string): readonly Example[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Example);
}

/** Where a repository is checked out. */
export function checkoutOf(checkouts: string, { repo }: Pick<Example, 'repo'>): string {
  return join(checkouts, repo.replace('/', '__'));
}

/** What some files import, from each other and from packages. */
export interface Imports {
  /** The files asked for and all that they import in turn; paths as they were given. */
  readonly files: ReadonlySet<string>;
  /** Names of packages, Node's own left out. */
  readonly packages: ReadonlySet<string>;
}

/** Follows imports from some files. */
export function importsOf(files: readonly string[], read = (file: string): string => readFileSync(file, 'utf8')): Imports {
  const known = new Set(files);
  const packages = new Set<string>();
  for (const file of known) {
    if (!/\.[cm]?[jt]sx?$/.test(file)) continue;
    for (const { fileName } of ts.preProcessFile(read(file), true, true).importedFiles) {
      if (!fileName.startsWith('.')) packages.add(packageOf(fileName));
      else for (const found of localFile(join(dirname(file), fileName))) known.add(found);
    }
  }
  return { files: known, packages: new Set([...packages].filter((name) => !name.startsWith('node:') && !builtIn.has(name))) };
}

const builtIn = new Set([
  'assert',
  'buffer',
  'child_process',
  'crypto',
  'events',
  'fs',
  'http',
  'https',
  'os',
  'path',
  'process',
  'readline',
  'stream',
  'url',
  'util',
]);

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function localFile(path: string): string[] {
  const bare = path.replace(/\.[cm]?js$/, '');
  const candidates = [path, `${bare}.ts`, `${bare}.tsx`, `${path}.ts`, `${path}.json`, join(path, 'index.ts')];
  return candidates.filter((file) => existsSync(file) && /\.\w+$/.test(file)).slice(0, 1);
}
