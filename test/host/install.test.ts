import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installOnce, type Installation } from '../../scripts/host/install';

describe('set-up of hosts', function () {
  this.timeout(60_000);
  let cache: string;
  let manifest: string;
  let finished: number;

  const installation = (changes: Partial<Installation> = {}): Installation => ({
    name: 'part',
    manifest,
    recipe: 1,
    cache,
    finish: () => {
      finished++;
      return Promise.resolve();
    },
    progress: (work) => work(),
    ...changes,
  });

  beforeEach(async () => {
    finished = 0;
    cache = await mkdtemp(join(tmpdir(), 'openward-install-'));
    manifest = join(cache, 'manifest');
    await mkdir(manifest);
    const packages = { '': { name: 'part', version: '1.0.0' } };
    await writeFile(join(manifest, 'package.json'), JSON.stringify(packages['']));
    await writeFile(join(manifest, 'package-lock.json'), JSON.stringify({ name: 'part', version: '1.0.0', lockfileVersion: 3, packages }));
  });

  afterEach(() => rm(cache, { recursive: true, force: true }));

  it('happens once', async () => {
    assert.equal(await installOnce(installation()), join(cache, 'part'));
    await installOnce(installation());
    assert.equal(finished, 1);
  });

  it('happens once for two that ask at the same time', async () => {
    await Promise.all([installOnce(installation()), installOnce(installation())]);
    assert.equal(finished, 1);
  });

  it('starts anew after it was interrupted', async () => {
    const interrupted = installation({ finish: () => Promise.reject(new Error('interrupted')) });
    await assert.rejects(installOnce(interrupted), /interrupted/);
    await installOnce(installation());
    assert.equal(finished, 1);
  });

  it('does not wait for a process that has died', async () => {
    // Larger than any process id.
    await writeFile(join(cache, 'part.lock'), '4194999');
    await installOnce(installation());
    assert.equal(finished, 1);
  });

  it('happens again when versions or recipe change', async () => {
    await installOnce(installation());
    await installOnce(installation({ recipe: 2 }));
    assert.equal(finished, 2);
  });
});
