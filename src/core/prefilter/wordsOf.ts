import type { Language } from '../facts/moduleFacts';
import { LazyList } from '../lazyList';
import { broughtIn } from './broughtIn';
import { isEveryday } from './callShapes';
import { isCommentLine, type CommentTest } from './commentLine';
import { entry, longest } from './entries';
import type { CallSigns, Signs } from './signs';
import type { ScannedWord } from './wordScanner';

/** What a text was seen to hold, as bits of a {@link ScannedWord}. */
export const seen = {
  /** Something that makes call sites by itself. */
  mentioned: 1,
  bodyNamed: 2,
  constantNamed: 4,
  sharedPortNamed: 8,
  allBrought: 16,
  bearerNamed: 32,
  called: 64,
  elsewhereAsked: 128,
} as const;

/** The words that texts are searched for, each with what judges a place where it stands. */
export function wordsOf(signs: Signs): LazyList<ScannedWord> {
  const { language, bodies, hosts, sharedPorts, variablePrefixes } = signs;
  const isComment = isCommentLine[language];
  const inCode = (bit: number) => (told: Told) =>
    word(bit)({ text: told.text, stands: (text, start) => told.stands(text, start) && !isComment(text, start) });
  const always =
    (bits: number) =>
    (text: string): ScannedWord => ({ text, bits });
  return LazyList.join([
    // A comment has modules and calls by way of example; an address in it is often the one that the code asks.
    broughtIn[language](signs.modules).map(({ text, useAt }): ScannedWord => {
      const bitsAt: ScannedWord['bitsAt'] = (where, start) => {
        const use = useAt(where, start);
        return use === null || isComment(where, start) ? 0 : bitOfUse[use];
      };
      return { text, bits: bitOfUse.own | bitOfUse.handed, bitsAt };
    }),
    callWords(signs.anyonesCalls).map(inCode(seen.mentioned)),
    LazyList.of(signs.toldCalls, toldWord).map(inCode(seen.mentioned)),
    callWords(signs.sdkCalls).map(inCode(seen.called)),
    LazyList.of(hosts, (text) => ({ text, stands: isAddressAt(text) })).map(word(seen.mentioned)),
    LazyList.of(sharedPorts, (text) => ({ text, stands: endsThere(text) })).map(word(seen.sharedPortNamed)),
    // A body is told by all its names; the longest is the rarest.
    LazyList.of(bodies, ({ has }) => ({ text: longest(has), stands: isEntry(longest(has), isComment) })).map(word(seen.bodyNamed)),
    LazyList.of(variablePrefixes, (prefix) => `${prefix}_`).map(always(seen.constantNamed)),
    LazyList.of(openImports[language], always(seen.allBrought)),
    LazyList.of([bearer], always(seen.bearerNamed)),
    LazyList.of(askedElsewhere[language], (text) => ({ text, stands: isAskedElsewhere })).map(word(seen.elsewhereAsked)),
  ]);
}

/** What a module tells by how it is used. */
const bitOfUse = { own: seen.mentioned, handed: seen.called } as const;

const word =
  (bit: number) =>
  ({ text, stands }: Told): ScannedWord => ({ text, bits: bit, bitsAt: (where, start) => (stands(where, start) ? bit : 0) });

/** Whether a host stands at an offset where it can be an address: not in what something is compared with, nor in a pattern or a package's name. */
function isAddressAt(host: string): Told['stands'] {
  return (text, start) => text.startsWith(host, start) && !noAddress.test(text.slice(Math.max(0, start - maxBefore), start));
}

/** What stands before the host of an address in its text, at most. UTF-16 units. */
const maxBefore = 240;
/** Methods that compare, of texts and in tests. */
const comparing =
  'toBe|toEqual|toStrictEqual|toContain|toContainEqual|toMatch|toHaveProperty|equals?|strictEqual|deepEqual|deepStrictEqual|match|includes?|startsWith|endsWith|indexOf|test|stringContaining|stringMatching|startswith|endswith|assertEqual|assertIn';
const noAddress = new RegExp(
  [
    String.raw`(?:\.(?:${comparing})\(\s*(?:[\w$.?]+,\s*)?|[!=]==?\s*|\bfrom\s*)["'\x60][^"'\x60\s]*$`,
    // A pattern's slashes are escaped.
    String.raw`(?:^|[\s(,=:?|&!;[])\/(?![/*\s])[^"'\x60\s]*\\[^"'\x60\s]*$`,
  ].join('|'),
);

interface Told {
  readonly text: string;
  readonly stands: (text: string, start: number) => boolean;
}

function callWords({ texts, paths }: CallSigns): LazyList<Told> {
  return LazyList.join([
    LazyList.of(texts, (text) => ({ text, stands: (where: string, start: number) => where.startsWith(text, start) })),
    LazyList.of(paths, (path) => ({ text: path, stands: isEveryday(path) ? standsWhole(path) : endsThere(path) })),
  ]);
}

function toldWord({ path, names }: Signs['toldCalls'][number]): Told {
  const whole = standsWhole(path);
  return {
    text: path,
    stands: (text, start) => whole(text, start) && (names.length === 0 || names.some((name) => text.includes(name))),
  };
}

/** Whether a member path stands at an offset whole: `invoices.create` makes no voice. */
function standsWhole(path: string): Told['stands'] {
  const ends = endsThere(path);
  return (text, start) => ends(text, start) && !/\w/.test(text.charAt(start - 1));
}

/** Whether a text stands at an offset, and no longer name or number. */
function endsThere(told: string): Told['stands'] {
  return (text, start) => text.startsWith(told, start) && !/\w/.test(text.charAt(start + told.length));
}

/** How a key is sent, whatever the host: the address can stand in another file. */
const bearer = 'Bearer ${';

/** What sends a request, whose address can stand in another file: `fetch(apiUrl, …)`. */
const askedElsewhere: Readonly<Record<Language, readonly string[]>> = {
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
const openImports: Readonly<Record<Language, readonly string[]>> = { javascript: [], python: ['import *'], shell: [] };

/** Whether a name stands at an offset as an entry of a request's body. */
function isEntry(name: string, isComment: CommentTest): Told['stands'] {
  const pattern = entry(name, 'y');
  return (text, start) => {
    pattern.lastIndex = start;
    return pattern.test(text) && !isComment(text, start);
  };
}
