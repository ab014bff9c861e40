import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser/lib/esm/main.js';
import type { ProviderExchange } from '../../match/rewriteRecipe';
import type { ModuleHost } from '../../moduleHost';
import { parentOf, pathIn } from '../../text/paths';
import type { LocatedEdit } from '../context';

/** What a package that a rewrite imports asks of the program's manifest. */
export type DependencyPlan =
  | { readonly kind: 'there' }
  /** The program depends on a version that does not go with what it is used with. */
  | { readonly kind: 'obstacle'; readonly obstacle: string }
  | { readonly kind: 'edit'; readonly edit: LocatedEdit; readonly step: string }
  /** The manifest is not in sight, or no version is known: a clause that completes "after this rewrite …". */
  | { readonly kind: 'note'; readonly reason: string };

/** A package, and which version of it goes with what. */
export type NeededPackage = Pick<ProviderExchange, 'package' | 'versions'>;

interface Manifest {
  readonly file: string;
  readonly text: string;
  readonly root: Node;
}

const sections = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'] as const;

/** Sees to it that the manifest of a file's package names a dependency. Nothing is installed. */
export function dependencyEdit(host: ModuleHost, file: string, exchange: NeededPackage): DependencyPlan {
  const manifests = manifestsAbove(host, file);
  const [own] = manifests;
  const name = exchange.package;
  const missing: DependencyPlan = { kind: 'note', reason: `\`${name}\` must be installed` };
  if (!own) return missing;
  const known = manifests.map((each) => versionIn(each, name)).find((each) => each !== null);
  const fit = fitting(manifests, exchange);
  if (exchange.versions.mustFit === true && known !== undefined && fit !== undefined && majorOf(known) !== majorOf(fit)) {
    return { kind: 'obstacle', obstacle: `it depends on ${name} ${known}, and ${exchange.versions.with} goes with ${fit}` };
  }
  if (versionIn(own, name) !== null) return { kind: 'there' };
  const version = known ?? fit;
  const edit = version === undefined ? null : insertion(own, name, version);
  if (version === undefined || !edit) return missing;
  return { kind: 'edit', edit, step: `Add ${name} ${version} to package.json; install it` };
}

/** The versions of a package that a file's manifests ask for; null where none names it. */
export function versionOf(host: ModuleHost, file: string, name: string): string | null {
  return manifestsAbove(host, file).flatMap((each) => versionIn(each, name) ?? [])[0] ?? null;
}

/** The manifests that a file is under, the nearest first. */
function manifestsAbove(host: ModuleHost, file: string): Manifest[] {
  const found: Manifest[] = [];
  for (let folder = parentOf(file); folder !== null; folder = parentOf(folder)) {
    const path = pathIn(folder, 'package.json', file);
    const text = host.read(path);
    const root = text === undefined ? undefined : parseTree(text);
    if (text !== undefined && root?.type === 'object') found.push({ file: path, text, root });
  }
  return found;
}

function versionIn({ root }: Manifest, name: string): string | null {
  for (const section of sections) {
    const node = findNodeAtLocation(root, [section, name]);
    if (node?.type === 'string') return String(node.value);
  }
  return null;
}

function majorOf(range: string): string | undefined {
  return /\d+/.exec(range)?.[0];
}

/** The version range that goes with the release of the package it belongs to. */
function fitting(manifests: readonly Manifest[], { versions }: NeededPackage): string | undefined {
  const companion = manifests.map((each) => versionIn(each, versions.with)).find((each) => each !== null);
  const [, major, minor] = /^[\^~>=v\s]*(\d+)(?:\.(\d+)|$)/.exec(companion ?? '') ?? [];
  if (major === undefined) return undefined;
  return versions.byMajor[major === '0' ? `0.${minor ?? ''}` : major];
}

/** A dependency as a line of its own, where its name belongs among the others. */
function insertion({ file, text, root }: Manifest, name: string, version: string): LocatedEdit | null {
  const entries = findNodeAtLocation(root, ['dependencies'])?.children ?? [];
  const keyOf = (entry: Node): string => String(entry.children?.[0]?.value ?? '');
  const last = entries.at(-1);
  if (!last) return null;
  const before = entries.find((entry) => keyOf(entry) > name);
  const line = `${JSON.stringify(name)}: ${JSON.stringify(version)}`;
  if (before) {
    const lead = /(?:\r?\n[ \t]*|[ \t]*)$/.exec(text.slice(0, before.offset))?.[0] ?? '';
    return { file, range: { start: before.offset, end: before.offset }, newText: `${line},${lead}` };
  }
  const lead = /(?:\r?\n[ \t]*|[ \t]*)$/.exec(text.slice(0, last.offset))?.[0] ?? '';
  const end = last.offset + last.length;
  return { file, range: { start: end, end }, newText: `,${lead}${line}` };
}
