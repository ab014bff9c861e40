import type { Language } from '../facts/moduleFacts';
import { once } from '../once';
import { escape, mentionOf } from './entries';
import type { Signs } from './signs';
import { stretchesOf, type Stretches } from './stretches';
import { searchedText, WordScanner, type SearchedText } from './wordScanner';
import { seen, wordsOf } from './wordsOf';

/**
 * What a text has that makes call sites with something from elsewhere. `called`: calls that may be of an SDK; `authorized`: requests that send a
 * key, to an address that any module it leads to may have; `addressed`: requests to an address that a module beside it must have.
 */
export type Need = 'called' | 'authorized' | 'addressed';

/** What a text tells of call sites in it. `none`: there are none; `named`: there may be; else there may be where one of the needs is met. */
export type Mention = 'none' | 'named' | readonly Need[];

/** A cheap look at a text. */
export interface Prefilter {
  mention(text: string): Mention;
  /** The same for a text that is at hand as bytes. */
  mentionIn(searched: SearchedText): Mention;
  /** What a text has of the signs for calls of something that must come from an SDK. */
  callsIn(text: string): ReadonlySet<string>;
  /** Whether the address of a request can come from a text: a vendor's host or path, or whatever the environment says. */
  givesAddress(text: string): boolean;
  /** The same without the environment. */
  namesAddress(text: string): boolean;
}

/**
 * Builds the test of texts for some signs. A file that has none of them is never parsed.
 * @param table what {@link tableOf} gives for the signs
 */
export function prefilterOf(signs: Signs, table: Stretches): Prefilter {
  const { language, paths } = signs;
  const constants = once(() => constantsOf(signs.variablePrefixes));
  const classes = once(() => new RegExp(`\\b(?:${signs.classes.join('|')})\\(`));
  const mentions = once(() => signs.bodies.map(mentionOf));
  const scanner = new WordScanner(wordsOf(signs), table);
  const isNamed = (text: string, found: number): boolean =>
    (found & seen.mentioned) !== 0 ||
    // Servers of all kinds listen there: without a path that asks a model, nothing tells what it is.
    ((found & seen.sharedPortNamed) !== 0 && paths.some((path) => text.includes(path))) ||
    ((found & seen.bodyNamed) !== 0 && mentions().some((mention) => mention(text))) ||
    ((found & seen.constantNamed) !== 0 && sending[language].test(text) && constants().test(text)) ||
    ((found & seen.allBrought) !== 0 && classes().test(text));
  const addresses = seen.mentioned | seen.sharedPortNamed | seen.constantNamed;
  const namesAddress = (text: string): boolean => (scanner.scan(searchedText(text), seen.mentioned) & addresses) !== 0;
  const mentionIn = (searched: SearchedText): Mention => {
    const found = scanner.scan(searched, seen.mentioned);
    if (found === 0) return 'none';
    const text = searched.text();
    if (isNamed(text, found)) return 'named';
    const isAuthorized = (found & seen.bearerNamed) !== 0 && sending[language].test(text);
    if (isAuthorized && !isTraced[language]) return 'named';
    const isCalled = (found & seen.called) !== 0;
    const needs: Need[] = [];
    if (isCalled) needs.push('called');
    if (isAuthorized) needs.push('authorized');
    // Beside calls stands what may be a raw request to an address in another file.
    else if ((found & seen.elsewhereAsked) !== 0 || (isCalled && requesting.test(text))) needs.push('addressed');
    return needs.length > 0 ? needs : 'none';
  };
  return {
    mention: (text) => mentionIn(searchedText(text)),
    mentionIn,
    givesAddress: (text) => namesAddress(text) || environment.test(text),
    namesAddress,
    callsIn: (text) => scanner.words(searchedText(text), seen.called),
  };
}

/** The table by which texts are searched for some signs: plain data. */
export function tableOf(signs: Signs): Stretches {
  return stretchesOf(
    wordsOf(signs)
      .toArray()
      .map(({ text }) => text),
  );
}

/** Languages whose modules tell by their texts which others they bring in, so that calls can be traced to where SDKs come from. */
export const isTraced: Readonly<Record<Language, boolean>> = { javascript: true, python: false, shell: false };

/** Calls of functions whose names say that they send a request, whosever they are. */
const requesting = /(?:fetch|request)\w*\s*[(<]|axios/i;

/** What a text holds that sends raw requests. */
const sending: Readonly<Record<Language, RegExp>> = {
  javascript: /\bfetch\s*\(|\baxios\b|\brequest\s*\(|\bfetchEventSource\b/,
  shell: /\b(?:curl|wget)\b/,
  python: /\brequests\b|\bhttpx\b|\baiohttp\b|\burllib/,
};

/** Names like `OPENAI_BASE_URL`: where a host stands in another file, the constant that holds it is usually named as vendors name their variables. */
function constantsOf(prefixes: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${prefixes.map(escape).join('|')})_[A-Z_]*(?:URL|HOST|BASE|ENDPOINT|API|PATH)`);
}

/** How code reads the environment, which can hold any address. */
const environment = /\b(?:process|import\.meta)\??\.env\b|\b(?:Deno|Bun)\.env\b|\bgetenv\b|\$env\b/;
