import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { npmBrowser, type BrowserProgram } from './npmBrowser';
import { systemBrowser } from './systemBrowser';

/** Quiet, offline, and able to run as root. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Without this the workers of webviews, which are third parties to VS Code's page, are refused. */
const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };

let found: Promise<BrowserProgram> | undefined;

/** Finds or sets up a browser; rejects with a reason for people where there is none to be had. */
export function findBrowser(): Promise<BrowserProgram> {
  found ??= (async (): Promise<BrowserProgram> => {
    const installed = systemBrowser();
    if (installed !== undefined) return { executablePath: installed, env: process.env };
    const fromNpm = await npmBrowser();
    if (fromNpm) return fromNpm;
    throw new Error('No Chromium, Chrome or Edge was found. Install one, or name it in OPENWARD_BROWSER.');
  })();
  return found;
}

/** Starts a browser without a window. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ ...(await launchOptions()), args: flags });
}

/** Starts a browser with a new profile in a folder of the caller's, in which webviews work. Closing the context ends it. */
export async function launchProfile(profile: string, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const start = await launchOptions();
  await mkdir(join(profile, 'Default'), { recursive: true });
  await writeFile(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  return chromium.launchPersistentContext(profile, { ...options, ...start, args: flags });
}

async function launchOptions(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const { executablePath, env } = await findBrowser();
  const defined = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { executablePath, env: Object.fromEntries(defined) };
}
