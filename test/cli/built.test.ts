import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { version } from '../../package.json';
import { makeTree, type Tree } from '../workspace/support/tree';
import { closedSource } from './support';

const repository = join(__dirname, '..', '..');
const cli = join(repository, 'dist', 'cli.js');
/** Results are kept in a folder of the tests' own. */
const env = { ...process.env, XDG_CACHE_HOME: makeTree({}), HOME: makeTree({}), LOCALAPPDATA: makeTree({}) };

/** Enough findings to fill any pipe. */
const manyFiles: Tree = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`src/f${index}.ts`, closedSource]));

describe('The built command line', function () {
  this.timeout(60_000);

  before(() => {
    const { status, stderr } = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: repository, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });

  const runBuilt = (cwd: string, ...argv: readonly string[]): { code: number | null; stdout: string; stderr: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...argv], {
      cwd,
      env,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    return { code: status, stdout, stderr };
  };

  it('ends at once where the worker that it started early has nothing to do', () => {
    const cwd = makeTree({ 'notes.txt': '' });
    assert.equal(runBuilt(cwd, 'scan', '--no-cache').code, 0);
    assert.equal(runBuilt(cwd, 'scan', '--no-cache', 'missing').code, 2);
    assert.equal(runBuilt(cwd, 'scan', '--no-cache', '--help').code, 0);
  });

  it('scans with its workers and says by its exit code what there is', () => {
    const cwd = makeTree({ 'a.ts': closedSource });
    const { code, stdout, stderr } = runBuilt(cwd, 'scan', '--fail-on', 'closed');
    assert.deepEqual([code, stderr], [1, '']);
    assert.match(stdout, /^a\.ts\n {2}3:16 {2}closed {2}openai/);
    assert.equal(runBuilt(cwd, 'scan').code, 0);
    assert.equal(runBuilt(cwd, 'scan', 'gone').code, 2);
    assert.deepEqual(runBuilt(cwd, '--version'), { code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('writes a whole report into a pipe', () => {
    const { code, stdout } = runBuilt(makeTree(manyFiles), 'scan', '--format', 'json');
    assert.equal(code, 0);
    assert.equal((JSON.parse(stdout) as { findings: unknown[] }).findings.length, 800);
  });

  it('gives the same report the second time, from what it kept', () => {
    const cwd = makeTree({ ...manyFiles, 'src/use.ts': "import { ask } from './f0';\nask();\n" });
    const folder = makeTree({});
    const report = (...options: readonly string[]): unknown => {
      const { stats, ...rest } = JSON.parse(runBuilt(cwd, 'scan', '--format', 'json', ...options).stdout) as { stats: { ms: number } };
      return { ...rest, stats: { ...stats, ms: 0 } };
    };
    const fresh = report('--no-cache');
    assert.deepEqual(report('--cache-dir', folder), fresh);
    assert.equal(readdirSync(folder).length, 1);
    assert.deepEqual(report('--cache-dir', folder), fresh);
    writeFileSync(join(cwd, 'src/f0.ts'), 'export const ask = () => null;\n');
    assert.notDeepEqual(report('--cache-dir', folder), fresh);
    assert.deepEqual(report('--cache-dir', folder), report('--no-cache'));
  });

  it('says the same with the code that it compiled the last time, and with what is left of it', () => {
    const cwd = makeTree({ 'a.ts': closedSource, 'b.ts': 'const half = (\n' });
    const code = join(makeTree({}), 'openward', 'code');
    const home = join(code, '..', '..');
    const scan = (more: NodeJS.ProcessEnv = {}): unknown => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'scan', '--format', 'json', '--no-cache'], {
        cwd,
        env: { ...env, HOME: home, XDG_CACHE_HOME: home, LOCALAPPDATA: home, ...more },
        encoding: 'utf8',
      });
      assert.deepEqual([status, stderr], [0, '']);
      return (JSON.parse(stdout) as { findings: unknown }).findings;
    };
    const fresh = scan({ NODE_DISABLE_COMPILE_CACHE: '1' });
    assert.equal(existsSync(code), false);
    assert.deepEqual(scan(), fresh);
    const kept = readdirSync(code).map((name) => join(code, name));
    assert.deepEqual(kept.map((file) => basename(file).replace(/\..*/, '')).sort(), ['command', 'engine']);
    const times = kept.map((file) => statSync(file).mtimeMs);
    assert.deepEqual(scan(), fresh);
    assert.deepEqual(
      kept.map((file) => statSync(file).mtimeMs),
      times,
    );
    for (const file of kept) writeFileSync(file, readFileSync(file).subarray(0, 1000));
    assert.deepEqual(scan(), fresh);
    assert.ok(kept.every((file) => statSync(file).size > 1000));
  });

  it('fixes files through its workers', () => {
    const cwd = makeTree({ 'a.ts': closedSource });
    const { code, stdout } = runBuilt(cwd, 'fix', '--target', 'vllm');
    assert.equal(code, 0);
    assert.match(stdout, /^Moved 2 call sites in 1 file\.\n/);
    assert.match(runBuilt(cwd, 'scan').stdout, /self-hosted {2}vllm/);
  });

  it('ends quietly when nobody reads its output any more', async () => {
    const child = spawn(process.execPath, [cli, 'scan', '--format', 'json'], {
      cwd: makeTree(manyFiles),
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    const { code, signal, stderr } = await ended(child);
    assert.deepEqual({ code, signal, stderr }, { code: 0, signal: null, stderr: '' });
  });

  it('ends in order when interrupted, and reports nothing of half a scan', async () => {
    const cwd = makeTree(manyFiles);
    // The interrupt comes when the command looks its path up: after it has begun to listen, before it scans.
    const interrupt = join(cwd, 'interrupt.cjs');
    writeFileSync(
      interrupt,
      `const fs = require('node:fs'); const { isMainThread } = require('node:worker_threads'); const { statSync } = fs;
if (isMainThread) fs.statSync = (path, ...rest) => { if (path === process.cwd()) process.kill(process.pid, 'SIGINT'); return statSync(path, ...rest); };`,
    );
    const child = spawn(process.execPath, ['-r', interrupt, cli, 'scan'], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    const { code, signal, stderr } = await ended(child);
    assert.deepEqual({ code, signal, stdout }, { code: 130, signal: null, stdout: '' });
    assert.match(stderr, /^openward: interrupted after [\d,]+ files?; nothing is reported of an incomplete scan\n$/);
  });
});

async function ended(child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null; stderr: string }> {
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, stderr };
}
