import assert from 'node:assert/strict';
import { loadCatalog } from '../../../src/catalog';
import { Analyses } from '../../../src/core/analyze/analyses';
import { frontendOver } from '../../../src/core/frontend/javascript/frontend';
import { parseWithTypeScript } from '../../../src/core/frontend/javascript/parse';
import { pythonFrontend } from '../../../src/core/frontend/python';
import { MemoryHost } from '../../support/memoryHost';

const catalog = loadCatalog();

function analysesOf(files: Readonly<Record<string, string>>): { readonly host: MemoryHost; readonly analyses: Analyses } {
  const host = new MemoryHost(files);
  return { host, analyses: new Analyses(catalog, host, [frontendOver(parseWithTypeScript), pythonFrontend()]) };
}

/** `a.ts` or `a.py` is asked about. */
type Tree = Readonly<Record<string, string>>;

const use = "import { model } from './b'; await model.invoke('hi');";
const send = "import { base } from './b'; await fetch(`${base}/x`, { headers: { Authorization: `Bearer ${key}` } });";

const parsed: readonly (readonly [title: string, tree: Tree])[] = [
  ['another module makes the model', { 'a.ts': use, 'b.ts': "import { ChatOpenAI } from '@langchain/openai'; export const model = new ChatOpenAI();" }],
  ['another module is typed', { 'a.ts': use, 'b.ts': "import type { BaseChatModel } from '@langchain/core/language_models/chat_models'; export let model: BaseChatModel;" }],
  ['another module hands it on', { 'a.ts': use, 'b.ts': "export * from './c';", 'c.ts': "export { ChatOpenAI as model } from '@langchain/openai';" }],
  ['another module requires it', { 'a.js': use, 'a.ts': use, 'b.js': "const { ChatOpenAI } = require('@langchain/openai'); exports.model = new ChatOpenAI();" }],
  ['it is imported later', { 'a.ts': "const { model } = await import('./b'); await model.invoke('hi');", 'b.ts': "import * as ai from '@langchain/openai'; export const model = new ai.ChatOpenAI();" }],
  ['what a type parameter is bound to comes from an SDK', { 'a.ts': use, 'b.ts': "import { BaseChatModel } from '@langchain/core/language_models/chat_models'; export function model<T extends BaseChatModel>() {}" }],
  ['modules import each other', { 'a.ts': use, 'b.ts': "import './a'; import './c';", 'c.ts': "import './b'; import OpenAI from 'openai'; import { ChatOpenAI } from '@langchain/openai'; new ChatOpenAI();" }],
  ['an address stands in another module', { 'a.ts': send, 'b.ts': "export const base = 'https://api.openai.com/v1';" }],
  ['an address stands in a file of data', { 'a.ts': send.replace('./b', './b.json'), 'b.json': '{ "base": "https://api.openai.com/v1" }' }],
  ['an address stands in a class that a parameter is declared as', { 'a.ts': "import type { Config } from './b'; export const ask = (config: Config) => fetch(config.url, { headers: { Authorization: `Bearer ${key}` } });", 'b.ts': "export class Config { url = 'https://api.openai.com/v1'; }" }],
  ['an address stands beside types in a module that another one leads to', { 'a.ts': send, 'b.ts': "import type { Base } from './c';\nimport { host } from './c';\nexport const base: Base = host;", 'c.ts': "export type Base = string; export const host = 'https://api.openai.com/v1';" }],
  ['another module asks the environment', { 'a.ts': send, 'b.ts': 'export const base = process.env.BASE;' }],
  ['a request goes to a name for addresses that another module has', { 'a.ts': "import { apiUrl } from './b';\nawait fetch(apiUrl);", 'b.ts': "export const apiUrl = 'https://api.openai.com/v1/completions';" }],
  ['a language does not tell its imports', { 'a.py': 'import b\nb.client.chat.completions.create(model="x")\n' }],
]; // prettier-ignore

const passed: readonly (readonly [title: string, tree: Tree])[] = [
  ['nothing is imported', { 'a.ts': "await model.invoke('hi');" }],
  ['no module has an SDK', { 'a.ts': use, 'b.ts': "export * from './c'; import fs from 'fs';", 'c.ts': 'export const model = own();' }],
  ['a module has another SDK, whose objects have no such member', { 'a.ts': use, 'b.ts': "import OpenAI from 'openai'; export const model = own(new OpenAI());" }],
  ["a module's class extends a framework's", { 'a.ts': use, 'b.ts': "import { BaseChatModel } from '@langchain/core/language_models/chat_models'; class Own<A> extends BaseChatModel<A> {}\nexport const model = new Own();" }],
  ['a comment has an example', { 'a.ts': use, 'b.ts': "/**\n * import { ChatOpenAI } from '@langchain/openai';\n */\nexport const model = own();" }],
  ['a request goes to a name for addresses, and none is written out near it', { 'a.ts': "import { apiUrl } from './b';\nawait fetch(apiUrl);", 'b.ts': 'export const apiUrl = process.env.API_URL;' }],
  ['an address stands where another module has only types from', { 'a.ts': send, 'b.ts': "import type { Base } from './c';\nexport type * from './c';\nexport const base: Base = '/api';", 'c.ts': "export type Base = string; export const host = 'https://api.openai.com/v1';" }],
  ['no module has an address', { 'a.ts': send, 'b.ts': "export const base = '/api';" }],
]; // prettier-ignore

describe('A file with calls that may be of an SDK', () => {
  for (const [title, tree] of parsed) it(`is parsed where ${title}`, () => assert.equal(isParsed(tree), true));
  for (const [title, tree] of passed) it(`is passed over where ${title}`, () => assert.equal(isParsed(tree), false));

  it('is analysed anew when a module that it leads to changes or comes', () => {
    const { host, analyses } = analysesOf({ 'a.ts': use, 'b.ts': "export * from './c';" });
    assert.deepEqual(analyses.of('a.ts').result.dependencies, ['b.ts']);
    host.files.set('d.ts', 'const text = 1;');
    assert.deepEqual(analyses.invalidate('d.ts', false), [], 'a change of text brings nothing that was missing');
    host.files.set('c.ts', 'export const model = own();');
    assert.deepEqual(analyses.invalidate('c.ts', true), ['a.ts']);
    assert.deepEqual(analyses.of('a.ts').result.dependencies, ['b.ts', 'c.ts']);
    host.files.set('c.ts', "import { ChatOpenAI } from '@langchain/openai';\nexport const model = new ChatOpenAI();");
    assert.deepEqual(analyses.invalidate('c.ts', false), ['a.ts']);
    assert.equal(analyses.of('a.ts').result.callSites.length, 1);
  });

  it('is analysed anew when a module that it imports comes to name the address of its request', () => {
    const { host, analyses } = analysesOf({
      'a.ts': "import { apiUrl } from './b';\nawait fetch(apiUrl);",
      'b.ts': "export const apiUrl = '/api';",
    });
    assert.equal(analyses.of('a.ts').result.parsed, false);
    host.files.set('b.ts', "export const apiUrl = 'https://api.openai.com/v1/completions';");
    assert.deepEqual(analyses.invalidate('b.ts', false), ['a.ts']);
    assert.equal(analyses.of('a.ts').result.callSites.length, 1);
  });
});

function isParsed(tree: Tree): boolean {
  const file = Object.keys(tree).find((name) => name.startsWith('a.')) ?? '';
  return analysesOf(tree).analyses.of(file).result.parsed;
}
