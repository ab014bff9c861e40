import type { TextRange } from '../core/text/range';
import { LineIndex, type LineColumn } from '../core/text/lineIndex';
import { readSource } from '../workspace/files/readSource';

/** Where a call site is, for people: lines and columns are 1-based, a byte order mark takes no column. */
export interface SitePosition {
  readonly start: LineColumn;
  readonly end: LineColumn;
}

/** Turns offsets into lines and columns; each file is read once. */
export class SitePositions {
  readonly #files = new Map<string, { readonly lines: LineIndex; readonly hasMark: boolean }>();

  /** The position of a range in a file on disk. A file that is gone meanwhile counts as one line. */
  of(file: string, range: TextRange): SitePosition {
    let known = this.#files.get(file);
    if (!known) {
      const outcome = readSource(file, Infinity);
      const text = outcome.kind === 'text' ? outcome.text : '';
      known = { lines: new LineIndex(text), hasMark: text.startsWith('\uFEFF') };
      this.#files.set(file, known);
    }
    const { lines, hasMark } = known;
    const at = (offset: number): LineColumn => {
      const { line, column } = lines.at(offset);
      return { line, column: hasMark && line === 1 ? Math.max(column - 1, 1) : column };
    };
    return { start: at(range.start), end: at(range.end) };
  }
}
