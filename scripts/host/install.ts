import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cacheFolder } from './folders';
import { npm } from './run';

/** Something that is set up once from npm. */
export interface Installation {
  /** Its folder's name in the cache. */
  readonly name: string;
  /** Another cache than the project's. */
  readonly cache?: string;
  /** The folder with its `package.json` and `package-lock.json`. */
  readonly manifest: string;
  /** Raised when `finish` changes: what was set up by an older recipe is set up anew. */
  readonly recipe: number;
  /** What is to be done after the packages are there. */
  readonly finish: (folder: string) => Promise<void>;
  /** Wraps the work, to show progress. */
  readonly progress: (work: () => Promise<void>) => Promise<void>;
}

/**
 * Sets up an installation unless it is there, and returns its folder. The stamp is written last: what was interrupted is
 * thrown away and set up again. Two processes that ask at the same time share one set-up.
 */
export async function installOnce(installation: Installation): Promise<string> {
  const cache = installation.cache ?? cacheFolder;
  const folder = join(cache, installation.name);
  const key = await keyOf(installation);
  if (await isReady(folder, key)) return folder;
  await mkdir(cache, { recursive: true });
  const release = await lock(`${folder}.lock`);
  try {
    if (await isReady(folder, key)) return folder;
    await installation.progress(async () => {
      await rm(folder, { recursive: true, force: true });
      await cp(installation.manifest, folder, { recursive: true });
      await npm(['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: folder });
      await installation.finish(folder);
      await writeFile(stampOf(folder), key);
    });
    return folder;
  } finally {
    await release();
  }
}

function stampOf(folder: string): string {
  return join(folder, 'ready');
}

async function isReady(folder: string, key: string): Promise<boolean> {
  return (await readFile(stampOf(folder), 'utf8').catch(() => undefined)) === key;
}

/** Equal keys mean the same packages, set up in the same way, for this machine. */
async function keyOf({ manifest, recipe }: Installation): Promise<string> {
  const versions = await readFile(join(manifest, 'package-lock.json'), 'utf8');
  return createHash('sha256')
    .update(`${versions}\n${String(recipe)} ${process.platform} ${process.arch}`)
    .digest('hex');
}

/** Takes a lock that a process which died does not keep; the returned function gives it back. */
async function lock(path: string): Promise<() => Promise<void>> {
  for (;;) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx' });
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const owner = Number(await readFile(path, 'utf8').catch(() => ''));
    if (owner > 0 && !isAlive(owner)) await rm(path, { force: true });
    else await wait(500);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
