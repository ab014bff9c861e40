import * as catalogs from '../../src/catalog';
import type { Environment } from '../../src/cli/environment';
import { runCli } from '../../src/cli/program';
import { createEngine } from '../../src/core/createEngine';
import { createInProcessEngineService } from '../../src/workspace/service/inProcess';

/** What a run of the command line came to. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly variables?: Environment['variables'];
  /** True where a person watches the output. */
  readonly isTTY?: boolean;
  readonly signal?: AbortSignal;
  /** What retirements are compared with. */
  readonly today?: string;
  /** Called at the first question to the engine, before it is asked. */
  readonly onScan?: () => void;
}

/** Runs the command line in this process, over the real engine and the real disk. */
export async function run(argv: readonly string[], options: RunOptions): Promise<Outcome> {
  const { cwd, variables = {}, isTTY = false, signal = new AbortController().signal, onScan, today = '2026-11-25' } = options;
  let stdout = '';
  let stderr = '';
  const code = await runCli(argv, {
    stdout: { write: (text) => (stdout += text), isTTY },
    stderr: { write: (text) => (stderr += text) },
    cwd,
    variables,
    version: '0.0.0-test',
    today,
    catalogs: () => Promise.resolve(catalogs),
    createService: (serviceOptions) => {
      onScan?.();
      return createInProcessEngineService((host, overrides) => createEngine(catalogs.catalogWith(overrides), host), serviceOptions);
    },
    signal,
  });
  return { code, stdout, stderr };
}

/** A module with a client, a chat call on it and a look-alike. */
export const closedSource = `import OpenAI from 'openai';

const client = new OpenAI();
export const ask = () => client.chat.completions.create({ model: 'gpt-4o', messages: [] });
export const silent = { chat: { completions: { create: () => null } } }.chat.completions.create();
`;

/** A module whose only call site is a client of the user's own server. */
export const openSource = `import OpenAI from 'openai';

export const local = new OpenAI({ baseURL: 'http://localhost:11434/v1', apiKey: 'none' });
`;

/** A module that goes to an address only the environment knows. */
export const unknownSource = `import OpenAI from 'openai';

export const client = new OpenAI({ baseURL: process.env.LLM_URL, apiKey: 'none' });
`;
