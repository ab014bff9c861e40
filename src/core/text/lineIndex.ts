/** A position as people read it: line and column both 1-based, columns in UTF-16 units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Converts offsets of one text to lines and columns. `\n`, `\r\n` and lone `\r` end a line, as in VS Code. */
export class LineIndex {
  readonly #text: string;
  #known: readonly number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where lines start; found when it is first asked for, which of most files nobody does. */
  get #starts(): readonly number[] {
    this.#known ??= lineStarts(this.#text);
    return this.#known;
  }

  /** Number of lines; an empty text has one. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** The 1-based line and column of a 0-based offset. Offsets past the end belong to the last line. */
  at(offset: number): LineColumn {
    const starts = this.#starts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }

  /** The 0-based offset at which a 1-based line starts; the text's start for lines below 1, the last line for lines past the end. */
  lineStart(line: number): number {
    return this.#starts[Math.min(Math.max(line, 1), this.#starts.length) - 1] ?? 0;
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  // Nearly all texts end their lines with `\n` alone, and looking for one character is many times as fast.
  if (!text.includes('\r')) {
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}
