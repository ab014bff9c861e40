import assert from 'node:assert/strict';
import { addressForm } from '../../../src/core/analyze/addressForms';
import { frontendOver } from '../../../src/core/frontend/javascript/frontend';
import { parseWithTypeScript } from '../../../src/core/frontend/javascript/parse';

const frontend = frontendOver(parseWithTypeScript);

/** The form of what a text passes to its only call of `ask`. */
function formIn(text: string): string {
  const call = frontend.lower('a.ts', text).calls.find(({ callee }) => callee.kind === 'name' && callee.name === 'ask');
  const argument = call?.arguments.positional[0];
  assert.ok(argument, 'nothing is passed to ask');
  return addressForm(argument);
}

const cases: readonly (readonly [text: string, form: 'yes' | 'no' | 'undecided'])[] = [
  ['ask("https://api.openai.com")', 'yes'],
  ['ask("gpt-4o")', 'no'],
  ['ask(`${base}/chat`)', 'yes'],
  ['ask(`${"a"}-${1}`)', 'no'],
  ['const a = read(); ask(`${a}-b`)', 'undecided'],
  ['ask(baseUrl)', 'yes'],
  ['ask(options.endpoint)', 'yes'],
  ['ask(options.name)', 'undecided'],
  ['ask(process.env)', 'no'],
  ['ask(process.env.SERVER)', 'undecided'],
  ['ask({ baseURL: x })', 'yes'],
  ['ask({ model: "a/b" })', 'no'],
  ['ask({ ...options })', 'undecided'],
  ['ask(() => "/a")', 'no'],
  ['ask(["/a"])', 'no'],
  ['const a = "/a"; ask(a)', 'undecided'],
  ['const a = { b: 1 }; ask(a)', 'no'],
  ['const a = { b: 1 }; a.url = "/a"; ask(a)', 'undecided'],
  ['const a: Options = {}; ask(a)', 'undecided'],
  ['let a = 1; a = a; ask(a)', 'no'],
  ['const f = (a: string) => ask(a)', 'undecided'],
  ['class A {} ask(new A())', 'no'],
  ['ask(new A())', 'undecided'],
  ['ask(a ? "/a" : "b")', 'undecided'],
  ['ask(1 + 2)', 'no'],
  ['import { a } from "./a"; ask(a)', 'undecided'],
];

describe('Whether an argument can hold an address', () => {
  for (const [text, form] of cases) it(`${text}: ${form}`, () => assert.equal(formIn(text), form));
});
