import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { builtinModules } from 'node:module';

/** Modules that only some layers may import. DESIGN.md §3; `src/core` stays pure. */
const nodeBuiltins = builtinModules.flatMap((name) => [name, `node:${name}`]);
const forbid = (...groups) => ({
  '@typescript-eslint/no-restricted-imports': [
    'error',
    { paths: groups.flatMap((g) => g.paths ?? []), patterns: groups.flatMap((g) => g.patterns ?? []) },
  ],
});
const vscodeApi = { paths: [{ name: 'vscode', message: 'Only src/editor and src/extension.ts talk to VS Code.' }] };
const node = { paths: nodeBuiltins.map((name) => ({ name, message: 'This layer is pure: no Node built-ins.' })) };
const layers = (...names) => ({
  patterns: names.map((name) => ({ regex: `^(\\.\\./)+${name}(/|$)`, message: `This layer may not import src/${name}.` })),
});

export default tseslint.config(
  { ignores: ['dist/', 'out/', '.vscode-test/', 'node_modules/', 'test/fixtures/', 'examples/', 'src/catalog/generated/'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.mjs', 'scripts/prove/public/*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // A `default` counts as an answer for the rest: a linker that gives up on most kinds of value says so once.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // The names of node types are compared as strings: the enum would pull the parser into the bundles that only read trees.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Facts are objects with lazy getters; a getter of an object literal reaches the class around it by a name only.
      '@typescript-eslint/no-this-alias': ['error', { allowedNames: ['lowering'] }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
    },
  },
  {
    files: ['**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  { files: ['src/core/**/*.ts'], rules: forbid(vscodeApi, node, layers('catalog', 'workspace', 'probe', 'editor', 'panel', 'cli')) },
  { files: ['src/core/*/**/*.ts'], rules: forbid(vscodeApi, node, layers('workspace', 'probe', 'editor', 'panel', 'cli')) },
  { files: ['src/catalog/**/*.ts'], rules: forbid(vscodeApi, node, layers('workspace', 'probe', 'editor', 'panel', 'cli')) },
  { files: ['src/probe/**/*.ts'], rules: forbid(vscodeApi, node, layers('catalog', 'workspace', 'editor', 'panel', 'cli')) },
  { files: ['src/workspace/**/*.ts'], rules: forbid(vscodeApi, layers('probe', 'editor', 'panel', 'cli')) },
  { files: ['src/cli/**/*.ts'], rules: forbid(vscodeApi, layers('editor', 'panel')) },
  { files: ['src/editor/**/*.ts'], rules: forbid(layers('cli')) },
  {
    // Half-typed code gives trees that the types rule out: the frontend checks all the same.
    files: ['src/core/frontend/**/*.ts'],
    rules: { '@typescript-eslint/no-unnecessary-condition': 'off', '@typescript-eslint/no-unnecessary-type-conversion': 'off' },
  },
  { files: ['src/panel/**/*.ts'], rules: forbid(vscodeApi, node, layers('core', 'catalog', 'workspace', 'probe', 'editor', 'cli')) },
  { files: ['src/extension.ts'], rules: { 'max-lines': ['error', { max: 150 }] } },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-unused-expressions': 'off' } },
);
