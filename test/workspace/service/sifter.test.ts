import assert from 'node:assert/strict';
import { join } from 'node:path';
import { loadCatalog } from '../../../src/catalog';
import { createEngine } from '../../../src/core/createEngine';
import { RecentReads } from '../../../src/workspace/cache/recentReads';
import { readSource } from '../../../src/workspace/files/readSource';
import { DiskHost } from '../../../src/workspace/resolve/diskHost';
import { walk } from '../../../src/workspace/files/walk';
import { builtInSigns } from '../../../src/workspace/service/builtInSigns.built';
import { Prefilters } from '../../../src/workspace/service/prefilters';
import type { SiftPart } from '../../../src/workspace/service/protocol';
import { Sifter } from '../../../src/workspace/service/sifter';
import { makeTree } from '../support/tree';

const maxFileBytes = 4000;
const prefilters = new Prefilters(builtInSigns);
const nowhere: (file: string) => boolean = () => false;

function sifted(files: readonly string[], { isOpen = nowhere, records = false } = {}): SiftPart {
  const parts = [...new Sifter(prefilters, { maxFileBytes, records }, new RecentReads()).sift(files, isOpen)];
  const [first, ...rest] = parts;
  assert.ok(first && rest.length === 0, 'a few files are done at once');
  return first;
}

const cases: readonly { readonly title: string; readonly file: string; readonly content: string | Buffer; readonly isLeft: boolean }[] = [
  { title: 'code without a sign', file: 'a.ts', content: 'export const a = 1;\n', isLeft: false },
  { title: 'an empty file', file: 'a.ts', content: '', isLeft: false },
  { title: 'code with an SDK', file: 'a.ts', content: "import OpenAI from 'openai';\nnew OpenAI();\n", isLeft: true },
  { title: 'the same beyond ASCII', file: 'a.ts', content: "// für später\nimport OpenAI from 'openai';\nnew OpenAI();\n", isLeft: true },
  {
    title: 'the same in UTF-16',
    file: 'a.ts',
    content: Buffer.from("\uFEFFimport OpenAI from 'openai';\nnew OpenAI();\n", 'utf16le'),
    isLeft: true,
  },
  { title: 'code beyond ASCII without a sign', file: 'a.ts', content: 'const größe = "–";\n', isLeft: false },
  { title: 'Python with a vendor', file: 'a.py', content: 'import anthropic\n', isLeft: true },
  { title: 'Python without', file: 'a.py', content: 'import os\n', isLeft: false },
  { title: 'a script with a request', file: 'a.sh', content: 'curl https://api.openai.com/v1/models\n', isLeft: true },
  {
    title: 'a component with a sign in its script',
    file: 'a.vue',
    content: "<script>import OpenAI from 'openai'; new OpenAI()</script>",
    isLeft: true,
  },
  {
    title: 'a component with a sign elsewhere',
    file: 'a.vue',
    content: '<a href="https://api.openai.com">x</a><script>a</script>',
    isLeft: false,
  },
  {
    title: 'a notebook with a sign',
    file: 'a.ipynb',
    content: JSON.stringify({ cells: [{ cell_type: 'code', source: ['import openai\n'], metadata: {} }], metadata: {}, nbformat: 4 }),
    isLeft: true,
  },
  { title: 'a notebook that is none, of which that is told', file: 'a.ipynb', content: '{', isLeft: true },
  { title: 'a manifest with an SDK', file: 'package.json', content: '{"dependencies":{"openai":"6"}}', isLeft: true },
  { title: 'a manifest without', file: 'package.json', content: '{"dependencies":{"left-pad":"1"}}', isLeft: false },
  { title: 'a file that is no text', file: 'a.ts', content: Buffer.from([1, 0, 2]), isLeft: true },
  { title: 'a file that is too large', file: 'a.ts', content: 'x'.repeat(maxFileBytes + 1), isLeft: true },
];

describe('Sifting', () => {
  for (const { title, file, content, isLeft } of cases) {
    it(`${isLeft ? 'leaves' : 'is done with'} ${title}`, () => {
      const path = join(makeTree({ [file]: content }), file);
      const { left, files, bytes } = sifted([path]);
      assert.deepEqual(
        { left, files, bytes },
        isLeft ? { left: [path], files: 0, bytes: 0 } : { left: [], files: 1, bytes: Buffer.byteLength(content) },
      );
    });
  }

  it('leaves open documents, whose text on disk does not count, and files that are gone', () => {
    const root = makeTree({ 'a.ts': '', 'b.ts': '' });
    const [a, b, gone] = ['a.ts', 'b.ts', 'c.ts'].map((name) => join(root, name));
    assert.ok(a !== undefined && b !== undefined && gone !== undefined);
    assert.deepEqual(sifted([a, b, gone], { isOpen: (file) => file === a }).left, [a, gone]);
  });

  it('records what it is done with, and nothing else', () => {
    const root = makeTree({ 'a.ts': 'export {};\n', 'b.ts': 'fetch("https://api.openai.com/v1/models");\n' });
    const [a = '', b = ''] = ['a.ts', 'b.ts'].map((name) => join(root, name));
    const { record, left } = sifted([a, b], { records: true });
    assert.deepEqual(left, [b]);
    assert.deepEqual(record?.files, [{ file: a, bytes: 11, parsed: false, notes: [] }]);
    assert.deepEqual(
      record.observations.files.map(([file]) => file),
      [a],
    );
  });

  it('hands on the texts of code that it leaves, as they are read otherwise', () => {
    const content = "// für später\nimport OpenAI from 'openai';\nnew OpenAI();\n";
    const root = makeTree({
      'plain.ts': "import OpenAI from 'openai';\nnew OpenAI();\n",
      'beyond.ts': content,
      'wide.ts': Buffer.from(`\uFEFF${content}`, 'utf16le'),
      'none.ts': 'export const a = 1;\n',
    });
    const files = ['plain.ts', 'beyond.ts', 'wide.ts', 'none.ts'].map((name) => join(root, name));
    const reads = new RecentReads();
    assert.equal([...new Sifter(prefilters, { maxFileBytes, records: true }, reads).sift(files, nowhere)].length, 1);
    for (const file of files.slice(0, 3)) {
      assert.deepEqual(reads.get(file)?.outcome, readSource(file, maxFileBytes));
      assert.ok(reads.get(file)?.record);
    }
    assert.equal(reads.get(files[3] ?? ''), undefined);
  });

  it('leaves every file in which an engine finds something, or of which it has something to tell', () => {
    const roots = ['fixtures', 'cli'].map((folder) => join(__dirname, '..', '..', folder));
    const files = [...walk(roots, [], true)].flatMap((event) => (event.kind === 'file' ? [event.file] : []));
    const host = new DiskHost(1 << 20, () => undefined);
    const engine = createEngine(loadCatalog(), host);
    const left = new Set<string>();
    const sifter = new Sifter(prefilters, { maxFileBytes: 1 << 20, records: false }, new RecentReads());
    for (const part of sifter.sift(files, nowhere)) for (const file of part.left) left.add(file);
    const told = files.filter((file) => {
      const { callSites, accepted, configuration, problems } = engine.analyze(file);
      return callSites.length + accepted.length + configuration.length + problems.length > 0;
    });
    assert.ok(told.length > 400);
    assert.deepEqual(
      told.filter((file) => !left.has(file)),
      [],
    );
    assert.ok(left.size < files.length);
  });
});
