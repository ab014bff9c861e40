import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze, type Variable as KnownVariable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { parseWithTypeScript } from '../../../src/core/frontend/javascript/parse';
import { collectReferences } from '../../../src/core/frontend/javascript/references';
import { resolveScopes, type Variable } from '../../../src/core/frontend/javascript/scopes';
import { startOf, summarize } from '../../../src/core/frontend/javascript/walk';

const root = join(__dirname, '..', '..', 'fixtures');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[mc]?[jt]sx?$/.test(name));

type Name = TSESTree.Identifier | TSESTree.JSXIdentifier;

function isName(node: TSESTree.Node): node is Name {
  return node.type === 'Identifier' || node.type === 'JSXIdentifier';
}

/** The nearest assignment around an identifier, where it gives the identifier a value. */
function givesValue(identifier: TSESTree.Node): boolean {
  for (let up = identifier.parent; up; up = up.parent) {
    if (up.type === 'AssignmentExpression') return ['=', '??=', '||='].includes(up.operator);
    if (up.type.endsWith('Statement') || up.type === 'VariableDeclarator') return false;
  }
  return false;
}

function placesOf(references: readonly TSESTree.Node[]): string {
  return references.map(startOf).join(', ');
}

function told(variable: Variable | null): string {
  if (!variable) return 'none';
  const definitions = variable.definitions.map(({ node, name }) => `${node.type} ${startOf(node)} ${startOf(name)}`);
  return [...definitions, ...variable.assignments.map((each) => `= ${startOf(each)}`)].join(', ');
}

function known(variable: KnownVariable | undefined): string {
  if (!variable || variable.defs.length === 0) return 'none';
  const definitions = variable.defs.map(({ node, name }) => `${node.type} ${startOf(node)} ${startOf(name)}`);
  const assignments = variable.references
    .filter((reference) => reference.isWrite() && reference.init !== true && reference.writeExpr && givesValue(reference.identifier))
    .map(({ identifier }) => `= ${startOf(identifier)}`);
  return [...definitions, ...assignments].join(', ');
}

/** What each name of a text means, by scope-manager and by ours; how many were compared. */
function compare(file: string, text: string): number {
  const { program } = parseWithTypeScript(file, text);
  const scopes = resolveScopes(summarize(program));
  const references = collectReferences(scopes, program);
  const manager = analyze(program, { sourceType: 'module', lib: [], jsxPragma: null, jsxFragmentName: null });
  const variables = new Map<TSESTree.Node, KnownVariable | undefined>();
  for (const scope of manager.scopes) {
    for (const variable of scope.variables)
      for (const identifier of variable.identifiers) if (!variables.has(identifier)) variables.set(identifier, variable);
    for (const { identifier, resolved } of scope.references) variables.set(identifier, resolved ?? variables.get(identifier));
  }
  for (const [identifier, variable] of variables) {
    if (!isName(identifier)) continue;
    const own = scopes.variableOf(identifier);
    assert.equal(told(own), known(variable), `${file}: ${identifier.name} at ${startOf(identifier)}`);
    if (!own || !variable) continue;
    const named = new Set(variable.references.map((each) => each.identifier as TSESTree.Node));
    for (const { name } of variable.defs) named.delete(name);
    const inOrder = [...named].sort((a, b) => startOf(a) - startOf(b));
    assert.equal(placesOf(references.get(own) ?? []), placesOf(inOrder), `${file}: references to ${identifier.name}`);
  }
  return variables.size;
}

describe('names', () => {
  it('mean what scope-manager says they mean, in every fixture', () => {
    let compared = 0;
    for (const name of sources) compared += compare(name, readFileSync(join(root, name), 'utf8'));
    assert.ok(compared > 5000);
  });

  const texts: readonly (readonly [what: string, text: string])[] = [
    ['var in blocks and let beside it', 'let x = 1; { var y = x; let x = 2; y = x; } function f() { if (a) { var x = 3; } return x + y; }'],
    ['a class inside itself', 'class A { static make() { return new A(); } } const b = class B { c = B; }; new A(); B;'],
    ['a function by its own name', 'const f = function g(n) { return g(n - 1) || h; }; g; function h() { h = 1; }'],
    ['parameters that do not see the body', 'const x = 1; function f(a = x, b = () => x) { const x = 2; var y; return x + a; }'],
    [
      'destructuring with defaults',
      'let a, b; ({ a = 1, b: [b = 2] = [], ...rest } = o); const { a: c = a, ...rest } = o; [a, b] = [b, a];',
    ],
    ['loops', 'let i = 9; for (let i = 0; i < 3; i++) f(i); for (const k of i) { k; } for (var v in i) v; v; i; for (i of v) i;'],
    ['caught errors', 'const e = 1; try { e; } catch (e) { e; var e2 = e; } try {} catch ({ code, ...e }) { code; e; } e2;'],
    ['switches', 'const x = 1; switch (x) { case 1: { let y = x; } default: let x = 2; x; }'],
    [
      'types beside values',
      'type T = string; const T = 1; interface I { a: T; b: typeof T } let v: T = T; class C implements I {} export { T };',
    ],
    [
      'type parameters',
      'type P<T, U extends T> = T extends (infer V)[] ? V | U : T; function f<T>(a: T): a is T { let t: T; return t; } type M<K> = { [P in K]: P };',
    ],
    [
      'enums and namespaces',
      'enum E { A = 1, B = A } namespace N { export const x = E.B; var y = x; } import R = N.x; declare module "m" { const z: E; } N; R;',
    ],
    [
      'overloads and signatures',
      'function f(a: string): void; function f(a: number): void; function f(a) { return a; } type G = (a: number) => typeof a; f;',
    ],
    ['static blocks and fields', 'class A { static x = 1; static { var x = 2; x; } y = (z) => z + x; [x] = x; } const x = 3;'],
    ['compound assignments', 'let n = 0, o; n += 1; o ??= n; o ||= 2; o &&= 3; n++;'],
    ['JSX', 'const A = () => null; const b = 1; export const C = () => <A.B x={b}><A>{b}</A><b /></A.B>;'],
    [
      'arguments',
      'var arguments; function f() { return arguments; } const g = () => arguments; function h(arguments) { return arguments; }',
    ],
    ['exports', 'const a = 1; type a = 2; export { a as b }; export type { a as c }; export default a;'],
  ];
  for (const [what, text] of texts) {
    it(`mean the same: ${what}`, () => {
      assert.ok(compare('a.tsx', text) > 3);
    });
  }
});
