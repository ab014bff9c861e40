import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { extname, join } from 'node:path';
import { loadCatalog } from '../../src/catalog';
import { readDotenv } from '../../src/core/environment/dotenv';
import { baseUrlVariable } from '../../src/core/rewrite/client/endpointCode';
import type { RequestCheck } from './endpoint/requestCheck';
import { RecordingEndpoint, vendorSecret } from './endpoint/server';
import { recipeFor } from '../../src/core/rewrite/recipe';
import { recipeOf, targetSecret, vendorKeys } from './hosted';
import type { Program } from './programs';
import type { Rewritten } from './rewrite';
import type { ProgramFiles } from './styles';

/** A program that does not end by itself is wrong. */
const maxMilliseconds = 180_000;

/** What every run needs. */
export interface Surroundings {
  readonly check: RequestCheck;
  /** JavaScript of the guard, see {@link bundleGuard}. */
  readonly guard: string;
  /** What runs Python programs; null where Python is not to be had. */
  readonly python: string | null;
}

interface Ran {
  readonly requests: number;
  readonly faults: readonly string[];
}

/** What the target's key is while a program runs: the placeholder of a server that checks none, a key of its own, or not set. */
export type KeyState = 'placeholder' | 'set' | 'unset';

/**
 * Runs a rewritten program against a recording endpoint; nothing else can be reached. Where the target's key is not set, the program
 * must fail, and send the vendor's nowhere.
 */
export async function runProgram(
  { program, serving: row, files }: Rewritten,
  folder: string,
  surroundings: Surroundings,
  state: KeyState = 'placeholder',
): Promise<Ran> {
  const catalog = loadCatalog();
  const usual = recipeOf(program, catalog);
  const recipe = usual && recipeFor({ rewrite: usual }, row);
  if (!recipe) return { requests: 0, faults: ['the catalog lacks its SDK'] };
  const url = new URL(row.baseUrls[recipe.protocol] ?? '');
  const key = { placeholder: row.keyPlaceholder, set: targetSecret, unset: null }[state];
  const endpoint = new RecordingEndpoint(row, surroundings.check, key);
  const port = await endpoint.listen();
  try {
    const entry = Object.keys(files).find((name) => name.startsWith('main.')) ?? '';
    const isLed = program.style.variables === true || state !== 'placeholder';
    // A client that keeps a target's other protocol in one program leaves it in the next.
    const led = [recipe, recipe.otherwise ?? []].flat().map((each): [string, string] => {
      const { pathname } = new URL(row.baseUrls[each.protocol] ?? '');
      return [baseUrlVariable(row, each), `http://127.0.0.1:${port}${pathname.replace(/\/$/, '')}`];
    });
    const variables = isLed ? Object.fromEntries(led) : {};
    const own = program.style.envFile ? fileVariables(files) : null;
    const { keyVariables = [] } = catalog.sdks.find(({ id, language }) => id === program.sdk && language === program.language) ?? {};
    const ended = await start(await commandOf(join(folder, entry), program, surroundings), {
      // What the environment has goes before what the file says, so a program led by the file has no keys of its vendor's besides.
      ...vendorKeys(catalog, row.id, vendorSecret, own === null ? [] : keyVariables),
      ...variables,
      ...own,
      ...(state === 'set' ? { [row.keyVariable]: targetSecret } : {}),
      OPENWARD_ENDPOINT_PORT: String(port),
      OPENWARD_TARGET_ADDRESS: isLed ? '' : url.host,
    });
    const tried = ended.denied.map((address) => `tried ${address}`);
    if (state === 'unset') {
      const quiet = ended.code === 0 ? ['ends as if all were well, though the key is not set'] : [];
      return { requests: endpoint.requests, faults: [...endpoint.faults, ...tried, ...quiet] };
    }
    const printed = program.prints.replaceAll('{chat}', row.models.chat);
    return {
      requests: endpoint.requests,
      faults: [
        ...endpoint.faults,
        ...tried,
        ...(endpoint.requests === 0 ? ['no request arrived'] : []),
        ...(ended.code === 0 ? [] : [`ended with ${String(ended.code)}: ${ended.errors.trim().split('\n').slice(0, 12).join(' ')}`]),
        ...(ended.output.trim() === printed ? [] : [`printed "${ended.output.trim()}" instead of "${printed}"`]),
      ],
    };
  } finally {
    await endpoint.close();
  }
}

/** What a program's environment file sets, as whatever loads it would. */
function fileVariables(files: ProgramFiles): Readonly<Record<string, string>> {
  return Object.fromEntries(readDotenv(files['.env'] ?? '').map(({ name, value }) => [name, value]));
}

/** Puts the JavaScript of what is loaded before a program into a folder; returns its file. */
export async function bundleGuard(folder: string): Promise<string> {
  const outfile = join(folder, 'guard.mjs');
  await build({ ...buildOptions, entryPoints: [join(__dirname, 'guard.ts')], outfile, format: 'esm' });
  return outfile;
}

/** JavaScript of a program in one file; packages stay outside. */
export async function bundle(entry: string): Promise<string> {
  const isCommonJs = extname(entry) === '.cjs';
  const outfile = join(entry, '..', isCommonJs ? 'run.cjs' : 'run.mjs');
  await build({ ...buildOptions, entryPoints: [entry], outfile, format: isCommonJs ? 'cjs' : 'esm' });
  return outfile;
}

const buildOptions = { bundle: true, packages: 'external', platform: 'node', target: 'node20', logLevel: 'silent' } as const;

/** How a program ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
  /** Addresses that were tried and denied. */
  readonly denied: readonly string[];
}

/** How a program is run. */
export interface Command {
  readonly executable: string;
  readonly arguments: readonly string[];
  /** Where it runs; where this script does if absent. */
  readonly cwd?: string;
  /** What is typed in; nothing if absent. */
  readonly input?: string;
  /** How long it may take. */
  readonly milliseconds?: number;
  readonly environment: Readonly<Record<string, string>>;
}

async function commandOf(entry: string, { language }: Program, { guard, python }: Surroundings): Promise<Command> {
  if (language === 'javascript') {
    return { executable: process.execPath, arguments: ['--import', guard, await bundle(entry)], environment: {} };
  }
  if (python === null) throw new Error('Python is not to be had');
  // Otherwise LiteLLM asks for the prices of the day when it is imported.
  const environment = {
    PYTHONPATH: join(__dirname, 'python', 'guard'),
    PYTHONDONTWRITEBYTECODE: '1',
    LITELLM_LOCAL_MODEL_COST_MAP: 'True',
  };
  return { executable: python, arguments: [entry], environment };
}

/** Runs a program under the guard, with only these variables in its environment. */
export function start(command: Command, environment: Readonly<Record<string, string>>): Promise<Ended> {
  const child = spawn(command.executable, command.arguments, {
    env: { PATH: process.env.PATH ?? '', ...command.environment, ...environment },
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    timeout: command.milliseconds ?? maxMilliseconds,
    killSignal: 'SIGKILL',
    ...(command.cwd !== undefined && { cwd: command.cwd }),
  });
  // A program may end before it has read what is typed in.
  child.stdin.on('error', () => undefined).end(command.input ?? '');
  const texts = [1, 2, 3].map((descriptor) => {
    const chunks: Buffer[] = [];
    child.stdio[descriptor as 1 | 2 | 3]?.on('data', (chunk: Buffer) => chunks.push(chunk));
    return chunks;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const [output = '', errors = '', denied = ''] = texts.map((chunks) => Buffer.concat(chunks).toString('utf8'));
      resolve({ code, output, errors, denied: denied.split('\n').filter((line) => line !== '') });
    });
  });
}
