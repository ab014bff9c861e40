/** A string of a JSON text: offsets between its quotes. */
export interface JsonString {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads JSON for the few values that are wanted, with their offsets; what is not wanted is skipped without being looked at, however
 * long. Total: where the text is no JSON or ends early, {@link failedAt} is set and every further read gives nothing.
 */
export class JsonReader {
  #position: number;
  /** The offset at which the text stopped to be JSON. */
  failedAt: number | null = null;

  constructor(readonly text: string) {
    this.#position = text.startsWith('\uFEFF') ? 1 : 0;
  }

  /** What kind of value comes next, by its first character. */
  peek(): string {
    this.#skipSpace();
    return this.failedAt === null ? this.text.charAt(this.#position) : '';
  }

  /** Reads an object's members; `member` must read or {@link skip} each value. Skips what is no object. */
  object(member: (key: string) => void): void {
    this.#list('{', '}', () => {
      const key = this.string();
      if (!key || !this.#accept(':')) {
        this.#fail();
        return;
      }
      member(this.text.slice(key.start, key.end));
    });
  }

  /** Reads an array's items; `item` must read or {@link skip} each. Skips what is no array. */
  array(item: () => void): void {
    this.#list('[', ']', item);
  }

  /** Reads a string; undefined, and nothing skipped, where none comes next. */
  string(): JsonString | undefined {
    if (this.peek() !== '"') return undefined;
    const start = this.#position + 1;
    const end = this.#endOfString(start);
    if (end < 0) {
      this.#position = this.text.length;
      this.#fail();
      return undefined;
    }
    this.#position = end + 1;
    return { start, end };
  }

  /** Passes over a value of any kind. */
  skip(): void {
    if (this.peek() === '') {
      this.#fail();
      return;
    }
    const token = /["{}[\],]/g;
    let depth = 0;
    while (this.failedAt === null) {
      token.lastIndex = this.#position;
      const found = token.exec(this.text);
      if (!found) {
        this.#position = this.text.length;
        if (depth > 0) this.#fail();
        return;
      }
      const [character] = found;
      this.#position = found.index;
      if (character === '"') {
        if (!this.string()) return;
      } else if (character === '{' || character === '[') {
        depth++;
        this.#position++;
      } else if (character === ',') {
        if (depth === 0) return;
        this.#position++;
      } else {
        if (depth === 0) return;
        depth--;
        this.#position++;
      }
      if (depth === 0 && character !== ',') return;
    }
  }

  #list(open: string, close: string, item: () => void): void {
    if (this.peek() !== open) {
      this.skip();
      return;
    }
    this.#position++;
    if (this.#accept(close)) return;
    while (this.failedAt === null) {
      const before = this.#position;
      item();
      if (this.failedAt !== null || this.#accept(close)) return;
      if (!this.#accept(',') || this.#position === before) {
        this.#fail();
        return;
      }
    }
  }

  #accept(character: string): boolean {
    if (this.peek() !== character) return false;
    this.#position++;
    return true;
  }

  #skipSpace(): void {
    const space = /[^ \t\r\n]/g;
    space.lastIndex = this.#position;
    this.#position = space.exec(this.text)?.index ?? this.text.length;
  }

  /** The offset of the quote that ends a string, -1 when none does. */
  #endOfString(start: number): number {
    for (let quote = this.text.indexOf('"', start); quote >= 0; quote = this.text.indexOf('"', quote + 1)) {
      let slashes = 0;
      while (quote - slashes > start && this.text.charCodeAt(quote - slashes - 1) === 92) slashes++;
      if (slashes % 2 === 0) return quote;
    }
    return -1;
  }

  #fail(): void {
    this.failedAt ??= this.#position;
  }
}
