/** Words are looked for by their first letters: enough to pass over what has none, and the table stays small. */
const prefixLength = 10;

/** Codes from here on are no letter of any word. */
const asciiCodes = 128;

/**
 * Looks for many words in one pass over a text, case ignored: an Aho–Corasick automaton as a table. It passes over texts that
 * have none several times as fast as a regular expression of the same words; one that it does not pass over is for the exact
 * test to judge, because it knows the words' first letters only. The three quotes count as one letter.
 */
export class WordScanner {
  /** The class of each code, 0 for what is in no word. */
  readonly #classes = new Uint8Array(asciiCodes);
  /** Next state by state and class; a state's row starts at the state times 64. */
  readonly #next: Uint16Array;
  /** What the words that end in a state stand for, as bits. */
  readonly #bits: Uint8Array;

  /** @param words each with the bit it stands for. Throws where they are too many. */
  constructor(words: Iterable<readonly [word: string, bit: number]>) {
    const trie = new Trie(this.#classes);
    for (const [word, bit] of words) trie.add(beginningOf(word), bit);
    this.#next = trie.completed();
    this.#bits = Uint8Array.from(trie.bits);
  }

  /** The bits of all words in a text, or of some as soon as one of `enough` is among them. */
  scan(text: string, enough: number): number {
    const classes = this.#classes;
    const next = this.#next;
    const bits = this.#bits;
    let found = 0;
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      state = next[(state << 6) | (code < asciiCodes ? (classes[code] ?? 0) : 0)] ?? 0;
      const here = bits[state] ?? 0;
      if (here === 0) continue;
      found |= here;
      if ((found & enough) !== 0) return found;
    }
    return found;
  }
}

/** A word up to the first letter that the table has no place for; where that is nothing, every text is for the exact test to judge. */
function beginningOf(word: string): string {
  for (let end = 0; end < Math.min(prefixLength, word.length); end++)
    if (word.toLowerCase().charCodeAt(end) >= asciiCodes) return word.slice(0, end);
  return word.slice(0, prefixLength);
}

class Trie {
  readonly #classes: Uint8Array;
  readonly #children: Map<number, number>[] = [new Map<number, number>()];
  readonly bits: number[] = [0];
  #classCount = 1;

  constructor(classes: Uint8Array) {
    this.#classes = classes;
    const quote = this.#classCount++;
    for (const each of ['"', "'", '`']) this.#classes[each.charCodeAt(0)] = quote;
  }

  add(word: string, bit: number): void {
    let state = 0;
    for (let i = 0; i < word.length; i++) {
      const letter = this.#classOf(word[i] ?? '');
      const children = this.#children[state];
      let child = children?.get(letter);
      if (child === undefined) {
        child = this.#children.length;
        children?.set(letter, child);
        this.#children.push(new Map());
        this.bits.push(0);
      }
      state = child;
    }
    this.bits[state] = (this.bits[state] ?? 0) | bit;
  }

  #classOf(letter: string): number {
    const lower = letter.toLowerCase().charCodeAt(0);
    const upper = letter.toUpperCase().charCodeAt(0);
    const known = this.#classes[lower] ?? 0;
    if (known > 0) return known;
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
      this.bits[state] = (this.bits[state] ?? 0) | (this.bits[fallback] ?? 0);
      // The fallback is nearer the root, so that its row is complete.
      if (state > 0) next.copyWithin(state << 6, fallback << 6, (fallback << 6) + 64);
      for (const [letter, child] of this.#children[state] ?? []) {
        fallbacks[child] = state === 0 ? 0 : (next[(fallback << 6) | letter] ?? 0);
        next[(state << 6) | letter] = child;
        queue.push(child);
      }
    }
    return next;
  }
}
