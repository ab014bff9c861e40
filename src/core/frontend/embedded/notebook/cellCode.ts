import type { TextRange } from '../../../text/range';
import type { TextEdit } from '../../../text/textEdit';
import type { CodeMap } from '../embedding';
import type { JsonString } from './jsonReader';

const simpleEscapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/**
 * Puts code together from strings of a JSON text and remembers where each character stands there. A run is a stretch of code that
 * the file writes as it is, one escape (`\n`, `\u00e9`), or a line break between two cells, which the file does not write at all.
 */
export class CellCode implements CodeMap {
  readonly #pieces: string[] = [];
  #length = 0;
  /** By run: its offset in the code, its offset in the file, and how many characters of the file write each of its own (0: none). */
  readonly #code: number[] = [];
  readonly #file: number[] = [];
  readonly #width: number[] = [];
  #lastEnd = 0;

  constructor(private readonly json: string) {}

  get length(): number {
    return this.#length;
  }

  get text(): string {
    return this.#pieces.join('');
  }

  /** Adds what a string says, and returns it. */
  add({ start, end }: JsonString): string {
    const { json } = this;
    const first = this.#pieces.length;
    let position = start;
    while (position < end) {
      const slash = json.indexOf('\\', position);
      const stop = slash < 0 || slash >= end ? end : slash;
      if (stop > position) this.#run(json.slice(position, stop), position, 1);
      if (stop === end) break;
      const hex = /^u([\da-fA-F]{4})/.exec(json.slice(stop + 1, Math.min(stop + 6, end)))?.[1];
      const escaped = json.charAt(stop + 1);
      const width = hex === undefined ? 2 : 6;
      this.#run(hex === undefined ? (simpleEscapes[escaped] ?? escaped) : String.fromCharCode(parseInt(hex, 16)), stop, width);
      position = stop + width;
    }
    this.#lastEnd = end;
    return this.#pieces.slice(first).join('');
  }

  /** Ends a cell: what is added next stands on a line of its own. */
  endCell(): void {
    this.#run('\n', this.#lastEnd, 0);
  }

  range({ start, end }: TextRange): TextRange {
    if (start >= end) {
      const at = this.#insertionPoint(start);
      return { start: at, end: at };
    }
    return { start: this.#startOf(start), end: this.#endOf(end - 1) };
  }

  edit({ range, newText }: TextEdit): TextEdit {
    const place = this.range(range);
    return { range: place, newText: this.#written(newText, place) };
  }

  #run(text: string, file: number, width: number): void {
    this.#code.push(this.#length);
    this.#file.push(file);
    this.#width.push(width);
    this.#pieces.push(text);
    this.#length += text.length;
  }

  /** The run that an offset lies in. */
  #runAt(offset: number): number {
    let low = 0;
    let high = this.#code.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#code[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #startOf(offset: number): number {
    const run = this.#runAt(offset);
    const within = this.#width[run] === 1 ? offset - (this.#code[run] ?? 0) : 0;
    return (this.#file[run] ?? 0) + within;
  }

  #endOf(offset: number): number {
    return this.#startOf(offset) + (this.#width[this.#runAt(offset)] ?? 0);
  }

  /** Before the character at an offset where the file writes it, else behind the one before. */
  #insertionPoint(offset: number): number {
    const isWritten = offset < this.#length && this.#width[this.#runAt(offset)] !== 0;
    return isWritten || offset === 0 ? this.#startOf(offset) : this.#endOf(offset - 1);
  }

  /** Code as it stands in a string of the file; in a list of lines, each line is a string of its own. */
  #written(code: string, place: TextRange): string {
    const text = JSON.stringify(code).slice(1, -1);
    const between = this.#betweenLines(place);
    if (between === undefined) return text;
    // A line break at the end ends the string, unless more of it follows.
    const ends = this.json.charAt(place.end) === '"';
    return text.replace(/(?<!\\)(?:\\\\)*\\n/g, (found, at: number) =>
      ends && at + found.length === text.length ? found : `${found}"${between}"`,
    );
  }

  /** What parts two lines of the list around a place: comma, line break and indentation. Undefined where a cell is one string. */
  #betweenLines({ start, end }: TextRange): string | undefined {
    const after = /^(?:[^"\\]|\\.)*"(\s*,\s*)"/s.exec(this.json.slice(end, end + 4000));
    if (after) return after[1];
    const before = this.json.slice(Math.max(0, start - 4000), start);
    return /\\n"(\s*,\s*)"(?:[^"\\]|\\.)*$/s.exec(before)?.[1];
  }
}
