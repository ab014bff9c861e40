import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { loadBundle } from '../../../src/workspace/code/bundleLoader';
import { systemCodeFolder } from '../../../src/workspace/code/codeFolder';
import { addTo, makeTree } from '../support/tree';

const source = `
const { basename } = require('node:path');
exports.name = basename(__filename);
exports.double = (value) => value * 2;
exports.word = 'größer';
`;

interface Exports {
  readonly name: string;
  readonly double: (value: number) => number;
  readonly word: string;
}

interface Made {
  readonly bundle: string;
  readonly folder: string;
}

function makeBundle(text = source): Made {
  const root = makeTree({ 'bundle.js': text });
  return { bundle: join(root, 'bundle.js'), folder: join(root, 'code') };
}

/** Loads, asserts that the bundle does what it does, and lets its code be kept. */
function use({ bundle, folder }: Made): void {
  const { exports, keep } = loadBundle(bundle, folder);
  const { name, double, word } = exports as Exports;
  assert.deepEqual([name, double(21), word], ['bundle.js', 42, 'größer']);
  keep(1);
}

function keptFile({ folder }: Made): string {
  const [name, ...others] = readdirSync(folder);
  assert.ok(name !== undefined && /^bundle\.[\da-f]{32}\.code$/.test(name), name);
  assert.deepEqual(others, []);
  return join(folder, name);
}

/** Whether the kept code is used: only what is made anew is written again. */
function isUsed(made: Made): boolean {
  const file = keptFile(made);
  const bytes = readFileSync(file);
  const { exports, keep } = loadBundle(made.bundle, made.folder);
  assert.equal((exports as Exports).double(2), 4);
  rmSync(file, { force: true });
  keep(1);
  if (existsSync(file)) return false;
  writeFileSync(file, bytes);
  return true;
}

describe('Bundles loaded with the code compiled the last time', () => {
  // Else V8 remembers what this process has compiled, and does not look at what was kept.
  before(() => setFlagsFromString('--no-compilation-cache'));
  after(() => setFlagsFromString('--compilation-cache'));

  it('are compiled once', () => {
    const made = makeBundle();
    use(made);
    assert.equal(isUsed(made), true);
    assert.equal(isUsed(made), true);
  });

  it('are each a module of their own', () => {
    const made = makeBundle('exports.list = [];\n');
    const lists = [1, 2].map(() => (loadBundle(made.bundle, made.folder).exports as { list: unknown[] }).list);
    assert.notEqual(lists[0], lists[1]);
  });

  const damages: readonly (readonly [what: string, damage: (bytes: Buffer) => Buffer])[] = [
    ['is empty', () => Buffer.alloc(0)],
    ['ends early', (bytes) => bytes.subarray(0, bytes.length - 7)],
    ['has a byte changed', (bytes) => Buffer.from(bytes.map((byte, index) => (index === bytes.length >> 1 ? byte ^ 1 : byte)))],
    [
      'is whole, but of another version of V8',
      (bytes) => {
        const data = Buffer.from(bytes.subarray(20).map((byte, index) => (index >= 4 && index < 20 ? byte ^ 0xff : byte)));
        return Buffer.concat([createHash('sha1').update(data).digest(), data]);
      },
    ],
    [
      'is whole, and no code',
      () => {
        const data = Buffer.from('no code');
        return Buffer.concat([createHash('sha1').update(data).digest(), data]);
      },
    ],
  ];
  for (const [what, damage] of damages) {
    it(`are compiled anew where it ${what}`, () => {
      const made = makeBundle();
      use(made);
      const file = keptFile(made);
      writeFileSync(file, damage(readFileSync(file)));
      assert.equal(isUsed(made), false);
      use(made);
      assert.equal(isUsed(made), true);
    });
  }

  it('are compiled anew when their text is another one, of the same length too', () => {
    const made = makeBundle();
    use(made);
    const first = keptFile(made);
    writeFileSync(made.bundle, source.replace('value * 2', 'value + 2'));
    const { exports, keep } = loadBundle(made.bundle, made.folder);
    assert.equal((exports as Exports).double(21), 23);
    keep(1);
    assert.equal(readdirSync(made.folder).length, 2);
    assert.equal(existsSync(first), true);
  });

  it('are kept again after much more work, when more functions have run', () => {
    const made = makeBundle();
    use(made);
    const sizes: number[] = [];
    for (const work of [2, 7, 8, 9]) {
      const { exports, keep } = loadBundle(made.bundle, made.folder);
      assert.equal((exports as Exports).double(work), 2 * work);
      rmSync(keptFile(made));
      keep(work);
      sizes.push(readdirSync(made.folder).length);
      if (sizes.at(-1) === 0) use(made);
    }
    // What was kept after 8 is good for work of up to 63.
    assert.deepEqual(sizes, [0, 0, 1, 0]);
  });

  it('are left as another thread has kept them meanwhile, unless after much more work', () => {
    const made = makeBundle();
    const [one, two] = [1, 2].map(() => loadBundle(made.bundle, made.folder));
    assert.ok(one && two);
    one.keep(4);
    const first = readFileSync(keptFile(made));
    two.keep(5);
    assert.deepEqual(readFileSync(keptFile(made)), first);
    two.keep(32);
    assert.notDeepEqual(readFileSync(keptFile(made)), first);
  });

  it('run where nothing can be written or read', () => {
    const { bundle } = makeBundle();
    // A file stands where the folder would be.
    use({ bundle, folder: join(bundle, 'code') });
    use({ bundle, folder: bundle });
  });

  it('run without a folder, and keep nothing', () => {
    const { bundle, folder } = makeBundle();
    loadBundle(bundle, undefined).keep(1);
    assert.equal(existsSync(folder), false);
  });

  it('tell places of errors as they stand in the file', () => {
    const { bundle, folder } = makeBundle("throw new Error('first line');\n");
    assert.throws(
      () => loadBundle(bundle, folder),
      (error: Error) => error.stack?.includes(`${bundle}:1:7`) === true,
    );
  });

  it('leave nothing of what is old, and what is not theirs alone', () => {
    const made = makeBundle();
    use(made);
    const old = keptFile(made);
    const long = (Date.now() - 31 * 24 * 60 * 60 * 1000) / 1000;
    addTo(made.folder, { 'notes.txt': '' });
    for (const file of [old, join(made.folder, 'notes.txt')]) utimesSync(file, long, long);
    writeFileSync(made.bundle, `${source}// another text\n`);
    use(made);
    assert.equal(existsSync(old), false);
    assert.equal(statSync(join(made.folder, 'notes.txt')).size, 0);
  });
});

describe('The folder for compiled code', () => {
  it('is beside the kept results', () => {
    assert.match(systemCodeFolder({ HOME: '/h', LOCALAPPDATA: 'C:\\l' }) ?? '', /openward[\\/]code$/);
  });
  it('is none where Node is to keep none either', () => {
    assert.equal(systemCodeFolder({ HOME: '/h', LOCALAPPDATA: 'C:\\l', NODE_DISABLE_COMPILE_CACHE: '1' }), undefined);
  });
  it('is none without a home', () => {
    assert.equal(systemCodeFolder({}), undefined);
  });
});
