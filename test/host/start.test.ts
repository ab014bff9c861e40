import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectFolder } from '../../scripts/host/folders';
import { npmVsCode } from '../../scripts/host/npmVsCode';
import { orSkip } from '../../scripts/host/missing';

const tsx = createRequire(__filename).resolve('tsx/cli');

function start(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [tsx, join(projectFolder, 'scripts/host/start.ts'), ...args], {
    cwd: projectFolder,
    env: { ...process.env, INIT_CWD: projectFolder, CI: 'true', DISPLAY: '', WAYLAND_DISPLAY: '', OPENWARD_VSCODE: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The first line that a pattern fits; undefined when the stream ends before. */
async function lineOf(stream: NodeJS.ReadableStream | null, pattern: RegExp): Promise<string | undefined> {
  assert.ok(stream);
  for await (const line of createInterface(stream)) {
    const found = pattern.exec(line);
    if (found) return found[0];
  }
  return undefined;
}

describe('npm start', function () {
  this.timeout(60_000);

  for (const { what, args, says } of [
    { what: 'a folder that is not there', args: ['no-such-folder'], says: /There is no folder .*no-such-folder/ },
    { what: 'a file', args: ['package.json'], says: /package\.json is a file/ },
    { what: 'two folders', args: ['src', 'test'], says: /takes one folder/ },
  ]) {
    it(`turns ${what} away with exit code 2`, async () => {
      const child = start(...args);
      const exit = once(child, 'exit');
      assert.ok(await lineOf(child.stderr, says));
      assert.deepEqual(await exit, [2, null]);
    });
  }

  it('serves a VS Code with the extension until it is interrupted, to those who know the address', async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(600_000);
    await orSkip('the VS Code from npm', npmVsCode, () => this.skip());
    const child = start('examples/support-desk');
    const exit = once(child, 'exit');
    const address = await lineOf(child.stdout, /http:\/\/127\.0\.0\.1\S+/);
    assert.ok(address);
    const url = new URL(address);
    assert.ok(url.searchParams.get('folder')?.endsWith('/examples/support-desk'));
    assert.match(url.searchParams.get('payload') ?? '', /extensionDevelopmentPath/);
    const answer = await fetch(address, { redirect: 'manual' });
    assert.equal(answer.status, 302, 'the token is taken');
    assert.equal((await fetch(url.origin)).status, 403, 'nobody else is let in');
    child.kill('SIGINT');
    assert.deepEqual(await exit, [0, null]);
    await assert.rejects(fetch(url.origin), 'nothing listens any more');
  });
});
