import frequentStretches from './frequentStretches.json';

/**
 * Words by stretches of four of their letters, as plain data that takes longer to make than to use. Each word is entered with two stretches,
 * one letter apart, so that one of them begins at an even offset wherever the word stands. Case makes no difference, and the three quotes
 * are one letter.
 */
export interface Stretches {
  /** The letters of the words, each at the number of its class; that of 0 stands for all that is in no word. */
  readonly alphabet: string;
  /**
   * Stretches in ascending order, one as often as words have it, each with its word's number and one more than where in the word it begins:
   * numbers to the base of 64, four digits for a stretch, two for a word and one for a place. {@link entriesOf} reads it.
   */
  readonly entries: string;
  /** Numbers of the words that have no stretch: too short, or with a letter beyond ASCII. */
  readonly apart: readonly number[];
}

/** Letters of a stretch. */
export const stretchLength = 4;
/** Letters are told apart by so many bits. */
const classBits = 6;
const classCount = 1 << classBits;
const stretchMask = (1 << (classBits * stretchLength)) - 1;
/** The fewest letters by which a word is found: of fewer, nearly every stretch could be. */
const shortestWord = 3;
const asciiCodes = 128;
const noLetter = '\0';
const quotes = '"\'`';

/** How often stretches stand in code, in a million letters; others stand there less often than {@link seldom}. Of `scripts/build/countStretches.ts`. */
const frequent: Readonly<Record<string, number>> = frequentStretches;
const seldom = 60;

/** How often letters stand in code, in thousandths of those that are no blanks, to tell apart what stands there seldom. */
const frequencies: Readonly<Record<string, number>> = {
  e: 102, t: 76, r: 62, a: 59, s: 57, o: 56, n: 54, i: 53, c: 36, l: 33, d: 32, p: 31, u: 26, '"': 25, '.': 22, m: 21,
  h: 20, g: 19, _: 17, f: 17, '(': 13, b: 11, '=': 11, v: 10, ':': 10, y: 9, '{': 8, w: 8, '/': 7, k: 7, x: 5, '-': 4, '[': 4, ' ': 200,
}; // prettier-ignore
/** Of all others. */
const rare = 2;

/** A stretch followed by two more letters: the one that begins two letters later. */
export function nextStretch(stretch: number, third: number, fourth: number): number {
  return ((stretch << (2 * classBits)) & stretchMask) | (third << classBits) | fourth;
}

/** The classes of bytes by an alphabet, 0 for what is in no word. */
export function classesOf(alphabet: string): Uint8Array {
  const classes = new Uint8Array(256);
  for (let each = 1; each < alphabet.length; each++) {
    const letter = alphabet.charAt(each);
    for (const same of letter === '"' ? quotes : letter + letter.toUpperCase()) classes[same.charCodeAt(0)] = each;
  }
  return classes;
}

/** The stretches of some words, which are known by their places in the list from then on. Throws where there are too many different letters. */
export function stretchesOf(words: readonly string[]): Stretches {
  const found = words.map((word) => word.length >= shortestWord && isAscii(word));
  const alphabet = alphabetOf(words.filter((_, index) => found[index]));
  const classes = classesOf(alphabet);
  const users = new Map<number, number>();
  const entries: { stretch: number; word: number; offset: number }[] = [];
  for (const [word, text] of words.entries()) {
    if (!found[word]) continue;
    const letters = Array.from(text, (letter) => classes[letter.charCodeAt(0)] ?? 0);
    for (const { offset, letters: four } of letters.length > stretchLength ? rarest(letters, alphabet, users) : around(letters)) {
      for (const stretch of filled(four)) {
        entries.push({ stretch, word, offset });
        users.set(stretch, (users.get(stretch) ?? 0) + 1);
      }
    }
  }
  entries.sort((a, b) => a.stretch - b.stretch || a.word - b.word);
  return {
    alphabet,
    entries: entries.map(({ stretch, word, offset }) => written(stretch, 4) + written(word, 2) + written(offset + 1, 1)).join(''),
    apart: [...words.keys()].filter((word) => !found[word]),
  };
}

/** Entries of {@link Stretches}, each member by the entry's number. */
export interface Entries {
  readonly stretches: Int32Array;
  readonly words: Uint16Array;
  readonly offsets: Int8Array;
}

/** Reads what {@link stretchesOf} wrote. */
export function entriesOf({ entries }: Stretches): Entries {
  const count = entries.length / entryLength;
  const stretches = new Int32Array(count);
  const words = new Uint16Array(count);
  const offsets = new Int8Array(count);
  for (let entry = 0; entry < count; entry++) {
    const at = entry * entryLength;
    stretches[entry] = (read(entries, at) << 18) | (read(entries, at + 1) << 12) | (read(entries, at + 2) << 6) | read(entries, at + 3);
    words[entry] = (read(entries, at + 4) << 6) | read(entries, at + 5);
    offsets[entry] = read(entries, at + 6) - 1;
  }
  return { stretches, words, offsets };
}

const entryLength = 7;
/** Numbers below 64 are written as the letters from `0` on, without the one that needs an escape in a text. */
const firstDigit = 48;
const escaped = 92;

function written(value: number, length: number): string {
  if (value >= 1 << (6 * length)) throw new Error(`${value} has more than ${length} digits`);
  return Array.from({ length }, (_, place) => digit((value >> (6 * (length - 1 - place))) & 63)).join('');
}

function digit(value: number): string {
  const code = firstDigit + value;
  return String.fromCharCode(code < escaped ? code : code + 1);
}

function read(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return (code < escaped ? code : code - 1) - firstDigit;
}

function isAscii(text: string): boolean {
  return Array.from(text).every((letter) => letter.charCodeAt(0) < asciiCodes);
}

function alphabetOf(words: readonly string[]): string {
  const letters = new Set(words.flatMap((word) => Array.from(word, (letter) => (quotes.includes(letter) ? '"' : letter.toLowerCase()))));
  if (letters.size >= classCount) throw new Error('the words have too many different letters');
  return [noLetter, ...letters].join('');
}

/** Four letters of a word, any letter where one is undefined, and where in it they begin: at -1 with the letter before it. */
interface Part {
  readonly offset: number;
  readonly letters: readonly (number | undefined)[];
}

/** The two neighbouring stretches of a word that texts have least often, and that few other words have. */
function rarest(letters: readonly number[], alphabet: string, users: ReadonlyMap<number, number>): readonly Part[] {
  const parts = letters.slice(stretchLength - 1).map((_, offset) => ({ offset, letters: letters.slice(offset, offset + stretchLength) }));
  const costs = parts.map((part) => {
    const text = part.letters.map((letter) => alphabet.charAt(letter)).join('');
    return frequencyOf(text) * (4 + (users.get(part.letters.reduce(joined)) ?? 0));
  });
  const pairs = costs.slice(1).map((cost, before) => cost + (costs[before] ?? 0));
  const best = pairs.indexOf(Math.min(...pairs));
  return parts.slice(best, best + 2);
}

/** How often a stretch stands in a million letters of code. */
function frequencyOf(stretch: string): number {
  const estimate = Array.from(stretch).reduce((product, letter) => (product * (frequencies[letter] ?? rare)) / 1000, 1e6);
  return frequent[stretch] ?? Math.min(estimate, seldom);
}

/** The stretches of a word so short that whatever stands before or after it belongs to them. */
function around(letters: readonly number[]): readonly Part[] {
  const any = (count: number): undefined[] => Array.from({ length: count }, () => undefined);
  return [0, -1].map((offset) => ({
    offset,
    letters: [...any(-offset), ...letters, ...any(stretchLength)].slice(0, stretchLength),
  }));
}

function filled(letters: Part['letters']): readonly number[] {
  return letters.reduce<readonly number[]>(
    (stretches, letter) =>
      stretches.flatMap((stretch) => (letter === undefined ? anyLetter : [letter]).map((each) => joined(stretch, each))),
    [0],
  );
}

const anyLetter = Array.from({ length: classCount }, (_, each) => each);

function joined(stretch: number, letter: number): number {
  return (stretch << classBits) | letter;
}
