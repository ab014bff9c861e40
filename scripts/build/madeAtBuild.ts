import type { BuildFailure, OnLoadResult, PartialMessage, Plugin, PluginBuild } from 'esbuild';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { Script } from 'node:vm';
import { encode } from './plainData/encode';

const decoder = join(__dirname, 'plainData', 'decode.ts');

/**
 * Makes the exports of modules whose names end in `.built.ts` when a bundle is built: the bundle gets their data as a JSON text,
 * none of the code that made them. The exports must be plain data (see {@link encode}); anything else is an error of the build.
 * Without a bundle, the modules make their exports themselves.
 */
export const madeAtBuild: Plugin = {
  name: 'made-at-build',
  setup: (bundle) => {
    const resolved = { [madeAtBuild.name]: true };
    // A bundle that uses none of a module's exports does without it.
    bundle.onResolve({ filter: /\.built$/ }, async ({ path, pluginData, ...rest }) =>
      pluginData === resolved ? undefined : { ...(await bundle.resolve(path, { ...rest, pluginData: resolved })), sideEffects: false },
    );
    bundle.onLoad({ filter: /\.built\.ts$/ }, ({ path }) => load(path, bundle.esbuild));
  },
};

async function load(path: string, { build }: PluginBuild['esbuild']): Promise<OnLoadResult> {
  const files = [path];
  try {
    const { outputFiles, metafile } = await build({
      entryPoints: [path],
      bundle: true,
      write: false,
      metafile: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'silent',
    });
    files.push(...Object.keys(metafile.inputs).map((file) => resolve(file)));
    return { contents: moduleOf(evaluate(outputFiles[0]?.text ?? '', path)), loader: 'js', resolveDir: dirname(path), watchFiles: files };
  } catch (error) {
    const errors = messagesOf(error);
    files.push(...errors.flatMap(({ location }) => (location?.file === undefined ? [] : [resolve(location.file)])));
    return { errors, watchFiles: files };
  }
}

/** Runs in this context, whose objects and arrays are the ones that count as plain. */
function evaluate(code: string, path: string): Readonly<Record<string, unknown>> {
  const run = new Script(`(function (exports, require, module) {${code}\n})`, { filename: path }).runInThisContext() as (
    ...given: readonly unknown[]
  ) => void;
  const module = { exports: {} };
  run(module.exports, createRequire(path), module);
  return module.exports;
}

/** A module with the same exports; a large one is made when it is first asked for, as it would not be in an ES module. */
function moduleOf(made: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify(encode({ ...made }, 'The module'));
  return [
    `const { decode } = require(${JSON.stringify(decoder)});`,
    `module.exports = Object.defineProperty(decode(${text}), '__esModule', { value: true });`,
  ].join('\n');
}

function messagesOf(error: unknown): PartialMessage[] {
  if (error instanceof Error && 'errors' in error) return (error as BuildFailure).errors;
  return [{ text: error instanceof Error ? error.message : String(error), detail: error }];
}
