import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { vendors } from '../../src/catalog';
import { sourceLanguages } from '../../src/workspace/files/languages';
import { ripgrepProgram } from './ripgrep';

/** A program that looks through a tree, and what it is to be run with. */
export interface Contestant {
  readonly name: string;
  readonly command: string;
  readonly arguments: readonly string[];
  /** Exit codes that say all went well. */
  readonly success: readonly number[];
  /** What is done before each run, outside the time that is measured. */
  readonly prepare?: () => void;
}

const repository = join(__dirname, '..', '..');
const cli = join(repository, 'dist', 'cli.js');

/** Endings of the files that are scanned, as globs. */
const globs = sourceLanguages.flatMap(({ extensions }) => extensions.map((extension) => `*${extension}`));

/** A scan that knows nothing, and one that knows everything. */
export function ourselves(checkout: string): readonly [cold: Contestant, cached: Contestant] {
  if (!existsSync(cli)) throw new Error(`${cli} is not there: run npm run build`);
  const kept = mkdtempSync(join(tmpdir(), 'openward-bench-'));
  process.on('exit', () => rmSync(kept, { recursive: true, force: true }));
  const scan = (...options: readonly string[]): readonly string[] => [
    cli,
    'scan',
    checkout,
    '--format',
    'json',
    '--quiet',
    '--output',
    join(kept, 'report.json'),
    ...options,
  ];
  const cached = scan('--cache-dir', kept);
  return [
    { name: 'openward, cold', command: process.execPath, arguments: scan('--no-cache'), success: [0] },
    {
      name: 'openward, again',
      command: process.execPath,
      arguments: cached,
      success: [0],
      prepare: () => spawnSync(process.execPath, cached, { stdio: 'ignore' }),
    },
  ];
}

/** ripgrep listing the lines with a vendor's host or package; undefined where there is none. */
export function ripgrep(checkout: string): Contestant | undefined {
  const command = ripgrepProgram();
  if (command === undefined) return undefined;
  const hosts = vendors
    .flatMap(({ hosts }) => hosts.map((host) => (host.split(/[*/$]/)[0] ?? '').replace(/^\.|\.$/g, '')))
    .filter((word) => word.length > 4);
  const words = [...new Set([...hosts, 'openai', 'anthropic', '@ai-sdk/', '@langchain/', 'generateText', 'streamText'])];
  const only = globs.flatMap((glob) => ['--glob', glob]);
  return {
    name: 'ripgrep, words',
    command,
    arguments: ['--line-number', '--fixed-strings', ...words.flatMap((word) => ['-e', word]), ...only, checkout],
    // 1 says that nothing was found.
    success: [0, 1],
  };
}

/** ast-grep with the rules of this folder, run as its native program: the script that finds it is no part of the race. */
export function astGrep(checkout: string): Contestant | undefined {
  const command = astGrepBinary();
  if (command === undefined) return undefined;
  return {
    name: 'ast-grep, rules',
    command,
    arguments: ['scan', '--config', join(__dirname, 'sgconfig.yml'), '--json=stream', checkout],
    success: [0],
  };
}

/** The native program is in a package for the platform, beside `@ast-grep/cli`. */
function astGrepBinary(): string | undefined {
  const require = createRequire(__filename);
  const platforms: Readonly<Record<string, string>> = {
    linux: `linux-${process.arch}-gnu`,
    darwin: `darwin-${process.arch}`,
    win32: `win32-${process.arch}-msvc`,
  };
  const platform = platforms[process.platform];
  if (platform === undefined) return undefined;
  try {
    const folder = dirname(require.resolve(`@ast-grep/cli-${platform}/package.json`));
    const file = join(folder, process.platform === 'win32' ? 'ast-grep.exe' : 'ast-grep');
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}
