import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cacheFolder } from '../host/folders';

const program = process.platform === 'win32' ? 'rg.exe' : 'rg';

/** Where a VS Code has its ripgrep, below its folder of packages: for every machine in newer ones, for this one in older ones. */
const inVsCode = [
  join('@vscode', 'ripgrep-universal', 'bin', `${process.platform}-${process.arch}`, program),
  join('@vscode', 'ripgrep', 'bin', program),
];

/** ripgrep from PATH, else from a VS Code that was set up for the tests; undefined where there is none. */
export function ripgrepProgram(): string | undefined {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, program));
  return [...onPath, ...fromVsCodes()].find((file) => existsSync(file));
}

function fromVsCodes(): string[] {
  if (!existsSync(cacheFolder)) return [];
  return readdirSync(cacheFolder).flatMap((name) =>
    inVsCode.map((file) => join(cacheFolder, name, 'node_modules', 'code-server', 'lib', 'vscode', 'node_modules', file)),
  );
}
