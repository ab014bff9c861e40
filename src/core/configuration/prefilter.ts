import type { Catalog } from '../catalog/catalog';
import { variablesOf } from '../environment/environment';
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
  const packages = packageNamesOf(catalog).map((name) => escape(name).replaceAll('-', '[-_.]'));
  const pattern = new RegExp(
    `(?:model|llm)[-_\\w]*["']?\\s*[:=]|${[...words].map(escape).join('|')}|(?:^|["'\\s:/,=])(?:${packages.join('|')})(?![\\w-])`,
    'i',
  );
  return (text) => pattern.test(text);
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
