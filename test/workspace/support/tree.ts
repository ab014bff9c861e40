import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Files by path with forward slashes; a path ending in a slash is an empty folder. */
export type Tree = Readonly<Record<string, string | Buffer>>;

const made: string[] = [];

/** Makes a folder with these files; it is removed when the process ends. Returns its real, absolute path. */
export function makeTree(tree: Tree): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'openward-test-')));
  made.push(root);
  addTo(root, tree);
  return root;
}

/** Writes files into a folder. */
export function addTo(root: string, tree: Tree): void {
  for (const [path, content] of Object.entries(tree)) {
    const file = join(root, path);
    mkdirSync(path.endsWith('/') ? file : dirname(file), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(file, content);
  }
}

process.on('exit', () => {
  for (const root of made) rmSync(root, { recursive: true, force: true });
});
