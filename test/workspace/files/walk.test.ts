import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { languageOf } from '../../../src/workspace/files/languages';
import { walk } from '../../../src/workspace/files/walk';
import { withoutPrivileges } from '../support/privileges';
import { makeTree, type Tree } from '../support/tree';

/** Relative paths of the files found, sorted, and errors as `path: message`. */
function walked(
  root: string,
  { roots = ['.'], excludes = [] }: { roots?: readonly string[]; excludes?: readonly string[] } = {},
): { files: string[]; errors: string[] } {
  const files: string[] = [];
  const errors: string[] = [];
  const name = (file: string): string => relative(root, file).split(sep).join('/');
  for (const event of walk(
    roots.map((path) => join(root, path)),
    excludes,
  )) {
    if (event.kind === 'file') files.push(name(event.file));
    else errors.push(`${name(event.file)}: ${event.message}`);
  }
  return { files: files.sort(), errors };
}

interface Case {
  readonly name: string;
  readonly tree: Tree;
  readonly roots?: readonly string[];
  readonly excludes?: readonly string[];
  readonly finds: readonly string[];
}

/** `.git/` makes the folder a repository. */
const cases: readonly Case[] = [
  {
    name: 'takes source files by their endings, whatever their case',
    tree: { 'a.ts': '', 'b.MJS': '', 'c.vue': '', 'd.css': '', Makefile: '', 'e.tsx/f.jsx': '' },
    finds: ['a.ts', 'b.MJS', 'c.vue', 'e.tsx/f.jsx'],
  },
  {
    name: 'passes declarations and minified bundles over',
    tree: { 'a.d.ts': '', 'a.d.mts': '', 'style.d.css.ts': '', 'a.min.js': '', 'a.min.mjs': '', 'd.ts': '', 'min.js': '' },
    finds: ['d.ts', 'min.js'],
  },
  {
    name: 'leaves out folders that never hold own source',
    tree: { 'node_modules/x/a.js': '', '.venv/a.js': '', '__pycache__/a.js': '', '.git/a.js': '', 'dist/a.js': '', 'lib/.hidden/a.js': '' },
    finds: ['dist/a.js', 'lib/.hidden/a.js'],
  },
  {
    name: 'knows a virtual environment by its marker',
    tree: { 'env/pyvenv.cfg': '', 'env/lib/a.js': '', 'a.js': '' },
    finds: ['a.js'],
  },
  {
    name: 'names with an odd look',
    tree: { '..a.js': '', ' b.js': '', 'ü/[c].js': '', '#d.js': '', '!e.js': '' },
    finds: [' b.js', '!e.js', '#d.js', '..a.js', 'ü/[c].js'],
  },
  {
    name: 'ignores by name at any depth',
    tree: { '.gitignore': 'out\n', 'out/a.js': '', 'x/out/a.js': '', 'x/a.js': '' },
    finds: ['x/a.js'],
  },
  {
    name: 'ignores an anchored name only where it stands',
    tree: { '.gitignore': '/out\n', 'out/a.js': '', 'x/out/a.js': '' },
    finds: ['x/out/a.js'],
  },
  {
    name: 'a trailing slash means folders only',
    tree: { '.gitignore': 'gen.js/\n', 'gen.js': '', 'x/gen.js/a.js': '' },
    finds: ['gen.js'],
  },
  {
    name: 'takes back with !',
    tree: { '.gitignore': '*.js\n!keep.js\n', 'a.js': '', 'keep.js': '', 'x/keep.js': '' },
    finds: ['keep.js', 'x/keep.js'],
  },
  { name: 'cannot take back what is in an ignored folder', tree: { '.gitignore': 'out/\n!out/keep.js\n', 'out/keep.js': '' }, finds: [] },
  { name: 'a deeper file wins', tree: { '.gitignore': '*.js\n', 'x/.gitignore': '!*.js\n', 'a.js': '', 'x/a.js': '' }, finds: ['x/a.js'] },
  {
    name: 'a deeper file takes a folder back',
    tree: { '.gitignore': 'logs/\n', 'x/.gitignore': '!logs/\n', 'logs/a.js': '', 'x/logs/a.js': '' },
    finds: ['x/logs/a.js'],
  },
  {
    name: 'a deeper file counts from its own folder',
    tree: { 'x/.gitignore': '/a.js\n', 'a.js': '', 'x/a.js': '', 'x/y/a.js': '' },
    finds: ['a.js', 'x/y/a.js'],
  },
  {
    name: 'folders with characters that mean something in patterns',
    tree: { 'a[b]*/.gitignore': '/x.js\n', 'a[b]*/x.js': '', 'ab/x.js': '' },
    finds: ['ab/x.js'],
  },
  {
    name: 'comments, blanks, BOM and CRLF',
    tree: { '.gitignore': '\uFEFFa.js\r\n\r\n# b.js\r\nc.js  \r\n', 'a.js': '', 'b.js': '', 'c.js': '' },
    finds: ['b.js'],
  },
  { name: 'counts also outside of repositories', tree: { '.gitignore': 'a.js\n', 'a.js': '', 'b.js': '' }, finds: ['b.js'] },
  {
    name: 'rules from above the root, up to its repository',
    tree: {
      '.gitignore': 'a.js\n',
      'repo/.git/': '',
      'repo/.gitignore': 'b.js\n',
      'repo/x/y/.gitignore': 'c.js\n',
      'repo/x/y/a.js': '',
      'repo/x/y/b.js': '',
      'repo/x/y/c.js': '',
    },
    roots: ['repo/x/y'],
    finds: ['repo/x/y/a.js'],
  },
  { name: "the repository's own excludes", tree: { '.git/info/exclude': 'a.js\n', 'a.js': '', 'x/a.js': '', 'b.js': '' }, finds: ['b.js'] },
  {
    name: 'excludes of a worktree',
    tree: {
      'main/.git/info/exclude': 'a.js\n',
      'main/.git/worktrees/w/commondir': '../..\n',
      'w/.git': 'gitdir: ../main/.git/worktrees/w\n',
      'w/a.js': '',
      'w/b.js': '',
    },
    roots: ['w'],
    finds: ['w/b.js'],
  },
  {
    name: 'a repository inside stands on its own',
    tree: { '.git/': '', '.gitignore': 'a.js\n', 'sub/.git/': '', 'sub/a.js': '', 'a.js': '' },
    finds: ['sub/a.js'],
  },
  {
    name: 'a root that is ignored is scanned all the same',
    tree: { '.git/': '', '.gitignore': 'out/\n', 'out/a.js': '', 'out/.gitignore': 'b.js', 'out/b.js': '' },
    roots: ['out'],
    finds: ['out/a.js'],
  },
  {
    name: 'a file as root is taken although ignored',
    tree: { '.gitignore': 'a.js\n', 'a.js': '', 'b.js': '' },
    roots: ['a.js'],
    finds: ['a.js'],
  },
  { name: 'a file under two roots comes once', tree: { 'x/y/a.js': '' }, roots: ['x', 'x/y', 'x/y/a.js'], finds: ['x/y/a.js'] },
  { name: 'exclude: a name at any depth', tree: { 'x/gen/a.js': '', 'gen/a.js': '', 'a.js': '' }, excludes: ['**/gen'], finds: ['a.js'] },
  { name: 'exclude: without ** only at the root', tree: { 'x/gen/a.js': '', 'gen/a.js': '' }, excludes: ['gen'], finds: ['x/gen/a.js'] },
  {
    name: 'exclude: endings, hidden ones too',
    tree: { 'x/a.test.ts': '', '.b.test.ts': '', 'c.ts': '' },
    excludes: ['**/*.test.ts'],
    finds: ['c.ts'],
  },
  {
    name: 'exclude: alternatives and sets',
    tree: { 'a/x.js': '', 'b/x.js': '', 'c1/x.js': '', 'c9/x.js': '' },
    excludes: ['{a,b}', 'c[0-5]/**'],
    finds: ['c9/x.js'],
  },
  {
    name: 'exclude: broken globs match nothing and break nothing',
    tree: { 'a.js': '' },
    excludes: ['[', '{', '', '   ', '**/[z'],
    finds: ['a.js'],
  },
];

describe('walk', () => {
  for (const { name, tree, finds, ...options } of cases) {
    it(name, () => {
      const { files, errors } = walked(makeTree(tree), options);
      assert.deepEqual(files, [...finds].sort());
      assert.deepEqual(errors, []);
    });
  }

  it('tells what is wrong with a root', () => {
    const root = makeTree({ 'a.css': '' });
    assert.deepEqual(walked(root, { roots: ['gone', 'a.css'] }).errors, [
      'gone: no such file or folder',
      'a.css: not a kind of file that is analysed',
    ]);
  });

  it('does not follow links, so that loops cannot catch it', () => {
    const root = makeTree({ 'x/a.js': '', 'outside/b.js': '' });
    symlinkSync('..', join(root, 'x', 'loop'));
    symlinkSync(join(root, 'outside'), join(root, 'x', 'away'));
    symlinkSync('a.js', join(root, 'x', 'c.js'));
    symlinkSync('nowhere.js', join(root, 'x', 'broken.js'));
    assert.deepEqual(walked(root, { roots: ['x'] }), { files: ['x/a.js'], errors: [] });
  });

  it('follows a root that is a link, with the rules of the repository it leads into', () => {
    const root = makeTree({
      'repo/.git/': '',
      'repo/.gitignore': 'a.js\n/src/c.js\n',
      'repo/src/a.js': '',
      'repo/src/b.js': '',
      'repo/src/c.js': '',
    });
    symlinkSync(join(root, 'repo', 'src'), join(root, 'link'));
    assert.deepEqual(walked(root, { roots: ['link'] }).files, ['link/b.js']);
  });

  it('goes on after a folder that cannot be read', function () {
    const root = makeTree({ 'shut/a.js': '', 'z/b.js': '' });
    chmodSync(root, 0o755);
    chmodSync(join(root, 'shut'), 0);
    withoutPrivileges(this, () => {
      assert.deepEqual(walked(root), { files: ['z/b.js'], errors: ['shut: permission denied'] });
    });
  });

  it('takes a folder that vanishes on the way for what it is: gone', () => {
    const root = makeTree({ 'a/1.js': '', 'b/2.js': '', 'c/3.js': '' });
    const steps = walk([root], []);
    const seen: string[] = [];
    for (const event of steps) {
      assert.equal(event.kind, 'file');
      if (seen.length === 0)
        for (const folder of ['a', 'b', 'c'])
          if (!event.file.includes(`${sep}${folder}${sep}`)) rmSync(join(root, folder), { recursive: true });
      seen.push(event.file);
    }
    assert.equal(seen.length, 1);
  });

  it('is lazy: what is not asked for is not read', () => {
    const root = makeTree({ 'a.js': '' });
    const steps = walk([root, join(root, 'gone')], []);
    assert.equal(steps.next().value?.kind, 'file');
    mkdirSync(join(root, 'gone'));
    assert.equal(steps.next().done, true);
  });
});

describe('walk against git', () => {
  const pieces = [
    'a',
    'b',
    'c.js',
    '*',
    '**',
    '?.js',
    '[ab]',
    'b*',
    '\\!a',
    'a b',
    '*.js',
    '**/c.js',
    'a/**',
    'a/b',
    '/a',
    'b/',
    '**/b/',
    '/**/a/*.js',
    'c.js ',
    '\\#x.js',
  ];
  const folders = ['', 'a', 'b', 'a/b', 'a/a', 'b/a', 'a/b/a', 'a b', '[ab]'];
  const names = ['a.js', 'b.js', 'c.js', 'ab.js', '#x.js', '!a.js'];

  /** A small generator with a fixed seed: the same trees on every run. */
  function random(seed: number): () => number {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
  }

  it('finds the files that git would add, for random ignore files', function () {
    this.timeout(60_000);
    if (spawnSync('git', ['--version']).status !== 0) {
      console.warn('      SKIPPED: git is not installed, so there is nothing to compare with');
      this.skip();
    }
    for (let seed = 1; seed <= 60; seed++) {
      const next = random(seed);
      const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
      const tree: Record<string, string> = {};
      for (const folder of folders) for (const name of names) if (next() < 0.7) tree[folder === '' ? name : `${folder}/${name}`] = '';
      for (let i = 0; i < 4; i++) {
        const folder = pick(folders);
        const lines = Array.from({ length: 1 + Math.floor(next() * 3) }, () => (next() < 0.3 ? '!' : '') + pick(pieces));
        tree[folder === '' ? '.gitignore' : `${folder}/.gitignore`] = `${lines.join('\n')}\n`;
      }
      const root = makeTree(tree);
      spawnSync('git', ['init', '--quiet'], { cwd: root });
      const listed = spawnSync('git', ['-c', 'core.excludesFile=', 'ls-files', '-z', '--others', '--exclude-standard'], {
        cwd: root,
        encoding: 'utf8',
      });
      assert.equal(listed.status, 0, listed.stderr);
      const expected = listed.stdout.split('\0').filter((file) => file !== '' && languageOf(file));
      const ignores = Object.keys(tree)
        .filter((file) => file.endsWith('.gitignore'))
        .map((file) => `${file}: ${JSON.stringify(readFileSync(join(root, file), 'utf8'))}`);
      assert.deepEqual(walked(root).files, expected.sort(), `seed ${seed}\n${ignores.join('\n')}`);
      rmSync(root, { recursive: true });
    }
  });
});
