import type { LocatedEdit, PlanContext } from '../context';
import { dependencyEdit } from './dependency';
import { FilePlan } from './filePlan';
import type { ProviderUse } from './uses';
import type { ModelChange } from '../plan';

/** What exchanges come to in all files. */
export interface Exchanged {
  readonly edits: readonly LocatedEdit[];
  readonly steps: readonly string[];
  readonly changes: readonly ModelChange[];
  /** What the user has to know, by file. */
  readonly notes: readonly { readonly file: string; readonly reason: string }[];
}

/** The edits for all uses of exchanged providers: names, members, imports, and one provider of the target's in each file. */
export function planExchanges(
  context: PlanContext,
  uses: readonly ProviderUse[],
): { readonly obstacle: string; readonly file: string } | Exchanged {
  const edits: LocatedEdit[] = [];
  const steps: string[] = [];
  const changes: ModelChange[] = [];
  const notes: { readonly file: string; readonly reason: string }[] = [];
  for (const file of new Set(uses.map((use) => use.file))) {
    const facts = context.analyses.graph.load(file);
    const text = context.analyses.graph.text(file);
    if (!facts || text === undefined) return { obstacle: 'its file is not in sight', file };
    const planned = new FilePlan(
      context,
      facts,
      text,
      uses.filter((use) => use.file === file),
    ).plan();
    if ('obstacle' in planned) return { obstacle: planned.obstacle, file };
    notes.push(...planned.notes.map((reason) => ({ file, reason })));
    edits.push(...planned.edits.map((edit) => ({ file, ...edit })));
    steps.push(...planned.steps);
    changes.push(...planned.changes);
    for (const need of planned.packages) {
      const dependency = dependencyEdit(context.analyses.host, file, need);
      if (dependency.kind === 'obstacle') return { obstacle: dependency.obstacle, file };
      if (dependency.kind === 'edit') {
        edits.push(dependency.edit);
        steps.push(dependency.step);
      } else if (dependency.kind === 'note') notes.push({ file, reason: dependency.reason });
    }
  }
  return { edits, steps, changes, notes };
}
