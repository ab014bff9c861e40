import { build, context } from 'esbuild';
import { existsSync } from 'node:fs';

const watch = process.argv.includes('--watch');
const minify = process.argv.includes('--minify');

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
  { ...node, entryPoints: { worker: 'src/workspace/service/worker.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { parser: 'src/workspace/service/recoveringParser.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { scout: 'src/workspace/service/scoutWorker.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { cli: 'src/cli/main.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
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

for (const options of bundles) {
  const entry = Object.values(/** @type {Record<string, string>} */ (options.entryPoints))[0] ?? '';
  if (!existsSync(entry)) throw new Error(`esbuild: no entry ${entry}`);
  if (watch) await (await context(options)).watch();
  else await build(options);
}
