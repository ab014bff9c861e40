import type { Catalog } from '../catalog/catalog';
import { variablesOf } from '../environment/environment';
import { WordScanner } from '../prefilter/wordScanner';
import { packageNamesOf } from './dependencies';

/** A cheap test of a text; false means that no configuration reader finds anything in it. */
type Prefilter = (text: string) => boolean;

const known = new WeakMap<Catalog, Prefilter>();

/** Built from the catalog: names of packages and variables, vendors' hosts, and keys that name a model. */
export function configurationPrefilter(catalog: Catalog): Prefilter {
  let prefilter = known.get(catalog);
  if (!prefilter) known.set(catalog, (prefilter = build(catalog)));
  return prefilter;
}

function build(catalog: Catalog): Prefilter {
  const { keyOwners, baseUrlOwners } = variablesOf(catalog);
  const hosts = [...catalog.vendors.values()].flatMap((vendor) => vendor.hosts.map(stretchOf)).filter((stretch) => stretch.length > 3);
  const words = new Set([...keyOwners.keys(), ...baseUrlOwners.keys(), ...hosts]);
  for (const name of catalog.sharedVariables) words.delete(name);
  const scanner = new WordScanner([
    ...['model', 'llm'].map((text) => ({ text, bit, stands: at(`${text}[-_\\w]*["']?\\s*[:=]`) })),
    ...[...words].map((text) => ({ text, bit, stands: at(escape(text)) })),
    ...[...byBeginning(packageNamesOf(catalog))].map(([text, names]) => ({ text, bit, stands: atPackage(names) })),
  ]);
  return (text) => scanner.scan(text, bit) !== 0;
}

/** All words stand for the same: that there is something. */
const bit = 1;

/** Whether a pattern matches at an offset. Case does not count. */
function at(source: string): (text: string, start: number) => boolean {
  const pattern = new RegExp(source, 'iy');
  return (text, start) => {
    pattern.lastIndex = start;
    return pattern.test(text);
  };
}

/** Packages by the part of their names that is written in one way only: `-`, `_` and `.` are the same to Python's indexes. */
function byBeginning(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const beginning = name.split('-')[0] ?? name;
    const group = groups.get(beginning);
    if (group) group.push(name);
    else groups.set(beginning, [name]);
  }
  return groups;
}

/** Whether one of some packages stands at an offset whole. */
function atPackage(names: readonly string[]): (text: string, start: number) => boolean {
  const stands = at(`(?:${names.map((name) => escape(name).replaceAll('-', '[-_.]')).join('|')})(?![\\w-])`);
  return (text, start) => (start === 0 || /["'\s:/,=]/.test(text.charAt(start - 1))) && stands(text, start);
}

/** The part of a host pattern that stands in texts as it is: the longest stretch of its host without a wildcard, or its port. */
function stretchOf(host: string): string {
  return (host.split('/')[0] ?? host)
    .split('*')
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '')
    .replace(/^[.-]|[.$-]$/g, '');
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
