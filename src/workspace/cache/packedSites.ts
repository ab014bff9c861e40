import type { CellPlace } from '../../core/callSite';
import type { Location, TextRange } from '../../core/text/range';

/** What findings of all kinds have, and what stands in one place only. */
interface Site {
  readonly file: string;
  readonly range: TextRange;
  readonly fingerprint: string;
  readonly modelAt?: Location & { readonly cell?: CellPlace };
  readonly cell?: CellPlace;
}

/** The row of what is said of a kind of finding. */
type Row<T> = number & { readonly of?: T };

/** A finding without its file, which is its analysis': what is said of it, by its row, and what is its own. */
export type PackedSite<T extends Site> = readonly [
  said: Row<T>,
  start: number,
  end: number,
  fingerprint: string,
  modelAt?: PackedPlace | null,
  cell?: CellPlace,
];
type PackedPlace = readonly [path: number, start: number, end: number, cell?: CellPlace];

/** What is said of findings, each once: of many calls of one vendor the same is said. Plain data. */
export type Said = readonly object[];

/** Packs findings for one table of what is said. */
export class SitePacker {
  readonly said: object[] = [];
  readonly #rows = new Map<string, number>();

  /** @param at the number of a path */
  constructor(private readonly at: (path: string) => number) {}

  pack<T extends Site>(site: T): PackedSite<T> {
    const { range, fingerprint, modelAt, cell } = site;
    // JSON leaves out what is undefined.
    const said = { ...site, file: undefined, range: undefined, fingerprint: undefined, modelAt: undefined, cell: undefined };
    const key = JSON.stringify(said);
    let row = this.#rows.get(key);
    if (row === undefined) this.#rows.set(key, (row = this.said.push(said) - 1));
    const packed = [row, range.start, range.end, fingerprint] as const;
    const place = modelAt ? this.#place(modelAt) : null;
    return cell ? [...packed, place, cell] : place ? [...packed, place] : packed;
  }

  #place({ file, range, cell }: NonNullable<Site['modelAt']>): PackedPlace {
    const packed = [this.at(file), range.start, range.end] as const;
    return cell ? [...packed, cell] : packed;
  }
}

/**
 * The finding that was packed.
 * @param said the table it was packed for
 * @param path the path of a number
 */
export function unpackSite<T extends Site>(file: string, packed: PackedSite<T>, said: Said, path: (number: number) => string): T {
  const [row, start, end, fingerprint, modelAt, cell] = packed;
  const own: Site = { file, range: { start, end }, fingerprint };
  const site = { ...said[row], ...own };
  // One after the other: there are thousands, and each further spread takes as long as all the rest.
  if (modelAt) site.modelAt = unpackPlace(modelAt, path);
  if (cell) site.cell = cell;
  // Only what was packed is unpacked, and that was one.
  return site as T;
}

function unpackPlace([number, start, end, cell]: PackedPlace, path: (number: number) => string): NonNullable<Site['modelAt']> {
  return { file: path(number), range: { start, end }, ...(cell && { cell }) };
}
