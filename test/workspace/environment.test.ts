import assert from 'node:assert/strict';
import { join, relative } from 'node:path';
import { loadCatalog } from '../../src/catalog';
import { createEngine } from '../../src/core/createEngine';
import { DiskHost } from '../../src/workspace/resolve/diskHost';
import { makeTree, type Tree } from './support/tree';

const catalog = loadCatalog();
const local = 'OPENAI_BASE_URL=http://localhost:11434/v1\n';
const groq = 'OPENAI_BASE_URL=https://api.groq.com/openai/v1\n';
const gateway = 'OPENAI_BASE_URL=https://llm.example.com/v1\n';
const client = "import OpenAI from 'openai';\nexport const client = new OpenAI();\n";
const clientWith = (url: string): string => `import OpenAI from 'openai';\nexport const client = new OpenAI({ baseURL: ${url} });\n`;
const call = (model: string): string =>
  `import OpenAI from 'openai';\nnew OpenAI().chat.completions.create({ model: ${model}, messages: [] });\n`;

interface Case {
  readonly title: string;
  /** The first file's last call site is looked at. */
  readonly tree: Tree;
  /** `vendor openness source variable file model`. */
  readonly expected: string;
}

const cases: readonly Case[] = [
  { title: 'nothing', tree: { 'src/a.ts': client }, expected: 'openai closed default - - -' },
  {
    title: 'the nearest file',
    tree: { 'src/a.ts': client, '.env': local },
    expected: 'ollama self-hosted environment OPENAI_BASE_URL .env -',
  },
  {
    title: 'the file beside it, not the one above',
    tree: { 'src/a.ts': client, 'src/.env': groq, '.env': local },
    expected: 'groq open-hosted environment OPENAI_BASE_URL src/.env -',
  },
  {
    title: 'a nearer file that does not name it',
    tree: { 'src/a.ts': client, 'src/.env': 'PORT=3000\n', '.env': local },
    expected: 'openai closed default - - -',
  },
  {
    title: '.env.local',
    tree: { 'a.ts': client, '.env.local': local },
    expected: 'ollama self-hosted environment OPENAI_BASE_URL .env.local -',
  },
  {
    title: '.env.development',
    tree: { 'a.ts': client, '.env.development': local },
    expected: 'ollama self-hosted environment OPENAI_BASE_URL .env.development -',
  },
  { title: 'an example', tree: { 'a.ts': client, '.env.example': local, '.env.sample': local }, expected: 'openai closed default - - -' },
  { title: 'production', tree: { 'a.ts': client, '.env.production': local }, expected: 'openai closed default - - -' },
  {
    title: 'a file outside of the repository',
    tree: { 'inner/a.ts': client, 'inner/.git/HEAD': '', '.env': local },
    expected: 'openai closed default - - -',
  },
  {
    title: 'files that agree',
    tree: { 'a.ts': client, '.env': local, '.env.local': local },
    expected: 'ollama self-hosted environment OPENAI_BASE_URL .env -',
  },
  {
    title: 'files that disagree',
    tree: { 'a.ts': client, '.env': local, '.env.local': groq },
    expected: 'unknown unknown environment OPENAI_BASE_URL - -',
  },
  {
    title: 'a host nobody knows',
    tree: { 'a.ts': client, '.env': gateway },
    expected: 'unknown unknown environment OPENAI_BASE_URL .env -',
  },
  { title: 'an empty value', tree: { 'a.ts': client, '.env': 'OPENAI_BASE_URL=\n' }, expected: 'openai closed default - - -' },
  {
    title: 'a base URL written in the code',
    tree: { 'a.ts': clientWith("'https://api.openai.com/v1'"), '.env': local },
    expected: 'openai closed literal - - -',
  },
  {
    title: 'a variable with a default',
    tree: { 'a.ts': clientWith("process.env.LLM_URL ?? 'https://api.openai.com/v1'"), '.env': 'LLM_URL=http://localhost:11434/v1\n' },
    expected: 'ollama self-hosted environment LLM_URL .env -',
  },
  {
    title: 'a variable with a default in a destructuring',
    tree: {
      'a.ts': `import OpenAI from 'openai';\nconst { LLM_URL = 'https://api.openai.com/v1' } = process.env;\nexport const client = new OpenAI({ baseURL: LLM_URL });\n`,
      '.env': 'LLM_URL=http://localhost:11434/v1\n',
    },
    expected: 'ollama self-hosted environment LLM_URL .env -',
  },
  {
    title: 'a condition between a variable and a text',
    tree: { 'a.ts': clientWith("flag ? process.env.LLM_URL : 'https://api.openai.com/v1'"), '.env': 'LLM_URL=http://localhost:11434/v1\n' },
    expected: 'unknown unknown environment LLM_URL - -',
  },
  {
    title: 'the default of a variable that is not set',
    tree: { 'a.ts': clientWith("process.env.LLM_URL ?? 'https://api.openai.com/v1'"), '.env': 'OTHER_URL=http://localhost:11434/v1\n' },
    expected: 'openai closed environment LLM_URL - -',
  },
  {
    title: 'a model and a base URL',
    tree: { 'a.ts': call("process.env.CHAT_MODEL || 'gpt-4o'"), '.env': `${local}CHAT_MODEL=llama3.2\n` },
    expected: 'ollama self-hosted environment OPENAI_BASE_URL .env llama3.2',
  },
  {
    title: 'part of an address',
    tree: {
      'a.ts': "fetch(`${process.env.LLM_URL}/chat/completions`, { method: 'POST' });\n",
      '.env': 'LLM_URL=http://localhost:11434/v1\n',
    },
    expected: 'ollama self-hosted environment LLM_URL .env -',
  },
  {
    title: 'the environment of the file that makes the client',
    tree: {
      'app/a.ts': `import { client } from '../lib/client';\nimport 'openai';\nclient.chat.completions.create({ model: 'm', messages: [] });\n`,
      'lib/client.ts': client,
      'lib/.env': local,
      'app/.env': groq,
    },
    expected: 'ollama self-hosted environment OPENAI_BASE_URL lib/.env m',
  },
  {
    title: 'Python, with a default client',
    tree: { 'a.py': 'from openai import OpenAI\nclient = OpenAI()\n', '.env': local },
    expected: 'ollama self-hosted environment OPENAI_BASE_URL .env -',
  },
  {
    title: 'Python, with os.getenv',
    tree: {
      'a.py': 'import os\nfrom openai import OpenAI\nclient = OpenAI(base_url=os.getenv("LLM_URL", "https://api.openai.com/v1"))\n',
      '.env': 'export LLM_URL="http://localhost:11434/v1"\n',
    },
    expected: 'ollama self-hosted environment LLM_URL .env -',
  },
  {
    title: 'Python, with `or`',
    tree: {
      'a.py': 'import os\nfrom openai import OpenAI\nclient = OpenAI(base_url=os.environ.get("LLM_URL") or "https://api.openai.com/v1")\n',
      '.env': 'LLM_URL=http://localhost:11434/v1\n',
    },
    expected: 'ollama self-hosted environment LLM_URL .env -',
  },
];

describe('What environment files decide', () => {
  for (const { title, tree, expected } of cases) {
    it(title, () => {
      const root = makeTree(tree);
      const engine = createEngine(catalog, new DiskHost(1 << 20, (line) => assert.fail(line)));
      const site = engine.analyze(join(root, Object.keys(tree)[0] ?? '')).callSites.at(-1);
      const { variable, file, source } = site?.endpoint ?? {};
      const readIn = file === undefined ? '-' : relative(root, file).replaceAll('\\', '/');
      assert.equal([site?.vendor, site?.openness, source, variable ?? '-', readIn, site?.model ?? '-'].join(' '), expected);
    });
  }

  it('is told in the message, and the file is one that the result hangs on', () => {
    const root = makeTree({ 'a.ts': client, '.env': local });
    const engine = createEngine(catalog, new DiskHost(1 << 20, (line) => assert.fail(line)));
    const { callSites, dependencies } = engine.analyze(join(root, 'a.ts'));
    assert.equal(callSites[0]?.message, 'This client sends to Ollama, on a server of your own (OPENAI_BASE_URL in .env).');
    assert.deepEqual(dependencies, [join(root, '.env')]);
  });
});
