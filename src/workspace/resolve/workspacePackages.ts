import { dirname, join } from 'node:path';
import picomatch from 'picomatch';
import type { FileIndex } from './fileIndex';
import { asObject, asString, asStrings, parseJson } from './json';
import type { PackageManifest, PackageManifests } from './packageManifest';
import { pnpmPackages } from './pnpmPackages';

/** A file that makes a folder the root of a workspace of packages, and how the globs of its packages are read from it. */
interface WorkspaceKind {
  readonly file: string;
  /** None when the file declares no workspace. */
  packages(text: string): readonly string[];
}

const workspaceKinds: readonly WorkspaceKind[] = [
  { file: 'pnpm-workspace.yaml', packages: pnpmPackages },
  {
    // npm, Yarn and Bun; Yarn 1 also knew an object.
    file: 'package.json',
    packages: (text) => {
      const declared = parseJson(text).value['workspaces'];
      return asStrings(asObject(declared)?.['packages'] ?? declared);
    },
  },
  { file: 'lerna.json', packages: (text) => asStrings(parseJson(text).value['packages']) },
  {
    file: 'rush.json',
    packages: (text) => {
      const projects = parseJson(text).value['projects'];
      return Array.isArray(projects) ? projects.flatMap((project) => asString(asObject(project)?.['projectFolder']) ?? []) : [];
    },
  },
];

/** Names of files that declare workspaces. */
export const workspaceFiles: readonly string[] = workspaceKinds.map((kind) => kind.file);

/** Knows the packages that belong to the same workspace as a folder, whether they are installed or not. */
export class WorkspacePackages {
  readonly #index: FileIndex;
  readonly #manifests: PackageManifests;
  /** Packages by name, by the workspace's root. */
  readonly #byRoot = new Map<string, ReadonlyMap<string, PackageManifest>>();
  readonly #roots = new Map<string, string | undefined>();
  readonly #globs = new Map<string, readonly string[]>();

  constructor(index: FileIndex, manifests: PackageManifests) {
    this.#index = index;
    this.#manifests = manifests;
  }

  /** The workspace's package of a name, as seen from a folder. */
  find(name: string, folder: string): PackageManifest | undefined {
    const root = this.#rootOf(folder);
    if (root === undefined) return undefined;
    let packages = this.#byRoot.get(root);
    if (!packages) {
      packages = this.#collect(root);
      this.#byRoot.set(root, packages);
    }
    return packages.get(name);
  }

  clear(): void {
    this.#byRoot.clear();
    this.#roots.clear();
    this.#globs.clear();
  }

  /** The nearest folder at or above that declares a workspace; the search ends at the repository's root. */
  #rootOf(folder: string): string | undefined {
    if (this.#roots.has(folder)) return this.#roots.get(folder);
    const above = dirname(folder);
    const isTop = above === folder || this.#index.isFolder(join(folder, '.git')) || this.#index.isFile(join(folder, '.git'));
    const root = this.#globsOf(folder).length > 0 ? folder : isTop ? undefined : this.#rootOf(above);
    this.#roots.set(folder, root);
    return root;
  }

  #globsOf(folder: string): readonly string[] {
    let globs = this.#globs.get(folder);
    if (!globs) this.#globs.set(folder, (globs = this.#readGlobs(folder)));
    return globs;
  }

  #readGlobs(folder: string): readonly string[] {
    for (const kind of workspaceKinds) {
      const file = join(folder, kind.file);
      const globs = this.#index.isFile(file) ? kind.packages(this.#index.readConfiguration(file) ?? '') : [];
      if (globs.length > 0) return globs;
    }
    return [];
  }

  #collect(root: string): ReadonlyMap<string, PackageManifest> {
    const globs = this.#globsOf(root).map((glob) => glob.replace(/^(!?)\.\//, '$1').replace(/\/+$/, ''));
    const excluded = globs.filter((glob) => glob.startsWith('!')).map((glob) => picomatch(glob.slice(1)));
    const packages = new Map<string, PackageManifest>();
    const add = (folder: string): void => {
      const manifest = this.#manifests.in(folder);
      if (manifest?.name !== undefined && !packages.has(manifest.name)) packages.set(manifest.name, manifest);
    };
    add(root);
    for (const glob of globs) {
      if (glob.startsWith('!')) continue;
      for (const path of this.#matches(root, glob)) if (!excluded.some((test) => test(path))) add(join(root, path));
    }
    return packages;
  }

  /** Folders that match a glob, relative to the root with forward slashes. */
  *#matches(root: string, glob: string): Generator<string, void> {
    const { base, glob: rest } = picomatch.scan(glob);
    if (rest === '') {
      yield base;
      return;
    }
    const test = picomatch(glob);
    const depth = rest.includes('**') ? Infinity : rest.split('/').length;
    const pending = [{ path: base, level: 0 }];
    for (let at = pending.pop(); at; at = pending.pop()) {
      if (at.path !== '' && test(at.path)) yield at.path;
      if (at.level >= depth) continue;
      for (const name of this.#index.foldersIn(join(root, at.path))) {
        if (name === 'node_modules' || name.startsWith('.')) continue;
        pending.push({ path: at.path === '' ? name : `${at.path}/${name}`, level: at.level + 1 });
      }
    }
  }
}
