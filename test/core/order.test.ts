import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalog } from '../../src/catalog';
import { createEngine } from '../../src/core/createEngine';
import type { ModuleHost } from '../../src/core/moduleHost';
import { DiskHost } from '../../src/workspace/resolve/diskHost';
import { MemoryHost } from '../support/memoryHost';

const catalog = loadCatalog();
const fixtures = join(__dirname, '..', 'fixtures', 'flow');

/** Files whose values hang on each other in a circle. `sites` are those of all files together. */
const circles: readonly (readonly [name: string, sites: number, files: Readonly<Record<string, string>>])[] = [
  [
    'clients chosen from each other',
    6,
    {
      '/a.ts': `import OpenAI from 'openai'; import { b } from './b'; export const a = own ? new OpenAI() : b; a.models.list(); a.chat.completions.create({ model: 'gpt-4o' });`,
      '/b.ts': `import Anthropic from '@anthropic-ai/sdk'; import { a } from './a'; export const b = own ? new Anthropic() : a; b.chat.completions.create({ model: 'gpt-4o' }); b.messages.create({ model: 'claude-3-5-haiku-latest', max_tokens: 9, messages: [] });`,
    },
  ],
  [
    'three modules of defaults',
    6,
    {
      '/a.ts': `import OpenAI from 'openai'; import { url as b } from './b'; export const url = b ?? 'https://api.groq.com/openai/v1'; new OpenAI({ baseURL: url }).models.list();`,
      '/b.ts': `import OpenAI from 'openai'; import { url as c } from './c'; export const url = c ?? 'https://api.together.xyz/v1'; new OpenAI({ baseURL: url }).models.list();`,
      '/c.ts': `import OpenAI from 'openai'; import { url as a } from './a'; export const url = a ?? 'https://api.deepseek.com'; new OpenAI({ baseURL: url }).models.list();`,
    },
  ],
  [
    'objects spread into each other',
    2,
    {
      '/a.ts': `import OpenAI from 'openai'; import { more } from './b'; export const options = { baseURL: 'http://localhost:11434/v1', ...more }; new OpenAI(options);`,
      '/b.ts': `import OpenAI from 'openai'; import { options } from './a'; export const more = { ...options, apiKey: 'k', baseURL: options.baseURL ?? 'http://localhost:1234/v1' }; new OpenAI(more);`,
    },
  ],
  [
    'classes that make each other',
    3,
    {
      '/a.ts': `import OpenAI from 'openai'; import { Pool } from './b'; export class Service { pool = new Pool(this); client = this.pool.client ?? new OpenAI(); ask() { return this.client.responses.create({ model: 'gpt-4o' }); } }`,
      '/b.ts': `import { Service } from './a'; export class Pool { constructor(private service: Service) {} get client() { return this.service.client; } ask() { return this.client.chat.completions.create({ model: 'gpt-4o' }); } }`,
    },
  ],
  [
    'a base class that knows its subclasses',
    4,
    {
      '/base.ts': `import { makeFast } from './fast'; import { makeSlow } from './slow'; export class Base { client = this.kind ? makeFast().client : makeSlow().client; ask() { return this.client.chat.completions.create({ model: 'm' }); } }`,
      '/fast.ts': `import Groq from 'groq-sdk'; import { Base } from './base'; export class Fast extends Base { client = new Groq(); } export const makeFast = () => new Fast(); makeFast().ask();`,
      '/slow.ts': `import OpenAI from 'openai'; import { Base } from './base'; export class Slow extends Base { client = new OpenAI(); } export const makeSlow = () => new Slow(); new Slow().client.models.list();`,
    },
  ],
  [
    'helpers that try each other again',
    1,
    {
      '/send.ts': `import { retry } from './retry'; export async function send(url, init) { const answer = await fetch(url, init); return answer.ok ? answer : retry(url, init); }`,
      '/retry.ts': `import { send } from './send'; export async function retry(url, init) { await pause(); return send(url, init); }`,
      '/ask.ts': `import { retry } from './retry'; retry('https://api.openai.com/v1/chat/completions', { method: 'POST', body: JSON.stringify({ model: 'gpt-4o' }) });`,
    },
  ],
  [
    'models made of each other',
    4,
    {
      '/a.ts': `import { openai } from '@ai-sdk/openai'; import { generateText, wrapLanguageModel } from 'ai'; import { slow } from './b'; export const fast = wrapLanguageModel({ model: own ? openai('gpt-4o') : slow }); generateText({ model: fast, prompt });`,
      '/b.ts': `import { groq } from '@ai-sdk/groq'; import { generateText, wrapLanguageModel } from 'ai'; import { fast } from './a'; export const slow = wrapLanguageModel({ model: own ? groq('llama-3.1-8b-instant') : fast }); generateText({ model: slow, prompt });`,
    },
  ],
  [
    'Python modules of each other',
    4,
    {
      '/one.py': `import openai\nimport two\nclient = two.client or openai.OpenAI()\ntwo.ask\nclient.chat.completions.create(model="gpt-4o")\n`,
      '/two.py': `import anthropic\nimport one\nclient = one.client or anthropic.Anthropic()\ndef ask():\n    client.messages.create(model="claude-3-5-haiku-latest", max_tokens=9, messages=[])\n`,
    },
  ],
  [
    'a chain of imports longer than is followed',
    29,
    Object.fromEntries(
      Array.from({ length: 45 }, (_, i) => [
        `/f${i}.ts`,
        i === 44
          ? `import OpenAI from 'openai'; export const c = new OpenAI();`
          : `import { c as next } from './f${i + 1}'; export const c = wrong ?? next; c.responses.create({ model: 'gpt-4o' });`,
      ]),
    ),
  ],
];

/** What an engine says of each file when it is asked in an order. */
function found(host: ModuleHost, order: readonly string[]): ReadonlyMap<string, unknown> {
  const engine = createEngine(catalog, host);
  return new Map(order.map((file) => [file, engine.analyze(file).callSites]));
}

/** Of many files, so many are asked for first. */
const maxFirst = 3;

/** Every order of a few files; of many, some of them first with the others in turn and backwards. */
function orders(files: readonly string[]): readonly (readonly string[])[] {
  if (files.length <= 4) return permutations(files);
  const step = Math.ceil(files.length / maxFirst);
  return files.flatMap((_, index) => {
    if (index % step !== 0) return [];
    const turned = [...files.slice(index), ...files.slice(0, index)];
    return [turned, turned.toReversed()];
  });
}

function permutations(files: readonly string[]): readonly (readonly string[])[] {
  if (files.length <= 1) return [files];
  return files.flatMap((file) => permutations(files.filter((other) => other !== file)).map((rest) => [file, ...rest]));
}

/** The findings of a file are what an engine says that was asked for nothing else before; returns how many there are. */
function assertOrderFree(host: () => ModuleHost, files: readonly string[]): number {
  const alone = new Map(files.map((file) => [file, createEngine(catalog, host()).analyze(file).callSites]));
  for (const order of orders(files)) {
    for (const [file, callSites] of found(host(), order))
      assert.deepEqual(callSites, alone.get(file), `${file}, asked in the order ${order.join(', ')}`);
  }
  return [...alone.values()].flat().length;
}

describe('Findings do not hang on the order in which files are analysed', () => {
  for (const [name, sites, files] of circles) {
    it(`for ${name}`, () => {
      assert.equal(
        assertOrderFree(() => new MemoryHost(files), Object.keys(files)),
        sites,
      );
    });
  }

  for (const area of readdirSync(fixtures)) {
    for (const pattern of readdirSync(join(fixtures, area)).filter((name) => statSync(join(fixtures, area, name)).isDirectory())) {
      it(`for the pattern of ${area}, ${pattern.replaceAll('-', ' ')}`, () => {
        const folder = join(fixtures, area, pattern);
        const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((name) => /\.(?:[mc]?[jt]sx?|vue|svelte|astro|py)$/.test(name))
          .map((name) => join(folder, name));
        assert.ok(assertOrderFree(() => new DiskHost(1 << 20, (line) => assert.fail(line)), files) > 0);
      });
    }
  }
});
