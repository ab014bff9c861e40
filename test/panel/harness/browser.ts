import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'];

/** Starts a browser; without one the suite is skipped with a loud line, or fails where CI is set. */
export async function startBrowser(context: Mocha.Context): Promise<Browser> {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  if (executablePath !== undefined) return chromium.launch({ executablePath, args: flags });
  if (process.env['CI']) throw new Error('No browser: Chromium is missing.');
  console.error('\n  SKIPPED: no browser. The panel was not tested. Missing: Chromium.\n');
  return context.skip();
}
