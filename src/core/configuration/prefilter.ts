import type { Catalog } from '../catalog/catalog';
import { variablesOf } from '../environment/environment';
import { stretchesOf, type Stretches } from '../prefilter/stretches';
import { WordScanner, type ScannedWord, type SearchedText } from '../prefilter/wordScanner';
import { packageNamesOf } from './dependencies';
import type { ConfigurationContent } from './files';

/** A cheap test of a file's text; false means that nothing is found in it of what files of its kind hold. */
export type ConfigurationPrefilter = (searched: SearchedText, holds: readonly ConfigurationContent[]) => boolean;

/** What configuration files are searched for, drawn from a catalog: plain data. */
export interface ConfigurationSigns {
  /** Names of variables, and the parts of vendors' hosts that stand in texts as they are. */
  readonly words: readonly string[];
  /** Names of packages, as npm and the Python indexes write them. */
  readonly packages: readonly string[];
}

const known = new WeakMap<Catalog, ConfigurationPrefilter>();
const handedOver = new WeakMap<Catalog, () => ConfigurationPrefilter>();

/** Built from the catalog: names of packages and variables, vendors' hosts, and keys that name a model. */
export function configurationPrefilter(catalog: Catalog): ConfigurationPrefilter {
  let prefilter = known.get(catalog);
  if (!prefilter) known.set(catalog, (prefilter = handedOver.get(catalog)?.() ?? make(catalog)));
  return prefilter;
}

function make(catalog: Catalog): ConfigurationPrefilter {
  const signs = configurationSigns(catalog);
  return configurationPrefilterOf(signs, configurationTableOf(signs));
}

/** Hands over what makes a catalog's prefilter from signs that were worked out before. */
export function rememberConfigurationPrefilter(catalog: Catalog, make: () => ConfigurationPrefilter): void {
  handedOver.set(catalog, make);
}

/** What configuration files are searched for. */
export function configurationSigns(catalog: Catalog): ConfigurationSigns {
  const { keyOwners, baseUrlOwners } = variablesOf(catalog);
  const hosts = [...catalog.vendors.values()].flatMap((vendor) => vendor.hosts.map(stretchOf)).filter((stretch) => stretch.length > 3);
  const words = new Set([...keyOwners.keys(), ...baseUrlOwners.keys(), ...hosts]);
  for (const name of catalog.sharedVariables) words.delete(name);
  return { words: [...words], packages: packageNamesOf(catalog) };
}

/**
 * Builds the test of texts for some signs.
 * @param table what {@link configurationTableOf} gives for the signs
 */
export function configurationPrefilterOf(signs: ConfigurationSigns, table: Stretches): ConfigurationPrefilter {
  const scanner = new WordScanner(wordsOf(signs), table);
  return (searched, holds) => {
    const wanted = holds.reduce((bits, content) => bits | (content === 'settings' ? bit.setting : bit.package), 0);
    return (scanner.scan(searched, wanted) & wanted) !== 0;
  };
}

/** The table by which texts are searched for some signs: plain data. */
export function configurationTableOf(signs: ConfigurationSigns): Stretches {
  return stretchesOf(wordsOf(signs).map(({ text }) => text));
}

function wordsOf({ words, packages }: ConfigurationSigns): readonly ScannedWord[] {
  return [
    ...['model', 'llm'].map((text) => word(text, bit.setting, at(`${text}[-_\\w]*["']?\\s*[:=]`))),
    ...words.map((text) => word(text, bit.setting, at(escape(text)))),
    ...[...byBeginning(packages)].map(([text, names]) => word(text, bit.package, atPackage(names))),
  ];
}

function word(text: string, bits: number, stands: (text: string, start: number) => boolean): ScannedWord {
  return { text, bits, bitsAt: (whole, start) => (stands(whole, start) ? bits : 0) };
}

/** What a word stands for: a variable, a setting or an address, or a package, of which only lists of packages tell. */
const bit = { setting: 1, package: 2 } as const;

/** Whether a pattern matches at an offset. Case does not count. */
function at(source: string): (text: string, start: number) => boolean {
  let pattern: RegExp | undefined;
  return (text, start) => {
    pattern ??= new RegExp(source, 'iy');
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
