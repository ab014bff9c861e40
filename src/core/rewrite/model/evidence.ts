import { noComparison, type Alternative, type Comparison } from '../../catalog/knowledge';

/** Benchmarks told of one alternative. */
const maxBenchmarks = 3;

/** On what evidence an open model stands in for a closed one: `MMLU-Pro 2 points lower`, `no public comparison`. */
export function evidenceText({ evidence, unconfirmed }: Pick<Alternative, 'evidence' | 'unconfirmed'>): string {
  const scores = evidence === noComparison ? noComparison : evidence.slice(0, maxBenchmarks).map(scoreText).join(', ');
  return unconfirmed.length === 0 ? scores : `${scores}; not confirmed: ${unconfirmed.join(', ')}`;
}

function scoreText({ benchmark, difference }: Comparison): string {
  if (difference === 0) return `${benchmark} equal`;
  const gap = Number(Math.abs(difference).toFixed(1));
  return `${benchmark} ${gap} ${gap === 1 ? 'point' : 'points'} ${difference < 0 ? 'lower' : 'higher'}`;
}
