import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { evaluatedWhenUsed } from '../../scripts/build/evaluatedWhenUsed';
import { makeTree } from '../workspace/support/tree';

describe('Packages that are evaluated when they are used', () => {
  const slow: Readonly<Record<string, string>> = {
    'an ES module': "globalThis.evaluated?.push('slow'); export const parse = (text) => [text]; export let rule = 1;",
    'a CommonJS module': "globalThis.evaluated?.push('slow'); exports.parse = (text) => [text]; exports.rule = 1;",
  };
  for (const [name, text] of Object.entries(slow)) {
    it(`give what they export, ${name}`, async () => {
      const folder = makeTree({
        'node_modules/slow/package.json': JSON.stringify({ name: 'slow', main: 'index.cjs', module: 'index.mjs' }),
        'node_modules/slow/index.cjs': 'exports.parse = exports.rule = undefined;',
        [`node_modules/slow/index.${name.includes('ES') ? 'mjs' : 'cjs'}`]: text,
        'main.ts': "import { parse, rule } from 'slow'; export const read = (text: string) => [...parse(text), rule];",
      });
      const { outputFiles } = await build({
        entryPoints: [join(folder, 'main.ts')],
        bundle: true,
        write: false,
        platform: 'node',
        format: 'cjs',
        mainFields: name.includes('ES') ? ['module'] : ['main'],
        plugins: [evaluatedWhenUsed(['slow'])],
      });
      const module = { exports: {} as { read?: (text: string) => unknown } };
      const evaluated: string[] = [];
      runInNewContext(outputFiles[0]?.text ?? '', { module, exports: module.exports, evaluated });
      assert.deepEqual(evaluated, []);
      assert.deepEqual([...(module.exports.read?.('text') as unknown[])], ['text', 1]);
      module.exports.read?.('again');
      assert.deepEqual(evaluated, ['slow']);
    });
  }
});
