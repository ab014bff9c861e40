import { readFileSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addTo, type Tree } from '../support/tree';

export const closed = "import OpenAI from 'openai';\nexport const client = new OpenAI();\n";
export const open = "import OpenAI from 'openai';\nexport const client = new OpenAI({ baseURL: 'http://localhost:11434/v1' });\n";
export const use = (specifier: string): string =>
  `import OpenAI from 'openai';\nimport { client } from '${specifier}';\nclient.chat.completions.create({ model: 'gpt-4o', messages: [] });\n`;

/** What happens to a tree between two scans, and which files must be analysed for it. */
export interface Change {
  readonly title: string;
  readonly before: Tree;
  readonly change: (root: string) => void;
  readonly analyzed: readonly string[];
  /** No hash is kept of environment files, so that what was just written is read again. */
  readonly onlySettled?: boolean;
}

export const write =
  (path: string, text: string) =>
  (root: string): void =>
    addTo(root, { [path]: text });
export const remove =
  (path: string) =>
  (root: string): void =>
    rmSync(join(root, path), { recursive: true });

export const pair: Tree = { 'client.ts': closed, 'use.ts': use('./client'), 'other.ts': closed };
export const paths = (folder: string): string => JSON.stringify({ compilerOptions: { paths: { '#lib/*': [`./${folder}/*`] } } });
export const twoFolders: Tree = { 'a/client.ts': closed, 'b/client.ts': open };

const inEnvironment = (url: string): string => `OPENAI_BASE_URL=${url}\n`;
const environmentChanges: readonly Change[] = [
  {
    title: 'an environment file',
    before: { ...pair, '.env': inEnvironment('http://localhost:11434/v1') },
    change: write('.env', inEnvironment('https://api.groq.com/openai/v1')),
    analyzed: ['client.ts', 'other.ts', 'use.ts'],
    onlySettled: true,
  },
  {
    title: 'a new environment file',
    before: { 'app/use.ts': use('../lib/client'), 'lib/client.ts': closed, 'lib/other.ts': 'export {};\n' },
    change: write('lib/.env.local', inEnvironment('http://localhost:11434/v1')),
    analyzed: ['app/use.ts', 'lib/client.ts'],
    onlySettled: true,
  },
  {
    title: 'a deleted environment file',
    before: { ...pair, '.env': inEnvironment('http://localhost:11434/v1') },
    change: remove('.env'),
    analyzed: ['client.ts', 'other.ts', 'use.ts'],
    onlySettled: true,
  },
  {
    title: 'to a tree with a nearer environment file',
    before: { 'src/client.ts': closed, '.env': inEnvironment('http://localhost:11434/v1') },
    change: write('src/.env', inEnvironment('https://api.groq.com/openai/v1')),
    analyzed: ['src/client.ts'],
    onlySettled: true,
  },
];

export const changes: readonly Change[] = [
  { title: 'nothing', before: pair, change: () => undefined, analyzed: [] },
  { title: 'a file', before: pair, change: write('other.ts', open), analyzed: ['other.ts'] },
  {
    title: 'a file, to one of the same size and time',
    before: { 'a.ts': "export const a = 'https://api.openai.com/v1';\nfetch(a + '/chat/completions');\n" },
    change: (root) => {
      const file = join(root, 'a.ts');
      const { atime, mtime } = statSync(file);
      writeFileSync(file, readFileSync(file, 'utf8').replace('api.openai.com/v1', 'api.mistral.ai/v1'));
      utimesSync(file, atime, mtime);
    },
    analyzed: ['a.ts'],
  },
  { title: 'a file that had no call site', before: { 'a.ts': 'export {};\n' }, change: write('a.ts', closed), analyzed: ['a.ts'] },
  { title: 'a dependency', before: pair, change: write('client.ts', open), analyzed: ['client.ts', 'use.ts'] },
  {
    title: 'a dependency of a dependency',
    before: { ...pair, 'index.ts': "export * from './client';\n", 'use.ts': use('./index') },
    change: write('client.ts', open),
    analyzed: ['client.ts', 'index.ts', 'use.ts'],
  },
  {
    title: 'a dependency that the walk passes over',
    before: { '.gitignore': 'made/\n', '.git/HEAD': '', 'made/client.ts': closed, 'use.ts': use('./made/client') },
    change: write('made/client.ts', open),
    analyzed: ['use.ts'],
  },
  {
    title: 'a settings file that code reads',
    before: {
      'api.json': '{ "url": "https://api.groq.com/openai/v1" }',
      'use.ts': "import OpenAI from 'openai';\nimport api from './api.json';\nexport const client = new OpenAI({ baseURL: api.url });\n",
      'other.ts': closed,
    },
    change: write('api.json', '{ "url": "http://localhost:11434/v1" }'),
    analyzed: ['use.ts'],
  },
  { title: 'a new file', before: pair, change: write('new.ts', closed), analyzed: ['new.ts'] },
  {
    title: 'a new file that an import means now',
    before: { 'use.ts': use('./client'), 'other.ts': closed },
    change: write('client.ts', open),
    analyzed: ['client.ts', 'use.ts'],
  },
  {
    title: 'a new file that an import means now instead of another',
    before: { 'client/index.ts': closed, 'use.ts': use('./client'), 'other.ts': closed },
    change: write('client.ts', open),
    analyzed: ['client.ts', 'use.ts'],
  },
  {
    title: 'a new folder that an import leads into now',
    before: { 'use.ts': use('./lib/client'), 'other.ts': closed },
    change: write('lib/client.ts', open),
    analyzed: ['lib/client.ts', 'use.ts'],
  },
  { title: 'a deleted file', before: pair, change: remove('other.ts'), analyzed: [] },
  { title: 'a deleted dependency', before: pair, change: remove('client.ts'), analyzed: ['use.ts'] },
  {
    title: 'a deleted dependency that another file stands in for',
    before: { ...pair, 'client/index.ts': open },
    change: remove('client.ts'),
    analyzed: ['use.ts'],
  },
  {
    title: 'a renamed folder',
    before: { 'lib/client.ts': closed, 'use.ts': use('./lib/client') },
    change: (root) => renameSync(join(root, 'lib'), join(root, 'src')),
    analyzed: ['src/client.ts', 'use.ts'],
  },
  ...environmentChanges,
  {
    title: "a tsconfig.json's paths",
    before: { ...twoFolders, 'tsconfig.json': paths('a'), 'use.ts': use('#lib/client') },
    change: write('tsconfig.json', paths('b')),
    analyzed: ['use.ts'],
  },
  {
    title: 'a configuration that a tsconfig.json extends',
    before: { ...twoFolders, 'tsconfig.json': '{ "extends": "./base" }', 'base.json': paths('a'), 'use.ts': use('#lib/client') },
    change: write('base.json', paths('b')),
    analyzed: ['use.ts'],
  },
  {
    title: 'a tsconfig.json to the same paths',
    before: { ...twoFolders, 'tsconfig.json': paths('a'), 'use.ts': use('#lib/client') },
    change: write('tsconfig.json', `${paths('a')}\n`),
    analyzed: [],
  },
  {
    title: 'to a tree with a jsconfig.json',
    before: { ...twoFolders, 'use.js': use('#lib/client') },
    change: write('jsconfig.json', paths('b')),
    analyzed: ['use.js'],
  },
  {
    title: "a package's exports",
    before: {
      'package.json': '{ "workspaces": ["lib"] }',
      'lib/package.json': '{ "name": "@x/lib", "exports": "./a.ts" }',
      'lib/a.ts': closed,
      'lib/b.ts': open,
      'use.ts': use('@x/lib'),
    },
    change: write('lib/package.json', '{ "name": "@x/lib", "exports": "./b.ts" }'),
    analyzed: ['use.ts'],
  },
  {
    title: 'a package of the workspace that is new',
    before: { 'package.json': '{ "workspaces": ["packages/*"] }', 'packages/a/package.json': '{ "name": "a" }', 'use.ts': use('lib') },
    change: (root) => addTo(root, { 'packages/lib/package.json': '{ "name": "lib", "main": "./main.ts" }', 'packages/lib/main.ts': open }),
    analyzed: ['packages/lib/main.ts', 'use.ts'],
  },
  {
    title: 'a linked package to another one',
    before: {
      'a/package.json': '{ "name": "lib", "main": "./main.ts" }',
      'a/main.ts': closed,
      'b/package.json': '{ "name": "lib", "main": "./main.ts" }',
      'b/main.ts': open,
      'node_modules/other/package.json': '{}',
      'use.ts': use('lib'),
    },
    change: (root) => {
      rmSync(join(root, 'node_modules/lib'), { force: true });
      symlinkSync(join(root, 'b'), join(root, 'node_modules/lib'), 'dir');
    },
    analyzed: ['use.ts'],
  },
  { title: 'an ignore file', before: { ...pair, '.git/HEAD': '' }, change: write('.gitignore', 'other.ts\n'), analyzed: [] },
];
