import type { LicenceClass, Parameters } from '../../core/catalog/knowledge';
import data from '../data/modelFacts.json';

/** A row of `data/modelFacts.json`: facts the snapshots lack, each read on the page that the row names. */
export interface ModelFactsRow {
  /** Regular expression on the model's name or that of its weights, lower case. */
  readonly pattern: string;
  /** Class, and the SPDX id or the licence's title. */
  readonly licence?: readonly [Exclude<LicenceClass, 'closed'>, string];
  /** Total and active parameters, thousand millions. */
  readonly parameters?: readonly [total: number, active: number | null];
  /** Length of an embedding model's vectors by default. */
  readonly dimensions?: number;
  /** Tokens. */
  readonly context?: number;
  /** Target id to the id under which that target serves the model. */
  readonly served?: Readonly<Record<string, string>>;
  readonly source: string;
  readonly accessed: string;
}

/** What the rows that match add up to; of each fact the first row that gives it counts. */
export interface ReadFacts {
  readonly licence: { readonly class: LicenceClass; readonly name: string; readonly source: string } | null;
  readonly parameters: Parameters | null;
  readonly dimensions: number | null;
  readonly context: number | null;
  readonly served: Readonly<Record<string, string>>;
  readonly sources: readonly string[];
}

/** The rows as data, in order. */
export const modelFactsRows = data as unknown as readonly ModelFactsRow[];

let compiled: readonly { readonly row: ModelFactsRow; readonly test: RegExp }[] | undefined;

/** What was read of a model that goes by these names (lower case). */
export function factsRead(names: readonly string[]): ReadFacts {
  compiled ??= modelFactsRows.map((row) => ({ row, test: new RegExp(row.pattern) }));
  const rows = compiled.flatMap(({ row, test }) => (names.some((name) => test.test(name)) ? [row] : []));
  const licensed = rows.find(({ licence }) => licence !== undefined);
  const sized = rows.find(({ parameters }) => parameters !== undefined)?.parameters;
  return {
    licence: licensed?.licence ? { class: licensed.licence[0], name: licensed.licence[1], source: licensed.source } : null,
    parameters: sized ? { total: sized[0], active: sized[1] } : null,
    dimensions: rows.find(({ dimensions }) => dimensions !== undefined)?.dimensions ?? null,
    context: rows.find(({ context }) => context !== undefined)?.context ?? null,
    served: Object.assign({}, ...rows.map(({ served }) => served ?? {}).reverse()) as Readonly<Record<string, string>>,
    sources: rows.map(({ source }) => source),
  };
}
