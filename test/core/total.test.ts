import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { loadCatalog } from '../../src/catalog';
import type { FileAnalysis } from '../../src/core/callSite';
import { createEngine } from '../../src/core/createEngine';
import type { Engine } from '../../src/core/engine';
import { MemoryHost } from '../support/memoryHost';

const root = join(__dirname, '..', 'fixtures');
const catalog = loadCatalog();
/** Prefixes of each fixture that are analysed, spread evenly over its text. */
const prefixesPerFile = 16;

const opening = "import OpenAI from 'openai';\nimport { openai } from '@ai-sdk/openai';\nimport { generateText } from 'ai';\n";
const repeated = (text: string, times: number): string => text.repeat(times);

/** Texts that ask for more than there is: depth, size, cycles, bytes that are no text. None of them decides a finding, all give a result. */
const adversarial: readonly (readonly [name: string, files: Readonly<Record<string, string>>])[] = [
  ['Python nested deep', { '/a.py': `import openai\nopenai.OpenAI(${repeated('(', 3000)}1${repeated(')', 3000)})\n` }],
  ['Python brackets left open', { '/a.py': `import openai\nopenai.OpenAI(${repeated('[{', 5000)}` }],
  ['Python calls chained long', { '/a.py': `import openai\nopenai.OpenAI()${repeated('.copy()', 3000)}.models.list()\n` }],
  ['Python texts added up', { '/a.py': `import openai\nopenai.OpenAI(base_url=${repeated('"a" + ', 20_000)}"b")\n` }],
  [
    'Python values made of themselves',
    { '/a.py': 'import openai\nx = x or x.y\nclass A(A):\n  x = A.x\nopenai.OpenAI(**x, base_url=f"{x}{A().x}")\n' },
  ],
  ['parentheses nested deep', { '/a.ts': `${opening}new OpenAI(${repeated('(', 5000)}1${repeated(')', 5000)});` }],
  ['objects nested deep', { '/a.ts': `${opening}new OpenAI(${repeated('{a:', 2000)}1${repeated('}', 2000)});` }],
  ['arrays nested deep', { '/a.ts': `${opening}new OpenAI(${repeated('[', 5000)}` }],
  ['calls nested deep', { '/a.ts': `${opening}${repeated('openai(', 2000)}1${repeated(')', 2000)};` }],
  ['calls chained long', { '/a.ts': `${opening}new OpenAI()${repeated('.withOptions({})', 3000)}.models.list();` }],
  ['members chained long', { '/a.ts': `${opening}new OpenAI()${repeated('.chat', 20_000)}.completions.create({});` }],
  ['functions nested deep', { '/a.ts': `${opening}${repeated('() => ', 3000)}new OpenAI();` }],
  ['blocks nested deep', { '/a.ts': `${opening}${repeated('{', 5000)}new OpenAI();${repeated('}', 5000)}` }],
  ['conditions nested deep', { '/a.ts': `${opening}const c = ${repeated('a ? b : ', 3000)}new OpenAI(); c.models.list();` }],
  ['texts added up', { '/a.ts': `${opening}new OpenAI({ baseURL: ${repeated("'a' + ", 20_000)}'b' });` }],
  ['templates nested deep', { '/a.ts': `${opening}new OpenAI({ baseURL: ${repeated('`${', 800)}1${repeated('}`', 800)} });` }],
  ['types nested deep', { '/a.ts': `${opening}const c: ${repeated('Promise<', 2000)}OpenAI${repeated('>', 2000)} = x; c.models.list();` }],
  ['elements of JSX nested deep', { '/a.tsx': `${opening}new OpenAI(); const e = ${repeated('<a>', 1000)}${repeated('</a>', 1000)};` }],
  ['an array of a hundred thousand', { '/a.ts': `${opening}const a = [${repeated("'gpt-4o',", 100_000)}]; openai(a[99]); openai(a[i]);` }],
  [
    'an object of fifty thousand',
    { '/a.ts': `${opening}const o = {${Array.from({ length: 50_000 }, (_, i) => `k${i}: 'gpt-4o'`).join()}}; openai(o.k7); openai(o[k]);` },
  ],
  [
    'ten thousand call sites',
    { '/a.ts': `${opening}const c = new OpenAI();\n${repeated("c.chat.completions.create({ model: 'gpt-4o' });\n", 10_000)}` },
  ],
  ['ten thousand assignments', { '/a.ts': `${opening}let c;\n${repeated('c = c ?? new OpenAI();\n', 10_000)}c.models.list();` }],
  [
    'a value made of itself',
    { '/a.ts': `${opening}let c = c; c = c.c; const { d = d } = d; new OpenAI({ ...c, baseURL: d + d }); c.models.list();` },
  ],
  ['options spread into themselves', { '/a.ts': `${opening}let o = {}; o = { ...o, a: o }; o.b = o; new OpenAI(o); openai(o.b.b.a.b.a);` }],
  [
    'options that one of many functions spreads into themselves',
    {
      '/a.ts': `${opening}const all = {${Array.from({ length: 9 }, (_, i) => `k${i}: (x) => ({ ...x, ...all[k](x), n: ${i} })`).join()}}; let p = { stream: false }; p = all[k](p); p = { ...p, ...all[j](p) }; new OpenAI().chat.completions.create({ ...p, stream: true });`,
    },
  ],
  [
    'functions that call each other',
    { '/a.ts': `${opening}const f = (c) => g(c), g = (c) => f(g(c)) ?? c; f(new OpenAI()).models.list(); g(f).models.list();` },
  ],
  [
    'a function that returns itself',
    { '/a.ts': `${opening}function f() { return f; } f()()()().chat.completions.create(); new (f())().models.list();` },
  ],
  [
    'a class that extends itself',
    {
      '/a.ts': `${opening}class A extends A { c = this.c; get d() { return this.d; } m() { this.c.models.list(); this.d.models.list(); } }`,
    },
  ],
  [
    'classes that extend each other',
    {
      '/a.ts': `${opening}class A extends B { x = this.y } class B extends A { y = this.x } new A().x.models.list(); new B(new A()).y.models.list();`,
    },
  ],
  [
    'a type that names itself',
    {
      '/a.ts': `${opening}type T = T | Promise<T>; interface I extends I { i: I } declare const t: T, i: I; t.models.list(); i.i.i.models.list();`,
    },
  ],
  [
    'a callback that passes itself',
    {
      '/a.ts': `${opening}const each = (f) => f(f); each((f) => each(f).models.list()); [each].map((x) => [x].map((y) => y.map(x).models.list()));`,
    },
  ],
  [
    'hooks of hooks',
    {
      '/a.ts': `import { useMemo, useRef } from 'react';\n${opening}const r = useRef(r); const m = useMemo(() => m); r.current.current.models.list(); m.models.list();`,
    },
  ],
  ['a promise of itself', { '/a.ts': `${opening}const p = p.then((q) => p.then(() => q)); p.models.list(); (await p).models.list();` }],
  [
    'imports in a circle',
    {
      '/a.ts': `export * from './b'; import { c } from './b'; c.chat.completions.create({ model: 'm' });`,
      '/b.ts': `export * from './a'; export { c } from './a';`,
    },
  ],
  [
    'a file that imports itself',
    {
      '/a.ts': `import * as self from './a'; export const c = self.c; export * from './a'; c.chat.completions.create(); self.self.c.models.list();`,
    },
  ],
  [
    'CommonJS in a circle',
    { '/a.js': `const b = require('./b'); module.exports = b; b.chat.completions.create();`, '/b.js': `module.exports = require('./a');` },
  ],
  [
    'a chain of three hundred files',
    Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [
        `/f${i}.ts`,
        i === 299
          ? `${opening}export const c = new OpenAI();`
          : `export { c } from './f${i + 1}'; import { c } from './f${i + 1}'; c.models.list();`,
      ]),
    ),
  ],
  [
    'bytes that are no text',
    { '/a.ts': `${opening}\u0000\u0001\uFFFD${String.fromCharCode(...Array.from({ length: 4096 }, (_, i) => (i * 37) % 256))}` },
  ],
  [
    'lone surrogates',
    { '/a.ts': `${opening}new OpenAI({ baseURL: '\uD800', apiKey: '\uDC00' }); openai('\uDFFF\uD83D'); const \uD835 = 1;` },
  ],
  ['only line ends of Windows', { '/a.ts': `\uFEFF${opening.replaceAll('\n', '\r\n')}new OpenAI();\r\n\r\n` }],
  ['old and odd line ends', { '/a.ts': `${opening.replaceAll('\n', '\r')}new OpenAI();\u2028new OpenAI();\u2029` }],
  ['unfinished literals', { '/a.ts': `${opening}new OpenAI({ baseURL: \`https://\${` }],
  ['an unfinished comment', { '/a.ts': `${opening}new OpenAI(); /* gpt-4o` }],
  [
    'an address that is no address',
    {
      '/a.ts': `${opening}new OpenAI({ baseURL: 'http://[' }); new OpenAI({ baseURL: new URL('%', 'http://%') }); fetch('https://api.openai.com:x/%E0%A4%A/v1/models');`,
    },
  ],
  [
    'markup without end',
    {
      '/a.vue': `<script setup>${opening}new OpenAI()`,
      '/a.astro': `---\n${opening}new OpenAI()`,
      '/a.svelte': `<script>${opening}</script><script>new OpenAI(`,
    },
  ],
];

describe('The analysis is total', () => {
  for (const folder of readdirSync(root).filter((name) => ['sdks', 'frameworks', 'flow'].includes(name))) {
    it(`gives a result for prefixes of the fixtures in ${folder}`, () => {
      const host = new MemoryHost({});
      const engine = createEngine(catalog, host);
      for (const { name, text } of fixturesIn(join(root, folder))) {
        const step = Math.max(1, Math.ceil(text.length / prefixesPerFile));
        for (let length = step - 1; length < text.length + step; length += step) {
          const file = `/${length}${name.replace(/[\\/]/g, '-')}`;
          host.files.set(file, text.slice(0, length));
          assertSound(engine, file, text.slice(0, length));
          host.files.delete(file);
          engine.invalidate(file, false);
        }
      }
    });
  }

  for (const [name, files] of adversarial) {
    it(`gives a result for ${name}`, () => {
      const engine = createEngine(catalog, new MemoryHost(files));
      for (const [file, text] of Object.entries(files)) assertSound(engine, file, text);
    });
  }

  it('passes a line of five megabytes over, and says so', () => {
    const text = `${opening}${repeated("new OpenAI();openai('gpt-4o');", 170_000)}`;
    const { callSites, parsed, problems } = createEngine(catalog, new MemoryHost({ '/a.js': text })).analyze('/a.js');
    assert.deepEqual([callSites, parsed], [[], false]);
    assert.match(problems.join('\n'), /^passed over: longer than \d+ characters$/);
  });

  it('gives a result for a file that is not there, and for a language it does not speak', () => {
    const engine = createEngine(catalog, new MemoryHost({ '/a.rb': opening }));
    assert.deepEqual(engine.analyze('/gone.ts').problems, ['not readable as text']);
    assert.deepEqual(engine.analyze('/a.rb').callSites, []);
  });

  it('finds the same twice, and after a file was forgotten', () => {
    for (const { name, text } of fixturesIn(join(root, 'sdks'))) {
      const engine = createEngine(catalog, new MemoryHost({ [`/${name}`]: text }));
      const first = engine.analyze(`/${name}`);
      assert.equal(engine.analyze(`/${name}`), first);
      engine.invalidate(`/${name}`, false);
      assert.deepEqual(engine.analyze(`/${name}`), first);
    }
  });
});

/** A result whose ranges lie in the text, in order, with fingerprints of their own. */
function assertSound(engine: Engine, file: string, text: string): void {
  const analysis: FileAnalysis = engine.analyze(file);
  const ranges = analysis.callSites.map(({ range }) => range);
  for (const { start, end } of ranges) assert.ok(0 <= start && start < end && end <= text.length, `${file}: ${start}–${end}`);
  assert.deepEqual(
    ranges,
    [...ranges].sort((a, b) => a.start - b.start || a.end - b.end),
  );
  assert.equal(new Set(analysis.callSites.map(({ fingerprint }) => fingerprint)).size, analysis.callSites.length);
}

function fixturesIn(folder: string): { name: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => extname(name) !== '.json' && statSync(join(folder, name)).isFile())
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}
