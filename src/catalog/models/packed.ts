/**
 * The compact form that `npm run catalog:generate` writes and that ships. Tuples and table indexes instead of names,
 * because the same labs, sources and modalities come thousands of times.
 */

/** A data set the catalog was compiled from. */
export interface Snapshot {
  readonly source: string;
  readonly commit: string;
  /** ISO date of the snapshot; its facts are as of this day. */
  readonly date: string;
  readonly licence: string;
}

/** What models read, in the order of the bits of {@link PackedModel}'s `inputs`. */
export const inputKinds = ['text', 'image', 'audio', 'video', 'pdf'] as const;

/** Bits of {@link PackedModel}'s `abilities`; neither bit of a pair: the data don't say. */
export const abilities = { tools: 1, noTools: 2, structuredOutput: 4, noStructuredOutput: 8 } as const;

/**
 * `[name, lab, weights, modality, source, release, context, title, weightsUrl, output, inputs, abilities, licence]`: lab,
 * modality and source are indexes into the tables (-1: none), weights 1 open or 0 closed, context and output in tokens,
 * inputs and abilities bits, the licence as its lab's row names it; absent facts are 0, trailing ones are cut.
 */
export type PackedModel = readonly [
  name: string,
  lab: number,
  weights: 0 | 1,
  modality: number,
  source: number,
  release?: string | 0,
  context?: number,
  title?: string | 0,
  weightsUrl?: string | 0,
  output?: number,
  inputs?: number,
  abilities?: number,
  licence?: string | 0,
];

/** `[name, metric, setting]`: what a score was measured on; scores compare under the same three only. */
export type PackedBenchmark = readonly [name: string, metric: string | 0, setting: string | 0];

/** `[benchmark, score, source, date]`: indexes of benchmark and source; the date 0 when not given. */
export type PackedScore = readonly [benchmark: number, score: number, source: number, date: string | 0];

/** `[model, in, out]`: index of the model, prices in US dollars per million tokens, absent when the data give none. */
export type PackedOffer = readonly [model: number, input?: number, output?: number];

/**
 * `[names, status, announced, shutdown, replacement, source, checked]`: the id and its aliases, 1 deprecated or 2
 * retired, ISO dates, the vendor's own replacement; absent facts are 0.
 */
export type PackedRetirement = readonly [
  names: readonly string[],
  status: 1 | 2,
  announced: string | 0,
  shutdown: string | 0,
  replacement: string | 0,
  source: number,
  checked: string,
];

/** What `generated/models.json` holds. */
export interface PackedModels {
  readonly version: string;
  readonly snapshots: readonly Snapshot[];
  readonly sources: readonly string[];
  readonly labs: readonly string[];
  readonly modalities: readonly string[];
  readonly models: readonly PackedModel[];
  readonly benchmarks: readonly PackedBenchmark[];
  /** Index of a model to its scores. */
  readonly scores: Readonly<Record<string, readonly PackedScore[]>>;
  /** Further names of models by index: aliases the vendors publish. */
  readonly aliases: Readonly<Record<string, number>>;
  /** Vendor id, then the id as that vendor spells it. */
  readonly offers: Readonly<Record<string, Readonly<Record<string, PackedOffer>>>>;
  /** Provider names of the data to vendor ids (`togetherai` to `together`). */
  readonly providers: Readonly<Record<string, string>>;
  /** Vendor id to its retirement rows. */
  readonly retirements: Readonly<Record<string, readonly PackedRetirement[]>>;
}
