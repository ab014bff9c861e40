import { isAbsolute, join } from 'node:path';

/**
 * The folder for Openward's caches on this system, undefined where the environment names no home.
 * @param variables the process's environment
 */
export function systemCacheFolder(
  variables: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const base = cacheBase(variables, platform);
  return base !== undefined && isAbsolute(base) ? join(base, 'openward') : undefined;
}

function cacheBase(variables: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): string | undefined {
  const { HOME: home, LOCALAPPDATA: local, XDG_CACHE_HOME: xdg } = variables;
  switch (platform) {
    case 'win32':
      return local;
    case 'darwin':
      return home && join(home, 'Library', 'Caches');
    default:
      // The specification: a relative path is to be ignored.
      return xdg !== undefined && isAbsolute(xdg) ? xdg : home && join(home, '.cache');
  }
}
