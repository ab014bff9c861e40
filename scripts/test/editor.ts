import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { desktopVsCode } from '../host/desktop';
import { cacheFolder, projectFolder } from '../host/folders';

/**
 * Runs test/editor inside a real VS Code: `tsx scripts/test/editor.ts [--engine newest|minimum]`. A desktop VS Code where one is
 * to be had, else the VS Code from npm; the suite and the way it is started are the same.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { engine: { type: 'string', default: 'newest' } } });
  if (values.engine !== 'newest' && values.engine !== 'minimum') throw new Error('--engine is newest or minimum.');
  const desktop = await desktopVsCode(values.engine === 'minimum' ? await minimumVersion() : 'stable');
  console.log(desktop === undefined ? 'Running in the VS Code from npm.' : `Running in ${desktop}.`);
  const scratch = await mkdtemp(join(tmpdir(), 'openward-workspace-'));
  try {
    await cp(join(projectFolder, 'test/editor/workspace'), scratch, { recursive: true });
    await runTests({
      vscodeExecutablePath: desktop ?? (await launcher()),
      extensionDevelopmentPath: projectFolder,
      extensionTestsPath: join(projectFolder, 'dist/test/index.js'),
      launchArgs: [join(scratch, 'two-roots.code-workspace'), '--disable-extensions'],
      extensionTestsEnv: { OPENWARD_ENGINE: values.engine },
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** A program that takes the desktop's arguments and runs them in the VS Code from npm. */
async function launcher(): Promise<string> {
  const tsx = createRequire(__filename).resolve('tsx/cli');
  const script = join(projectFolder, 'scripts/host/launcher.ts');
  await mkdir(cacheFolder, { recursive: true });
  if (process.platform === 'win32') {
    const program = join(cacheFolder, 'launcher.cmd');
    await writeFile(program, `@"${process.execPath}" "${tsx}" "${script}" %*\r\n`);
    return program;
  }
  const program = join(cacheFolder, 'launcher.sh');
  await writeFile(program, `#!/bin/sh\nexec "${process.execPath}" "${tsx}" "${script}" "$@"\n`);
  await chmod(program, 0o755);
  return program;
}

/** The oldest version that the manifest allows. */
async function minimumVersion(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8')) as { engines: { vscode: string } };
  return manifest.engines.vscode.replace(/^\^/, '');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
