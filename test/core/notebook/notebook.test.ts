import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalog } from '../../../src/catalog';
import type { FileAnalysis } from '../../../src/core/callSite';
import { createEngine } from '../../../src/core/createEngine';
import { applyEdits } from '../../../src/core/text/textEdit';
import { MemoryHost } from '../../support/memoryHost';

const catalog = loadCatalog();
const fixture = readFileSync(join(__dirname, '..', '..', 'fixtures', 'notebooks', 'support.ipynb'), 'utf8');

interface NotebookFile {
  readonly cells: readonly { readonly cell_type: string; readonly source: string | readonly string[] }[];
}

/** A notebook's text; each cell is given as its source. */
function notebook(cells: readonly (string | readonly string[])[], language = 'python'): string {
  return JSON.stringify(
    { cells: cells.map((source) => ({ cell_type: 'code', source })), metadata: { kernelspec: { language } }, nbformat: 4 },
    null,
    1,
  );
}

function analyze(text: string): FileAnalysis {
  return createEngine(catalog, new MemoryHost({ '/n.ipynb': text })).analyze('/n.ipynb');
}

/** The sources of a notebook's cells, as Jupyter reads them. */
function sourcesOf(text: string): string[] {
  return (JSON.parse(text) as NotebookFile).cells.map(({ source }) => (typeof source === 'string' ? source : source.join('')));
}

/** What a fixture's cells say they hold: `cell:line kind vendor surface model openness`. */
function expected(text: string): string[] {
  return sourcesOf(text).flatMap((source, cell) =>
    source.split('\n').flatMap((line, index) => {
      const said = /# expect: (.+?)\s*$/.exec(line)?.[1];
      return said === undefined ? [] : [`${cell}:${index + 1} ${said}`];
    }),
  );
}

describe('Notebooks', () => {
  const forms: readonly (readonly [name: string, change: (text: string) => string])[] = [
    ['lists of lines', (text) => text],
    ['sources of one string', (text) => JSON.stringify({ ...(JSON.parse(text) as NotebookFile), cells: joined(text) }, null, 1)],
    ['one line', (text) => JSON.stringify(JSON.parse(text))],
    ['line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text) => `\uFEFF${text}`],
    ['characters as they are', (text) => JSON.stringify(JSON.parse(text), null, 2)],
  ];
  for (const [name, change] of forms) {
    it(`finds what the cells say in a file with ${name}`, () => {
      const text = change(fixture);
      const { callSites, problems } = analyze(text);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        callSites.map((site) =>
          [`${site.cell?.index}:${site.cell?.line}`, site.kind, site.vendor, site.surface ?? '-', site.model ?? '-', site.openness].join(
            ' ',
          ),
        ),
        expected(fixture),
      );
    });

    it(`leads every range back to a file with ${name}`, () => {
      const text = change(fixture);
      const sources = sourcesOf(text.replace(/^\uFEFF/, ''));
      for (const { range, cell } of analyze(text).callSites) {
        assert.ok(cell);
        const callee = sources[cell.index]?.slice(cell.range.start, cell.range.end);
        assert.equal(JSON.parse(`"${text.slice(range.start, range.end)}"`), callee);
        assert.match(callee ?? '', /^(?:OpenAI|curl|client\.[\w.]+)$/);
      }
    });
  }

  it('takes an accept comment in a cell', () => {
    const { accepted } = analyze(fixture);
    assert.deepEqual(
      accepted.map(({ surface, reason, cell }) => [surface, reason, cell?.index, cell?.line]),
      [['embeddings', 'measured against', 4, 4]],
    );
  });

  const cells: readonly (readonly [name: string, cells: readonly string[], found: readonly string[]])[] = [
    [
      'names of the cells above',
      ['import anthropic\nc = anthropic.Anthropic()', 'c.messages.create(model="m")'],
      ['0:2 client', '1:1 call'],
    ],
    ['a magic inside of a statement', ['import openai\nx = (1\n  % 2)\nopenai.OpenAI()'], ['0:4 client']],
    [
      'a text that looks like a magic',
      ['import openai\ns = """\n%%bash\n!curl https://api.openai.com/v1/models\n"""\nopenai.OpenAI()'],
      ['0:6 client'],
    ],
    ['a command over several lines', ['!curl https://api.openai.com/v1/responses \\\n  -d \'{"model": "gpt-4o"}\'\nx = 1'], ['0:1 http']],
    ['quotes left open in a command', ["!echo it's", "!curl https://api.openai.com/v1/models\n!echo don't"], ['1:1 http']],
    ['a command whose output is kept', ['out = !curl https://api.openai.com/v1/models'], ['0:1 http']],
    ['a shell named by %%script', ['%%script bash\ncurl https://api.openai.com/v1/models'], ['0:2 http']],
    [
      'cells in other languages',
      ['%%javascript\nfetch("https://api.openai.com/v1/models")', '%%unheard\nimport openai\nopenai.OpenAI()'],
      [],
    ],
  ];
  const halfTyped = [
    'def f(:',
    'x = (1, 2',
    'print("abc',
    "s = '''open\nand more",
    'x = {',
    'f"{x',
    'if True:',
    'try:',
    'import',
    '@decorator',
    'def f():\n    """doc',
    'x = \\',
    'client.chat.completions.create(',
    'y = "]" + [',
    "z = 'it\\'s (' # (",
    'a b c',
  ];
  for (const broken of halfTyped) {
    it(`finds what stands below a cell that is half typed: ${JSON.stringify(broken)}`, () => {
      const text = notebook([
        ['from openai import OpenAI\n', 'client = OpenAI()'],
        broken,
        'client.chat.completions.create(model="gpt-4o", messages=[])',
      ]);
      assert.deepEqual(
        analyze(text).callSites.flatMap(({ cell, kind, model }) =>
          cell?.index === 1 ? [] : [`${cell?.index}:${cell?.line} ${kind} ${model}`],
        ),
        ['0:2 client null', '2:1 call gpt-4o'],
      );
    });
  }

  for (const [name, sources, found] of cells) {
    it(`reads ${name}`, () => {
      assert.deepEqual(
        analyze(notebook(sources)).callSites.map(({ cell, kind }) => `${cell?.index}:${cell?.line} ${kind}`),
        found,
      );
    });
  }

  it('reads notebooks in TypeScript, and none in languages that are not spoken', () => {
    const source = ["import OpenAI from 'npm:openai';\n", 'const client: OpenAI = new OpenAI();'];
    assert.deepEqual(
      analyze(notebook([source, 'await client.models.list()'], 'typescript')).callSites.map(({ kind }) => kind),
      ['client', 'call'],
    );
    assert.deepEqual(analyze(notebook(['import openai\nopenai.OpenAI()'], 'R')).callSites, []);
  });

  it('reads the worksheets of nbformat 3', () => {
    const input = ['import openai\n', 'openai.OpenAI()'];
    const text = JSON.stringify({ worksheets: [{ cells: [{ cell_type: 'code', language: 'python', input }] }], nbformat: 3 });
    assert.deepEqual(
      analyze(text).callSites.map(({ cell }) => cell?.line),
      [2],
    );
  });

  it('says what is no notebook', () => {
    assert.deepEqual(analyze('[]').problems, ['not a notebook: it holds no JSON object']);
    assert.deepEqual(analyze('{"a": {"cells": [1]}}').problems, ['not a notebook: it has no cells']);
    assert.match(analyze(fixture.slice(0, -20)).problems.join(), /^offset \d+: the notebook's JSON breaks off$/);
  });

  it('passes over what outputs hold, however much', () => {
    const outputs = [{ data: { 'image/png': 'A'.repeat(4_000_000) } }];
    const text = JSON.stringify({ cells: [{ cell_type: 'code', outputs, source: 'import openai\nopenai.OpenAI()' }] });
    assert.equal(analyze(text).callSites.length, 1);
  });

  it('gives a result for every prefix of a file', () => {
    const host = new MemoryHost({});
    const engine = createEngine(catalog, host);
    for (let length = 0; length <= fixture.length; length += 7) {
      const text = fixture.slice(0, length);
      host.files.set('/n.ipynb', text);
      engine.invalidate('/n.ipynb', false);
      for (const { range } of engine.analyze('/n.ipynb').callSites)
        assert.ok(0 <= range.start && range.start < range.end && range.end <= length);
    }
  });

  const rewritten: readonly (readonly [language: string, cells: readonly (readonly string[])[]])[] = [
    [
      'typescript',
      [
        ["import OpenAI from 'openai';\n", '// "caf\u00e9"\n', 'const client = new OpenAI();'],
        ["const r = await client.chat.completions.create({ model: 'gpt-4o', messages: [] });\n"],
      ],
    ],
    [
      'python',
      [
        ['%pip install openai\n', 'import re\n', 'from openai import OpenAI\n', 'client = OpenAI()  # "caf\u00e9"'],
        ['r = client.chat.completions.create(\n', '    model="gpt-4o",\n', '    messages=[],\n', ')'],
      ],
    ],
  ];
  for (const [language, sources] of rewritten) {
    it(`plans rewrites of ${language} cells as edits of the file and of the cells`, () => {
      const text = notebook(sources, language);
      const engine = createEngine(catalog, new MemoryHost({ '/n.ipynb': text }));
      const plan = engine.plan({ files: ['/n.ipynb'], target: 'ollama', style: 'environment' });
      assert.deepEqual(plan.refused, []);
      const [file] = plan.files;
      assert.ok(file?.cells);
      assert.equal(file.before, text);
      const after = applyEdits(text, file.edits);
      const before = sourcesOf(text);
      const byCell = before.map((source, index) =>
        applyEdits(
          source,
          (file.cells ?? []).filter(({ cell }) => cell === index),
        ),
      );
      assert.deepEqual(sourcesOf(after), byCell);
      assert.notDeepEqual(byCell, before);
      const lines = (JSON.parse(after) as NotebookFile).cells.flatMap(({ source }) => source);
      assert.deepEqual(
        lines.filter((line) => line.slice(0, -1).includes('\n')),
        [],
        'each line is a string of its own',
      );
      assert.deepEqual(
        analyze(after).callSites.map(({ openness }) => openness),
        ['self-hosted', 'self-hosted'],
      );
    });
  }
});

function joined(text: string): readonly object[] {
  return (JSON.parse(text) as NotebookFile).cells.map((cell) => ({
    ...cell,
    source: typeof cell.source === 'string' ? cell.source : cell.source.join(''),
  }));
}
