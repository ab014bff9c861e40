import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { systemCacheFolder } from '../workspace/cache/cacheFolder';
import { keptScanEnding } from '../workspace/cache/keptScan';

/**
 * Whether a command is a scan that can't know anything from an earlier one, so that files will be looked at: told in next to no time,
 * before the command line is read in earnest. Where this errs, a thread is started for nothing, or later.
 * @param given the command line's words
 * @param variables the process's environment
 */
export function isColdScan(given: readonly string[], variables: Readonly<Record<string, string | undefined>>): boolean {
  if (given[0] !== 'scan') return false;
  if (given.includes('--no-cache')) return true;
  const folder = folderIn(given) ?? systemCacheFolder(variables);
  if (folder === undefined) return true;
  try {
    return !readdirSync(resolve(folder)).some((name) => name.endsWith(keptScanEnding));
  } catch {
    return true;
  }
}

const folderOption = '--cache-dir';

function folderIn(given: readonly string[]): string | undefined {
  const at = given.findIndex((word) => word === folderOption || word.startsWith(`${folderOption}=`));
  return at < 0 ? undefined : given[at] === folderOption ? given[at + 1] : given[at]?.slice(folderOption.length + 1);
}
