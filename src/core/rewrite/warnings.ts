import { baseName, type PlanContext } from './context';
import type { ClientGroup, SiteRef } from './clients';
import { featureFacts, usedFeatures, wordsOf } from './features';
import type { SiteNote } from './modelPlan';
import { lacks } from './obstacles';
import { isExported } from './reach';

/** Something to know of a moved call site; a clause that completes "after this rewrite …". */
export interface Note extends SiteNote {
  /** Results can differ in more than wording. */
  readonly changesResults?: boolean;
}

/** What changes for a call site once another model answers. `before`: the ids it named. */
export function changesOf({ analyses, target }: PlanContext, ref: SiteRef, before: readonly string[]): Note[] {
  const notes: Note[] = [];
  if (ref.callSite.surface === 'embeddings') {
    const old = before.length > 0 ? `with ${[...new Set(before)].join(', ')}` : 'before';
    notes.push({
      ref,
      changesResults: true,
      reason: `vectors stored ${old} do not match new ones in meaning or length; re-embed what is stored`,
    });
  }
  const used = new Set(ref.site.matched.flatMap((matched) => usedFeatures(analyses.linker, matched)));
  for (const feature of used) {
    const fact = featureFacts[feature];
    if (fact?.changesResults !== undefined) notes.push({ ref, changesResults: true, reason: fact.changesResults });
    else if (fact?.ignorable === true && lacks(target, feature)) notes.push({ ref, reason: `${target.name} ignores ${wordsOf(feature)}` });
  }
  return notes;
}

/**
 * The note for a client that other files can use, where the plan may not know them all: its file was not asked for, or only its
 * file was.
 */
export function sharedNote({ analyses, request }: PlanContext, group: ClientGroup, selected: readonly SiteRef[]): Note | null {
  const first = selected.find((ref) => group.sites.includes(ref));
  if (!first || request.related) return null;
  const constructions = new Set(group.clients.map(({ call }) => call.expression));
  for (const { call } of group.clients) {
    const known = request.files.includes(call.file) && (request.files.length > 1 || group.sites.some(({ file }) => file !== call.file));
    const facts = analyses.graph.load(call.file);
    if (!known && facts && isExported(analyses, facts, constructions)) {
      return { ref: first, reason: `the client in ${baseName(call.file)} is shared: call sites elsewhere move with it` };
    }
  }
  return null;
}
