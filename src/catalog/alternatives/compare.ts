import { noComparison, type Alternative, type Benchmark, type Comparison } from '../../core/catalog/knowledge';

/** The benchmarks that two models share, under the same name, metric and setting; in the order of the closed model's. */
export function compare(closed: readonly Benchmark[], open: readonly Benchmark[]): Comparison[] {
  const scores = new Map(open.map((one) => [keyOf(one), one]));
  return closed.flatMap((theirs) => {
    const ours = scores.get(keyOf(theirs));
    if (!ours) return [];
    return [
      {
        benchmark: theirs.name,
        metric: theirs.metric,
        setting: theirs.setting,
        closedScore: theirs.score,
        openScore: ours.score,
        difference: Math.round((ours.score - theirs.score) * 100) / 100,
        sources: [...new Set([ours.source, theirs.source])],
        date: older(ours.date, theirs.date),
      },
    ];
  });
}

/** What comparisons add up to. */
export function verdictOf(evidence: Alternative['evidence']): Alternative['verdict'] {
  if (evidence === noComparison || evidence.length === 0) return 'unknown';
  const lower = evidence.filter(({ difference }) => difference < 0).length;
  if (lower === 0) return 'at-least';
  return lower === evidence.length ? 'lower' : 'mixed';
}

/** The mean of the differences; minus infinity without any. */
export function meanDifference(evidence: Alternative['evidence']): number {
  if (evidence === noComparison || evidence.length === 0) return -Infinity;
  return evidence.reduce((sum, { difference }) => sum + difference, 0) / evidence.length;
}

function keyOf({ name, metric, setting }: Benchmark): string {
  return JSON.stringify([name, metric, setting]);
}

function older(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
