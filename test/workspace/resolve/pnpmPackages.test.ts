import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { pnpmPackages } from '../../../src/workspace/resolve/pnpmPackages';

const texts: readonly (readonly [title: string, text: string, globs: readonly string[]])[] = [
  ['plain', 'packages:\n  - packages/*\n  - apps/web\n', ['packages/*', 'apps/web']],
  ['quoted', `packages:\n    - 'packages/*'\n    - "!**/test/**"\n`, ['packages/*', '!**/test/**']],
  ['beside the key', 'packages:\n- packages/*\n- "."\ncatalog:\n  react: 1.0.0\n', ['packages/*', '.']],
  ['with comments', 'packages: # all\n  # ours\n\n  - packages/* # most\n\nother:\n  - no/*\n', ['packages/*']],
  ['after other keys', 'allowBuilds:\r\n  esbuild: true\r\npackages:\r\n  - packages/*\r\n', ['packages/*']],
  ['in a row', 'packages: ["packages/*", apps/*]\n', ['packages/*', 'apps/*']],
  ['of what is no text', 'packages:\n  - 1.5\n  - packages/*\n', ['packages/*']],
  ['of escapes', 'packages:\n  - "packages\\u002F*"\n', ['packages/*']],
  ['of other values', 'packages:\n  - packages/*\n  - name: x\n', ['packages/*']],
  ['under a quoted key', '"packages":\n  - packages/*\n', ['packages/*']],
  ['deeper in', 'other:\n  packages:\n    - no/*\n', []],
  ['over several lines', 'packages:\n  - packages/*\n    deep\n', ['packages/* deep']],
  ['empty', 'packages:\ncatalog:\n  react: 1.0.0\n', []],
]; // prettier-ignore

describe("The packages of pnpm's workspace file", () => {
  for (const [title, text, globs] of texts) {
    it(`are read from a list ${title}`, () => {
      assert.deepEqual(pnpmPackages(text), globs);
      const { packages } = parse(text) as { readonly packages?: unknown };
      const listed = Array.isArray(packages) ? packages.filter((each) => typeof each === 'string') : [];
      assert.deepEqual(globs, listed, 'as YAML has it');
    });
  }

  it('are none in a file that is broken where they stand, or repeats them', () => {
    assert.deepEqual(pnpmPackages('packages:\n  - packages/*\n - apps/*\n'), []);
    assert.deepEqual(pnpmPackages('packages:\n  - a/*\npackages:\n  - b/*\n'), []);
  });
});
