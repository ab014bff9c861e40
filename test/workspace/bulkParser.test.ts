import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalog } from '../../src/catalog';
import type { CallSite } from '../../src/core/callSite';
import { createEngine } from '../../src/core/createEngine';
import { javascriptFrontend } from '../../src/core/frontend/javascript';
import { parseWithTypeScript, type SyntaxParser } from '../../src/core/frontend/javascript/parse';
import { bulkParser, loadOxc, type OxcParser } from '../../src/workspace/service/bulkParser';

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
    if (!oxc.rawTransferSupported()) {
      console.error(`\n  SKIPPED: trees read from the parser's memory were not compared. Missing: Node 22; this is ${process.version}.\n`);
      this.skip();
    }
    const raw = bulkParser(() => parseWithTypeScript);
    const plain = bulkParser(
      () => parseWithTypeScript,
      () => ({ parseSync: oxc.parseSync, rawTransferSupported: () => false }),
    );
    for (const name of sources) {
      const text = readFileSync(join(root, name), 'utf8');
      assert.deepEqual(raw(name, text), plain(name, text), name);
    }
  });

  it('does without its memory where the system refuses that', () => {
    const oxc = loadOxc();
    assert.ok(oxc);
    let refused = 0;
    const refusing: OxcParser = {
      rawTransferSupported: () => true,
      parseSync: (file, text, options) => {
        if (!options || !('experimentalRawTransfer' in options)) return oxc.parseSync(file, text, options);
        refused++;
        throw new RangeError('Array buffer allocation failed');
      },
    };
    const parser = bulkParser(
      () => assert.fail('the native parser reads it'),
      () => refusing,
    );
    for (const text of ['const a = 1;\n', 'const b = 2;\n']) assert.equal(parser('a.ts', text).program.body.length, 1);
    assert.equal(refused, 1);
  });
});
