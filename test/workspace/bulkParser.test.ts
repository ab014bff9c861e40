import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { loadCatalog } from '../../src/catalog';
import type { CallSite } from '../../src/core/callSite';
import { createEngine } from '../../src/core/createEngine';
import { javascriptFrontend } from '../../src/core/frontend/javascript';
import { parseWithTypeScript, type SyntaxParser } from '../../src/core/frontend/javascript/parse';
import { bulkParser, loadOxc, type OxcParser } from '../../src/workspace/service/bulkParser';
import { memoryParser } from '../../src/workspace/service/sharedMemory';

const root = join(__dirname, '..', 'fixtures');
const catalog = loadCatalog();
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(?:[mc]?[jt]sx?|vue|svelte|astro)$/.test(name),
);

function findings(parser: SyntaxParser, file: string, text: string): readonly CallSite[] {
  const host = { read: (asked: string) => (asked === file ? text : undefined), resolve: () => undefined };
  return createEngine(catalog, host, [javascriptFrontend(parser)]).analyze(file).callSites;
}

describe('bulk parser', function () {
  this.timeout(120_000);

  before(function () {
    if (loadOxc()) return;
    console.error('\n  SKIPPED: the bulk parser was not compared. Missing: oxc-parser for this machine.\n');
    this.skip();
  });

  it('finds what the editor finds, in every fixture', () => {
    assert.ok(sources.length > 100);
    const bulk = bulkParser(() => parseWithTypeScript);
    for (const name of sources) {
      const text = readFileSync(join(root, name), 'utf8');
      assert.deepEqual(findings(bulk, `/f/${name}`, text), findings(parseWithTypeScript, `/f/${name}`, text), name);
    }
  });

  const texts: readonly (readonly [what: string, file: string, text: string])[] = [
    ['text beyond ASCII', 'a.ts', 'const s = "🦊é";\nimport OpenAI from "openai";\n/* ü */ new OpenAI();\n'],
    ['a byte order mark', 'a.ts', '\uFEFFimport OpenAI from "openai";\nnew OpenAI();\n'],
    ['half-typed code', 'a.ts', 'import OpenAI from "openai";\nconst c = new OpenAI();\nc.chat.completions.create({ model: "gpt-4o", \n'],
    ['JSX in a .js file', 'a.js', 'import OpenAI from "openai";\nexport const A = () => <a onClick={() => new OpenAI()} />;\n'],
    ['a script that returns', 'a.cjs', 'const { OpenAI } = require("openai");\nreturn new OpenAI();\n'],
    ['old type assertions', 'a.ts', 'import OpenAI from "openai";\nconst c = <OpenAI>(new OpenAI());\nc.models.list();\n'],
    [
      'values chosen by branches',
      'a.ts',
      'import OpenAI from "openai";\nlet c;\nif (x) c = new OpenAI({ baseURL: u }); else c = new OpenAI();\nc.models.list();\n',
    ],
  ];
  for (const [what, file, text] of texts) {
    it(`agrees on ${what}`, () => {
      const found = findings(
        bulkParser(() => parseWithTypeScript),
        `/f/${file}`,
        text,
      );
      assert.ok(found.length > 0);
      assert.deepEqual(found, findings(parseWithTypeScript, `/f/${file}`, text));
    });
  }

  it('yields the same trees when they are read from its memory, in every fixture', function () {
    const oxc = loadOxc();
    assert.ok(oxc);
    const { inMemory, asJson } = oxc;
    if (!inMemory) {
      console.error(
        "\n  SKIPPED: trees read from the parser's memory were not compared. Missing: a 64-bit machine with memory to spare.\n",
      );
      this.skip();
    }
    const parserOf = (oxcParser: OxcParser): SyntaxParser =>
      bulkParser(
        () => parseWithTypeScript,
        () => oxcParser,
      );
    const refuse = (): never => assert.fail('the tree is read from memory');
    const raw = parserOf({ inMemory, asJson: refuse });
    const plain = parserOf({ inMemory: null, asJson });
    for (const name of sources) {
      const text = readFileSync(join(root, name), 'utf8');
      assert.deepEqual(raw(name, text), plain(name, text), name);
    }
  });

  it('hands over as JSON what is nested deeper than the stack', () => {
    const oxc = loadOxc();
    assert.ok(oxc);
    let deep = 0;
    const parser = bulkParser(
      () => assert.fail('the native parser reads it'),
      () => ({
        inMemory: () => {
          deep++;
          throw new RangeError('Maximum call stack size exceeded');
        },
        asJson: oxc.asJson,
      }),
    );
    for (const text of ['const a = 1;\n', 'const b = 2;\n']) assert.equal(parser('a.ts', text).program.body.length, 1);
    assert.equal(deep, 2);
  });

  it('does without its memory where another version is installed', () => {
    const load = createRequire(__filename);
    const other = Object.assign((name: string): unknown => (name.endsWith('package.json') ? { version: '0.0.0' } : load(name)), load);
    assert.equal(memoryParser(other), null);
  });
});
