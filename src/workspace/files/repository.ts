import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The folder that holds `.git`, from a folder upwards; undefined outside of repositories. */
export function repositoryRoot(folder: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, '.git'))) return current;
    if (dirname(current) === current) return undefined;
  }
}

/** The text of a repository's own exclude file (`.git/info/exclude`), empty when there is none; follows worktrees and submodules. */
export function repositoryExcludes(root: string): string {
  const dotGit = join(root, '.git');
  const pointer = readText(dotGit);
  const gitFolder = pointer === undefined ? dotGit : resolve(root, /^gitdir: *(.+?)\s*$/m.exec(pointer)?.[1] ?? '.git');
  const common = readText(join(gitFolder, 'commondir'))?.trim();
  return readText(join(common === undefined ? gitFolder : resolve(gitFolder, common), 'info', 'exclude')) ?? '';
}

/** A small text file, undefined when it can't be read for whatever reason. */
export function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
