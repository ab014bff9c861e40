import { noComparison, type Alternative, type Benchmark, type ModelDetails, type Need } from '../../core/catalog/knowledge';
import type { DetailsIndex } from '../models/details';
import type { ModelIndex } from '../models/modelIndex';
import type { PackedModels } from '../models/packed';
import { fitOf } from './candidates';
import { compare, meanDifference, verdictOf } from './compare';

/** Asked needs are few; the bound only guards against generated input. */
const cacheLimit = 512;
/** Months before the data's day within which a model counts as current. */
const currentMonths = 18;

/** Points of the mean difference below which an open model is listed after those that nobody compared. */
const farLower = -10;
/** Models without a public comparison that are listed at most: their order says little. */
const longestUnknown = 10;

/** Kinds of models that can do another kind's work. */
const standIns: Readonly<Record<string, readonly string[]>> = { completion: ['completion', 'chat'] };

/** An open model with what its rank hangs on whatever it is compared with. */
interface Candidate {
  readonly id: string;
  readonly details: ModelDetails;
  readonly current: boolean;
  readonly vendors: number;
}

interface Ranked extends Alternative {
  readonly candidate: Candidate;
  readonly mean: number;
}

/** Derives open-weight alternatives by the rule in docs/alternatives.md; nothing in it names a model. */
export class Alternatives {
  private readonly cache = new Map<string, readonly Alternative[]>();
  private readonly byModality = new Map<string, readonly Candidate[]>();

  public constructor(
    private readonly data: PackedModels,
    private readonly models: ModelIndex,
    private readonly details: DetailsIndex,
  ) {}

  /** Open models in place of `id`, best first; empty for models that are open or unknown. Never throws. */
  public find(id: string, need: Need = {}, provider?: string): readonly Alternative[] {
    const cacheKey = JSON.stringify([id, need, provider]);
    const known = this.cache.get(cacheKey);
    if (known) return known;
    const found = this.rank(id, need, provider);
    if (this.cache.size >= cacheLimit) this.cache.clear();
    this.cache.set(cacheKey, found);
    return found;
  }

  private rank(id: string, need: Need, provider?: string): readonly Alternative[] {
    const facts = this.models.find(id, provider);
    const modality = need.modality ?? facts.modality;
    if (facts.weights !== 'closed' || modality === null) return [];
    const { kin } = this.models.rowOf(id, provider);
    const scores = kin === null ? [] : this.scoresOf(kin);
    const ranked = this.candidates(modality).flatMap((candidate): Ranked[] => {
      const { id: open, details } = candidate;
      const fit = fitOf(details, need);
      if (!fit.fits) return [];
      const comparisons = scores.length === 0 ? [] : compare(scores, details.benchmarks);
      const evidence = comparisons.length > 0 ? comparisons : noComparison;
      const mean = meanDifference(evidence);
      return [{ id: open, evidence, verdict: verdictOf(evidence), unconfirmed: fit.unconfirmed, details, candidate, mean }];
    });
    let uncompared = 0;
    return withoutTwins(ranked.sort(order)).flatMap(({ id: open, evidence, verdict, unconfirmed, details }) =>
      verdict === 'unknown' && ++uncompared > longestUnknown ? [] : [{ id: open, evidence, verdict, unconfirmed, details }],
    );
  }

  private candidates(modality: string): readonly Candidate[] {
    const known = this.byModality.get(modality);
    if (known) return known;
    const kinds = Object.hasOwn(standIns, modality) ? (standIns[modality] ?? []) : [modality];
    const candidates = this.data.models.flatMap(([, , weights], row): Candidate[] => {
      if (weights !== 1 || !kinds.includes(this.models.facts(row).modality ?? '')) return [];
      const details = this.details.ofRow(row);
      if (details.id === null) return [];
      const vendors = new Set(details.prices.map(({ vendor }) => vendor)).size;
      return [{ id: details.id, details, current: isCurrent(details), vendors }];
    });
    this.byModality.set(modality, candidates);
    return candidates;
  }

  /** Scores of a model; where it has none, those of its only dated listing, or of the name its date was put to. */
  private scoresOf(row: number): readonly Benchmark[] {
    const own = this.details.ofRow(row).benchmarks;
    const [name, lab] = this.data.models[row] ?? ['', -1];
    if (own.length > 0) return own;
    const twins = this.data.models.flatMap(([other, otherLab], index) =>
      otherLab === lab && undated(other) === undated(name) && this.details.ofRow(index).benchmarks.length > 0 ? [index] : [],
    );
    const [only] = twins;
    return only !== undefined && twins.length === 1 ? this.details.ofRow(only).benchmarks : [];
  }
}

function isCurrent({ release, asOf }: ModelDetails): boolean {
  if (release === null) return false;
  const from = new Date(asOf);
  from.setUTCMonth(from.getUTCMonth() - currentMonths);
  return release >= from.toISOString().slice(0, release.length);
}

function order(a: Ranked, b: Ranked): number {
  return (
    a.unconfirmed.length - b.unconfirmed.length ||
    groupOf(a) - groupOf(b) ||
    (a.mean === b.mean ? 0 : b.mean - a.mean) ||
    evidenceSize(b) - evidenceSize(a) ||
    Number(b.candidate.current) - Number(a.candidate.current) ||
    b.candidate.vendors - a.candidate.vendors ||
    compareText(b.details.release ?? '', a.details.release ?? '') ||
    (b.details.context ?? 0) - (a.details.context ?? 0) ||
    compareText(a.id, b.id)
  );
}

/** At least as high, mixed, lower, not compared, far lower. */
function groupOf({ verdict, mean }: Ranked): number {
  if (verdict === 'lower') return mean < farLower ? 4 : 2;
  return { 'at-least': 0, mixed: 1, unknown: 3 }[verdict];
}

/** Listings of the same weights (`-highspeed`, dated ones) are one model: the best ranked stands for all. */
function withoutTwins(ranked: readonly Ranked[]): Ranked[] {
  const seen = new Set<string>();
  return ranked.filter(({ id, details }) => {
    const weights = details.weightsUrl ?? id;
    const known = seen.has(weights);
    seen.add(weights);
    return !known;
  });
}

function evidenceSize({ evidence }: Alternative): number {
  return evidence === noComparison ? 0 : evidence.length;
}

function undated(name: string): string {
  return name.replace(/-(?:\d{8}|\d{4}-\d{2}-\d{2})$/, '').replace(/-0$/, '');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
