import type { BrowserContextOptions, Page } from 'playwright-core';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchProfile } from './browser';
import { npmVsCode, type EngineName } from './npmVsCode';
import { VsCodeServer, type WorkbenchTarget } from './server';

/** What a window is opened with. */
export interface WindowOptions extends WorkbenchTarget {
  readonly engine?: EngineName;
  /** The user's settings in this window. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Where settings and installed extensions are; without it a folder of its own that is deleted in the end. */
  readonly dataFolder?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly browser?: BrowserContextOptions;
  /** Called before the workbench is loaded, to listen to the page. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** A window of the VS Code from npm, driven through a browser. */
export interface VsCodeWindow {
  readonly page: Page;
  /** Resolves when the server or the page has died by itself; a window that is closed never does. */
  readonly died: Promise<string>;
  /** Ends browser and server and deletes what belonged to this window. */
  close(): Promise<void>;
}

/** Opens a window; rejects with a reason for people where VS Code or a browser is not to be had. */
export async function openWindow(options: WindowOptions): Promise<VsCodeWindow> {
  const { engine, settings = {}, env = {}, browser, prepare } = options;
  const vscode = await npmVsCode(engine);
  const cleanups: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  try {
    const scratch = await mkdtemp(join(tmpdir(), 'openward-vscode-'));
    cleanups.push(() => rm(scratch, { recursive: true, force: true, maxRetries: 5 }));
    const dataFolder = options.dataFolder ?? scratch;
    const user = join(dataFolder, 'data/User');
    await mkdir(user, { recursive: true });
    await writeFile(join(user, 'settings.json'), JSON.stringify({ ...calm, ...settings }, undefined, 2));
    const server = await VsCodeServer.start(vscode, { dataFolder, env });
    cleanups.push(() => server.stop());
    const context = await launchProfile(join(scratch, 'browser'), browser);
    cleanups.push(() => context.close());
    const page = context.pages()[0] ?? (await context.newPage());
    await prepare?.(page);
    await page.goto(server.url(options));
    const died = Promise.race([
      server.ended.then(() => 'VS Code’s server has ended'),
      new Promise<string>((resolve) => page.once('crash', () => resolve('the page has crashed'))),
      new Promise<string>((resolve) => context.once('close', () => resolve('the browser has ended'))),
    ]);
    return { page, died, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Nothing asks, advertises or phones while tests run. */
const calm = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};
