import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { loadCatalog } from '../../src/catalog';
import { createEngine } from '../../src/core/createEngine';
import { DiskHost } from '../../src/workspace/resolve/diskHost';
import { expectedIn, foundBy, type Expectations } from './sdkFixture';

const root = join(__dirname, '..', 'fixtures', 'flow');
const sourceExtensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.vue', '.svelte', '.astro', '.py'];
const catalog = loadCatalog();

/**
 * One pattern is one file, or one folder whose files see each other as on disk. Every file is analysed, so that a look-alike is any
 * line without an `expect: …` comment; at least one is marked with `look-alike:` and says what it looks like.
 */
describe('Flow patterns', () => {
  for (const area of readdirSync(root)) {
    describe(area, () => {
      for (const pattern of readdirSync(join(root, area))) {
        const files = sourcesUnder(join(root, area, pattern));

        it(basename(pattern, extname(pattern)).replaceAll('-', ' '), () => {
          const engine = createEngine(catalog, new DiskHost(1 << 20, (line) => assert.fail(line)));
          const texts = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
          const expected = texts.flatMap(({ file, text }) => listed(file, expectedIn(text)));
          assert.notEqual(expected.length, 0, 'the pattern has no call site');
          assert.ok(
            texts.some(({ text }) => text.includes('look-alike:')),
            'the pattern has no look-alike',
          );
          assert.deepEqual(
            texts.flatMap(({ file, text }) => listed(file, foundBy(engine, file, text))),
            expected,
          );
        });
      }
    });
  }
});

/** `file:line call site`, one each. */
function listed(file: string, sites: Expectations): string[] {
  return [...sites].flatMap(([line, summaries]) => summaries.map((summary) => `${file.slice(root.length + 1)}:${line} ${summary}`));
}

function sourcesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => sourceExtensions.includes(extname(name)))
    .sort()
    .map((name) => join(path, name));
}
