import assert from 'node:assert/strict';
import { outlineOf } from '../../../src/core/frontend/javascript/outline';

/** What an outline says of each name: `class`, what a function calls (`?` where it is not told), `other`, or where the name is from. */
function told(text: string): Readonly<Record<string, string>> {
  const { forms, passedOn, stars } = outlineOf(text);
  return {
    ...Object.fromEntries(
      [...forms].map(([name, form]) => [
        name,
        form === null
          ? 'other'
          : form.kind === 'class'
            ? `class${form.superclass === null ? '' : ` of ${form.superclass}`}`
            : (form.called?.join(' ') ?? '?'),
      ]),
    ),
    ...Object.fromEntries([...passedOn].map(([name, { specifier, imported }]) => [name, `${imported} of ${specifier}`])),
    ...(stars.length > 0 && { '*': stars.join(' ') }),
  };
}

const cases: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  [
    'export class A {}\nexport abstract class B extends A {}\nexport default class extends B {}',
    { A: 'class', B: 'class of A', default: 'class of B' },
  ],
  ['export class A<T extends object> extends x.y.B<T> {}\nexport class C<T> {\n  d = "extends E";\n}', { A: 'class of B', C: 'class' }],
  ['export function a() {\n  return b();\n}\nexport async function c() {\n}', { a: 'b', c: '' }],
  ['export default function a() {\n  x.send<T>(y);\n}', { default: 'send' }],
  // The function's own name stands before a bracket as well.
  ['export function fetchAll(x) {\n  return fetchAll(x.all);\n}', { fetchAll: '' }],
  ['export function a(x: string): void;\nexport function a(x) {\n  b(x);\n}', { a: 'b' }],
  ['export const a = async (x: string): Promise<void> => {\n  b(x);\n};', { a: 'async b' }],
  ['export const a = x =>\n  b(x);\nexport function c() {\n}', { a: 'b c', c: '' }],
  // A type's name before its arguments is not called, a comparison neither.
  ['export function a(x: List<T>) {\n  return x < y && z > w;\n}', { a: '' }],
  ['export function a(f) {\n  return f<(x: T) => void>(x);\n}', { a: 'f' }],
  ['export function a(f) {\n  return f?.get!(x)?.post?.(x);\n}', { a: 'get post' }],
  // Callees without a last name, bodies whose end is not told.
  ['export function a(f) {\n  return f(x)(y);\n}', { a: '?' }],
  ['export function a(f) {\n  return f[x](y);\n}', { a: '?' }],
  ['export function a() {\n  const b = `\n}\n`;\n  send(b);\n}', { a: '?' }],
  ['export function a() {\n  /*\n}\n*/\n  send(b);\n}', { a: '?' }],
  ['export function a() { send(); }', { a: '?' }],
  // Look-alikes: other forms, and what could be anything.
  ['export const a = b();\nexport let c = () => {};\nexport enum D { x }', { a: 'other', c: 'other', D: 'other' }],
  ['export const a = (b, c(d));\nexport const e = (f) + g;', { a: 'other', e: 'other' }],
  ['export class A {}\nexport namespace A {}', { A: 'other' }],
  ['export interface A {}\nexport class A {}', { A: 'class' }],
  ['// export class A {}\n  export class B {}\nconst x = "export class C {}";', {}],
  ['class A {}\nexport { A, A as B, C };', { A: 'class', B: 'class', C: 'other' }],
  ["export { A, type B as C, default as D } from './x';", { A: 'A of ./x', C: 'B of ./x', D: 'default of ./x' }],
  ["export { A, // the first\n  /* not B, */ C } from './x';", { A: 'A of ./x', C: 'C of ./x' }],
  ["export * from './x';\nexport * as y from './y';", { '*': './x', y: 'other' }],
  ['export class A {}\nmodule.exports = B;', {}],
  ['export class A {}\nexport = B;', {}],
];

describe('Outlines of modules', () => {
  for (const [text, expected] of cases) {
    it(JSON.stringify(text), () => assert.deepEqual(told(text), expected));
  }
});
