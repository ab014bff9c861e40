import type { Catalog } from '../catalog/catalog';
import type { Language } from '../facts/moduleFacts';
import type { SdkDescription } from '../match/description';
import { callSigns, isAnyRequest, moduleSign, shortest, toldCalls } from './callShapes';
import { longest } from './entries';
import { isTraced } from './prefilter';
import { useOf } from './sdkUse';
import type { Signs } from './signs';

/** What texts of a language are searched for: SDKs as module specifiers, vendors' hosts, the shapes of calls, decisive request paths. */
export function signsOf(catalog: Catalog, language: Language): Signs {
  const sdks = catalog.sdksOf(language);
  const isAnyones = ({ globals }: SdkDescription): boolean => !isTraced[language] || globals !== undefined;
  return {
    language,
    modules: modulesOf(sdks, language),
    anyonesCalls: callSigns(sdks.filter(isAnyones)),
    sdkCalls: callSigns(sdks.filter((sdk) => !isAnyones(sdk))),
    toldCalls: toldCalls(sdks),
    ...hostsOf(catalog, sdks),
    paths: [...new Set(sdks.flatMap((sdk) => sdk.paths ?? []).map(({ contains }) => contains))],
    bodies: [...new Set(sdks.flatMap((sdk) => sdk.bodies ?? []))],
    variablePrefixes: variablePrefixes(catalog),
    classes: tellingClasses(sdks),
  };
}

function modulesOf(sdks: readonly SdkDescription[], language: Language): Signs['modules'] {
  const modules = new Map<string, SdkDescription[]>();
  for (const sdk of sdks) {
    if (isAnyRequest(sdk)) continue;
    for (const name of new Set(sdk.packages.map(moduleSign))) modules.set(name, [...(modules.get(name) ?? []), sdk]);
  }
  return [...modules].map(([name, own]) => ({ name, uses: isTraced[language] ? own.map(useOf) : [], beside: besideAll(own) }));
}

/** What stands beside a module's name for some of its SDKs; null where one of them needs nothing. */
function besideAll(sdks: readonly SdkDescription[]): readonly string[] | null {
  return sdks.every(({ beside }) => beside) ? [...new Set(sdks.flatMap(({ beside }) => beside ?? []))] : null;
}

/** The hosts of vendors, and the paths and headers of requests that only models take. */
function hostsOf(catalog: Catalog, sdks: readonly SdkDescription[]): Pick<Signs, 'hosts' | 'sharedPorts'> {
  const words = new Set<string>();
  const sharedPorts = new Set<string>();
  for (const sdk of sdks) {
    for (const row of sdk.paths ?? []) if (row.decisive === true || row.telling === true) words.add(row.contains);
    for (const row of sdk.headers ?? []) words.add(row.name);
  }
  for (const vendor of catalog.vendors.values()) {
    for (const host of vendor.hosts) {
      const word = longest(stretchesOf(host));
      if (word.length > 3) (vendor.class === 'self-hosted' && isShared(host) ? sharedPorts : words).add(word);
    }
  }
  // Clouds have one domain for all that they serve; where a service's own name tells it, that is enough.
  for (const host of [...catalog.vendors.values()].flatMap(({ hosts }) => hosts)) {
    const stretches = host.includes('*.', 1) ? stretchesOf(host) : [];
    const word = longest(stretches);
    const others = stretches.filter((each) => each !== word);
    if (others.some((each) => [...words].some((told) => told !== word && each.includes(told)))) words.delete(word);
  }
  return { hosts: shortest(words), sharedPorts: shortest(sharedPorts) };
}

/** Exported classes whose names tell their SDK: those of several words. */
function tellingClasses(sdks: readonly SdkDescription[]): readonly string[] {
  const names = sdks.flatMap((sdk) => Object.keys(sdk.exports)).filter((name) => /^[A-Z]\w*[a-z]\w*[A-Z]\w*$/.test(name));
  return [...new Set(names)];
}

/** What vendors' variables begin with, shared beginnings left out. */
function variablePrefixes(catalog: Catalog): readonly string[] {
  const names = [...catalog.vendors.values()].flatMap((vendor) => [...vendor.keyVariables, ...vendor.baseUrlVariables]);
  const prefixes = names
    .map((name) => name.split('_')[0] ?? '')
    .filter((prefix) => prefix.length > 2 && !catalog.sharedVariablePrefixes.has(prefix));
  return [...new Set(prefixes)];
}

/** Whether a host pattern needs a path to tell a model's server from others on the same port. */
function isShared(host: string): boolean {
  return /[/$]/.test(host);
}

/** The parts of a host pattern that stand in code as they are; of several the longest tells the most. */
function stretchesOf(host: string): readonly string[] {
  return (host.split('/')[0] ?? host).split('*').map((part) => part.replace(/^[.-]|[.-]$/g, ''));
}
