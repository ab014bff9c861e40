import type { Plugin } from 'esbuild';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const namespace = 'evaluated-when-used';

/** Evaluates some packages of a bundle when an export of theirs is first used, not when the bundle is loaded. */
export const evaluatedWhenUsed = (packages: readonly string[]): Plugin => ({
  name: namespace,
  setup: (bundle) => {
    bundle.onResolve({ filter: new RegExp(`^(?:${packages.join('|')})$`) }, ({ path, namespace: from, resolveDir }) =>
      from === namespace ? undefined : { path, namespace, pluginData: resolveDir },
    );
    bundle.onLoad({ filter: /.*/, namespace }, ({ path, pluginData }) => {
      const resolveDir = String(pluginData);
      const names = Object.keys(createRequire(join(resolveDir, 'any'))(path) as object);
      const getter = (name: string): string =>
        `Object.defineProperty(exports, ${JSON.stringify(name)}, { enumerable: true, get: () => require(${JSON.stringify(path)}).${name} });`;
      return { contents: names.map(getter).join('\n'), resolveDir };
    });
  },
});
