import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A version for what no manifest of a repository names: the newest. */
const newest = '*';

/**
 * The versions at which a repository uses packages: as its nearest manifest says, and where that names another folder of the
 * repository, the version that stands there.
 * @param users files of the checkout that import packages, with the names
 */
export function versionsOf(checkout: string, users: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, string> {
  const own = ownPackages(checkout);
  const versions = new Map<string, string>();
  for (const [file, names] of users) {
    for (const name of names) {
      const asked = askedVersion(checkout, file, name);
      const version = asked === undefined || /^(?:workspace|file|link|catalog):/.test(asked) ? own.get(name) : asked;
      if (version !== undefined || !versions.has(name)) versions.set(name, version ?? newest);
    }
  }
  return versions;
}

/** Installs packages into a folder, without running their scripts, unless they are there. Throws what npm says where it fails. */
export function install(folder: string, versions: ReadonlyMap<string, string>): void {
  const dependencies = Object.fromEntries([...versions].sort(([a], [b]) => (a < b ? -1 : 1)));
  const text = `${JSON.stringify({ private: true, type: 'module', dependencies }, null, 2)}\n`;
  const file = join(folder, 'package.json');
  if (existsSync(join(folder, 'node_modules')) && existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps', '--loglevel=error'];
  execFileSync('npm', ['install', ...options], { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });
}

function askedVersion(checkout: string, file: string, name: string): string | undefined {
  for (let folder = dirname(file); !relative(checkout, folder).startsWith('..'); folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    if (!existsSync(path)) continue;
    const { dependencies, devDependencies, peerDependencies } = readManifest(path);
    const version = dependencies?.[name] ?? devDependencies?.[name] ?? peerDependencies?.[name];
    if (version !== undefined) return version;
  }
  return undefined;
}

/** Not every version in a repository was published: the newest up to that one. */
function published(version: string): string {
  return `>=${/^\d+/.exec(version)?.[0] ?? '0'}.0.0 <=${version}`;
}

/** Packages that a repository makes itself, with their versions. */
function ownPackages(checkout: string): ReadonlyMap<string, string> {
  const versions = new Map<string, string>();
  const visit = (folder: string, depth: number): void => {
    const path = join(folder, 'package.json');
    const { name, version } = existsSync(path) ? readManifest(path) : {};
    if (name !== undefined && version !== undefined && !versions.has(name)) versions.set(name, published(version));
    if (depth === 0) return;
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      if (entry.isDirectory() && entry.name !== 'node_modules') visit(join(folder, entry.name), depth - 1);
  };
  visit(checkout, 3);
  return versions;
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}
