import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ModuleResolver } from '../../../src/workspace/resolve/moduleResolver';
import { addTo, makeTree, type Tree } from '../support/tree';

const resolverOf = (): ModuleResolver => new ModuleResolver(new Set<string>(), () => undefined);

describe('What an import means', () => {
  const paths = (folder: string): string => JSON.stringify({ compilerOptions: { paths: { '@llm/*': [`${folder}/*`] } } });
  const tree: Tree = {
    'package.json': '{ "name": "app" }',
    'tsconfig.json': paths('./src/models'),
    'src/models/client.ts': '',
    'src/deep/folder/a.ts': '',
    'src/admin/tsconfig.json': paths('./models'),
    'src/admin/models/client.ts': '',
    'src/admin/deep/a.ts': '',
    'src/old/package.json': '{ "name": "old", "imports": { "#llm": "./llm.ts" } }',
    'src/old/llm.ts': '',
    'src/old/deep/a.ts': '',
    'src/deep/client.ts': '',
  };

  it('is found by the nearest configuration and manifest, whoever asked before', () => {
    const root = makeTree(tree);
    const resolver = resolverOf();
    const meant = (specifier: string, from: string): string | undefined => {
      const file = resolver.resolve(specifier, join(root, from));
      return file && relative(root, file);
    };
    for (const round of [1, 2]) {
      assert.equal(meant('@llm/client', 'src/deep/folder/a.ts'), join('src', 'models', 'client.ts'), `${round}`);
      assert.equal(meant('@llm/client', 'src/admin/deep/a.ts'), join('src', 'admin', 'models', 'client.ts'));
      assert.equal(meant('@llm/client', 'src/b.ts'), join('src', 'models', 'client.ts'));
      assert.equal(meant('#llm', 'src/old/deep/a.ts'), join('src', 'old', 'llm.ts'));
      assert.equal(meant('#llm', 'src/deep/folder/a.ts'), undefined);
      assert.equal(meant('../client', 'src/deep/folder/a.ts'), join('src', 'deep', 'client.ts'), 'a path is of its own folder');
      assert.equal(meant('../client', 'src/admin/deep/a.ts'), undefined);
    }
  });

  it('is what is installed nearest, and another file once that changed', () => {
    const root = makeTree({
      ...tree,
      'packages/far/package.json': '{ "name": "llm" }',
      'packages/far/index.ts': '',
      'packages/near/package.json': '{ "name": "llm" }',
      'packages/near/index.ts': '',
    });
    for (const [folder, target] of [
      ['.', 'far'],
      ['src/admin/deep', 'near'],
    ] as const) {
      mkdirSync(join(root, folder, 'node_modules'), { recursive: true });
      symlinkSync(join(root, 'packages', target), join(root, folder, 'node_modules', 'llm'), 'junction');
    }
    const resolver = resolverOf();
    const meant = (from: string): string | undefined => resolver.resolve('llm', join(root, from));
    const [far, near] = ['far', 'near'].map((name) => join(root, 'packages', name, 'index.ts'));
    assert.deepEqual([meant('src/deep/folder/a.ts'), meant('src/admin/deep/a.ts'), meant('src/admin/a.ts')], [far, near, far]);
    const manifest = { 'src/deep/package.json': '{ "name": "llm" }', 'src/deep/index.ts': '' };
    addTo(root, manifest);
    for (const path of Object.keys(manifest)) resolver.changed(join(root, path));
    assert.deepEqual([meant('src/deep/folder/a.ts'), meant('src/admin/deep/a.ts')], [join(root, 'src/deep/index.ts'), near]);
  });
});
