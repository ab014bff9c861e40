import { join } from 'node:path';
import { loadCatalog } from '../../../src/catalog';
import type { TargetRow } from '../../../src/core/catalog/catalog';
import type { RequestCheck } from '../endpoint/requestCheck';
import { RecordingEndpoint, vendorSecret } from '../endpoint/server';
import { start } from '../run';
import type { LaidOut } from './layOut';

/** What a rewritten example did. */
export interface Ran {
  readonly requests: number;
  /** What the endpoint finds wrong in the requests, their bodies apart. */
  readonly faults: readonly string[];
  /** What the SDK's own types do not allow in bodies: what examples send there they send before a rewrite as well. */
  readonly bodies: readonly string[];
  /** Addresses that were tried and denied. */
  readonly denied: readonly string[];
  /** The exit code; null where it did not end in time. */
  readonly code: number | null;
  /** The last lines of what it says on the error output. */
  readonly said: string;
}

/** What is typed in to examples that ask. */
const input = 'Hello\ny\nHello\ny\n';
/** Examples may wait for more; all that is asked of them is asked by then. */
const maxMilliseconds = 30_000;
const targetKey = 'target-key';
const catalog = loadCatalog();
/** Every vendor's key is there: none may reach the target. */
const vendorKeys = Object.fromEntries(
  catalog.sdks.flatMap(({ keyVariables }) => (keyVariables ?? []).map((name) => [name, `${vendorSecret}-${name}`])),
);

/**
 * Runs a rewritten example against a recording endpoint that stands for the target; nothing else can be reached. `models` are those
 * that its plan names.
 */
export async function runExample(
  { file, folder }: LaidOut,
  target: TargetRow,
  models: readonly string[],
  surroundings: { readonly check: RequestCheck; readonly guard: string },
): Promise<Ran> {
  const isHosted = target.keyPlaceholder === null;
  const bodies = new Set<string>();
  const check: RequestCheck = (type, body) => {
    const wrong = surroundings.check(type, body);
    if (wrong !== null) bodies.add(`${type}: ${wrong}`);
    return null;
  };
  const endpoint = new RecordingEndpoint(target, check, target.keyPlaceholder ?? targetKey, models);
  const port = await endpoint.listen();
  const url = new URL(target.baseUrls.openai ?? '');
  try {
    const ended = await start(
      {
        executable: process.execPath,
        arguments: ['--import', surroundings.guard, '--import', require.resolve('tsx'), join(__dirname, 'start.mjs'), file],
        cwd: folder,
        input,
        milliseconds: maxMilliseconds,
        environment: vendorKeys,
      },
      {
        HOME: folder,
        OPENWARD_ENDPOINT_PORT: String(port),
        OPENWARD_TARGET_ADDRESS: url.host,
        // A hosted target is asked in the clear here: nothing in between can read what is encrypted.
        ...(isHosted && { [target.baseUrlVariable]: `http://127.0.0.1:${port}${url.pathname}`, [target.keyVariable]: targetKey }),
      },
    );
    const said = ended.errors.trim().split('\n').slice(-30).join('\n');
    return {
      requests: endpoint.requests,
      faults: [...new Set(endpoint.faults)],
      bodies: [...bodies],
      // What runs TypeScript tells its parent by a pipe.
      denied: [...new Set(ended.denied)].filter((address) => !address.startsWith('/')),
      code: ended.code,
      said,
    };
  } finally {
    await endpoint.close();
  }
}
