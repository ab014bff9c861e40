import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadCatalog } from '../../src/catalog';
import type { TargetRow } from '../../src/core/catalog/catalog';
import { vendorSecret } from './endpoint/server';
import { inParallel } from './inParallel';
import { loadPrograms } from './programs';
import type { Proof } from './proof';
import { rewriteProgram, type Rewritten } from './rewrite';
import { bundle, bundleGuard, start } from './run';
import { llamaCpp, type LlamaCpp } from './server/build';
import { startEngine } from './server/engine';
import { enginePage } from './server/page';
import { PassThrough } from './server/passThrough';
import { sameShape } from './server/shape';

const root = join(__dirname, '..', '..');
const output = join(root, 'out', 'prove-server');
const page = join(root, 'docs', 'proof-engine.md');
const target = 'llama.cpp';

/** Programs that ask for what such a model can't do, whatever the server: see pictures, call the tool that it must, or fill an object that no grammar holds it to. Parts of their names. */
const beyondTheModel = ['image', 'vision', 'picture', 'forced-tool', 'tool-once', 'instructor/json'];

/**
 * Proves the plain programs of the corpus against a real llama-server: the requests of the rewritten ones are answered, and what they
 * print has the shape that it should have. `--check` compares `docs/proof-engine.md` instead of writing it. Where the server is not to
 * be had, a line says so and nothing is proven.
 */
async function main(options: readonly string[]): Promise<number> {
  const built = await llamaCpp().catch((error: unknown) => String(error instanceof Error ? error.message : error).split('\n')[0] ?? '');
  if (typeof built === 'string') {
    console.error(`SKIPPED: rewrites are not proven against a real engine, for want of a llama-server (${built})`);
    return 0;
  }
  const row = loadCatalog().targets.get(target);
  if (!row) throw new Error(`the catalog lacks ${target}`);
  const programs = loadPrograms(join(root, 'test', 'fixtures', 'prove')).filter(
    ({ id, style }) => style.id === 'plain' && !beyondTheModel.some((word) => id.includes(word)),
  );
  const proofs = await proveAll(
    programs.map((program) => rewriteProgram(program, target)),
    row,
    built,
  );
  const failed = proofs.filter(({ faults }) => faults.length > 0);
  for (const { program, faults } of failed) console.error(`FAILED ${program.id}: ${faults.join(' | ')}`);
  const text = enginePage(proofs);
  console.log(text);
  if (failed.length > 0) return 1;
  if (!options.includes('--check')) writeFileSync(page, text);
  else if (readFileSync(page, 'utf8') !== text) {
    console.error('docs/proof-engine.md is stale; run npm run prove:server');
    return 1;
  }
  return 0;
}

/** Runs programs against two engines: one that answers in words and one that makes vectors, as llama-server does either. */
async function proveAll(rewritten: readonly Rewritten[], row: TargetRow, built: LlamaCpp): Promise<Proof[]> {
  const guard = await bundleGuard(output);
  const engines = await Promise.all([startEngine(built, []), startEngine(built, ['--embeddings', '--pooling', 'mean'])]);
  try {
    const [words, vectors] = engines.map(({ port }) => port);
    return await inParallel(rewritten, (each) => prove(each, row, guard, (path) => (/embed/.test(path) ? vectors : words) ?? 0));
  } finally {
    await Promise.all(engines.map((engine) => engine.stop()));
  }
}

async function prove(
  { program, files, refusal }: Rewritten,
  row: TargetRow,
  guard: string,
  portFor: (path: string) => number,
): Promise<Proof> {
  if (refusal !== null) return { program, target, refusal, requests: 0, faults: [] };
  const folder = join(output, program.id.replace(/[^\w]+/g, '-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const engine = new PassThrough(portFor);
  const port = await engine.listen();
  try {
    const entry = join(folder, Object.keys(files).find((name) => name.startsWith('main.')) ?? '');
    const { keyVariables = [] } = loadCatalog().sdks.find(({ id }) => id === program.sdk) ?? {};
    const ended = await start(
      { executable: process.execPath, arguments: ['--import', guard, await bundle(entry)], environment: {} },
      {
        OPENWARD_ENDPOINT_PORT: String(port),
        OPENWARD_TARGET_ADDRESS: new URL(row.baseUrls.openai ?? '').host,
        ...Object.fromEntries(keyVariables.map((name) => [name, `${vendorSecret}-${name}`])),
      },
    );
    const faults = [
      ...engine.faults,
      ...ended.denied.map((address) => `tried ${address}`),
      ...(engine.requests === 0 ? ['no request arrived'] : []),
      ...(ended.code === 0 ? [] : [`ended with ${String(ended.code)}: ${ended.errors.trim().split('\n').slice(0, 12).join(' ')}`]),
      ...(sameShape(ended.output, program.prints)
        ? []
        : [`printed "${ended.output.trim()}", which is not of the shape of "${program.prints}"`]),
    ];
    return { program, target, refusal, requests: engine.requests, faults };
  } finally {
    await engine.close();
  }
}

rmSync(output, { recursive: true, force: true });
main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
