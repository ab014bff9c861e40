import type { Plugin } from 'esbuild';
import { evaluatedWhenUsed } from './evaluatedWhenUsed';

export { leanTrees } from './leanTrees';
export { madeAtBuild } from './madeAtBuild';

/**
 * The tables of Python's grammar, formats of configuration files, progress bars, what tells of garbage collections: they take long to
 * evaluate, and many runs do without.
 */
export const packagesWhenUsed = evaluatedWhenUsed(['@lezer/python', 'cli-progress', 'toml-eslint-parser', 'yaml', 'node:perf_hooks']);

/** The command line loads the catalog from its own bundle, as the extension does. */
export const catalogBeside: Plugin = {
  name: 'catalog-beside',
  setup: (bundle) =>
    bundle.onResolve({ filter: /^\.\.\/catalog$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './catalog.js', external: true } : undefined,
    ),
};

/**
 * Parts of Node that bring much of it with them are loaded when something of theirs is called: together they take a fifth of a scan of which
 * everything is known.
 * @param names what the bundle calls or constructs of each part, by the part's name
 */
export const loadedWhenCalled = (names: Readonly<Record<string, readonly string[]>>): Plugin => ({
  name: 'loaded-when-called',
  setup: (bundle) => {
    const namespace = 'when-called';
    bundle.onResolve({ filter: /^node:/ }, ({ namespace: from, path }) =>
      from === namespace || names[path] === undefined ? undefined : { path, namespace },
    );
    bundle.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: (names[path] ?? [])
        .map(
          (name) =>
            `exports.${name} = function (...given) { const it = require('${path}').${name}; return new.target ? new it(...given) : it(...given); };`,
        )
        .join('\n'),
    }));
  },
});
