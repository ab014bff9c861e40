import type { Plugin } from 'esbuild';
import { evaluatedWhenUsed } from './evaluatedWhenUsed';

export { madeAtBuild } from './madeAtBuild';

/** The tables of Python's grammar, and formats of configuration files: they take long to evaluate, and many runs do without. */
export const parsersWhenUsed = evaluatedWhenUsed(['@lezer/python', 'toml-eslint-parser', 'yaml']);

/** The command line loads the catalog from its own bundle, as the extension does. */
export const catalogBeside: Plugin = {
  name: 'catalog-beside',
  setup: (bundle) =>
    bundle.onResolve({ filter: /^\.\.\/catalog$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './catalog.js', external: true } : undefined,
    ),
};

/**
 * Parts of Node that bring much of it with them, a tenth of a second scan's time, are loaded when they are called. Child processes:
 * commander asks for them at once, for commands that are programs of their own, of which there are none here. Cryptography: what is kept
 * is told by its hash, and a worker that only sifts keeps nothing.
 */
export const loadedWhenCalled: Plugin = {
  name: 'loaded-when-called',
  setup: (bundle) => {
    const namespace = 'when-called';
    bundle.onResolve({ filter: /^node:(?:child_process|crypto)$/ }, ({ namespace: from, path }) =>
      from === namespace ? undefined : { path, namespace },
    );
    bundle.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: (calledOf[path] ?? []).map((name) => `exports.${name} = (...given) => require('${path}').${name}(...given);`).join('\n'),
    }));
  },
};

/** The functions that are called of these parts. */
const calledOf: Readonly<Record<string, readonly string[]>> = {
  'node:child_process': ['spawn', 'spawnSync'],
  'node:crypto': ['createHash', 'randomBytes'],
};
