import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import type { TSESTree } from '@typescript-eslint/types';
import type * as treeReader from 'oxc-parser/src-js/generated/deserialize/ts.js';
import { leanReader } from '../../scripts/build/leanTrees';
import { endOf, startOf, summarize, tellingNodes, type TreeSummary } from '../../src/core/frontend/javascript/walk';
import { memoryParser, type NativeParse, type Parsed } from '../../src/workspace/service/sharedMemory';

const load = createRequire(__filename);
const original = readFileSync(load.resolve('oxc-parser/src-js/generated/deserialize/ts.js'), 'utf8');

/** What the changed reader's module exports. */
function leanlyRead(): typeof treeReader {
  const code = leanReader(original).replace(/^export /gm, '');
  return (runInThisContext(`(function () {${code}\nreturn { deserialize };})`) as () => typeof treeReader)();
}

/** A tree without what the changed reader leaves out; parents as the types and places of who they are. */
function plain(tree: unknown, withParents: boolean): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => {
      if (key === 'raw') return null;
      if (key !== 'parent') return typeof value === 'bigint' ? String(value) : value;
      return withParents ? placeOf(value as TSESTree.Node | null) : undefined;
    }),
  );
}

function placeOf(node: (TSESTree.Node & { start?: number; end?: number }) | null): string | undefined {
  return node ? `${node.type} ${node.start}-${node.end}` : undefined;
}

/** A namespace's own name is told after what is in it; declarations of one name in one scope are in the order of the source. */
function ordered({ declarations, ...summary }: TreeSummary): TreeSummary {
  return { ...summary, declarations: declarations.toSorted((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a)) };
}

const programOf = ({ program }: Parsed): TSESTree.Program => program as unknown as TSESTree.Program;
const toldBy = ({ told }: Parsed): readonly TSESTree.Node[] => (told ?? []) as readonly TSESTree.Node[];

const root = join(__dirname, '..', 'fixtures');
const fixtures = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:[mc]?[jt]sx?)$/.test(name))
  .map((name): readonly [name: string, text: string] => [name, readFileSync(join(root, name), 'utf8')]);

/** What is put together of nodes that were read before. */
const rare: readonly (readonly [name: string, text: string])[] = [
  [
    'parameters.ts',
    'class A { constructor(private a: B = new C(), readonly d?: E, @f() public g = 1) {} h(this: A, { i = j(), ...k }: L, [m]: N = [], ...o: P[]) {} }',
  ],
  ['heritage.ts', 'class A extends b.C<D> implements E.F.G<H>, I {}\ninterface J extends K.L.M<N>, O {}'],
  [
    'modules.ts',
    'namespace A.B.C { const d = e(); }\ndeclare module "f" { const g: H; }\ndeclare module "i";\ndeclare global { interface J {} }',
  ],
  ['targets.ts', '({ a, b = c(), d: e.f = g(), ...h } = i);\n[j, k = l(), ...m] = n;'],
  ['metas.ts', 'import.meta.env; function A() { new.target; }\nimport a = require("b"); import c = d.e; export = f;'],
  ['jsx.tsx', 'const a = <b.c.d e={f()} {...g}><h>i {j} {...k}</h><></><this.l /></b.c.d>;'],
  ['literals.ts', 'const a = [1, 2n, /b/g, "c", null, true, `d${e(`f`)}g`, tag`h\\u`];'],
  [
    'types.ts',
    'type A<in out B extends C = D> = { readonly [E in keyof F]?: G } | (new (h: I) => J) | typeof k.l<M> | `n${O}` | import("p").Q<R>;',
  ],
  [
    'statements.ts',
    'a: for (const b of c()) { try { if (d) continue a; else throw e(); } catch ({ f }) { switch (g) { case h(): default: } } finally {} }\nfor (i in j) ;\nfor (let k = 0, l; k < 1; k++) ;\nawait using m = n();',
  ],
  ['beyond.ts', 'const é = "🦊"; é.b(`ü${c}`);'],
];

describe('lean trees', () => {
  let usual: NativeParse;
  let lean: NativeParse;

  before(function () {
    const parsers = [memoryParser(load), memoryParser(load, leanlyRead().deserialize)] as const;
    if (parsers[0] && parsers[1]) [usual, lean] = parsers as readonly [NativeParse, NativeParse];
    else {
      console.error("\n  SKIPPED: the lean reader of trees was not compared. Missing: oxc-parser's memory on this machine.\n");
      this.skip();
    }
  });

  const options = (name: string): Parameters<NativeParse>[2] => ({
    lang: /x$|\.[mc]?js$/.test(name) ? 'tsx' : 'ts',
    sourceType: 'module',
    astType: 'ts',
    preserveParens: false,
  });

  for (const [name, text] of [...rare, ...fixtures]) {
    it(`are the same of ${name}`, () => {
      const expected = usual(name, text, options(name));
      const made = lean(name, text, options(name));
      assert.deepEqual(plain(made.program, false), plain(expected.program, false));
      assert.deepEqual(made.comments, expected.comments);
      assert.equal(made.errors.length, expected.errors.length);
      const nodes = tellingNodes(programOf(expected));
      assert.deepEqual(plain(made.program, true), plain(expected.program, true));
      assert.deepEqual(toldBy(made).map(placeOf).sort(), nodes.map(placeOf).sort());
      const summary = summarize(programOf(made), toldBy(made));
      assert.deepEqual(plain(ordered(summary), false), plain(ordered(summarize(programOf(expected), nodes)), false));
    });
  }

  it('are refused for a reader of another shape', () => {
    assert.throws(() => leanReader(original.replace('decorators: [],', 'decorators: null,')), /places like/);
  });
});
