import { escape } from './entries';
import { classesOf, entriesOf, nextStretch, stretchLength, type Entries, type Stretches } from './stretches';

/** A word that texts are searched for. */
export interface ScannedWord {
  readonly text: string;
  /** What it can stand for, as bits of what {@link WordScanner.scan} gives. */
  readonly bits: number;
  /**
   * Judges a place where the word stands but for its case, `start` being the offset of its first letter; the three quotes count as one
   * letter. Gives the bits that it stands for there. Absent where the word itself, in its own case, is enough for all of them.
   */
  readonly bitsAt?: (text: string, start: number) => number;
}

/** Words by their numbers. Few of a thousand stand in any text, so that they may be made when they are first asked for. */
export interface WordList {
  at(index: number): ScannedWord | undefined;
}

/** A text to be searched. */
export interface SearchedText {
  /** The text in UTF-8, or the low byte of each of its UTF-16 units. */
  readonly bytes: Uint8Array;
  /** The text itself: only asked for where a word may stand. */
  readonly text: () => string;
  /** Where in the text the ASCII letter stands that is at an offset of the bytes; absent where offsets are the same. */
  readonly startOf?: (at: number) => number;
}

const encoder = new TextEncoder();

/** A text to be searched, of a string. */
export function searchedText(text: string): SearchedText {
  const bytes = new Uint8Array(text.length);
  // Only a text of ASCII fits in.
  const isPlain = encoder.encodeInto(text, bytes).read === text.length;
  if (!isPlain) for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return { bytes, text: () => text };
}

/** Stretches share so many marks, as bits of a number: few enough that the processor keeps them all at hand. */
const markBits = 17;

/** The number of a stretch's mark. */
function markOf(stretch: number): number {
  return Math.imul(stretch, 0x9e3779b1) >>> (32 - markBits);
}

/**
 * Looks for many words in one pass over a text. It looks at every second place only: each word is told by two stretches of its letters, one
 * of which begins at such a place wherever the word stands. Where one is found, the words that it can be of are judged by themselves. Most
 * places are passed over by one look into a table of marks.
 */
export class WordScanner {
  readonly #words: WordList;
  readonly #entries: Entries;
  readonly #classes: Uint8Array;
  /** A bit for each mark, set where some word's stretch has it. */
  readonly #marks = new Int32Array(1 << (markBits - 5));
  /** Words without a stretch. */
  readonly #apart: readonly ScannedWord[];

  /** @param table what `stretchesOf` gives for the words' texts */
  constructor(words: WordList, table: Stretches) {
    this.#words = words;
    this.#entries = entriesOf(table);
    this.#classes = classesOf(table.alphabet);
    this.#apart = table.apart.flatMap((index) => words.at(index) ?? []);
    for (const stretch of this.#entries.stretches) {
      const mark = markOf(stretch);
      this.#marks[mark >> 5] = (this.#marks[mark >> 5] ?? 0) | (1 << (mark & 31));
    }
  }

  /** The bits of all words in a text, or of some as soon as one of `enough` is among them. */
  scan(searched: SearchedText, enough: number): number {
    let found = this.#foundApart(searched);
    if ((found & enough) !== 0) return found;
    this.#eachStretch(searched.bytes, (at, stretch) => {
      found |= this.#bitsAt(searched, at, stretch, found);
      return (found & enough) === 0;
    });
    return found;
  }

  /**
   * Goes through the places where a stretch may begin that some word has, and the last letters, with which no stretch begins that ends in
   * the text.
   * @param visit gives false where it has seen enough
   */
  #eachStretch(bytes: Uint8Array, visit: (at: number, stretch: number) => boolean): void {
    const classes = this.#classes;
    const marks = this.#marks;
    for (let at = nextMarked(bytes, 0, classes, marks); at >= 0; at = nextMarked(bytes, at + 2, classes, marks))
      if (!visit(at, this.#stretchAt(bytes, at))) return;
    for (const at of tail(bytes.length)) if (!visit(at, this.#stretchAt(bytes, at))) return;
  }

  /** All words of a bit in a text. */
  words(searched: SearchedText, bit: number): ReadonlySet<string> {
    const found = new Set<string>();
    const add = (word: ScannedWord): void => void found.add(word.text);
    for (const word of this.#apart) if ((word.bits & bit) !== 0 && (bitsSomewhere(word, searched.text()) & bit) !== 0) add(word);
    this.#eachStretch(searched.bytes, (at, stretch) => {
      this.#bitsAt(searched, at, stretch, ~bit, add);
      return true;
    });
    return found;
  }

  /**
   * The bits of the words that a stretch at an offset is of, except some.
   * @param tell told of each word that stands there for one of the others
   */
  #bitsAt(searched: SearchedText, at: number, stretch: number, except: number, tell?: (word: ScannedWord) => void): number {
    const { stretches, words, offsets } = this.#entries;
    const { bytes, text, startOf } = searched;
    let bits = 0;
    for (let entry = this.#firstEntry(stretch); stretches[entry] === stretch; entry++) {
      const word = this.#words.at(words[entry] ?? 0);
      const start = at - (offsets[entry] ?? 0);
      if (!word || (word.bits & ~except) === 0 || !this.#hasLetters(word.text, bytes, start)) continue;
      const own = bitsAt(word, text(), startOf?.(start) ?? start) & ~except;
      bits |= own;
      if (own !== 0) tell?.(word);
    }
    return bits;
  }

  /** The first entry of a stretch, or of a later one. */
  #firstEntry(stretch: number): number {
    let low = 0;
    const { stretches } = this.#entries;
    let high = stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((stretches[middle] ?? 0) < stretch) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether a word stands at an offset but for its case. */
  #hasLetters(word: string, bytes: Uint8Array, start: number): boolean {
    const classes = this.#classes;
    if (start < 0 || start + word.length > bytes.length) return false;
    for (let i = 0; i < word.length; i++) if (classes[bytes[start + i] ?? 0] !== classes[word.charCodeAt(i)]) return false;
    return true;
  }

  /** The stretch that begins at an offset; what is beyond the end is of no word. */
  #stretchAt(bytes: Uint8Array, at: number): number {
    const classAt = (offset: number): number => (offset < bytes.length ? (this.#classes[bytes[offset] ?? 0] ?? 0) : 0);
    return nextStretch(nextStretch(0, classAt(at), classAt(at + 1)), classAt(at + 2), classAt(at + 3));
  }

  #foundApart(searched: SearchedText): number {
    let found = 0;
    for (const word of this.#apart) if ((word.bits & ~found) !== 0) found |= bitsSomewhere(word, searched.text());
    return found;
  }
}

/** The next even offset from one on at which a marked stretch begins, -1 where there is none. Hot: all letters of all files pass here. */
function nextMarked(bytes: Uint8Array, from: number, classes: Uint8Array, marks: Int32Array): number {
  let stretch = nextStretch(0, classes[bytes[from] ?? 0] ?? 0, classes[bytes[from + 1] ?? 0] ?? 0);
  for (let i = from + stretchLength - 1; i < bytes.length; i += 2) {
    stretch = nextStretch(stretch, classes[bytes[i - 1] ?? 0] ?? 0, classes[bytes[i] ?? 0] ?? 0);
    const mark = markOf(stretch);
    if (((marks[mark >> 5] ?? 0) & (1 << (mark & 31))) !== 0) return i - stretchLength + 1;
  }
  return -1;
}

function bitsAt({ text: word, bits, bitsAt: judge }: ScannedWord, text: string, start: number): number {
  return judge ? judge(text, start) : text.startsWith(word, start) ? bits : 0;
}

/** The bits of a word wherever it stands in a text. */
function bitsSomewhere(word: ScannedWord, text: string): number {
  const anyCase = new RegExp(escape(word.text), 'gi');
  let bits = 0;
  for (const { index } of text.matchAll(anyCase)) bits |= bitsAt(word, text, index);
  return bits;
}

/** The even offsets from which on fewer letters are left than a stretch has. */
function tail(length: number): number[] {
  const last = length - 1 - ((length - 1) % 2);
  return [last - 2, last].filter((at) => at >= 0 && at + stretchLength > length);
}
