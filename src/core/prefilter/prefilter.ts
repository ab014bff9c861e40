import type { Catalog } from '../catalog/catalog';
import type { ModuleFacts } from '../facts/moduleFacts';
import type { BodyRow, SdkDescription } from '../match/description';
import { broughtIn } from './broughtIn';
import { callWords, sdksCalled, shortest, toldWords } from './callShapes';
import { isCommentLine, type CommentTest } from './commentLine';
import { WordScanner, type ScannedWord } from './wordScanner';

/**
 * What a text tells of call sites in it. `none`: there are none; `called`: all that there is are calls that may be of an SDK, of
 * something that must come from elsewhere; `authorized`: requests that send a key, to an address that must; `addressed`: requests to what
 * is named as an address, which a module beside it must have; `named`: all else.
 */
export type Mention = 'none' | 'called' | 'authorized' | 'addressed' | 'named';

/** A cheap look at a text. */
export interface Prefilter {
  mention(text: string): Mention;
  /** The SDKs that the calls in a text can be of. */
  calledIn(text: string): ReadonlySet<SdkDescription>;
  /** Whether the address of a request can come from a text: a vendor's host or path, or whatever the environment says. */
  givesAddress(text: string): boolean;
  /** The same without the environment. */
  namesAddress(text: string): boolean;
}

/**
 * Builds the test from the catalog: SDKs as module specifiers, vendor hosts, the shapes of calls and decisive request paths. A
 * file that mentions none of them is never parsed.
 */
export function prefilterFor(catalog: Catalog, language: ModuleFacts['language']): Prefilter {
  let known = prefilters.get(catalog);
  if (!known) prefilters.set(catalog, (known = new Map<ModuleFacts['language'], Prefilter>()));
  let prefilter = known.get(language);
  if (!prefilter) known.set(language, (prefilter = build(catalog, language)));
  return prefilter;
}

/** Engines come and go, a catalog stays. */
const prefilters = new WeakMap<Catalog, Map<ModuleFacts['language'], Prefilter>>();

function build(catalog: Catalog, language: ModuleFacts['language']): Prefilter {
  const sdks = catalog.sdks.filter((sdk) => sdk.language === language);
  const bodies = [...new Set(sdks.flatMap((sdk) => sdk.bodies ?? []))];
  const prefixes = constantPrefixes(catalog);
  const constants = constantsOf(prefixes);
  const classes = lazily(() => new RegExp(`\\b(?:${[...tellingClasses(sdks)].join('|')})\\(`));
  const scanner = new WordScanner([
    ...wordsOfSdks(sdks, language),
    ...wordsOfHosts(catalog, sdks),
    // A body is told by all its names; the longest is the rarest.
    ...bodies.map(({ has }) => ({ text: longest(has), bit: bodyNamed, stands: isEntry(longest(has), isCommentLine[language]) })),
    ...prefixes.map((prefix) => ({ text: `${prefix}_`, bit: constantNamed })),
    ...openImports[language].map((text) => ({ text, bit: allBrought })),
    { text: bearer, bit: bearerNamed },
    ...askedElsewhere[language].map((text) => ({ text, bit: elsewhereAsked, stands: isAskedElsewhere })),
  ]);
  const mentions = bodies.map(mentionOf);
  const paths = [...new Set(sdks.flatMap((sdk) => sdk.paths ?? []).map(({ contains }) => contains))];
  const isNamed = (text: string, found: number): boolean =>
    (found & mentioned) !== 0 ||
    // Servers of all kinds listen there: without a path that asks a model, nothing tells what it is.
    ((found & sharedPortNamed) !== 0 && paths.some((path) => text.includes(path))) ||
    ((found & bodyNamed) !== 0 && mentions.some((mention) => mention(text))) ||
    ((found & constantNamed) !== 0 && sending[language].test(text) && constants.test(text)) ||
    ((found & allBrought) !== 0 && classes().test(text));
  const namesAddress = (text: string): boolean => (scanner.scan(text, mentioned) & (mentioned | sharedPortNamed | constantNamed)) !== 0;
  const bySdk = new Map<string, readonly SdkDescription[]>();
  return {
    mention: (text) => {
      const found = scanner.scan(text, mentioned);
      if (isNamed(text, found)) return 'named';
      if ((found & bearerNamed) !== 0 && sending[language].test(text)) return isTraced[language] ? 'authorized' : 'named';
      if ((found & elsewhereAsked) !== 0) return 'addressed';
      if ((found & called) === 0) return 'none';
      // Beside such calls stands what may be a raw request to an address in another file.
      return requesting.test(text) ? 'named' : 'called';
    },
    givesAddress: (text) => namesAddress(text) || environment.test(text),
    namesAddress,
    calledIn: (text) => new Set([...scanner.words(text, called)].flatMap((word) => remembered(bySdk, word, () => sdksCalled(sdks, word)))),
  };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = make()));
  return value;
}

/** What a text was seen to hold, as bits. */
const mentioned = 1;
const bodyNamed = 2;
const constantNamed = 4;
const sharedPortNamed = 8;
const allBrought = 16;
const bearerNamed = 32;
const called = 64;
const elsewhereAsked = 128;

/** Languages whose modules tell by their texts which others they bring in, so that calls can be traced to where SDKs come from. */
const isTraced: Readonly<Record<ModuleFacts['language'], boolean>> = { javascript: true, python: false, shell: false };

/**
 * The modules of SDKs and the calls of what comes from them. A comment has both by way of example; an address in it is often the
 * one that the code asks.
 */
function wordsOfSdks(sdks: readonly SdkDescription[], language: ModuleFacts['language']): readonly ScannedWord[] {
  const isComment = isCommentLine[language];
  const modules = new Map<string, SdkDescription[]>();
  for (const sdk of sdks) {
    // Raw HTTP is told by its hosts and paths, not by the library that sends it.
    if (sdk.vendor === null && sdk.paths) continue;
    for (const name of new Set(sdk.packages.map((each) => each.replace(/\/?\*$/, ''))))
      modules.set(name, [...(modules.get(name) ?? []), sdk]);
  }
  const inCode =
    (bit: number) =>
    ({ text: word, stands }: Told): ScannedWord => ({
      text: word,
      bit,
      stands: (text, start) => stands(text, start) && !isComment(text, start),
    });
  // Such calls make call sites wherever what they are called on comes from.
  const isAnyones = ({ globals }: SdkDescription): boolean => !isTraced[language] || globals !== undefined;
  return [
    ...[...broughtIn[language](modules), ...callWords(sdks.filter(isAnyones)), ...toldWords(sdks)].map(inCode(mentioned)),
    ...callWords(sdks.filter((sdk) => !isAnyones(sdk))).map(inCode(called)),
  ];
}

interface Told {
  readonly text: string;
  readonly stands: NonNullable<ScannedWord['stands']>;
}

/** The hosts of vendors, and the paths and headers of requests that only models take. */
function wordsOfHosts(catalog: Catalog, sdks: readonly SdkDescription[]): readonly ScannedWord[] {
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
  return [
    ...shortest(words).map((text) => ({ text, bit: mentioned })),
    ...shortest(sharedPorts).map((text) => ({ text, bit: sharedPortNamed, stands: endsThere(text) })),
  ];
}

/** How a key is sent, whatever the host: the address can stand in another file. */
const bearer = 'Bearer ${';

/** What sends a request, whose address can stand in another file: `fetch(apiUrl, …)`. */
const askedElsewhere: Readonly<Record<ModuleFacts['language'], readonly string[]>> = {
  javascript: ['fetch(', 'axios.post(', 'axios.post<'],
  python: [],
  shell: [],
};
const addressName = /(?:fetch|axios\.post)(?:<[^()]{0,80}>)?\(\s*(?:[\w$]+\.)*[\w$]*(?:url|uri|endpoint)[\w$]*\s*[,)]/iy;

/** Whether a request that starts at an offset goes to what a name for addresses stands for. */
function isAskedElsewhere(text: string, start: number): boolean {
  addressName.lastIndex = start;
  return addressName.test(text) && !/[\w$]/.test(text.charAt(start - 1));
}

/** How a language brings in whatever another file has: names of an SDK can come with it. */
const openImports: Readonly<Record<ModuleFacts['language'], readonly string[]>> = {
  javascript: [],
  python: ['import *'],
  shell: [],
};

/** Calls of functions whose names say that they send a request, whosever they are. */
const requesting = /(?:fetch|request)\w*\s*[(<]|axios/i;

/** Exported classes whose names tell their SDK: those of several words. */
function tellingClasses(sdks: readonly SdkDescription[]): ReadonlySet<string> {
  return new Set(sdks.flatMap((sdk) => Object.keys(sdk.exports)).filter((name) => /^[A-Z]\w*[a-z]\w*[A-Z]\w*$/.test(name)));
}

function longest(names: readonly string[]): string {
  return names.reduce((best, name) => (name.length > best.length ? name : best), '');
}

/** What a text holds that sends raw requests. */
const sending: Readonly<Record<ModuleFacts['language'], RegExp>> = {
  javascript: /\bfetch\s*\(|\baxios\b|\brequest\s*\(|\bfetchEventSource\b/,
  shell: /\b(?:curl|wget)\b/,
  python: /\brequests\b|\bhttpx\b|\baiohttp\b|\burllib/,
};

/** What vendors' variables begin with, shared beginnings left out. */
function constantPrefixes(catalog: Catalog): readonly string[] {
  const names = [...catalog.vendors.values()].flatMap((vendor) => [...vendor.keyVariables, ...vendor.baseUrlVariables]);
  const prefixes = names
    .map((name) => name.split('_')[0] ?? '')
    .filter((prefix) => prefix.length > 2 && !catalog.sharedVariablePrefixes.has(prefix));
  return [...new Set(prefixes)];
}

/** Names like `OPENAI_BASE_URL`: where a host stands in another file, the constant that holds it is usually named as vendors name their variables. */
function constantsOf(prefixes: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${prefixes.map(escape).join('|')})_[A-Z_]*(?:URL|HOST|BASE|ENDPOINT|API|PATH)`);
}

/** How code reads the environment, which can hold any address. */
const environment = /\b(?:process|import\.meta)\??\.env\b|\b(?:Deno|Bun)\.env\b|\bgetenv\b|\$env\b/;

/** What follows a name that is an entry of an object, an argument, an index or assigned to. */
const entryEnd = String.raw`\\?["'\x60]?\s*\]?\s*(?:[:,}]|=(?!=))`;

/** Whether a name stands at an offset as an entry of a request's body. */
function isEntry(name: string, isComment: CommentTest): NonNullable<ScannedWord['stands']> {
  const entry = new RegExp(`(?<![\\w$])${escape(name)}${entryEnd}`, 'y');
  return (text, start) => {
    entry.lastIndex = start;
    return entry.test(text) && !isComment(text, start);
  };
}

/** A test for the names of a request's body and one of the headers it comes with, in whatever order. */
function mentionOf({ has, headers }: BodyRow): (text: string) => boolean {
  const entries = has.map((name) => new RegExp(`(?<![\\w$])${escape(name)}${entryEnd}`));
  const header = new RegExp(`(?:${headers.map(escape).join('|')})(?:${entryEnd}|\\\\?["'\\x60])`, 'i');
  return (text) => entries.every((entry) => entry.test(text)) && header.test(text);
}

/** Whether a host stands at an offset whole: `:1234` is no part of a digest. */
function endsThere(host: string): (text: string, start: number) => boolean {
  const boundary = new RegExp(`${escape(host)}(?!\\w)`, 'y');
  return (text, start) => {
    boundary.lastIndex = start;
    return boundary.test(text);
  };
}

/** Whether a host pattern needs a path to tell a model's server from others on the same port. */
function isShared(host: string): boolean {
  return /[/$]/.test(host);
}

/** The parts of a host pattern that stand in code as they are; of several the longest tells the most. */
function stretchesOf(host: string): readonly string[] {
  return (host.split('/')[0] ?? host).split('*').map((part) => part.replace(/^[.-]|[.-]$/g, ''));
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
