import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalog, vendors } from '../../src/catalog';

const core = join(__dirname, '..', '..', 'src', 'core');

/** The code of a file without its comments, which name vendors as examples. */
function codeOf(file: string): string {
  return readFileSync(join(core, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '');
}

describe('vendor knowledge stands in the catalog alone', () => {
  const files = readdirSync(core, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

  it('no address of a vendor in the core', () => {
    const hosts = vendors.flatMap((row) => row.hosts).filter((host) => /^[\w.-]+\.[a-z]+$/.test(host));
    assert.ok(hosts.length > 50);
    assert.deepEqual(
      files.filter((file) => hosts.some((host) => codeOf(file).includes(host))),
      [],
    );
  });

  it('no header or tool by which one vendor is told in the core', () => {
    const own = loadCatalog().sdks.flatMap(({ headers = [], vendorToolMembers = [] }) => [
      ...headers.map(({ name }) => name),
      ...vendorToolMembers,
    ]);
    assert.ok(own.length > 10);
    const words = new RegExp(`['"](?:${[...new Set(own)].join('|')})['"]`);
    assert.deepEqual(
      files.filter((file) => words.test(codeOf(file))),
      [],
    );
  });
});
