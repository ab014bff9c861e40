import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isColdScan } from '../../src/cli/coldScan';
import { makeTree } from '../workspace/support/tree';

describe('Whether a scan is cold', () => {
  const home = makeTree({ 'kept/0123.scan': '{}', 'code/cli.code': '' });
  const kept = join(home, 'kept');
  const empty = join(home, 'code');

  const cases: readonly (readonly [what: string, given: readonly string[], expected: boolean])[] = [
    ['keeps nothing', ['scan', '.', '--no-cache', '--cache-dir', kept], true],
    ['kept results', ['scan', '.', '--cache-dir', kept], false],
    ['kept results, named in one word', ['scan', `--cache-dir=${kept}`], false],
    ['an empty folder', ['scan', '--cache-dir', empty], true],
    ['no folder', ['scan', '--cache-dir', join(home, 'none')], true],
    ['another command', ['fix', '.', '--no-cache'], false],
    ['no command', [], false],
  ];
  for (const [what, given, expected] of cases) it(`tells it for ${what}`, () => assert.equal(isColdScan(given, {}), expected));

  it("looks into the system's folder where no other is named", () => {
    const folder = join(home, 'openward');
    assert.equal(isColdScan(['scan'], { XDG_CACHE_HOME: home, LOCALAPPDATA: home }), true);
    mkdirSync(folder);
    writeFileSync(join(folder, 'ab.scan'), '');
    if (process.platform !== 'darwin') assert.equal(isColdScan(['scan'], { XDG_CACHE_HOME: home, LOCALAPPDATA: home }), false);
    assert.equal(isColdScan(['scan'], {}), true);
  });
});
