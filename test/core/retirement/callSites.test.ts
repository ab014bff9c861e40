import assert from 'node:assert/strict';
import { loadCatalog } from '../../../src/catalog';
import type { CallSite } from '../../../src/core/callSite';
import { createEngine } from '../../../src/core/createEngine';
import { exposureOf } from '../../../src/core/exposure/exposure';
import { MemoryHost } from '../../support/memoryHost';

const catalog = loadCatalog();

function sitesOf(texts: Readonly<Record<string, string>>): CallSite[] {
  const engine = createEngine(catalog, new MemoryHost(texts));
  return Object.keys(texts).flatMap((file) => engine.analyze(file).callSites);
}

/** What retires in a file of one call, as `vendor model until replacement`. */
function retiresIn(file: string, text: string): string[] {
  return sitesOf({ [file]: text }).flatMap(({ model, retirement }) =>
    retirement ? [`${retirement.vendor} ${model ?? '-'} ${retirement.shutdown ?? '-'} ${retirement.replacement ?? '-'}`] : [],
  );
}

const openai = (model: string, options = ''): string =>
  `import OpenAI from 'openai';\nnew OpenAI(${options}).chat.completions.create({ model: ${model}, messages: [] });\n`;

describe('The retirement of a call site’s model', () => {
  const cases: readonly [what: string, file: string, text: string, retires: readonly string[]][] = [
    ['is the vendor’s own', '/a.ts', openai("'gpt-5'"), ['openai gpt-5 2026-12-11 gpt-5.6-sol']],
    ['is absent for a model that stays', '/a.ts', openai("'gpt-5.6-sol'"), []],
    ['follows replacements that are replaced themselves', '/a.ts', openai("'gpt-4-0314'"), ['openai gpt-4-0314 2026-03-26 gpt-5.6-sol']],
    [
      'holds in Python',
      '/a.py',
      "import openai\nopenai.OpenAI().responses.create(model='gpt-5', input='')\n",
      ['openai gpt-5 2026-12-11 gpt-5.6-sol'],
    ],
    [
      'holds for raw requests',
      '/a.ts',
      "fetch('https://api.openai.com/v1/responses', { method: 'POST', body: JSON.stringify({ model: 'gpt-5' }) });\n",
      ['openai gpt-5 2026-12-11 gpt-5.6-sol'],
    ],
    [
      'is not another vendor’s: Azure',
      '/a.ts',
      "import { AzureOpenAI } from 'openai';\nnew AzureOpenAI({ deployment: 'gpt-4' }).chat.completions.create({ model: 'gpt-4', messages: [] });\n",
      [],
    ],
    [
      'is not another vendor’s: Bedrock',
      '/a.ts',
      "import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nawait new BedrockRuntimeClient({}).send(new ConverseCommand({ modelId: 'anthropic.claude-3-opus-20240229-v1:0', messages: [] }));\n",
      [],
    ],
    [
      'names no replacement of another lab',
      '/a.ts',
      "import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';\nawait new BedrockRuntimeClient({}).send(new InvokeModelCommand({ modelId: 'amazon.nova-canvas-v1:0', body: '' }));\n",
      ['bedrock amazon.nova-canvas-v1:0 2026-09-30 -'],
    ],
    ['is absent on a server of one’s own', '/a.ts', openai("'gpt-4'", "{ baseURL: 'http://localhost:4000/v1' }"), []],
    ['is absent where the address is not decided', '/a.ts', openai("'gpt-4'", '{ baseURL: process.env.LLM_URL }'), []],
    [
      'is the lab’s behind a gateway that hands requests on',
      '/a.ts',
      openai("'openai/gpt-5'", "{ baseURL: 'https://openrouter.ai/api/v1' }"),
      ['openai openai/gpt-5 2026-12-11 gpt-5.6-sol'],
    ],
    [
      'is absent for open weights behind a gateway',
      '/a.ts',
      openai("'deepseek/deepseek-chat'", "{ baseURL: 'https://openrouter.ai/api/v1' }"),
      [],
    ],
    ['is not lent to a fine-tune', '/a.ts', openai("'ft:gpt-3.5-turbo:acme::abc'"), []],
    [
      'on Vertex AI is not that on the Gemini API',
      '/a.ts',
      "import { GoogleGenAI } from '@google/genai';\nawait new GoogleGenAI({}).models.generateContent({ model: 'gemini-2.5-flash', contents: '' });\n",
      [],
    ],
    [
      'on Vertex AI is told there',
      '/a.ts',
      "import { vertex } from '@ai-sdk/google-vertex';\nexport const model = vertex('gemini-2.5-flash');\n",
      ['google gemini-2.5-flash 2026-10-20 gemini-3.5-flash-lite'],
    ],
    [
      'on the Gemini API is not that on Vertex AI',
      '/a.ts',
      "import { vertex } from '@ai-sdk/google-vertex';\nexport const model = vertex('gemini-2.0-flash');\n",
      [],
    ],
  ];
  for (const [what, file, text, retires] of cases) it(what, () => assert.deepEqual(retiresIn(file, text), retires));
});

describe('The place of a call site’s model', () => {
  const cases: readonly [what: string, texts: Readonly<Record<string, string>>, place: string | undefined][] = [
    ['is the literal in the call', { '/a.ts': openai("'gpt-5'") }, "/a.ts 'gpt-5'"],
    ['is the constant', { '/a.ts': `const MODEL = "gpt-5";\n${openai('MODEL')}` }, '/a.ts "gpt-5"'],
    [
      'is in another file',
      { '/a.ts': `import { MODEL } from './b';\n${openai('MODEL')}`, '/b.ts': 'export const MODEL = `gpt-5`;\n' },
      '/b.ts `gpt-5`',
    ],
    ['is a default', { '/a.ts': openai("process.env.MODEL ?? 'gpt-5'") }, "/a.ts 'gpt-5'"],
    [
      'is the text in Python',
      { '/a.py': "import openai\nMODEL = 'gpt-5'\nopenai.OpenAI().responses.create(model=MODEL, input='')\n" },
      "/a.py 'gpt-5'",
    ],
    ['is text put together from what is known', { '/a.ts': `const five = '5';\n${openai('`gpt-${five}`')}` }, '/a.ts `gpt-${five}`'],
    [
      'is absent without a model',
      { '/a.ts': "import OpenAI from 'openai';\nnew OpenAI().chat.completions.create({ messages: [] });\n" },
      undefined,
    ],
  ];
  for (const [what, texts, place] of cases) {
    it(what, () => {
      const call = sitesOf(texts).find(({ kind }) => kind === 'call');
      assert.ok(call);
      const { modelAt } = call;
      const text = modelAt && texts[modelAt.file]?.slice(modelAt.range.start, modelAt.range.end);
      assert.equal(modelAt && `${modelAt.file} ${text ?? ''}`, place);
    });
  }
});

describe('Exposure to retirements', () => {
  it('counts call sites by model, the first to go first', () => {
    const { retirements } = exposureOf(
      sitesOf({
        '/a.ts': openai("'gpt-5'"),
        '/b.ts': openai("'gpt-5'"),
        '/c.ts': openai("'gpt-4'"),
        '/d.ts': openai("'gpt-5.6-sol'"),
        '/e.ts': openai("'openai/gpt-5'", "{ baseURL: 'https://openrouter.ai/api/v1' }"),
      }),
    );
    assert.deepEqual(
      retirements.map(({ model, vendor, retiredBy, shutdown, callSites }) => [model, vendor, retiredBy, shutdown, callSites]),
      [
        ['gpt-4', 'openai', 'openai', '2026-10-23', 1],
        ['gpt-5', 'openai', 'openai', '2026-12-11', 2],
        ['openai/gpt-5', 'openrouter', 'openai', '2026-12-11', 1],
      ],
    );
  });

  it('is empty where nothing retires', () => assert.deepEqual(exposureOf(sitesOf({ '/a.ts': openai("'gpt-5.6-sol'") })).retirements, []));
});
