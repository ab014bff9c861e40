import type { CallSite } from '../../../src/core/callSite';
import { runResult, runWords, type Outcome, type RunResult } from './outcome';

/** Reasons that are told one by one; the rest is summed up. */
const maxReasons = 20;

/** The results by target, as a page of Markdown. */
export function publicTable(outcomes: readonly Outcome[], targets: readonly string[]): string {
  return targets
    .map((target) =>
      section(
        target,
        outcomes.filter(({ planned }) => planned.target === target),
      ),
    )
    .join('\n');
}

function section(target: string, outcomes: readonly Outcome[]): string {
  const core = outcomes.filter(({ planned }) => planned.example.core);
  const rows: readonly (readonly [string, (some: readonly Outcome[]) => string])[] = [
    ['files', (some) => String(some.length)],
    ['closed call sites', (some) => String(sitesOf(some).length)],
    ...(['drop-in', 'adapt', 'locked'] as const).map((kind) => [`… ${kind}`, (some: readonly Outcome[]) => share(some, kind)] as const),
    ['refused of drop-in and adapt', refusedShare],
    ['files rewritten', (some) => String(rewritten(some).length)],
    ['type-checked as before', typesShare],
    ...(Object.keys(runWords) as RunResult[]).map(
      (each) => [`run: ${runWords[each]}`, (some: readonly Outcome[]) => countRuns(some, each)] as const,
    ),
  ];
  return [
    `## ${target}`,
    '',
    '| | all | core |',
    '| --- | --- | --- |',
    ...rows.map(([name, value]) => `| ${name} | ${value(outcomes)} | ${value(core)} |`),
    '',
    'Why call sites called drop-in or adapt are refused:',
    '',
    ...reasons(outcomes),
    '',
  ].join('\n');
}

interface Site {
  readonly site: CallSite;
  readonly moved: boolean;
  readonly reason: string;
}

function sitesOf(outcomes: readonly Outcome[]): Site[] {
  return outcomes.flatMap(({ planned }) =>
    planned.sites.map((site) => ({
      site,
      moved: planned.moved.has(site.fingerprint),
      reason: planned.refused.get(site.fingerprint) ?? 'no reason was given',
    })),
  );
}

function promised(outcomes: readonly Outcome[]): Site[] {
  return sitesOf(outcomes).filter(({ site }) => site.portability === 'drop-in' || site.portability === 'adapt');
}

function share(outcomes: readonly Outcome[], kind: CallSite['portability']): string {
  const of = sitesOf(outcomes).filter(({ site }) => site.portability === kind);
  return `${of.length}, ${of.filter(({ moved }) => moved).length} moved`;
}

function refusedShare(outcomes: readonly Outcome[]): string {
  const of = promised(outcomes);
  const refused = of.filter(({ moved }) => !moved).length;
  return `${refused} of ${of.length} (${Math.round((100 * refused) / Math.max(of.length, 1))} %)`;
}

function rewritten(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(({ planned }) => planned.texts.size > 0);
}

function typesShare(outcomes: readonly Outcome[]): string {
  const judged = rewritten(outcomes).filter(({ before }) => before.length === 0);
  return `${judged.filter(({ after }) => after.length === 0).length} of ${judged.length}`;
}

function countRuns(outcomes: readonly Outcome[], result: RunResult): string {
  return String(outcomes.filter((outcome) => runResult(outcome) === result).length);
}

function reasons(outcomes: readonly Outcome[]): string[] {
  const counts = new Map<string, number>();
  for (const { moved, reason } of promised(outcomes)) {
    if (moved) continue;
    const own = reason.replace(/^.*line \d+: (.*), and it (?:shares its client with this call|goes through this client)$/, '$1');
    counts.set(own, (counts.get(own) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const rest = sorted.slice(maxReasons).reduce((sum, [, count]) => sum + count, 0);
  return [
    ...sorted.slice(0, maxReasons).map(([reason, count]) => `- ${count}: ${reason}`),
    ...(rest > 0 ? [`- ${rest}: other reasons`] : []),
  ];
}
