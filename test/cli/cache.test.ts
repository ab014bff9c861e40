import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeTree } from '../workspace/support/tree';
import { closedSource, run } from './support';

describe('Results that the command line keeps', () => {
  const homeOf = (home: string): Record<string, string> => ({ HOME: home, LOCALAPPDATA: join(home, '.cache') });
  const placeIn = (home: string): string =>
    process.platform === 'darwin' ? join(home, 'Library', 'Caches', 'openward') : join(home, '.cache', 'openward');

  it("are in the system's folder for caches, and nothing of it is in the tree", async () => {
    const cwd = makeTree({ 'a.ts': closedSource });
    const home = makeTree({});
    const scan = async (): Promise<unknown> => {
      const { stdout, ...rest } = await run(['scan'], { cwd, variables: homeOf(home) });
      return { ...rest, stdout: stdout.replace(/ in \d+\.\d s\./, '.') };
    };
    const first = await scan();
    assert.equal(readdirSync(placeIn(home)).length, 1);
    assert.deepEqual(readdirSync(cwd), ['a.ts']);
    assert.deepEqual(await scan(), first);
  });

  it('are where --cache-dir says', async () => {
    const cwd = makeTree({ 'src/a.ts': closedSource });
    const home = makeTree({});
    await run(['scan', 'src', '--cache-dir', 'kept'], { cwd, variables: homeOf(home) });
    assert.equal(readdirSync(join(cwd, 'kept')).length, 1);
    assert.equal(existsSync(placeIn(home)), false);
  });

  it('are not kept with --no-cache', async () => {
    const cwd = makeTree({ 'a.ts': closedSource });
    const home = makeTree({});
    await run(['scan', '--no-cache'], { cwd, variables: homeOf(home) });
    await run(['scan', '--no-cache', '--cache-dir', 'kept'], { cwd, variables: homeOf(home) });
    assert.deepEqual([existsSync(placeIn(home)), existsSync(join(cwd, 'kept'))], [false, false]);
  });

  it('are not kept of a file by itself', async () => {
    const cwd = makeTree({ 'a.ts': closedSource });
    const home = makeTree({});
    await run(['scan', 'a.ts'], { cwd, variables: homeOf(home) });
    await run(['explain', 'a.ts:3'], { cwd, variables: homeOf(home) });
    assert.equal(existsSync(placeIn(home)), false);
  });
});
