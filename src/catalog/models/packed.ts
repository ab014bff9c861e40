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

/**
 * `[name, lab, weights, modality, source, release, context, title, weightsUrl]`: lab, modality and source are indexes
 * into the tables (-1: none), weights 1 open or 0 closed, context in tokens; absent facts are 0, trailing ones are cut.
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
  weightsUrl?: string,
];

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
  /** Further names of models by index: aliases the vendors publish. */
  readonly aliases: Readonly<Record<string, number>>;
  /** Vendor id, then the id as that vendor spells it. */
  readonly offers: Readonly<Record<string, Readonly<Record<string, PackedOffer>>>>;
  /** Provider names of the data to vendor ids (`togetherai` to `together`). */
  readonly providers: Readonly<Record<string, string>>;
  /** Vendor id to its retirement rows. */
  readonly retirements: Readonly<Record<string, readonly PackedRetirement[]>>;
}
