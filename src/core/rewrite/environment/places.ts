import { readDotenv } from '../../environment/dotenv';
import { exampleFileNames } from '../../environment/files';
import type { ModuleHost } from '../../moduleHost';
import { nameIn, parentOf, pathIn } from '../../text/paths';
import { loadsLocalFile } from './loading';

/** The environment files of a module. */
export interface EnvironmentPlace {
  /** Those that there are, in the order in which they are read. */
  readonly files: readonly string[];
  /** Where variables go that none of them sets; not there yet where `files` is empty. */
  readonly main: string;
  /** The file that shows which variables the program reads; it need not be there. */
  readonly example: string;
}

/** Files by which a folder is known as that of a program of its own. */
const roots = ['package.json', 'pyproject.toml', 'requirements.txt', 'setup.py', 'deno.json'] as const;

/** Tells the environment files of a module. `keys`: variables with keys; where one is set, the others belong. */
export function environmentPlace(host: ModuleHost, module: string, keys: readonly string[]): EnvironmentPlace {
  const files = host.environmentFiles?.(module) ?? [];
  const [first] = files;
  const folder = first === undefined ? programFolder(host, module) : (parentOf(first) ?? '');
  const sets = (file: string): boolean => readDotenv(host.read(file) ?? '').some(({ name }) => keys.includes(name));
  const local = files.find((file) => nameIn(file) === '.env.local');
  const main = files.findLast(sets) ?? (local !== undefined && loadsLocalFile(host, module) ? local : pathIn(folder, '.env', module));
  const examples = exampleFileNames.map((name) => pathIn(folder, name, module));
  return { files, main, example: examples.find((file) => host.read(file) !== undefined) ?? examples[0] ?? '' };
}

/** The folder of the program that a module belongs to; its own where nothing shows which that is. */
function programFolder(host: ModuleHost, module: string): string {
  for (let folder = parentOf(module); folder !== null; folder = parentOf(folder)) {
    const here = folder;
    if (roots.some((name) => host.read(pathIn(here, name, module)) !== undefined)) return folder;
  }
  return parentOf(module) ?? '';
}
