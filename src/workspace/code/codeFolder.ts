import { join } from 'node:path';
import { systemCacheFolder } from '../cache/cacheFolder';

/**
 * The command line's folder for compiled code, undefined where none is to be kept: where the environment names no home, or says that
 * Node shall keep no compiled code either.
 * @param variables the process's environment
 */
export function systemCodeFolder(variables: Readonly<Record<string, string | undefined>>): string | undefined {
  const folder = systemCacheFolder(variables);
  return folder === undefined || variables['NODE_DISABLE_COMPILE_CACHE'] ? undefined : join(folder, 'code');
}
