import type { Catalog } from '../../core/catalog/catalog';
import type { Alternative, Benchmark, Licence, Need, Parameters, Price, DatedRetirement } from '../../core/catalog/knowledge';

/** What `openward catalog --format json` prints of a model; null is what the catalog does not know. */
export interface CatalogRow {
  /** The catalog's id, or the id asked for where only a rule knows it. */
  readonly id: string;
  readonly name: string | null;
  readonly lab: string | null;
  readonly weights: string;
  readonly modality: string | null;
  readonly licence: Licence | null;
  readonly weightsUrl: string | null;
  readonly release: string | null;
  /** Tokens. */
  readonly context: number | null;
  readonly output: number | null;
  readonly inputs: readonly string[];
  readonly tools: boolean | null;
  readonly structuredOutput: boolean | null;
  /** Thousand millions. */
  readonly parameters: Parameters | null;
  /** Gigabytes at 4 bit, estimated. */
  readonly memory: number | null;
  readonly dimensions: number | null;
  /** US dollars per million tokens. */
  readonly prices: readonly Price[];
  readonly benchmarks: readonly Benchmark[];
  readonly retirement: DatedRetirement | null;
  readonly alternatives: readonly Pick<Alternative, 'id' | 'verdict' | 'evidence' | 'unconfirmed'>[];
  /** ISO date of the data. */
  readonly asOf: string;
  readonly sources: readonly string[];
}

/** The row of a model as known, seen from a day (ISO date). */
export function catalogRow(catalog: Catalog, id: string, provider: string | undefined, need: Need, today: string): CatalogRow {
  const { weights, modality, lab, name, ...details } = catalog.details(id, provider);
  const { licence, weightsUrl, release, context, output, inputs, tools, structuredOutput } = details;
  const { parameters, memory, dimensions, prices, benchmarks, asOf, sources } = details;
  return {
    id: details.id ?? id,
    name,
    lab,
    weights,
    modality,
    licence,
    weightsUrl,
    release,
    context,
    output,
    inputs,
    tools,
    structuredOutput,
    parameters,
    memory,
    dimensions,
    prices,
    benchmarks,
    retirement: catalog.retirement(id, today, provider),
    alternatives: catalog
      .alternatives(id, need, provider)
      .map(({ id: open, verdict, evidence, unconfirmed }) => ({ id: open, verdict, evidence, unconfirmed })),
    asOf,
    sources,
  };
}
