import { spawnSync } from 'node:child_process';
import { dirname, sep } from 'node:path';

/** What version control knows of files that are about to change. */
export type GitState =
  /** `ignored`: those that git keeps no versions of, though their folder is a repository's; absolute. */
  | { readonly kind: 'clean'; readonly ignored: readonly string[] }
  /** Files with changes that git could not bring back; absolute. */
  | { readonly kind: 'dirty'; readonly files: readonly string[] }
  | { readonly kind: 'not-versioned' };

/** Options under which git runs no program that the repository's configuration names, and writes nothing. */
const harmless = ['--no-optional-locks', '--literal-pathspecs', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath='];

/** Asks git about some files, given absolute. Without git or outside of a repository nothing is versioned. */
export function gitState(files: readonly string[]): GitState {
  const dirty: string[] = [];
  const ignored: string[] = [];
  for (const [folder, names] of byFolder(files)) {
    const { status, stdout } = spawnSync(
      'git',
      [...harmless, 'status', '--porcelain', '-z', '--untracked-files=all', '--ignored', '--no-renames', '--', ...names],
      {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    if (status !== 0) return { kind: 'not-versioned' };
    // Each line is two letters, a space and a path from the repository's root.
    const lines = stdout.split('\0').filter((line) => line !== '');
    const told = (isIgnored: boolean): string[] => {
      const paths = lines.filter((line) => line.startsWith('!!') === isIgnored).map((line) => `/${line.slice(3)}`);
      return names.filter((name) => paths.some((path) => name.split(sep).join('/').endsWith(path)));
    };
    dirty.push(...told(false));
    ignored.push(...told(true));
  }
  return dirty.length > 0 ? { kind: 'dirty', files: dirty } : { kind: 'clean', ignored };
}

/** Files by their folder: each may belong to another repository. */
function byFolder(files: readonly string[]): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const file of files) {
    const folder = dirname(file);
    const names = folders.get(folder) ?? [];
    folders.set(folder, names);
    names.push(file);
  }
  return folders;
}
