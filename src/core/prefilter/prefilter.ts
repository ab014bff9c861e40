import type { Catalog } from '../catalog/catalog';
import type { ModuleFacts } from '../facts/moduleFacts';
import type { BodyRow, SdkDescription } from '../match/description';
import { broughtIn } from './broughtIn';
import { isCommentLine, type CommentTest } from './commentLine';
import { WordScanner, type ScannedWord } from './wordScanner';

/** A cheap test of a text; false means that no call site can be in it. */
export type Prefilter = (text: string) => boolean;

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
  const modules = new Map<string, SdkDescription[]>();
  const words = new Set<string>();
  const calls = new Set<string>();
  const sdks = catalog.sdks.filter((sdk) => sdk.language === language);
  for (const sdk of sdks) {
    for (const row of sdk.paths ?? []) if (row.decisive === true || row.telling === true) words.add(row.contains);
    for (const row of sdk.headers ?? []) words.add(row.name);
    for (const text of sdk.callTexts ?? []) calls.add(text);
    // Raw HTTP is told by its hosts and paths, not by the library that sends it.
    if (sdk.vendor === null && sdk.paths) continue;
    for (const name of new Set(sdk.packages.map((each) => each.replace(/\/?\*$/, ''))))
      modules.set(name, [...(modules.get(name) ?? []), sdk]);
    const exported = new Set(Object.values(sdk.exports));
    for (const [name, shape] of Object.entries(sdk.shapes)) {
      for (const [path, { site }] of Object.entries(shape.members ?? {})) {
        // Who brings in `audio` for `audio.translations.create` names the package.
        if (exported.has(name) && isEveryday(path)) continue;
        addCallShape(calls, path, site?.inference !== false);
      }
    }
  }
  const sharedPorts = new Set<string>();
  for (const vendor of catalog.vendors.values())
    for (const host of vendor.hosts) addHost(vendor.class === 'self-hosted' && isShared(host) ? sharedPorts : words, host);
  const bodies = [...new Set(sdks.flatMap((sdk) => sdk.bodies ?? []))];
  const prefixes = constantPrefixes(catalog);
  const constants = constantsOf(prefixes);
  const openImport = openImports[language];
  const classes = new RegExp(`\\b(?:${[...tellingClasses(sdks)].join('|')})\\(`);
  const scanner = new WordScanner([
    // A comment tells of modules and calls by way of example; an address in it is often the one that the code asks.
    ...[...broughtIn[language](modules), ...shortest(calls).map(callWord)].map((word) => inCode(word, isCommentLine[language])),
    ...shortest(words).map((text) => ({ text, bit: mentioned })),
    ...shortest(sharedPorts).map((text) => ({ text, bit: sharedPortNamed, stands: endsThere(text) })),
    // A body is told by all its names; the longest is the rarest.
    ...bodies.map(({ has }) => ({ text: longest(has), bit: bodyNamed })),
    ...prefixes.map((prefix) => ({ text: `${prefix}_`, bit: constantNamed })),
    ...(openImport === null ? [] : [{ text: openImport, bit: allBrought }]),
    { text: bearer, bit: bearerNamed },
  ]);
  const mentions = bodies.map(mentionOf);
  const paths = [...new Set(sdks.flatMap((sdk) => sdk.paths ?? []).map(({ contains }) => contains))];
  return (text) => {
    const found = scanner.scan(text, mentioned);
    return (
      (found & mentioned) !== 0 ||
      // Servers of all kinds listen there: without a path that asks a model, nothing tells what it is.
      ((found & sharedPortNamed) !== 0 && paths.some((path) => text.includes(path))) ||
      ((found & bodyNamed) !== 0 && mentions.some((mention) => mention(text))) ||
      ((found & constantNamed) !== 0 && sending[language].test(text) && constants.test(text)) ||
      ((found & allBrought) !== 0 && classes.test(text)) ||
      ((found & bearerNamed) !== 0 && sending[language].test(text))
    );
  };
}

/** What a text was seen to hold, as bits. */
const mentioned = 1;
const bodyNamed = 2;
const constantNamed = 4;
const sharedPortNamed = 8;
const allBrought = 16;
const bearerNamed = 32;

/** How a key is sent, whatever the host: the address can stand in another file. */
const bearer = 'Bearer ${';

/** How a language brings in whatever another file has: names of an SDK can come with it. */
const openImports: Readonly<Record<ModuleFacts['language'], string | null>> = {
  javascript: null,
  python: 'import *',
  shell: null,
};

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

/** A test for the names of a request's body and one of the headers it comes with, in whatever order. */
function mentionOf({ has, headers }: BodyRow): Prefilter {
  const header = new RegExp(headers.map(escape).join('|'), 'i');
  return (text) => has.every((name) => text.includes(name)) && header.test(text);
}

/** Calls that look something up or clear it away: every store of files and sessions has them. */
const housekeeping = /\.(?:get|del|delete|archive)$/;

/** What programs of every kind make, list and send. */
const everydayThings =
  /^(?:agents|calls|containers|content|conversations|credentials|datasets|deployments|environments|events|files|items|jobs|messages|models|projects|resources|runs|sessions|skills|steps|templates|threads|translations|users|versions|videos|voices)\./;

function isEveryday(path: string): boolean {
  return everydayThings.test(path);
}

/**
 * The last two names of a member path: the receiver's first names differ from program to program. Housekeeping and what is done to
 * everyday things need one name more, or one that is more than a word, to tell anything.
 */
function addCallShape(words: Set<string>, path: string, runsModel: boolean): void {
  const names = path.split('.');
  const last = names.slice(-2).join('.');
  if (!runsModel && housekeeping.test(path) && !/[a-z][A-Z]/.test(names.at(-2) ?? '')) {
    if (names.length > 2) words.add(names.slice(-3).join('.'));
  } else if (names.length > 2 && isEveryday(last)) words.add(names.slice(-3).join('.'));
  else if (names.length > 1) words.add(last);
}

/** Where a word stands that tells of a call. */
interface Told {
  readonly text: string;
  readonly stands: NonNullable<ScannedWord['stands']>;
}

function callWord(word: string): Told {
  return { text: word, stands: isEveryday(word) ? beginsThere(word) : (text, start) => text.startsWith(word, start) };
}

/** The word where it stands in code. */
function inCode({ text: word, stands }: Told, isComment: CommentTest): ScannedWord {
  return { text: word, bit: mentioned, stands: (text, start) => stands(text, start) && !isComment(text, start) };
}

/** Whether a member path stands at an offset whole: `invoices.create` makes no voice. */
function beginsThere(path: string): (text: string, start: number) => boolean {
  return (text, start) => text.startsWith(path, start) && !/\w/.test(text.charAt(start - 1));
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

/** The part of a host pattern that stands in code as it is: the longest stretch without a wildcard. */
function addHost(words: Set<string>, host: string): void {
  const stretch = (host.split('/')[0] ?? host)
    .split('*')
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '')
    .replace(/^[.-]|[.-]$/g, '');
  if (stretch.length > 3) words.add(stretch);
}

/** The words without those that contain another one. */
function shortest(words: ReadonlySet<string>): string[] {
  const kept: string[] = [];
  for (const word of [...words].filter((each) => each !== '').sort((a, b) => a.length - b.length)) {
    if (!kept.some((shorter) => word.includes(shorter))) kept.push(word);
  }
  return kept;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
