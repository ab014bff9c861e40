import { join } from 'node:path';
import { exports as resolveExports } from 'resolve.exports';
import type { FileIndex } from './fileIndex';
import { asObject, asString } from './json';
import type { PackageManifest } from './packageManifest';
import { probeFile, probeIndex } from './probe';

/** Conditions of `exports` in the order of how much they tell about the source; each is asked with `default` behind it. */
const standardConditions = ['import', 'module', 'node', 'browser', 'require', 'types'] as const;

/** Fields that name a package's entry without `exports`. */
const entryFields = ['source', 'module', 'main', 'types', 'typings'] as const;

/** Folders that builds write to, and the folders inside them that hold one format each. */
const buildFolder = /^(?:dist|lib|build|out|output|es|esm|cjs)$/;
const formatFolder = /^(?:esm|cjs|es|mjs|commonjs|module|types|node|browser)$/;

/** Folders that sources are kept in, the package's own folder last. */
const sourceFolders = ['src', 'source', ''] as const;

const endings = /(?:\.d)?\.[cm]?[jt]sx?$/;

/**
 * The source file that a package of the workspace gives for a subpath. Packages of a workspace are often not built, and what
 * is built is worse to read, so a target in a build folder is taken back to its source by name.
 * @param subpath without a leading slash, empty for the package itself
 */
export function packageEntry(index: FileIndex, manifest: PackageManifest, subpath: string): string | undefined {
  for (const target of targets(manifest, subpath)) {
    const file = sourceOf(index, manifest.folder, target);
    if (file !== undefined) return file;
  }
  const name = subpath === '' ? 'index' : subpath.replace(endings, '');
  for (const folder of sourceFolders) {
    const path = join(manifest.folder, folder, name);
    const file = probeFile(index, path) ?? probeIndex(index, path);
    if (file !== undefined) return file;
  }
  return undefined;
}

/** What the manifest says of a subpath, most telling first; relative to the package. */
function targets(manifest: PackageManifest, subpath: string): readonly string[] {
  const declared = manifest.json['exports'];
  if (declared !== undefined && declared !== null) {
    const found = [ownConditions(manifest, declared), ...standardConditions.map((name) => [name])].flatMap((names) =>
      exported(manifest, subpath, names),
    );
    return [...new Set(found)];
  }
  return subpath === '' ? entryFields.flatMap((field) => asString(manifest.json[field]) ?? []) : [subpath];
}

const known = new WeakMap<PackageManifest, readonly string[]>();

/** Conditions that only this package has, each once. A package of many entries is asked for many of them. */
function ownConditions(manifest: PackageManifest, declared: unknown): readonly string[] {
  let own = known.get(manifest);
  if (!own) {
    own = [...new Set(conditionsOf(declared))].filter((name) => !(standardConditions as readonly string[]).includes(name));
    known.set(manifest, own);
  }
  return own;
}

function exported(manifest: PackageManifest, subpath: string, conditions: readonly string[]): readonly string[] {
  try {
    return resolveExports(manifest.json, subpath === '' ? '.' : `./${subpath}`, { unsafe: true, conditions }) ?? [];
  } catch {
    // Not exported under these conditions, or not at all.
    return [];
  }
}

/** Every condition named anywhere in `exports`. */
function* conditionsOf(declared: unknown): Generator<string, void> {
  for (const [key, value] of Object.entries(asObject(declared) ?? {})) {
    if (!key.startsWith('.') && key !== 'default') yield key;
    yield* conditionsOf(value);
  }
}

/** The source behind a target of a manifest (`./dist/esm/index.js` gives `src/index.ts`), the target itself when it is the source. */
export function sourceOf(index: FileIndex, folder: string, target: string): string | undefined {
  const path = join(folder, target);
  const stem = target.replace(/^\.\//, '').replace(endings, '');
  const [first = '', ...rest] = stem.split('/');
  if (buildFolder.test(first)) {
    const inner = formatFolder.test(rest[0] ?? '') ? [rest.slice(1), rest] : [rest];
    for (const parts of inner) {
      for (const source of sourceFolders) {
        // Only a name that differs from the target's can be its source; the target itself comes last.
        const file = parts.length > 0 ? probeFile(index, join(folder, source, ...parts)) : undefined;
        if (file !== undefined) return file;
      }
    }
  }
  return probeFile(index, path) ?? probeFile(index, join(folder, stem)) ?? probeIndex(index, path);
}
