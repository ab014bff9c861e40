import type { BuildFailure, OnLoadResult, PartialMessage, Plugin, PluginBuild } from 'esbuild';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { Script } from 'node:vm';
import { encode } from './plainData/encode';

const decoder = join(__dirname, 'plainData', 'decode.ts');

/** Names files with data, for esbuild to tell them from modules. */
const dataFile = 'data-file';
/** From so many characters on a module's data get a file of their own: V8 takes longer to load them as a part of a program. */
const largeData = 50_000;

/**
 * Makes the exports of modules whose names end in `.built.ts` when a bundle is built: the bundle gets their data as a JSON text,
 * none of the code that made them. Large data are in a file beside the bundle (esbuild's `assetNames`). The exports must be plain data
 * (see {@link encode}); anything else is an error of the build. Without a bundle, the modules make their exports themselves.
 */
export const madeAtBuild: Plugin = {
  name: 'made-at-build',
  setup: (bundle) => {
    const resolved = { [madeAtBuild.name]: true };
    // A bundle that uses none of a module's exports does without it.
    bundle.onResolve({ filter: /\.built$/ }, async ({ path, pluginData, ...rest }) =>
      pluginData === resolved ? undefined : { ...(await bundle.resolve(path, { ...rest, pluginData: resolved })), sideEffects: false },
    );
    const texts = new Map<string, DataText>();
    bundle.onLoad({ filter: /\.built\.ts$/ }, ({ path }) => load(path, bundle.esbuild, texts));
    bundle.onResolve({ filter: new RegExp(`^${dataFile}:`) }, ({ path }) => ({
      path: path.slice(dataFile.length + 1),
      namespace: dataFile,
    }));
    bundle.onLoad({ filter: /.*/, namespace: dataFile }, ({ path }) => ({ contents: texts.get(path)?.text ?? '', loader: 'file' }));
  },
};

/** Data that get a file of their own, and the module that they are of. */
interface DataText {
  readonly text: string;
  readonly path: string;
}

/** @param texts takes the data that get a file of their own, by its name */
async function load(path: string, { build }: PluginBuild['esbuild'], texts: Map<string, DataText>): Promise<OnLoadResult> {
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
    const text = encode({ ...evaluate(outputFiles[0]?.text ?? '', path) }, 'The module');
    const name = basename(path, '.built.ts') + '.txt';
    const isLarge = text.length >= largeData;
    const namesake = texts.get(name)?.path ?? path;
    if (isLarge && namesake !== path) throw new Error(`${name} would have the data of ${namesake} and of ${path}`);
    if (isLarge) texts.set(name, { text, path });
    return {
      contents: moduleOf(isLarge ? fileOf(name) : JSON.stringify(text)),
      loader: 'js',
      resolveDir: dirname(path),
      watchFiles: files,
    };
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

/**
 * A module with the same exports; a large one is made when it is first asked for, as it would not be in an ES module.
 * @param text an expression that gives what {@link encode} wrote
 */
function moduleOf(text: string): string {
  return [
    `const { decode } = require(${JSON.stringify(decoder)});`,
    `module.exports = Object.defineProperty(decode(${text}), '__esModule', { value: true });`,
  ].join('\n');
}

/** An expression that gives the text of a file with data, which is beside the bundle. */
function fileOf(name: string): string {
  return `require('node:fs').readFileSync(require('node:path').join(__dirname, require('${dataFile}:${name}')), 'utf8')`;
}

function messagesOf(error: unknown): PartialMessage[] {
  if (error instanceof Error && 'errors' in error) return (error as BuildFailure).errors;
  return [{ text: error instanceof Error ? error.message : String(error), detail: error }];
}
