import assert from 'node:assert/strict';
import { loadCatalog } from '../../src/catalog';
import { createEngine } from '../../src/core/createEngine';
import type { RewritePlan } from '../../src/core/rewrite/plan';
import { applyEdits } from '../../src/core/text/textEdit';
import { MemoryHost } from '../support/memoryHost';

type Texts = Readonly<Record<string, string>>;

const catalog = loadCatalog();

/** Plans the replacement for the first call site of the first file that names a retired model. */
function planOver(texts: Texts): { plan: RewritePlan; after: Texts } {
  const engine = createEngine(catalog, new MemoryHost(texts));
  const files = Object.keys(texts);
  const [file = ''] = files;
  const site = engine.analyze(file).callSites.find(({ retirement }) => retirement !== undefined);
  assert.ok(site, 'nothing retires');
  const plan = engine.plan({ files: [file], related: files, replace: { file, fingerprint: site.fingerprint } });
  const edited = plan.files.map((each) => {
    assert.equal(each.before, texts[each.file]);
    return [each.file, applyEdits(each.before, each.edits)] as const;
  });
  return { plan, after: { ...texts, ...Object.fromEntries(edited) } };
}

const call = (model: string): string =>
  `import OpenAI from 'openai';\nconst client = new OpenAI();\nclient.responses.create({ model: ${model}, input: '' });\n`;

describe('Replacing a retired model by the vendor’s own', () => {
  const cases: readonly [what: string, texts: Texts, title: string, edits: readonly [from: string, to: string][]][] = [
    ['in the call, with its quotes', { '/a.ts': call('"gpt-5"') }, 'Replace with gpt-5.6-sol', [['"gpt-5"', '"gpt-5.6-sol"']]],
    ['in a constant', { '/a.ts': `const MODEL = 'gpt-5';\n${call('MODEL')}` }, 'Replace with gpt-5.6-sol', [["'gpt-5'", "'gpt-5.6-sol'"]]],
    [
      'in a constant of another file, for all that read it',
      {
        '/a.ts': `import { MODEL } from './b';\n${call('MODEL')}`,
        '/b.ts': 'export const MODEL = `gpt-5`;\n',
        '/c.ts': `import { MODEL } from './b';\n${call('MODEL')}`,
      },
      'Replace with gpt-5.6-sol (2 call sites)',
      [['`gpt-5`', '`gpt-5.6-sol`']],
    ],
    [
      'but not where another text says the same',
      { '/a.ts': `${call("'gpt-5'")}client.responses.create({ model: "gpt-5", input: '' });\n` },
      'Replace with gpt-5.6-sol',
      [["'gpt-5'", "'gpt-5.6-sol'"]],
    ],
    ['that is a default', { '/a.ts': call("process.env.MODEL ?? 'gpt-5'") }, 'Replace with gpt-5.6-sol', [["'gpt-5'", "'gpt-5.6-sol'"]]],
    [
      'in a model object, and the call over it',
      {
        '/a.ts':
          "import { openai } from '@ai-sdk/openai';\nimport { generateText } from 'ai';\nawait generateText({ model: openai('gpt-5'), prompt: '' });\n",
      },
      'Replace with gpt-5.6-sol (2 call sites)',
      [["'gpt-5'", "'gpt-5.6-sol'"]],
    ],
    [
      'behind a route',
      { '/a.ts': "import { generateText } from 'ai';\nawait generateText({ model: 'openai/gpt-5', prompt: '' });\n" },
      'Replace with gpt-5.6-sol',
      [["'openai/gpt-5'", "'openai/gpt-5.6-sol'"]],
    ],
    [
      'in the body of a raw request',
      {
        '/a.ts': "fetch('https://api.openai.com/v1/responses', { method: 'POST', body: JSON.stringify({ model: 'gpt-5', input: '' }) });\n",
      },
      'Replace with gpt-5.6-sol',
      [["'gpt-5'", "'gpt-5.6-sol'"]],
    ],
    [
      'in Python',
      { '/a.py': 'import openai\nclient = openai.OpenAI()\nclient.responses.create(model="gpt-5", input="")\n' },
      'Replace with gpt-5.6-sol',
      [['"gpt-5"', '"gpt-5.6-sol"']],
    ],
    [
      'in a constant of another Python file',
      {
        '/a.py': 'import openai\nfrom b import MODEL\nopenai.OpenAI().responses.create(model=MODEL, input="")\n',
        '/b.py': "MODEL = 'gpt-5'\n",
      },
      'Replace with gpt-5.6-sol',
      [["'gpt-5'", "'gpt-5.6-sol'"]],
    ],
    [
      'in the script of a Vue file',
      { '/a.vue': `<template><b/></template>\n<script setup lang="ts">\n${call("'gpt-5'")}</script>\n` },
      'Replace with gpt-5.6-sol',
      [["'gpt-5'", "'gpt-5.6-sol'"]],
    ],
  ];
  for (const [what, texts, title, edits] of cases) {
    it(what, () => {
      const { plan, after } = planOver(texts);
      assert.deepEqual(plan.refused, []);
      assert.equal(plan.title, title);
      assert.equal(plan.changesResults, false);
      assert.deepEqual(
        plan.files.flatMap((file) => file.edits.map(({ range, newText }) => [file.before.slice(range.start, range.end), newText])),
        edits,
      );
      const engine = createEngine(catalog, new MemoryHost(after));
      const left = Object.keys(after).flatMap((file) => {
        const { callSites, problems } = engine.analyze(file);
        assert.deepEqual(problems, []);
        return callSites.filter(
          ({ retirement, fingerprint }) =>
            retirement !== undefined && plan.moved.some((moved) => moved.file === file && moved.fingerprint === fingerprint),
        );
      });
      assert.deepEqual(left, []);
    });
  }

  it('of an embedding tells that stored vectors no longer match, and is previewed', () => {
    const { plan } = planOver({
      '/a.ts':
        "import { GoogleGenAI } from '@google/genai';\nawait new GoogleGenAI({}).models.embedContent({ model: 'text-embedding-004', contents: '' });\n",
    });
    assert.equal(plan.title, 'Replace with gemini-embedding-2');
    assert.equal(plan.changesResults, true);
    assert.match(plan.warnings[0]?.reason ?? '', /vectors/);
  });

  const refusals: readonly [what: string, texts: Texts, reason: RegExp][] = [
    ['put together from parts', { '/a.ts': `const five = '5';\n${call('`gpt-${five}`')}` }, /put together/],
    ['whose declared type lists the ids', { '/a.ts': `const MODEL: 'gpt-5' | 'gpt-4o' = 'gpt-5';\n${call('MODEL')}` }, /declared type/],
    [
      'that a call site of another vendor reads',
      {
        '/a.ts': `import { MODEL } from './b';\n${call('MODEL')}`,
        '/b.ts': "export const MODEL = 'gpt-5';\n",
        '/c.ts':
          "import { MODEL } from './b';\nimport OpenAI from 'openai';\nnew OpenAI({ baseURL: 'http://localhost:11434/v1' }).responses.create({ model: MODEL, input: '' });\n",
      },
      /another vendor/,
    ],
    [
      'whose vendor names none',
      {
        '/a.ts':
          "import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';\nawait new BedrockRuntimeClient({}).send(new InvokeModelCommand({ modelId: 'amazon.nova-canvas-v1:0', body: '' }));\n",
      },
      /names no replacement/,
    ],
  ];
  for (const [what, texts, reason] of refusals) {
    it(`is refused for a model ${what}`, () => {
      const { plan } = planOver(texts);
      assert.deepEqual(plan.files, []);
      assert.match(plan.refused[0]?.reason ?? '', reason);
    });
  }
});
