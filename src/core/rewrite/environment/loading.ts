import type { ModuleFacts } from '../../facts/moduleFacts';
import type { ModuleHost } from '../../moduleHost';
import { parentOf, pathIn } from '../../text/paths';

/** Frameworks that load `.env` and `.env.local` before a program's code runs, by the name under which manifests list them. */
const frameworks: readonly string[] = [
  'next',
  'nuxt',
  'nuxi',
  'astro',
  'gatsby',
  'react-scripts',
  '@nestjs/config',
  '@adonisjs/core',
  '@redwoodjs/core',
  'wrangler',
  'vercel',
  'bun-types',
  '@types/bun',
];

/** Packages whose import, or whose program in a script, loads `.env`. */
const loaders: ReadonlySet<string> = new Set([
  'dotenv',
  'dotenv/config',
  'dotenv-flow',
  'dotenv-flow/config',
  'dotenv-expand',
  'dotenvx',
  '@dotenvx/dotenvx',
  '@dotenvx/dotenvx/config',
  '@next/env',
  'env-cmd',
  'environs',
  'decouple',
  'pydantic_settings',
]);

/** How scripts and code load an environment file without a package of its own, or name it. */
const loading =
  /--env-file|\bloadEnvFile\b|\bload_dotenv\b|\bdotenv(?:x|-cli)?\b|\benv-cmd\b|\bbun (?:run|[\w./-]+\.[jt]sx?)\b|\benv_file\b/;

/** Manifests and what starts programs, read for how they load environment files. */
const startFiles = [
  'package.json',
  'pyproject.toml',
  'Pipfile',
  'requirements.txt',
  'Makefile',
  'Procfile',
  'docker-compose.yml',
  'compose.yaml',
  'bunfig.toml',
];

/**
 * Whether something shows that the environment files of a module are loaded when its program runs: a framework, a package, an option of
 * the command that starts it. Where nothing does, they may be, or not.
 */
export function isLoaded(host: ModuleHost, module: string, modules: readonly ModuleFacts[]): boolean {
  if (modules.some(({ imports }) => imports?.some(({ specifier }) => loaders.has(specifier)) === true)) return true;
  if (modules.some(({ file }) => /\bloadEnvFile\b|\bload_dotenv\b/.test(host.read(file) ?? ''))) return true;
  return startTexts(host, module).some((text) => loading.test(text) || usesFramework(text));
}

/** Whether a framework is used that also reads `.env.local`. */
export function loadsLocalFile(host: ModuleHost, module: string): boolean {
  return startTexts(host, module).some(usesFramework);
}

function usesFramework(text: string): boolean {
  return frameworks.some((name) => text.includes(`"${name}":`));
}

/** Texts of the files around a module that start programs or list what they depend on. */
function startTexts(host: ModuleHost, module: string): readonly string[] {
  const texts: string[] = [];
  for (let folder = parentOf(module); folder !== null; folder = parentOf(folder)) {
    for (const name of startFiles) texts.push(host.read(pathIn(folder, name, module)) ?? '');
  }
  return texts;
}
