/** Words are looked for by their first letters: enough to pass over what has none, and the table stays small. */
const prefixLength = 10;

/** Codes from here on are no letter of any word. */
const asciiCodes = 128;

/** A word that texts are searched for. */
export interface ScannedWord {
  readonly text: string;
  /** What it stands for, as a bit of what {@link WordScanner.scan} gives. */
  readonly bit: number;
  /**
   * Judges a place where the word's beginning stands, `start` being the offset of its first letter: the beginning was compared
   * without regard to case, and the three quotes count as one letter. Absent where the word itself, in its own case, is enough.
   */
  readonly stands?: (text: string, start: number) => boolean;
}

/** Words with the same beginning. */
interface Beginning {
  readonly length: number;
  readonly words: ScannedWord[];
}

/**
 * Looks for many words in one pass over a text: an Aho–Corasick automaton as a table, made of the words' beginnings. Each place that
 * it finds is then judged by itself, which passes over texts several times as fast as a regular expression of the same words.
 */
export class WordScanner {
  /** The class of each code, 0 for what is in no word. */
  readonly #classes = new Uint8Array(asciiCodes);
  /** Next state by state and class; a state's row starts at the state times 64. */
  readonly #next: Uint16Array;
  /** The bits of the beginnings that end in a state. */
  readonly #bits: Uint8Array;
  readonly #beginnings: readonly (readonly Beginning[])[];
  /** Words that begin with a letter that the table has no place for. */
  readonly #apart: readonly ScannedWord[];

  /** Throws where there are too many words. */
  constructor(words: Iterable<ScannedWord>) {
    const trie = new Trie(this.#classes);
    const apart: ScannedWord[] = [];
    for (const word of words) {
      const beginning = beginningOf(word.text);
      if (beginning === '') apart.push(word);
      else trie.add(beginning, word);
    }
    this.#apart = apart;
    this.#next = trie.completed();
    this.#beginnings = trie.beginnings;
    this.#bits = Uint8Array.from(trie.beginnings, (all) => all.reduce((bits, { words: own }) => bits | bitsOf(own), 0));
  }

  /** The bits of all words in a text, or of some as soon as one of `enough` is among them. */
  scan(text: string, enough: number): number {
    let found = this.#foundApart(text);
    const classes = this.#classes;
    const next = this.#next;
    const bits = this.#bits;
    let state = 0;
    for (let i = 0; i < text.length && (found & enough) === 0; i++) {
      const code = text.charCodeAt(i);
      state = next[(state << 6) | (code < asciiCodes ? (classes[code] ?? 0) : 0)] ?? 0;
      if (((bits[state] ?? 0) & ~found) !== 0) found |= this.#foundAt(text, i + 1, state, found);
    }
    return found;
  }

  /** All words of a bit in a text. */
  words(text: string, bit: number): ReadonlySet<string> {
    const found = new Set(
      this.#apart.filter((word) => word.bit === bit && this.#foundApart(text, [word]) !== 0).map(({ text: own }) => own),
    );
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      state = this.#step(state, text.charCodeAt(i));
      if (((this.#bits[state] ?? 0) & bit) === 0) continue;
      for (const { length, words } of this.#beginnings[state] ?? [])
        for (const word of words) if (word.bit === bit && standsAt(word, text, i + 1 - length)) found.add(word.text);
    }
    return found;
  }

  #step(state: number, code: number): number {
    return this.#next[(state << 6) | (code < asciiCodes ? (this.#classes[code] ?? 0) : 0)] ?? 0;
  }

  /** The bits beyond `found` of the words whose beginning ends at an offset. */
  #foundAt(text: string, end: number, state: number, found: number): number {
    let more = 0;
    for (const { length, words } of this.#beginnings[state] ?? []) {
      for (const word of words) {
        if (((found | more) & word.bit) === 0 && standsAt(word, text, end - length)) more |= word.bit;
      }
    }
    return more;
  }

  #foundApart(text: string, words = this.#apart): number {
    let found = 0;
    for (const word of words) {
      for (let at = text.indexOf(word.text); at >= 0 && (found & word.bit) === 0; at = text.indexOf(word.text, at + 1)) {
        if (standsAt(word, text, at)) found |= word.bit;
      }
    }
    return found;
  }
}

function standsAt(word: ScannedWord, text: string, start: number): boolean {
  return word.stands ? word.stands(text, start) : text.startsWith(word.text, start);
}

function bitsOf(words: readonly ScannedWord[]): number {
  return words.reduce((bits, { bit }) => bits | bit, 0);
}

/** A word up to the first letter that the table has no place for. */
function beginningOf(word: string): string {
  for (let end = 0; end < Math.min(prefixLength, word.length); end++) if (word.charCodeAt(end) >= asciiCodes) return word.slice(0, end);
  return word.slice(0, prefixLength);
}

class Trie {
  readonly #classes: Uint8Array;
  readonly #children: Map<number, number>[] = [new Map<number, number>()];
  /** The beginnings that end in a state. */
  readonly beginnings: Beginning[][] = [[]];
  #classCount = 1;

  constructor(classes: Uint8Array) {
    this.#classes = classes;
    const quote = this.#classCount++;
    for (const each of ['"', "'", '`']) this.#classes[each.charCodeAt(0)] = quote;
  }

  add(beginning: string, word: ScannedWord): void {
    let state = 0;
    for (const each of beginning) {
      const letter = this.#classOf(each);
      const children = this.#children[state];
      let child = children?.get(letter);
      if (child === undefined) {
        child = this.#children.length;
        children?.set(letter, child);
        this.#children.push(new Map());
        this.beginnings.push([]);
      }
      state = child;
    }
    const own = this.beginnings[state];
    const known = own?.[0];
    if (known) known.words.push(word);
    else own?.push({ length: beginning.length, words: [word] });
  }

  #classOf(letter: string): number {
    const known = this.#classes[letter.charCodeAt(0)] ?? 0;
    if (known > 0) return known;
    const lower = letter.toLowerCase().charCodeAt(0);
    const upper = letter.toUpperCase().charCodeAt(0);
    const made = this.#classCount++;
    if (made > 63) throw new Error('the words have too many different letters');
    this.#classes[lower] = made;
    this.#classes[upper] = made;
    return made;
  }

  /** The whole table: where a state has no child for a letter, what the longest end of it that begins a word has. */
  completed(): Uint16Array {
    const count = this.#children.length;
    if (count > 0xffff) throw new Error('the words have too many letters');
    const next = new Uint16Array(count << 6);
    const fallbacks = new Uint16Array(count);
    const queue: number[] = [0];
    for (let at = 0; at < queue.length; at++) {
      const state = queue[at] ?? 0;
      const fallback = fallbacks[state] ?? 0;
      // The fallback is nearer the root, so that its row is complete.
      if (state > 0) {
        this.beginnings[state]?.push(...(this.beginnings[fallback] ?? []));
        next.copyWithin(state << 6, fallback << 6, (fallback << 6) + 64);
      }
      for (const [letter, child] of this.#children[state] ?? []) {
        fallbacks[child] = state === 0 ? 0 : (next[(fallback << 6) | letter] ?? 0);
        next[(state << 6) | letter] = child;
        queue.push(child);
      }
    }
    return next;
  }
}
