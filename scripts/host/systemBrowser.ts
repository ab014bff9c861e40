import { existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a program of this name is on PATH. */
export function onPath(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/** Chromium, Chrome or Edge, whichever is installed; `OPENWARD_BROWSER` names another. */
export function systemBrowser(): string | undefined {
  const named = process.env['OPENWARD_BROWSER'];
  if (named !== undefined && named !== '') return named;
  return candidates().find((path) => existsSync(path) && !isConfined(path));
}

function candidates(): string[] {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
    case 'win32':
      return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) => {
        const folder = process.env[variable];
        if (folder === undefined) return [];
        return [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')];
      });
    default:
      return ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'microsoft-edge'].flatMap(
        (name) => onPath(name) ?? [],
      );
  }
}

/** A snap sees neither our profile nor our folders. */
function isConfined(path: string): boolean {
  return process.platform === 'linux' && realpathSync(path).includes('/snap');
}
