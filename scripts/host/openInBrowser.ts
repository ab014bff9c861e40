import { spawn } from 'node:child_process';
import { hasDisplay } from './desktop';

/** Opens an address in the person's browser where there is a display; where there is none, or nothing to open it with, nothing happens. */
export function openInBrowser(url: string): void {
  if (process.env['CI'] || !hasDisplay()) return;
  const [program, ...args] = opener(url);
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
}

function opener(url: string): [program: string, ...args: string[]] {
  switch (process.platform) {
    case 'darwin':
      return ['open', url];
    case 'win32':
      return ['rundll32', 'url.dll,FileProtocolHandler', url];
    default:
      return ['xdg-open', url];
  }
}
