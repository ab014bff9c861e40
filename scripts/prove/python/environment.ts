import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const requirements = join(__dirname, 'requirements.txt');

/** A Python with the packages that programs are proven against, or why there is none. */
export type PythonEnvironment = { readonly python: string } | { readonly missing: string };

/**
 * The virtual environment of `requirements.txt` below a folder, made where it is not there yet. It is named by what is in that
 * file, and whole only when its mark has been written.
 */
export async function pythonEnvironment(folder: string): Promise<PythonEnvironment> {
  const name = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const place = join(folder, `python-${name}`);
  const python = process.platform === 'win32' ? join(place, 'Scripts', 'python.exe') : join(place, 'bin', 'python');
  const mark = join(place, 'complete');
  if (existsSync(mark)) return { python };
  try {
    await run('python3', ['-m', 'venv', '--clear', place]);
  } catch (error) {
    return { missing: `python3 -m venv: ${firstLine(error)}` };
  }
  try {
    await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements], { timeout: 300_000 });
  } catch (error) {
    return { missing: `pip install: ${firstLine(error)}` };
  }
  writeFileSync(mark, '');
  return { python };
}

/** The version of a package that programs are proven against. */
export function pinnedVersion(name: string): string {
  return new RegExp(`^${name}==(.*)$`, 'm').exec(readFileSync(requirements, 'utf8'))?.[1] ?? '';
}

function firstLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message?: string };
  return (stderr?.trim() || (message ?? String(error))).split('\n').at(-1) ?? '';
}
