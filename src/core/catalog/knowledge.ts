import type { RetirementState } from '../retirement/standing';
import type { ModelFacts, Retirement } from './catalog';

/**
 * What a licence lets you do with the weights. `permissive`: anything, attribution at most (Apache-2.0, MIT);
 * `community`: commercial use under conditions of the lab's own (Llama, Gemma); `research`: no commercial use; `closed`: no weights.
 */
export const licenceClasses = ['permissive', 'community', 'research', 'closed'] as const;
export type LicenceClass = (typeof licenceClasses)[number];

/** A model's licence; only where a source names it. */
export interface Licence {
  readonly class: LicenceClass;
  /** SPDX id where there is one, else the licence's own title; null for closed weights. */
  readonly name: string | null;
  readonly source: string;
}

/** What a vendor asks for a model, US dollars per million tokens; as of {@link ModelDetails.asOf}. */
export interface Price {
  /** Vendor id. */
  readonly vendor: string;
  /** The model id as that vendor spells it. */
  readonly id: string;
  readonly input: number;
  /** Null where the data give none (embeddings). */
  readonly output: number | null;
}

/** A published score of a model. */
export interface Benchmark {
  readonly name: string;
  /** What the number means (`percent correct`), null when the data don't say. */
  readonly metric: string | null;
  /** Version, variant, dataset and harness, as far as given: scores compare only under the same. */
  readonly setting: string | null;
  readonly score: number;
  readonly source: string;
  /** ISO date of the score, null when the data give none. */
  readonly date: string | null;
}

/** A model's size in thousand millions of parameters. */
export interface Parameters {
  readonly total: number;
  /** Those used for each token in a mixture of experts, null when it is none or they are not known. */
  readonly active: number | null;
}

/** The whole row of a model. Every null is a fact the data lack. */
export interface ModelDetails extends ModelFacts {
  /** Where the weights can be had. */
  readonly weightsUrl: string | null;
  readonly licence: Licence | null;
  /** `2025`, `2025-04` or `2025-04-14`. */
  readonly release: string | null;
  /** Tokens. */
  readonly context: number | null;
  /** Tokens. */
  readonly output: number | null;
  /** What it reads: `text`, `image`, `audio`, `video`, `pdf`. Empty when not known. */
  readonly inputs: readonly string[];
  readonly tools: boolean | null;
  readonly structuredOutput: boolean | null;
  readonly parameters: Parameters | null;
  /** Gigabytes to run it at 4 bit, an estimate by the rule in docs/alternatives.md; null for closed weights and unknown sizes. */
  readonly memory: number | null;
  /** Length of an embedding model's vectors by default. */
  readonly dimensions: number | null;
  /** By vendor id, the cheapest input first. */
  readonly prices: readonly Price[];
  readonly benchmarks: readonly Benchmark[];
  /** ISO date of the data that prices, sizes and scores were taken from. */
  readonly asOf: string;
  /** Every page the facts stand on. */
  readonly sources: readonly string[];
}

/** What a call site asks of a model. Everything absent asks for nothing. */
export interface Need {
  /** `chat`, `embedding`, `image`, …; the closed model's own by default. */
  readonly modality?: string;
  readonly tools?: boolean;
  readonly structuredOutput?: boolean;
  /** Images as input. */
  readonly vision?: boolean;
  /** Tokens of context at least. */
  readonly context?: number;
  /** Gigabytes of memory the model must fit into at 4 bit; leaves out models whose size is not known. */
  readonly memory?: number;
}

/** One benchmark on which both models have a published score, under the same metric and setting. */
export interface Comparison {
  readonly benchmark: string;
  readonly metric: string | null;
  readonly setting: string | null;
  readonly closedScore: number;
  readonly openScore: number;
  /** Open minus closed, in the metric's own unit: negative where the open model scores lower. */
  readonly difference: number;
  /** Where both scores stand: one page, or the open model's and the closed model's. */
  readonly sources: readonly string[];
  /** The older of the scores' ISO dates, null when neither has one. */
  readonly date: string | null;
}

/** Said instead of comparisons where the data hold no benchmark that both models have a score on. */
export const noComparison = 'no public comparison';

/** An open-weight model in place of a closed one, and on what evidence. Never a claim that the two are equal. */
export interface Alternative {
  /** Catalog id (`alibaba/qwen3-32b`). */
  readonly id: string;
  readonly evidence: readonly Comparison[] | typeof noComparison;
  /** `at-least`: lower on no shared benchmark; `mixed`; `lower`: on all of them; `unknown`: no public comparison. */
  readonly verdict: 'at-least' | 'mixed' | 'lower' | 'unknown';
  /** What the call site needs and the data do not say of this model (`tools`, `structured output`, `vision`, `context`). */
  readonly unconfirmed: readonly string[];
  readonly details: ModelDetails;
}

/** A retirement seen from a day. */
export interface DatedRetirement extends Retirement, RetirementState {}
