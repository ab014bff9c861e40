import type { FileAnalysis } from '../core/callSite';
import type { LineColumn } from '../core/text/lineIndex';
import { knownPlace, TextPlaces } from '../core/text/places';
import type { TextRange } from '../core/text/range';
import { readSource } from '../workspace/files/readSource';

/** Where a call site is, for people: lines and columns are 1-based, a byte order mark takes no column. */
export interface SitePosition {
  readonly start: LineColumn;
  readonly end: LineColumn;
}

/** Turns offsets into lines and columns: those that a scan told, others from the file, which is read once. */
export class SitePositions {
  readonly #told: ReadonlyMap<string, readonly number[]>;
  readonly #files = new Map<string, TextPlaces>();

  /** @param analyses what a scan found */
  constructor(analyses: readonly FileAnalysis[] = []) {
    this.#told = new Map(analyses.flatMap(({ file, places }) => (places ? [[file, places]] : [])));
  }

  /** The position of a range in a file on disk. A file that is gone meanwhile counts as one line. */
  of(file: string, { start, end }: TextRange): SitePosition {
    return { start: this.#at(file, start), end: this.#at(file, end) };
  }

  #at(file: string, offset: number): LineColumn {
    return knownPlace(this.#told.get(file) ?? [], offset) ?? this.#placesOf(file).at(offset);
  }

  #placesOf(file: string): TextPlaces {
    let places = this.#files.get(file);
    if (!places) {
      const outcome = readSource(file, Infinity);
      this.#files.set(file, (places = new TextPlaces(outcome.kind === 'text' ? outcome.text : '')));
    }
    return places;
  }
}
