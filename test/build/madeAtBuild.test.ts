import assert from 'node:assert/strict';
import { build, context, type BuildOptions, type BuildResult, type Plugin } from 'esbuild';
import { EventEmitter, once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { runInThisContext } from 'node:vm';
import { madeAtBuild } from '../../scripts/build/madeAtBuild';
import { addTo, makeTree, type Tree } from '../workspace/support/tree';

const options = (folder: string): BuildOptions & { write: false } => ({
  entryPoints: [join(folder, 'main.ts')],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  logLevel: 'silent',
  plugins: [madeAtBuild],
});

const textOf = ({ outputFiles }: BuildResult): string => outputFiles?.[0]?.text ?? '';

function exportsOf(code: string): Record<string, unknown> {
  const module = { exports: {} };
  const run = runInThisContext(`(function (module, exports) {${code}\n})`) as (...given: readonly object[]) => void;
  run(module, module.exports);
  return { ...module.exports };
}

const rows: Tree = {
  'word.ts': "export const word = { text: 'openai' };",
  'rows.built.ts': `
    import { word } from './word';
    const repeated = (count: number) => Array.from({ length: count }, () => word);
    export const rows = repeated(3);
    export const first = rows[0];
    export default 'by default';
    export type Row = typeof word;`,
};

describe('Modules made when a bundle is built', () => {
  it('have the same exports, without the code that made them', async () => {
    const folder = makeTree({ ...rows, 'main.ts': "export { default as named, first, rows } from './rows.built';" });
    const code = textOf(await build(options(folder)));
    const made = exportsOf(code);
    assert.deepEqual(made, { named: 'by default', first: { text: 'openai' }, rows: Array.from({ length: 3 }, () => ({ text: 'openai' })) });
    assert.equal(new Set(made['rows'] as unknown[]).add(made['first']).size, 1);
    assert.doesNotMatch(code, /repeated/);
  });

  it('make a large export when it is first asked for', async () => {
    const folder = makeTree({
      'rows.built.ts': "export const rows = Array.from({ length: 100 }, () => ['openai']);",
      'main.ts': "import { rows } from './rows.built'; export const count = () => rows.length;",
    });
    const { parse } = JSON;
    const parsed: string[] = [];
    JSON.parse = (text: string) => (parsed.push(text), parse(text) as unknown);
    try {
      const { count } = exportsOf(textOf(await build(options(folder)))) as { count: () => number };
      const before = parsed.length;
      assert.deepEqual([count(), parsed.length - before], [100, 1]);
      assert.deepEqual([count(), parsed.length - before], [100, 1]);
    } finally {
      JSON.parse = parse;
    }
  });

  it('have large data in a file beside the bundle', async () => {
    const text = 'größer '.repeat(10_000);
    const folder = makeTree({
      'rows.built.ts': `export const text = 'größer '.repeat(10_000);`,
      'main.ts': "import { text } from './rows.built'; module.exports = { text };",
    });
    const { outputFiles } = await build({ ...options(folder), outdir: join(folder, 'out'), assetNames: 'data/[name]-[hash]' });
    const names = outputFiles.map(({ path }) => relative(join(folder, 'out'), path));
    assert.match(names.sort().join(' '), /^data.rows-\w+\.txt main\.js$/);
    for (const { path, contents } of outputFiles) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, contents);
    }
    assert.deepEqual(createRequire(__filename)(join(folder, 'out', 'main.js')), { text });
    assert.doesNotMatch(outputFiles.find(({ path }) => path.endsWith('.js'))?.text ?? 'größer', /größer|gr\\xF6/);
  });

  it('are no two of one name where their data are large', async () => {
    const large = "export const text = 'a'.repeat(60_000);";
    const folder = makeTree({
      'rows.built.ts': large,
      'other/rows.built.ts': large,
      'main.ts': "export { text } from './rows.built'; export { text as other } from './other/rows.built';",
    });
    await assert.rejects(build({ ...options(folder), outdir: join(folder, 'out') }), /rows\.txt would have the data of .*rows\.built\.ts/);
  });

  it('leave nothing in a bundle that uses none of their exports', async () => {
    const folder = makeTree({
      ...rows,
      'main.ts': "import { rows } from './rows.built'; export const unused = () => 1; if (false) console.log(rows);",
    });
    assert.doesNotMatch(textOf(await build(options(folder))), /openai/);
  });

  const failing: Readonly<Record<string, readonly [module: string, message: RegExp]>> = {
    'what is no plain data': ['export const made = { rows: [new Map()] };', /The module\.made\.rows\[0\] is an instance of a class, no plain data/],
    'what throws': ["throw new Error('not today');", /not today/],
    'what has no meaning': ['export const = 1;', /Expected identifier/],
  }; // prettier-ignore
  for (const [name, [text, message]] of Object.entries(failing)) {
    it(`fail the build: ${name}`, async () => {
      const folder = makeTree({ 'rows.built.ts': text, 'main.ts': "export * from './rows.built';" });
      await assert.rejects(build(options(folder)), message);
    });
  }

  it('are made anew when a file that they were made from changes', async () => {
    const folder = makeTree({ ...rows, 'main.ts': "export { first } from './rows.built';" });
    const built = new EventEmitter();
    const tell: Plugin = { name: 'tell', setup: (bundle) => bundle.onEnd((result) => void built.emit('end', exportsOf(textOf(result)))) };
    const watched = await context({ ...options(folder), plugins: [madeAtBuild, tell] });
    try {
      const before = once(built, 'end');
      await watched.watch();
      assert.deepEqual(await before, [{ first: { text: 'openai' } }]);
      const after = once(built, 'end');
      addTo(folder, { 'word.ts': "export const word = { text: 'anthropic' };" });
      assert.deepEqual(await after, [{ first: { text: 'anthropic' } }]);
    } finally {
      await watched.dispose();
    }
  });
});
