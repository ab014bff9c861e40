import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installOnce } from './install';
import { step } from './progress';
import { replaceNativeParts } from './nativeParts';
import { npm } from './run';

/** Which VS Code: the pinned new one, or the oldest that `engines.vscode` allows. */
export type EngineName = 'newest' | 'minimum';

/** A VS Code from npm, ready to be started. */
export interface NpmVsCode {
  /** The Node that runs it. */
  readonly node: string;
  /** The script that starts its server and manages its extensions. */
  readonly main: string;
  /** VS Code's version, as extensions see it. */
  readonly version: string;
}

interface Engine {
  readonly folder: string;
  /** The oldest major version of Node that runs it. */
  readonly node: number;
  readonly size: string;
}

const engines: Readonly<Record<EngineName, Engine>> = {
  newest: { folder: 'server', node: 22, size: '600 MB' },
  minimum: { folder: 'server-minimum', node: 20, size: '300 MB' },
};

/** Sets up the VS Code from npm unless it is there. Rejects where it can't run, with a reason for people. */
export async function npmVsCode(name: EngineName = 'newest'): Promise<NpmVsCode> {
  const engine = engines[name];
  const manifest = join(__dirname, engine.folder);
  const vscodeOf = (folder: string): string => join(folder, 'node_modules/code-server/lib/vscode');
  const folder = await installOnce({
    name: `vscode-${name}`,
    manifest,
    recipe: 2,
    progress: (work) =>
      step(`Setting up ${name === 'minimum' ? 'the oldest supported' : 'a'} VS Code from npm (${engine.size}, once)`, work),
    finish: async (installed) => {
      const vscode = vscodeOf(installed);
      // Their own shrinkwraps pin what is installed; `npm ci` finds fault with them, `npm install` follows them.
      const args = ['install', '--omit=dev', '--no-save', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
      for (const part of [vscode, join(vscode, 'extensions')]) await npm(args, { cwd: part });
      await replaceNativeParts(vscode);
    },
  });
  const vscode = vscodeOf(folder);
  const { version } = JSON.parse(await readFile(join(vscode, 'package.json'), 'utf8')) as { version: string };
  return { node: nodeFor(folder, engine.node), main: join(vscode, 'out/server-main.js'), version };
}

/** The running Node if it is new enough, else the one that was installed beside VS Code. */
function nodeFor(folder: string, oldest: number): string {
  if (Number.parseInt(process.versions.node, 10) >= oldest) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const installed = join(folder, 'node_modules', `node-${platform}-${process.arch}`, 'bin', program);
  if (existsSync(installed)) return installed;
  throw new Error(`The VS Code from npm needs Node ${String(oldest)} or newer; this is Node ${process.versions.node}.`);
}
