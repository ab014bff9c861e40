import assert from 'node:assert/strict';
import { loadCatalog } from '../../src/catalog';
import { createEngine } from '../../src/core/createEngine';
import { MemoryHost } from '../support/memoryHost';

/** Python programs by what is promised of their last call site. */
const promised: readonly (readonly [title: string, text: string, portability: string, reason: RegExp | undefined])[] = [
  ['a client', 'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o", messages=[])', 'drop-in', undefined],
  ['Anthropic', 'import anthropic\nanthropic.Anthropic().messages.create(model="claude-haiku-4-5")', 'drop-in', undefined],
  ['a deployment', 'from openai import AzureOpenAI\nAzureOpenAI().chat.completions.create(model="gpt")', 'adapt', /deployment/],
  ['the package itself', 'import openai\nopenai.chat.completions.create(model="gpt-4o", messages=[])', 'adapt', /the package itself/],
  ['the package before 1.0', 'import openai\nopenai.ChatCompletion.create(model="gpt-4", messages=[])', 'adapt', /before 1\.0/],
  [
    'another package',
    'from google import genai\ngenai.Client().models.generate_content(model="gemini-2.5-flash", contents="x")',
    'adapt',
    /cannot be pointed/,
  ],
  ["a vendor's own", 'from openai import OpenAI\nOpenAI().moderations.create(input="x")', 'locked', /moderations/],
];

describe('Portability of Python', () => {
  for (const [title, text, portability, reason] of promised) {
    it(`${title}: ${portability}`, () => {
      const engine = createEngine(loadCatalog(), new MemoryHost({ '/app.py': text }));
      const site = engine.analyze('/app.py').callSites.at(-1);
      assert.equal(site?.portability, portability);
      if (reason) assert.match(site.portabilityReason ?? '', reason);
      else assert.equal(site.portabilityReason, undefined);
    });
  }
});
