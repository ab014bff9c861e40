import { listedPackages, type ListedPackage } from '../../configuration/dependencies';
import type { ConfigurationContent } from '../../configuration/files';
import { readRequirements } from '../../configuration/formats/lines';
import { readToml } from '../../configuration/formats/toml';
import type { ConfigNode } from '../../configuration/node';
import type { ModuleHost } from '../../moduleHost';
import { parentOf, pathIn } from '../../text/paths';
import type { DependencyPlan, NeededPackage } from './dependency';

/** Where a version begins, by its first two numbers. */
const versionStart = /^(?:[\^~=]|==|~=|>=|>)?\s*(\d+)(?:\.(\d+)|$)/;

interface Manifest {
  readonly file: string;
  readonly name: string;
  readonly text: string;
  readonly listed: readonly ListedPackage[];
}

/** Manifests in the order in which those of one folder are asked. */
const kinds: readonly (readonly [name: string, content: ConfigurationContent, read: (text: string) => ConfigNode | null])[] = [
  ['requirements.txt', 'requirements', readRequirements],
  ['pyproject.toml', 'pyproject', readToml],
];

/**
 * Sees to it that a program's requirements name a package: beside one that they name already, and in its form. The version is the one
 * that goes with that package's; where that has none, neither has this.
 */
export function pythonDependency(host: ModuleHost, file: string, { package: name, versions }: NeededPackage): DependencyPlan {
  const manifests = manifestsAbove(host, file);
  if (manifests.some(({ listed }) => listed.some((each) => each.name === name))) return { kind: 'there' };
  const missing: DependencyPlan = { kind: 'note', reason: `\`${name}\` must be installed` };
  for (const manifest of manifests) {
    const companion = [versions.with, ...(versions.orWith ?? [])].flatMap(
      (each) => manifest.listed.find((one) => one.name === each) ?? [],
    )[0];
    if (!companion) continue;
    const entry = entryOf(manifest, companion);
    const version = entry && fitting(entry.version, versions.byMajor);
    if (!entry || version === undefined) return missing;
    const { at, write } = entry;
    const edit = { file: manifest.file, range: { start: at, end: at }, newText: write(name, version) };
    const step = `Add ${`${name} ${version}`.trim()} to ${manifest.name}; install it`;
    return { kind: 'edit', edit, step };
  }
  return missing;
}

/** True where a program's requirements name a release of one of some packages that is below `0.` and its number. */
export function requiresBefore(host: ModuleHost, file: string, since: Readonly<Record<string, number>>): boolean {
  return manifestsAbove(host, file).some((manifest) =>
    manifest.listed.some((each) => {
      const first = since[each.name];
      const version = entryOf(manifest, each)?.version ?? '';
      // A lower bound alone is kept by every later release.
      if (/^>/.test(version) && !version.includes('<')) return false;
      const [, major, minor] = versionStart.exec(version) ?? [];
      return first !== undefined && major === '0' && minor !== undefined && Number(minor) < first;
    }),
  );
}

/** The manifests that a file is under, the nearest first. */
function manifestsAbove(host: ModuleHost, file: string): Manifest[] {
  const found: Manifest[] = [];
  for (let folder = parentOf(file); folder !== null; folder = parentOf(folder)) {
    for (const [name, content, read] of kinds) {
      const path = pathIn(folder, name, file);
      const text = host.read(path);
      const root = text === undefined ? null : read(text);
      if (text !== undefined && root) found.push({ file: path, name, text, listed: listedPackages(root, content) });
    }
  }
  return found;
}

/** How a package is required, and where and how another one is written before it. */
interface Entry {
  readonly version: string;
  readonly at: number;
  readonly write: (name: string, version: string) => string;
}

/** Undefined for forms that are not known. */
function entryOf({ name: manifest, text }: Manifest, { range }: ListedPackage): Entry | undefined {
  const lineStart = text.lastIndexOf('\n', range.start - 1) + 1;
  const lineEnd = (text + '\n').indexOf('\n', range.end);
  const before = text.slice(lineStart, range.start);
  const after = text.slice(range.end, lineEnd).replace(/\r$/, '');
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  if (manifest === 'requirements.txt') {
    const version = /^(?:\[[^\]]*\])?\s*([^;#]*?)\s*(?:[;#].*)?$/.exec(after)?.[1];
    if (before.trim() !== '' || version === undefined || after.endsWith('\\')) return undefined;
    return { version, at: lineStart, write: (name, given) => `${before}${name}${given}${lineBreak}` };
  }
  // A requirement in quotes, one of a list (PEP 621).
  const quote = /(["'])$/.exec(before)?.[1];
  if (quote !== undefined) {
    const version = new RegExp(`^(?:\\[[^\\]]*\\])?\\s*([^;${quote}]*?)\\s*(?:;[^${quote}]*)?${quote}`).exec(after)?.[1];
    const lead = before.slice(0, -1);
    const separator = lead.trim() === '' ? `,${lineBreak}${lead}` : ', ';
    if (version === undefined) return undefined;
    return { version, at: range.start - 1, write: (name, given) => `${quote}${name}${given}${quote}${separator}` };
  }
  // A name with its version (Poetry).
  const version = /^\s*=\s*"([^"]*)"\s*(?:#.*)?$/.exec(after)?.[1];
  if (before.trim() !== '' || version === undefined) return undefined;
  return { version, at: lineStart, write: (name, given) => `${before}${name} = "${given === '' ? '*' : given}"${lineBreak}` };
}

/** The versions that go with those of another package; empty where any of that one will do, undefined where nothing is known. */
function fitting(version: string, byMajor: Readonly<Record<string, string>>): string | undefined {
  if (version === '' || version === '*') return '';
  const [, major, minor] = versionStart.exec(version) ?? [];
  if (major === undefined) return undefined;
  return byMajor[major === '0' ? `0.${minor ?? ''}` : major];
}
