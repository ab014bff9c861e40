import { strict as assert } from 'node:assert';
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { FolderMemory, type KeptWalk } from '../../../src/workspace/files/folderMemory';
import { walk } from '../../../src/workspace/files/walk';
import { addTo, makeTree, type Tree } from '../support/tree';

interface Walked {
  /** In the order of the walk. */
  readonly files: readonly string[];
  readonly memory: FolderMemory;
}

function walked(root: string, before?: KeptWalk, excludes: readonly string[] = []): Walked {
  const memory = new FolderMemory(before);
  return { files: filesOf(root, memory, excludes), memory };
}

function filesOf(root: string, memory?: FolderMemory, excludes: readonly string[] = []): string[] {
  return [...walk([root], excludes, true, memory)].map(({ file }) => file.slice(root.length + 1).replaceAll(sep, '/'));
}

const clock = Date.now;

/** Waits until the file system's clock, which goes in steps of milliseconds, shows another time. */
function untilNextTick(root: string): void {
  const probe = join(root, '..', 'openward-test-tick');
  const now = (): number => {
    writeFileSync(probe, '');
    return statSync(probe).ctimeMs;
  };
  const start = now();
  while (now() === start);
  rmSync(probe);
}

const tree: Tree = {
  '.git/info/exclude': '',
  'package.json': '{}',
  'a/a.ts': '',
  'a/b/b.ts': '',
  'a/b/c/c.ts': '',
  'd/.gitignore': 'e.ts\n',
  'd/d.ts': '',
  'd/e.ts': '',
  'd/f/e.ts': '',
  'd/f/g.ts': '',
  'inner/.git/info/exclude': 'x.ts\n',
  'inner/x.ts': '',
  'inner/y.ts': '',
};

const write =
  (path: string, text = '') =>
  (root: string): void =>
    addTo(root, { [path]: text });

interface Change {
  readonly what: string;
  readonly change: (root: string) => void;
  /** Folders that are read again. */
  readonly reads: readonly string[];
}

const changes: readonly Change[] = [
  { what: 'nothing', change: () => undefined, reads: [] },
  { what: 'the text of a file', change: write('a/a.ts', 'x'), reads: [] },
  { what: 'a new file', change: write('a/b/new.ts'), reads: ['a/b'] },
  { what: 'a file gone', change: (root) => rmSync(join(root, 'a/b/b.ts')), reads: ['a/b'] },
  { what: 'a new folder', change: write('a/new/n.ts'), reads: ['a', 'a/new'] },
  { what: 'a folder gone', change: (root) => rmSync(join(root, 'a'), { recursive: true }), reads: ['.'] },
  { what: 'a folder with another name', change: (root) => renameSync(join(root, 'a/b'), join(root, 'a/z')), reads: ['a', 'a/z', 'a/z/c'] },
  {
    what: 'a file in the place of a folder',
    change: (root) => {
      rmSync(join(root, 'a/b'), { recursive: true });
      write('a/b')(root);
    },
    reads: ['a'],
  },
  { what: 'a new ignore file', change: write('a/.gitignore', 'c.ts\n'), reads: ['a', 'a/b', 'a/b/c'] },
  { what: 'an ignore file with another text', change: write('d/.gitignore', 'g.ts\n'), reads: ['d', 'd/f'] },
  { what: 'an ignore file with the same text', change: write('d/.gitignore', 'e.ts\n'), reads: [] },
  { what: 'an ignore file gone', change: (root) => rmSync(join(root, 'd/.gitignore')), reads: ['d', 'd/f'] },
  { what: 'a new file beside an ignore file', change: write('d/new.ts'), reads: ['d'] },
  { what: 'a new file below an ignore file', change: write('d/f/new.ts'), reads: ['d/f'] },
  {
    what: "the repository's own excludes",
    change: write('.git/info/exclude', 'c.ts\n'),
    reads: ['.', 'a', 'a/b', 'a/b/c', 'd', 'd/f', 'inner'],
  },
  { what: 'the excludes of a repository inside', change: write('inner/.git/info/exclude', 'y.ts\n'), reads: ['inner'] },
  {
    what: 'a repository inside that is none any more',
    change: (root) => rmSync(join(root, 'inner/.git'), { recursive: true }),
    reads: ['inner'],
  },
  { what: 'a folder that becomes a repository', change: write('d/.git/info/exclude', 'd.ts\n'), reads: ['d', 'd/f'] },
  { what: 'a folder that becomes a virtual environment', change: write('a/pyvenv.cfg'), reads: ['a'] },
];

describe('A walk that remembers the last one', () => {
  beforeEach(() => {
    // An hour later: files were written long ago, and their times are believed.
    Date.now = () => clock() + 3_600_000;
  });
  afterEach(() => {
    Date.now = clock;
  });

  for (const { what, change, reads } of changes) {
    it(`finds what one that doesn't finds, and reads no more than it must: ${what}`, () => {
      const root = makeTree(tree);
      const { memory } = walked(root);
      untilNextTick(root);
      change(root);
      const before = memory.walk.folders;
      const again = walked(root, memory.walk);
      assert.deepEqual(again.files, filesOf(root));
      const read = [...again.memory.walk.folders].filter(([path, folder]) => folder.files !== before.get(path)?.files);
      assert.deepEqual(read.map(([path]) => path.slice(root.length + 1).replaceAll(sep, '/') || '.').sort(), [...reads].sort());
      untilNextTick(root);
      const third = walked(root, again.memory.walk);
      assert.deepEqual(third.files, again.files);
      assert.equal(third.memory.isChanged, false);
    });
  }

  it('does not believe times of just now', () => {
    Date.now = clock;
    const root = makeTree({ 'a.ts': '' });
    const { memory } = walked(root);
    write('b.ts')(root);
    assert.deepEqual(walked(root, memory.walk).files.toSorted(), ['a.ts', 'b.ts']);
  });

  it('starts anew when something else is to be found', () => {
    const root = makeTree({ 'a.ts': '', 'b/c.ts': '' });
    const { memory } = walked(root);
    const other = walked(root, memory.walk, ['b']);
    assert.deepEqual(other.files, ['a.ts']);
    assert.equal(other.memory.isChanged, true);
  });

  it('starts anew when a rule above its root changes', () => {
    const root = makeTree({ '.git/': '', '.gitignore': '', 'app/a.ts': '', 'app/b.ts': '' });
    const app = join(root, 'app');
    const { memory } = walked(app);
    write('.gitignore', 'b.ts\n')(root);
    assert.deepEqual(walked(app, memory.walk).files, ['a.ts']);
  });

  it('does not remember a folder that could not be read', () => {
    const root = makeTree({ 'a.ts': '' });
    const app = join(root, 'app');
    mkdirSync(app);
    const { memory } = walked(app);
    rmSync(app, { recursive: true });
    assert.equal([...walk([app], [], true, new FolderMemory(memory.walk))][0]?.kind, 'error');
  });
});
