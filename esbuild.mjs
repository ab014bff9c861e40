import { build, context } from 'esbuild';
import { existsSync, rmSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';

/** @type {typeof import('./scripts/build/plugins')} */
const { madeAtBuild, packagesWhenUsed, catalogBeside, leanTrees, loadedWhenCalled } = await tsImport(
  './scripts/build/plugins.ts',
  import.meta.url,
);

const watch = process.argv.includes('--watch');
// Small code is read, and loaded with what V8 kept of it, in less time: a scan of a small tree gains a tenth. Who watches wants to read it.
const minify = !watch;

/** @type {import('esbuild').BuildOptions} */
const node = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: true,
  minify,
  logLevel: 'warning',
  legalComments: 'none',
  assetNames: 'data/[name]-[hash]',
  plugins: [madeAtBuild, packagesWhenUsed],
};

/** One bundle a part: the extension stays small because parser and catalog live in bundles of their own, loaded when needed. */
const bundles = [
  {
    ...node,
    entryPoints: { extension: 'src/extension.ts' },
    outdir: 'dist',
    external: ['vscode', './catalog'],
    // `import('./catalog')` becomes a `require` of the bundle beside this one.
    supported: { 'dynamic-import': false },
  },
  { ...node, entryPoints: { catalog: 'src/catalog/index.ts' }, outdir: 'dist' },
  {
    ...node,
    entryPoints: { worker: 'src/workspace/service/worker.ts' },
    outdir: 'dist',
    // A worker that only sifts keeps nothing, and so hashes nothing.
    plugins: [madeAtBuild, packagesWhenUsed, loadedWhenCalled({ 'node:crypto': ['createHash', 'randomBytes'] })],
  },
  {
    ...node,
    entryPoints: { engine: 'src/workspace/service/engineBundle.ts' },
    outdir: 'dist',
    plugins: [madeAtBuild, packagesWhenUsed, leanTrees],
  },
  { ...node, entryPoints: { parser: 'src/workspace/service/recoveringParser.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { scout: 'src/workspace/service/scoutWorker.ts' }, outdir: 'dist' },
  {
    ...node,
    entryPoints: { command: 'src/cli/main.ts' },
    outdir: 'dist',
    plugins: [
      madeAtBuild,
      packagesWhenUsed,
      catalogBeside,
      loadedWhenCalled({
        // Commander asks for them at once, for commands that are programs of their own, of which there are none here.
        'node:child_process': ['spawn', 'spawnSync'],
        'node:worker_threads': ['Worker'],
      }),
    ],
    supported: { 'dynamic-import': false },
  },
  {
    ...node,
    entryPoints: { cli: 'src/cli/start.ts' },
    outdir: 'dist',
    plugins: [madeAtBuild, packagesWhenUsed, loadedWhenCalled({ 'node:worker_threads': ['Worker'] })],
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...node,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    tsconfig: 'src/panel/tsconfig.json',
    entryPoints: { panel: 'src/panel/main.ts' },
    outdir: 'dist',
  },
  {
    ...node,
    entryPoints: { index: 'test/editor/index.ts' },
    outdir: 'dist/test',
    external: ['vscode', 'mocha'],
    minify: false,
  },
];

// Their names tell their contents: those of an earlier build would stay beside the new ones.
if (!watch) rmSync('dist/data', { recursive: true, force: true });
for (const options of bundles) {
  const entry = Object.values(/** @type {Record<string, string>} */ (options.entryPoints))[0] ?? '';
  if (!existsSync(entry)) throw new Error(`esbuild: no entry ${entry}`);
  if (watch) await (await context(options)).watch();
  else await build(options);
}
