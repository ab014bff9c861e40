import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Report {
  readonly generalDiagnostics: readonly { readonly file: string; readonly severity: string; readonly message: string }[];
}

/** Type errors of the Python files in some folders, by folder, as pyright finds them against the real packages. */
export function pythonTypeErrors(output: string, folders: readonly string[], python: string): ReadonlyMap<string, string[]> {
  const errors = new Map<string, string[]>();
  if (folders.length === 0) return errors;
  mkdirSync(output, { recursive: true });
  const project = join(output, 'pyrightconfig.json');
  // Each program is the top of its own imports.
  const executionEnvironments = folders.map((root) => ({ root }));
  writeFileSync(project, JSON.stringify({ include: folders, executionEnvironments, typeCheckingMode: 'standard' }));
  const command = join(dirname(require.resolve('pyright/package.json')), 'index.js');
  const { stdout, stderr } = spawnSync(process.execPath, [command, '--project', project, '--pythonpath', python, '--outputjson'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (!stdout.startsWith('{')) throw new Error(`pyright gave no report: ${stderr.slice(0, 500)}`);
  const { generalDiagnostics } = JSON.parse(stdout) as Report;
  for (const { file, severity, message } of generalDiagnostics) {
    const folder = folders.find((each) => file.startsWith(join(each, '/')));
    if (folder === undefined || severity !== 'error') continue;
    errors.set(folder, [...(errors.get(folder) ?? []), `type error: ${message.replace(/\s+/g, ' ')}`]);
  }
  return errors;
}
