import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalog } from '../../../src/catalog';
import { createEngine } from '../../../src/core/createEngine';
import type { ChannelFactory } from '../../../src/workspace/service/channel';
import { EngineClient } from '../../../src/workspace/service/client';
import type { ScanRequest, ScanResult } from '../../../src/workspace/service/engineService';
import { inProcessChannels } from '../../../src/workspace/service/inProcess';
import { changes, closed, open, pair, use } from './changes';
import { addTo, makeTree, type Tree } from '../support/tree';

const catalog = loadCatalog();

interface Ran {
  /** What the scan came to, without its duration. */
  readonly told: ScanResult;
  /** Files that were analysed and not taken from what was kept, relative to the root, in order. */
  readonly analyzed: readonly string[];
}

interface RunOptions {
  readonly version?: string;
  readonly maxFileBytes?: number;
  readonly excludes?: readonly string[];
  readonly documents?: Tree;
}

/** Scans once, by a service of its own; without a folder nothing is kept or taken. */
async function scan(root: string, folder: string | null, options: RunOptions = {}): Promise<Ran> {
  const { version = '1', maxFileBytes = 1 << 20, excludes = [], documents = {} } = options;
  const asked = new Set<string>();
  const workers = inProcessChannels((host) => createEngine(catalog, host));
  const channels: ChannelFactory = (purpose, events) => {
    const channel = workers(purpose, events);
    return {
      ...channel,
      post: (message) => {
        if (message.type === 'request' && 'files' in message.request)
          for (const file of message.request.files) asked.add(file.slice(root.length + 1));
        channel.post(message);
      },
    };
  };
  const service = new EngineClient(channels, folder === null ? { maxFileBytes } : { maxFileBytes, cache: { folder, version } });
  for (const [path, text] of Object.entries(documents)) service.setDocument(join(root, path), text.toString(), 1);
  const request: ScanRequest = { roots: [root], excludes, maxFileBytes };
  const { stats, ...rest } = await service.scan(request, () => undefined, new AbortController().signal);
  await service.dispose();
  return { told: { ...rest, stats: { ...stats, milliseconds: 0 } }, analyzed: [...asked].toSorted() };
}

/** Scans with what was kept and without, asserts that both say the same, and tells which files workers were asked about. */
async function rescan(root: string, folder: string, options: RunOptions = {}): Promise<readonly string[]> {
  const fresh = await scan(root, null, options);
  const { told, analyzed } = await scan(root, folder, options);
  assert.deepEqual(told, fresh.told);
  return analyzed;
}

const clock = Date.now;

/** Lets an hour pass: files were written long ago, and their times are believed. */
function passAnHour(): void {
  Date.now = () => clock() + 3_600_000;
}

const keptFile = (folder: string): string => join(folder, readdirSync(folder).find((name) => name.endsWith('.scan')) ?? 'none');

describe('Results kept from one scan to the next', function () {
  this.timeout(20_000);
  afterEach(() => {
    Date.now = clock;
  });

  describe('are the same as fresh ones after a change of', () => {
    for (const { title, before, change, analyzed, onlySettled = false } of changes) {
      for (const settled of onlySettled ? [true] : [false, true]) {
        it(`${title}${settled ? ', long after' : ''}`, async () => {
          const root = makeTree(before);
          const folder = makeTree({});
          if (settled) passAnHour();
          assert.equal((await scan(root, folder)).analyzed.length > 0, true);
          assert.equal((await rescan(root, folder)).length, 0, 'nothing had changed');
          change(root);
          assert.deepEqual(await rescan(root, folder), analyzed);
          assert.deepEqual(await rescan(root, folder), [], 'nothing had changed again');
        });
      }
    }
  });

  it('stand after a checkout that writes the same texts anew', async () => {
    const root = makeTree(pair);
    const folder = makeTree({});
    await scan(root, folder);
    const copy = `${root}-copy`;
    cpSync(root, copy, { recursive: true });
    rmSync(root, { recursive: true });
    cpSync(copy, root, { recursive: true });
    rmSync(copy, { recursive: true });
    assert.deepEqual(await rescan(root, folder), []);
  });

  for (const { what, path, before, change } of [
    {
      what: 'a folder',
      path: '.',
      before: { 'client/index.ts': closed, 'use.ts': use('./client') },
      change: { 'client.ts': open },
    },
    {
      what: 'a file',
      path: 'client.ts',
      before: { 'client.ts': open, 'use.ts': use('./client') },
      change: { 'client.ts': open.replace('http://localhost:11434/v1', 'https://api.mistral.ai/v1') },
    },
  ]) {
    it(`are made anew after a change that gives ${what} its old time again, as unpacking an archive does`, async () => {
      const root = makeTree(before);
      const folder = makeTree({});
      // A whole second: what is set is what is read.
      const time = new Date('2024-05-06T07:08:09Z');
      utimesSync(join(root, path), time, time);
      passAnHour();
      await rescan(root, folder);
      const { size } = statSync(join(root, path));
      addTo(root, change);
      utimesSync(join(root, path), time, time);
      assert.equal(statSync(join(root, path)).mtimeMs, time.getTime());
      if (path !== '.') assert.equal(statSync(join(root, path)).size, size);
      assert.deepEqual(await rescan(root, folder), ['client.ts', 'use.ts']);
    });
  }

  it('are those of one version, and of one limit for the size of files', async () => {
    const root = makeTree({ ...pair, 'large.ts': `${closed}// ${'x'.repeat(4000)}\n` });
    const folder = makeTree({});
    const all = ['client.ts', 'large.ts', 'other.ts', 'use.ts'];
    assert.deepEqual(await rescan(root, folder), all);
    assert.deepEqual(await rescan(root, folder, { version: '2' }), all);
    assert.deepEqual(await rescan(root, folder, { version: '2' }), []);
    const small = { version: '2', maxFileBytes: 2000 };
    assert.deepEqual(await rescan(root, folder, small), all);
    // Written just now and not read: nothing tells that it is still the same.
    assert.deepEqual(await rescan(root, folder, small), ['large.ts']);
    assert.deepEqual(await rescan(root, folder, { version: '2' }), all);
  });

  it('follow what is left out', async () => {
    const root = makeTree(pair);
    const folder = makeTree({});
    await scan(root, folder);
    assert.deepEqual(await rescan(root, folder, { excludes: ['other.ts'] }), []);
    assert.deepEqual(await rescan(root, folder), ['other.ts']);
  });

  it('say nothing of what was read through an open document', async () => {
    const root = makeTree(pair);
    const folder = makeTree({});
    const documents = { 'client.ts': open };
    await scan(root, folder);
    assert.deepEqual(await rescan(root, folder, { documents }), ['client.ts', 'use.ts']);
    assert.deepEqual(await rescan(root, folder), ['client.ts', 'use.ts']);
    assert.deepEqual(await rescan(root, folder), []);
  });

  it('never hold the text of an open document, nor what was drawn from it', async () => {
    const root = makeTree(pair);
    const folder = makeTree({});
    await scan(root, folder, { documents: { 'client.ts': open.replace('11434', '11434/unsaved') } });
    assert.doesNotMatch(readFileSync(keptFile(folder), 'utf8'), /unsaved/);
    assert.deepEqual(await rescan(root, folder), ['client.ts', 'use.ts']);
  });

  it('are not used beside a document that is not on the disk', async () => {
    const root = makeTree({ 'use.ts': use('./client') });
    const folder = makeTree({});
    await scan(root, folder);
    assert.deepEqual(await rescan(root, folder, { documents: { 'client.ts': open } }), ['use.ts']);
    assert.deepEqual(await rescan(root, folder), []);
  });

  it('are made anew from a damaged file', async () => {
    const root = makeTree(pair);
    const folder = makeTree({});
    const all = ['client.ts', 'other.ts', 'use.ts'];
    await scan(root, folder);
    const whole = readFileSync(keptFile(folder), 'utf8');
    const damaged: readonly (string | Buffer)[] = [
      '',
      'not a cache',
      whole.slice(0, whole.length / 2),
      whole.replace('gpt-4o', 'gpt-4x'),
      whole.replace(/\n.*/s, '\n{}'),
      Buffer.alloc(4096, 0xff),
    ];
    for (const content of damaged) {
      writeFileSync(keptFile(folder), content);
      assert.deepEqual(await rescan(root, folder), all);
      assert.deepEqual(await rescan(root, folder), []);
    }
  });

  it('are whole whoever writes last, and leave nothing beside', async () => {
    const root = makeTree(pair);
    const folder = makeTree({});
    await Promise.all(Array.from({ length: 8 }, () => scan(root, folder)));
    assert.deepEqual(
      readdirSync(folder).map((name) => name.replace(/^.*\./, '')),
      ['scan'],
    );
    assert.deepEqual(await rescan(root, folder), []);
  });

  it('are whole when several processes write at once', async () => {
    const root = makeTree(pair);
    const folder = makeTree({});
    const script = join(makeTree({}), 'write.ts');
    const source = join(__dirname, '..', '..', '..', 'src', 'workspace', 'cache', 'store');
    writeFileSync(
      script,
      `import { SnapshotStore } from ${JSON.stringify(source)};
const store = new SnapshotStore({ folder: ${JSON.stringify(folder)}, version: '1' }, ['/somewhere'], 1);
const lookups = { folders: [], configurations: [], links: [] };
for (let round = 0; round < 200; round++) {
  const log = Array.from({ length: 200 }, (_, line) => process.pid + ' ' + round + ' ' + line);
  store.save({ outcomes: new Map(), files: new Map(), lookups, resolutions: new Map(), log });
  const found = store.load();
  if (!found || found.log.length !== 200 || new Set(found.log.map((line) => line.split(' ').slice(0, 2).join(' '))).size !== 1) process.exit(1);
}
`,
    );
    const commands = Array.from({ length: 3 }, () => `"${process.execPath}" --import tsx "${script}" &\npids="$pids $!"`);
    execFileSync('sh', ['-c', `${commands.join('\n')}\nfor pid in $pids; do wait $pid || exit 1; done`], {
      cwd: join(__dirname, '..', '..', '..'),
    });
    assert.equal(readdirSync(folder).length, 1);
    assert.equal((await scan(root, folder)).analyzed.length, 3);
  });

  it('are not kept where nothing can be written, and the scan does not care', async () => {
    const root = makeTree(pair);
    const folder = join(makeTree({ file: '' }), 'file', 'below');
    assert.equal((await rescan(root, folder)).length, 3);
    assert.equal((await rescan(root, folder)).length, 3);
  });

  it('of trees that nobody scans any more are removed, and nothing else', async () => {
    const folder = makeTree({});
    await scan(makeTree(pair), folder);
    const old = keptFile(folder);
    const past = Date.now() / 1000 - 40 * 24 * 3600;
    utimesSync(old, past, past);
    addTo(folder, { 'notes.txt': '', '0123456789abcdef.tmp': '' });
    utimesSync(join(folder, 'notes.txt'), past, past);
    utimesSync(join(folder, '0123456789abcdef.tmp'), past, past);
    await scan(makeTree(pair), folder);
    const names = readdirSync(folder);
    assert.equal(names.length, 2);
    assert.equal(names.includes('notes.txt'), true);
    assert.equal(
      names.some((name) => old.endsWith(name)),
      false,
    );
  });

  it('are not written again when nothing changed', async () => {
    const root = makeTree(pair);
    const folder = makeTree({});
    passAnHour();
    await scan(root, folder);
    const { ino } = statSync(keptFile(folder));
    await scan(root, folder);
    assert.equal(statSync(keptFile(folder)).ino, ino);
    addTo(root, { 'new.ts': closed });
    await scan(root, folder);
    assert.notEqual(statSync(keptFile(folder)).ino, ino);
  });
});
