import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installOnce } from './install';
import { step } from './progress';
import { run } from './run';

/** A program and the environment it needs. */
export interface BrowserProgram {
  readonly executablePath: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Sets up the Chromium from npm, which is for Linux on x64; undefined elsewhere. */
export async function npmBrowser(): Promise<BrowserProgram | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = await installOnce({
    name: 'chromium',
    manifest: join(__dirname, 'chromium'),
    recipe: 1,
    progress: (work) => step('Setting up a Chromium from npm (300 MB, once)', work),
    finish: unpack,
  });
  const unpacked = unpackedIn(folder);
  const executablePath = join(unpacked, 'chromium');
  return { executablePath, env: { ...process.env, ...(await libraries(executablePath, unpacked)), ...fonts(unpacked) } };
}

function unpackedIn(folder: string): string {
  return join(folder, 'unpacked');
}

/** The package unpacks into the folder for temporary files: a folder of ours is given to it as that. */
async function unpack(folder: string): Promise<void> {
  const target = unpackedIn(folder);
  await mkdir(target);
  // The name of a serverless platform makes it unpack the system libraries too, which a slim container lacks.
  const env = { ...process.env, TMPDIR: target, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  await run(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, env });
}

/** The libraries that came along, only where the system's own are missing. */
async function libraries(program: string, unpacked: string): Promise<NodeJS.ProcessEnv> {
  const { stdout } = await promisify(execFile)('ldd', [program]).catch(() => ({ stdout: 'not found' }));
  if (!stdout.includes('not found')) return {};
  const own = join(unpacked, 'al2023/lib');
  return { LD_LIBRARY_PATH: [own, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':') };
}

/** The fonts that came along, only where the system has none. */
function fonts(unpacked: string): NodeJS.ProcessEnv {
  return existsSync('/usr/share/fonts') ? {} : { FONTCONFIG_PATH: join(unpacked, 'fonts') };
}
