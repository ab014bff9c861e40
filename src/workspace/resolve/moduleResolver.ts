import { dirname, join, relative, resolve, sep, basename } from 'node:path';
import { imports as resolveImports } from 'resolve.exports';
import type { Recorder } from '../cache/recorder';
import { languageOf } from '../files/languages';
import { EnvironmentFiles } from './environmentFiles';
import { FileIndex, type LinkAnswer } from './fileIndex';
import { asObject, asString } from './json';
import { packageEntry, sourceOf } from './packageEntry';
import { PackageManifests, type PackageManifest } from './packageManifest';
import { mappedPaths, PathConfigs } from './pathConfig';
import { PythonModules } from './pythonModules';
import { probeFile, probeIndex } from './probe';
import { WorkspacePackages, workspaceFiles } from './workspacePackages';

/** Prefixes that frameworks give to a package's source folder by convention. None of them can start a package's name. */
const conventionalPrefixes: readonly (readonly [prefix: string, folders: readonly string[]])[] = [
  ['$lib/', ['src/lib']],
  ['@/', ['src', 'app', '.']],
  ['~/', ['src', 'app', '.']],
  ['~~/', ['.']],
];

/** Stands before the name of an environment file where it is kept beside modules: results hang on both alike. */
export const environmentScheme = 'environment:';

const dependencyFields = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;

/** Whether an import is one of Python. A notebook's name does not tell its language; paths with a slash tell JavaScript. */
function isPython(file: string, specifier: string): boolean {
  const id = languageOf(basename(file))?.id;
  return id === 'python' || (id === 'notebook' && !/^\.{0,2}\/|^@/.test(specifier));
}

/**
 * Finds the source file that an import means, for JavaScript, TypeScript and components: relative paths, `tsconfig.json`
 * paths, package `imports` and `exports`, packages of the same workspace. Everything outside the workspace is undefined.
 */
export class ModuleResolver {
  readonly #index: FileIndex;
  readonly #manifests: PackageManifests;
  readonly #workspaces: WorkspacePackages;
  readonly #configs: PathConfigs;
  readonly #python: PythonModules;
  readonly #environment: EnvironmentFiles;
  /** Results by folder (of packages, by {@link #homeOf} it) and specifier, and by package and subpath. */
  readonly #resolved = new Map<string, Map<string, string | undefined>>();
  readonly #resolvedPython = new Map<string, Map<string, string | undefined>>();
  readonly #entries = new Map<PackageManifest, Map<string, string | undefined>>();
  readonly #homes = new Map<string, string>();

  /**
   * @param open files that exist whatever the disk says
   * @param log told of broken configuration files
   * @param recorder told of all that is looked up
   */
  constructor(open: { has(file: string): boolean }, log: (line: string) => void, recorder?: Recorder) {
    this.#index = new FileIndex(open, recorder);
    this.#manifests = new PackageManifests(this.#index);
    this.#python = new PythonModules(this.#index);
    this.#environment = new EnvironmentFiles(this.#index);
    this.#workspaces = new WorkspacePackages(this.#index, this.#manifests);
    this.#configs = new PathConfigs(this.#index, (name, folder) => this.#packageFolder(name, folder), log);
  }

  /** The file that `specifier` means when written in the file `from`; undefined for what is outside or can't be found. */
  resolve(specifier: string, from: string): string | undefined {
    const folder = dirname(from);
    if (specifier.startsWith(environmentScheme)) {
      const name = specifier.slice(environmentScheme.length);
      return this.#environment.for(folder).find((file) => basename(file) === name);
    }
    if (isPython(from, specifier))
      return remembered(this.#resolvedPython, folder, specifier, () => this.#python.resolve(specifier, folder));
    // Tests, stories and the like lie in folders of their own and ask for the same packages.
    const home = specifier.startsWith('.') ? folder : this.#homeOf(folder);
    return remembered(this.#resolved, home, specifier, () => this.#find(specifier.replace(/\?.*$/s, ''), home));
  }

  /** The environment files that hold for code in a file. */
  environmentFiles(from: string): readonly string[] {
    return this.#environment.for(dirname(from));
  }

  /** Whether a specifier can only mean a file of the workspace, so that one that is not found may yet come to be. */
  isInternal(specifier: string, from: string): boolean {
    if (isPython(from, specifier)) return specifier.startsWith('.');
    return (
      /^[.#]/.test(specifier) ||
      conventionalPrefixes.some(([prefix]) => specifier.startsWith(prefix)) ||
      mappedPaths(this.#configs.for(dirname(from)), specifier).length > 0
    );
  }

  /** Whether a file decides how imports are resolved, so that nothing stands after it changed. */
  isConfiguration(file: string): boolean {
    return workspaceFiles.includes(basename(file)) || this.#configs.has(file);
  }

  /** Whether a path was a file when last looked at. */
  exists(file: string): boolean {
    return this.#index.isFile(file);
  }

  /** Forgets what depends on a path: it came, went or changed. */
  changed(file: string): void {
    this.#index.forget(file);
    this.#resolved.clear();
    this.#resolvedPython.clear();
    this.#entries.clear();
    this.#homes.clear();
    this.#environment.clear();
    if (!this.isConfiguration(file)) return;
    this.#manifests.clear();
    this.#workspaces.clear();
    this.#configs.clear();
  }

  /** The highest folder that sees the same packages as one: no manifest, no configuration and nothing installed lies between them. */
  #homeOf(folder: string): string {
    const known = this.#homes.get(folder);
    if (known !== undefined) return known;
    const above = dirname(folder);
    const own = this.#manifests.nearest(folder);
    const isPart =
      own !== undefined &&
      own.folder !== folder &&
      this.#configs.for(folder) === this.#configs.for(above) &&
      !this.#index.isFolder(join(folder, 'node_modules'));
    const home = isPart ? this.#homeOf(above) : folder;
    this.#homes.set(folder, home);
    return home;
  }

  #find(specifier: string, folder: string): string | undefined {
    if (specifier.startsWith('.')) return this.#relative(resolve(folder, specifier), folder);
    // Absolute paths and URLs (`node:fs`, `https://…`) are nothing of the workspace.
    if (specifier === '' || specifier.startsWith('/') || /^[a-z][a-z\d+.-]*:/i.test(specifier)) return undefined;
    return this.#mapped(specifier, folder) ?? this.#packaged(specifier, folder) ?? this.#conventional(specifier, folder);
  }

  #relative(path: string, folder: string): string | undefined {
    const file = this.#at(path);
    if (file !== undefined) return file;
    const { rootDirs } = this.#configs.for(folder);
    const home = rootDirs.find((root) => path.startsWith(root + sep));
    if (home === undefined) return undefined;
    return first(rootDirs, (root) => this.#at(join(root, relative(home, path))));
  }

  #mapped(specifier: string, folder: string): string | undefined {
    const config = this.#configs.for(folder);
    const mapped = first(mappedPaths(config, specifier), (path) => (isExternal(path) ? undefined : this.#at(path)));
    return mapped ?? (config.baseUrl === undefined ? undefined : this.#at(join(config.baseUrl, specifier)));
  }

  #packaged(specifier: string, folder: string): string | undefined {
    const own = this.#manifests.nearest(folder);
    if (specifier.startsWith('#')) return own && this.#imported(own, specifier);
    const match = /^((?:@[^/]+\/)?[^/@][^/]*)(?:\/(.*))?$/.exec(specifier);
    const name = match?.[1];
    if (name === undefined) return undefined;
    const manifest = this.#packageNamed(name, folder, own);
    return manifest && this.#entry(manifest, match?.[2] ?? '');
  }

  #entry(manifest: PackageManifest, subpath: string): string | undefined {
    return remembered(this.#entries, manifest, subpath, () => packageEntry(this.#index, manifest, subpath));
  }

  /** A package of the workspace by name: the folder's own, one declared by a workspace, one depended on by path, one linked. */
  #packageNamed(name: string, folder: string, own: PackageManifest | undefined): PackageManifest | undefined {
    if (own?.name === name) return own;
    const declared = this.#workspaces.find(name, own?.folder ?? folder);
    if (declared) return declared;
    const byPath = own && dependencyPath(own, name);
    if (byPath !== undefined) return this.#manifests.in(byPath);
    const linked = this.#installed(name, folder);
    return linked?.isLink === true && !isExternal(linked.folder) ? this.#manifests.in(linked.folder) : undefined;
  }

  /** Where a package is installed, as Node looks for it. */
  #installed(name: string, folder: string): LinkAnswer | undefined {
    for (let current = folder; ; current = dirname(current)) {
      const modules = join(current, 'node_modules');
      const path = join(modules, name);
      if (this.#index.isFolder(modules) && this.#index.isFolder(path)) return this.#index.link(path) ?? undefined;
      if (dirname(current) === current) return undefined;
    }
  }

  #packageFolder(name: string, folder: string): string | undefined {
    return this.#workspaces.find(name, folder)?.folder ?? this.#installed(name, folder)?.folder;
  }

  #imported(own: PackageManifest, specifier: string): string | undefined {
    let targets: readonly string[];
    try {
      targets = resolveImports(own.json, specifier, { conditions: ['source', 'development', 'node', 'types'] }) ?? [];
    } catch {
      return undefined;
    }
    return first(targets, (target) =>
      target.startsWith('.')
        ? sourceOf(this.#index, own.folder, target)
        : target.startsWith('#')
          ? undefined
          : this.#packaged(target, own.folder),
    );
  }

  #conventional(specifier: string, folder: string): string | undefined {
    const own = this.#manifests.nearest(folder);
    const row = conventionalPrefixes.find(([prefix]) => specifier.startsWith(prefix) || specifier === prefix.slice(0, -1));
    if (!own || !row) return undefined;
    return first(row[1], (source) => this.#at(join(own.folder, source, specifier.slice(row[0].length))));
  }

  /** The file that a path without certain ending means: a file, a package's folder, a folder with an index. */
  #at(path: string): string | undefined {
    const file = probeFile(this.#index, path);
    if (file !== undefined || !this.#index.isFolder(path)) return file;
    const manifest = this.#manifests.in(path);
    return (manifest && this.#entry(manifest, '')) ?? probeIndex(this.#index, path);
  }
}

/** The folder of a dependency that a manifest gives as a path (`file:../shared`). */
function dependencyPath(manifest: PackageManifest, name: string): string | undefined {
  for (const field of dependencyFields) {
    const path = /^(?:file|link|portal):(.+)$/.exec(asString(asObject(manifest.json[field])?.[name]) ?? '')?.[1];
    if (path !== undefined) return resolve(manifest.folder, path);
  }
  return undefined;
}

function isExternal(path: string): boolean {
  return path.includes(`${sep}node_modules${sep}`);
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The value of two keys, computed once. */
function remembered<K>(
  cache: Map<K, Map<string, string | undefined>>,
  key: K,
  name: string,
  compute: () => string | undefined,
): string | undefined {
  let known = cache.get(key);
  if (!known) cache.set(key, (known = new Map<string, string | undefined>()));
  if (known.has(name)) return known.get(name);
  const value = compute();
  known.set(name, value);
  return value;
}
