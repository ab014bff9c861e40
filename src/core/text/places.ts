import type { FileAnalysis } from '../callSite';
import { LineIndex, type LineColumn } from './lineIndex';

/** Offsets of one text as people read them: lines and columns are 1-based, a byte order mark takes no column. */
export class TextPlaces {
  readonly #lines: LineIndex;
  readonly #hasMark: boolean;

  constructor(text: string) {
    this.#lines = new LineIndex(text);
    this.#hasMark = text.startsWith('\uFEFF');
  }

  at(offset: number): LineColumn {
    const { line, column } = this.#lines.at(offset);
    return { line, column: this.#hasMark && line === 1 ? Math.max(column - 1, 1) : column };
  }
}

/** An analysis with its {@link FileAnalysis.places}. */
export function withPlaces(analysis: FileAnalysis, text: string): FileAnalysis {
  const places = new TextPlaces(text);
  const ranges = [...analysis.callSites, ...analysis.configuration].map(({ range }) => range);
  const offsets = new Set(ranges.flatMap(({ start, end }) => [start, end]));
  return {
    ...analysis,
    places: [...offsets].flatMap((offset) => {
      const { line, column } = places.at(offset);
      return [offset, line, column];
    }),
  };
}

/** A place among {@link FileAnalysis.places}, undefined when it is none of them. */
export function knownPlace(places: readonly number[], offset: number): LineColumn | undefined {
  for (let i = 0; i < places.length; i += 3) {
    if (places[i] === offset) return { line: places[i + 1] ?? 1, column: places[i + 2] ?? 1 };
  }
  return undefined;
}
