import { existsSync } from 'node:fs';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { cacheFolder } from './folders';
import { onPath } from './systemBrowser';

/** Where VS Code's releases are downloaded from. */
const releases = 'https://update.code.visualstudio.com/api/releases/stable';

/** True where a program can open a window. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** The `code` command of the VS Code that is installed here; undefined where it could not open a window. */
export function installedVsCode(): string | undefined {
  if (!hasDisplay() || isRoot()) return undefined;
  return onPath(process.platform === 'win32' ? 'code.cmd' : 'code');
}

/**
 * The executable of a desktop VS Code of a version (`stable` or a number): `OPENWARD_VSCODE` names one, else it is downloaded
 * where that is possible. Undefined where there is none to be had; a missing network is noticed within seconds.
 */
export async function desktopVsCode(version: string): Promise<string | undefined> {
  const named = process.env['OPENWARD_VSCODE'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`OPENWARD_VSCODE names ${named}, which does not exist.`);
    return named;
  }
  if (!hasDisplay() || isRoot() || !(await canDownload())) return undefined;
  return downloadAndUnzipVSCode({ version, cachePath: cacheFolder }).catch((error: unknown) => {
    console.error(`VS Code could not be downloaded: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  });
}

/** VS Code's desktop does not start for root without more ado. */
function isRoot(): boolean {
  return process.getuid?.() === 0;
}

async function canDownload(): Promise<boolean> {
  return fetch(releases, { method: 'HEAD', signal: AbortSignal.timeout(3_000) }).then(
    (response) => response.ok,
    () => false,
  );
}
