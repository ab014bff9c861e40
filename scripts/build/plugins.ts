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
 * Node's child processes bring all of its network with them, a tenth of a second scan's time. They are loaded when one is started:
 * commander asks for them at once, for commands that are programs of their own, of which there are none here.
 */
export const childProcessesWhenAsked: Plugin = {
  name: 'child-processes-when-asked',
  setup: (bundle) => {
    const namespace = 'when-asked';
    bundle.onResolve({ filter: /^node:child_process$/ }, ({ namespace: from, path }) =>
      from === namespace ? undefined : { path, namespace },
    );
    bundle.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: ['spawn', 'spawnSync'].map((name) => `exports.${name} = (...given) => require('${path}').${name}(...given);`).join('\n'),
    }));
  },
};
