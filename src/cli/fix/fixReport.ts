import { createTwoFilesPatch } from 'diff';
import type { RewritePlan, RewriteRefusal, RewriteWarning, SiteName } from '../../core/rewrite/plan';
import { relativePath } from '../report/relativePath';
import { columns, count, type Cell } from '../terminal/columns';
import { printable } from '../terminal/printable';
import type { Colors } from '../terminal/style';
import { withoutSecrets } from './withoutSecrets';
import type { PreparedFile } from './writeFiles';

/** What a rewrite did or would do. */
export interface FixOutcome {
  readonly root: string;
  readonly target: string;
  readonly plan: RewritePlan;
  readonly files: readonly PreparedFile[];
  readonly dryRun: boolean;
  /** The 1-based line a call site was on before anything changed. */
  readonly lineOf: (entry: SiteName) => number | undefined;
}

/** The outcome for people. A dry run is a unified diff on its own, so that it can be piped into `git apply`. */
export function fixText(outcome: FixOutcome, colors: Colors): { readonly stdout: string; readonly stderr: string } {
  const { plan, files, dryRun } = outcome;
  const diff = dryRun ? files.map((file) => paintDiff(unifiedDiff(outcome.root, file), colors)).join('') : '';
  const moved = count(plan.moved.length, 'call site');
  const inFiles = count(files.length, 'file');
  const head =
    files.length === 0 ? 'Nothing was rewritten.' : dryRun ? `Would move ${moved} in ${inFiles}.` : `Moved ${moved} in ${inFiles}.`;
  const lines = [
    colors.bold(head),
    ...(files.length > 0 ? plan.steps.map((step) => `  ${printable(step)}`) : []),
    ...section(outcome, colors, 'After this rewrite', plan.warnings),
    ...section(outcome, colors, 'Left alone, because results can change; --include-risky moves them', outcome.plan.left),
    ...section(outcome, colors, 'Not moved', plan.refused),
  ];
  const text = `${lines.join('\n')}\n`;
  return dryRun ? { stdout: diff, stderr: text } : { stdout: text, stderr: '' };
}

/** The outcome for programs. Fields may be added; none is renamed or removed without a new version. */
export function fixJson(outcome: FixOutcome): string {
  const { root, target, plan, files, dryRun } = outcome;
  const named = (entry: SiteName): object => {
    const line = outcome.lineOf(entry);
    return { file: relativePath(root, entry.file), ...(line !== undefined && { line }), fingerprint: entry.fingerprint };
  };
  const row = (entry: RewriteWarning | RewriteRefusal): object => ({ ...named(entry), reason: entry.reason });
  const report = {
    version: 1,
    root,
    target,
    applied: !dryRun && files.length > 0,
    title: plan.title,
    steps: plan.steps,
    changes: files.map((file) => ({ file: relativePath(root, file.file), diff: unifiedDiff(root, file) })),
    moved: plan.moved.map(({ fingerprint }) => fingerprint),
    movedSites: plan.moved.map(named),
    warnings: plan.warnings.map(row),
    left: plan.left.map(row),
    refused: plan.refused.map(row),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function section(outcome: FixOutcome, colors: Colors, title: string, entries: readonly (RewriteWarning | RewriteRefusal)[]): string[] {
  if (entries.length === 0) return [];
  const rows = entries.map((entry): Cell[] => {
    const line = outcome.lineOf(entry);
    return [
      { text: printable(relativePath(outcome.root, entry.file)) + (line === undefined ? '' : `:${line}`), paint: colors.dim },
      { text: printable(entry.reason) },
    ];
  });
  return [`${title}:`, ...columns(rows).map((line) => `  ${line}`)];
}

function unifiedDiff(root: string, { file, before, after, creates, secret }: PreparedFile): string {
  const path = relativePath(root, file);
  const [old, now] = secret ? withoutSecrets(before, after) : [before, after];
  // The library writes a line of its own above the two names, which `git apply` does not know.
  return createTwoFilesPatch(creates ? '/dev/null' : `a/${path}`, `b/${path}`, old, now, undefined, undefined, { context: 3 }).replace(
    /^=+\n/,
    '',
  );
}

function paintDiff(diff: string, colors: Colors): string {
  if (!colors.isColorSupported) return diff;
  const paints: readonly (readonly [start: RegExp, paint: (line: string) => string])[] = [
    [/^(?:---|\+\+\+) /, colors.bold],
    [/^@@/, colors.cyan],
    [/^\+/, colors.green],
    [/^-/, colors.red],
  ];
  return diff
    .split('\n')
    .map((line) => paints.find(([start]) => start.test(line))?.[1](line) ?? line)
    .join('\n');
}
