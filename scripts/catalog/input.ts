import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a data file came from, in its `_` field. */
export interface Origin {
  readonly source: string;
  readonly commit: string;
  /** ISO date of the snapshot. */
  readonly date: string;
  readonly licence: string;
}

/** A row of models.json: what the lab says of its model. */
export interface LabModel {
  readonly name: string;
  readonly open_weights: boolean;
  readonly release_date?: string;
  readonly limit?: { readonly context?: number; readonly output?: number };
  readonly modalities: { readonly input: readonly string[]; readonly output: readonly string[] };
  readonly weights?: readonly { readonly url: string }[];
  readonly tool_call?: boolean;
  readonly structured_output?: boolean;
  readonly license?: string;
  readonly benchmarks?: readonly BenchmarkInput[];
}

/** A published score; what else tells one measurement from another stands in the optional fields. */
export interface BenchmarkInput {
  readonly name: string;
  readonly score: number;
  readonly source: string;
  readonly metric?: string;
  readonly version?: string;
  readonly variant?: string;
  readonly dataset?: string;
  readonly harness?: string;
  readonly date?: string;
}

/** A model as one provider lists it: prices in US dollars per million tokens, context in tokens. */
export interface Listing {
  readonly open: boolean;
  readonly in?: number;
  readonly out?: number;
  readonly ctx?: number;
  /** Row of models.json the listing is an offer of. */
  readonly lab?: string;
}

export interface Provider {
  readonly doc?: string;
  readonly models: Readonly<Record<string, Listing>>;
}

/** A row of retirements.json. */
export interface RetirementInput {
  readonly provider: string;
  readonly model: string;
  readonly status: 'active' | 'deprecated' | 'retired';
  readonly aliases?: readonly string[];
  readonly deprecated_on?: string;
  readonly shutdown_on?: string;
  readonly replacements?: readonly { readonly model: string; readonly recommended?: boolean }[];
  readonly sources?: readonly { readonly url: string; readonly accessed: string }[];
  readonly last_verified?: string;
}

/** The three snapshots a catalog is compiled from. */
export interface CatalogInput {
  readonly models: { readonly _: Origin; readonly models: Readonly<Record<string, LabModel>> };
  readonly providers: { readonly _: Origin; readonly providers: Readonly<Record<string, Provider>> };
  readonly retirements: { readonly _: Origin; readonly models: readonly RetirementInput[] };
}

/** Reads the snapshots from a folder that holds models.json, providers.json and retirements.json. Throws when one is missing. */
export function readInput(folder: string): CatalogInput {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return { models: read('models.json'), providers: read('providers.json'), retirements: read('retirements.json') } as CatalogInput;
}
