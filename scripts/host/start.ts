import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { desktopVsCode, installedVsCode } from './desktop';
import { cacheFolder, projectFolder } from './folders';
import { npmVsCode } from './npmVsCode';
import { openInBrowser } from './openInBrowser';
import { run } from './run';
import { VsCodeServer } from './server';

const usage = 'Use: npm start [folder]';

/** What is opened without a folder, and the file of it that shows most at a glance. */
const example = { folder: join(projectFolder, 'examples/support-desk'), file: 'src/replies/draft.ts' };

/** The port that is taken when it is free, so that the browser finds the layout of the last time. */
const usualPort = 8473;

/** Opens a VS Code with Openward on a folder and stays until it is closed or stopped; resolves to the exit code. */
async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(`${usage}\nOpens a VS Code with Openward. Without a folder it opens examples/support-desk.`);
    return 0;
  }
  const folder = folderOf(args);
  if (typeof folder !== 'string') {
    console.error(folder.problem);
    return 2;
  }
  await run(process.execPath, ['esbuild.mjs'], { cwd: projectFolder });
  return (await inDesktop(folder)) ?? (await inBrowser(folder));
}

/** The folder that the arguments name, relative to where npm was called. */
function folderOf(args: readonly string[]): string | { readonly problem: string } {
  const [named, ...more] = args;
  if (more.length > 0) return { problem: `npm start takes one folder, and was given ${String(args.length)}.\n${usage}` };
  if (named === undefined) return example.folder;
  const folder = resolve(process.env['INIT_CWD'] ?? process.cwd(), named);
  if (!existsSync(folder)) return { problem: `There is no folder ${folder}.\n${usage}` };
  if (!statSync(folder).isDirectory()) return { problem: `${folder} is a file; npm start opens a folder.\n${usage}` };
  return folder;
}

/** The file that is open at once; only the example has one, a person's folder opens as they left it. */
function firstFileOf(folder: string): string | undefined {
  return folder === example.folder ? join(folder, example.file) : undefined;
}

/** Opens the desktop's VS Code and waits until its window is closed; undefined where there is none that starts. */
async function inDesktop(folder: string): Promise<number | undefined> {
  const firstFile = firstFileOf(folder);
  const development = [`--extensionDevelopmentPath=${projectFolder}`, folder, ...(firstFile === undefined ? [] : [firstFile])];
  const installed = installedVsCode();
  if (installed !== undefined) {
    console.log(`Openward runs in your VS Code, on ${folder}. Close its window or press Ctrl+C to stop.`);
    if (await succeeds(installed, ['--new-window', '--wait', ...development])) return 0;
    console.error('Your VS Code did not start; another one takes its place.');
  }
  const downloaded = await desktopVsCode('stable');
  if (downloaded === undefined) return undefined;
  const own = join(cacheFolder, 'desktop-data');
  console.log(`Openward runs in ${downloaded}, on ${folder}. Close its window or press Ctrl+C to stop.`);
  const apart = [`--user-data-dir=${join(own, 'user')}`, `--extensions-dir=${join(own, 'extensions')}`];
  return (await succeeds(downloaded, [...apart, ...development])) ? 0 : undefined;
}

async function succeeds(program: string, args: readonly string[]): Promise<boolean> {
  const shell = program.endsWith('.cmd');
  const quoted = shell ? args.map((arg) => `"${arg}"`) : args;
  const child = spawn(shell ? `"${program}"` : program, quoted, { stdio: 'ignore', shell });
  const stop = (): void => process.exit(0);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  try {
    const [code] = (await once(child, 'exit')) as [number | null];
    return code === 0;
  } catch {
    return false;
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
  }
}

/** Starts the VS Code from npm, tells its address and serves until Ctrl+C. */
async function inBrowser(folder: string): Promise<number> {
  const vscode = await npmVsCode();
  const dataFolder = join(cacheFolder, 'data');
  await writeFirstSettings(dataFolder);
  const server = await VsCodeServer.start(vscode, { dataFolder, port: usualPort });
  const openFile = firstFileOf(folder);
  const url = server.url({ workspace: folder, extensionDevelopmentPath: projectFolder, ...(openFile !== undefined && { openFile }) });
  console.log(`\nVS Code ${vscode.version} with Openward is ready. Open this address in a browser:\n\n  ${url}\n`);
  console.log(`It shows ${folder}. Press Ctrl+C to stop.`);
  openInBrowser(url);
  const stopped = new Promise<'stopped'>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop('stopped'));
  });
  const reason = await Promise.race([stopped, server.ended]);
  await server.stop();
  if (reason === 'stopped') return 0;
  console.error('VS Code’s server has ended.');
  return 1;
}

/** A quiet start; what the person changes later stays. */
async function writeFirstSettings(dataFolder: string): Promise<void> {
  const user = join(dataFolder, 'data/User');
  const settings = {
    'chat.disableAIFeatures': true,
    'telemetry.telemetryLevel': 'off',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'workbench.startupEditor': 'none',
  };
  await mkdir(user, { recursive: true });
  await writeFile(join(user, 'settings.json'), JSON.stringify(settings, undefined, 2), { flag: 'wx' }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
