import { Analyses, type FileSites } from '../../analyze/analyses';
import type { TargetRow } from '../../catalog/catalog';
import type { CallSite } from '../../callSite';
import type { SiteRef } from '../clients';
import type { PlanContext } from '../context';
import { isUnnamed } from '../model/routed';
import { editedHost } from './editedHost';
import { contains, type TextRange } from '../../text/range';

/** A call site that would not be what it should after a rewrite, and what shows it. */
export interface Unproven {
  readonly ref: SiteRef;
  readonly reason: string;
}

const elsewhere = 'reading the code again after the edit does not show it going to the target';

/**
 * Reads the code again as it would be after a rewrite, and returns the call sites that would not be what they should: moved ones
 * that do not reach the target or still name their old model, others that changed. Whatever the planner overlooked ends here,
 * before anyone sees an edit. `declared`: where edits make clients that the code did not have; `ended`: what is no call site any more.
 */
export function findUnproven(
  context: PlanContext,
  texts: ReadonlyMap<string, string>,
  declared: ReadonlyMap<string, readonly TextRange[]>,
  moving: ReadonlySet<SiteRef>,
  ended: ReadonlySet<SiteRef>,
): readonly Unproven[] {
  const { analyses, clients } = context;
  const after = new Analyses(analyses.catalog, editedHost(analyses.host, texts), analyses.frontends);
  const movingClients = new Set([...moving].flatMap((ref) => clients.clientsOf(ref)));
  // A client of a host that serves open and closed models is neither, and moves with its calls.
  const goesAlong = (ref: SiteRef): boolean =>
    ref.callSite.kind === 'client' && clients.clientsOf(ref).some((client) => movingClients.has(client));
  return clients.files.flatMap((file) => {
    const before = clients.sitesOf(file).filter((ref) => !ended.has(ref));
    const added = declared.get(file) ?? [];
    const isAdded = ({ callSite }: FileSites['sites'][number]): boolean => added.some((range) => contains(range, callSite.range));
    const all = after.of(file).sites;
    const now = all.filter((site) => !isAdded(site));
    const strays = all.some((site) => isAdded(site) && !reachesTarget(site.callSite, context.target));
    const broken =
      after.of(file).result.problems.length > analyses.of(file).result.problems.length || before.length !== now.length || strays;
    return before.flatMap((ref, index): Unproven[] => {
      const site = now[index]?.callSite;
      const reason =
        broken || !site
          ? elsewhere
          : moving.has(ref)
            ? movedWrongly(context, ref.callSite, site)
            : (isUnnamed(ref) || goesAlong(ref)) && reachesTarget(site, context.target)
              ? null
              : changed(site, ref.callSite);
      return reason === null ? [] : [{ ref, reason }];
    });
  });
}

function movedWrongly({ choices, target }: PlanContext, before: CallSite, after: CallSite): string | null {
  if (!reachesTarget(after, target)) return elsewhere;
  const keeps = before.kind !== 'client' && before.model !== null && after.model === before.model;
  return keeps && choices.of(before.model, before.surface, before.vendor)?.model !== before.model
    ? `its model \`${before.model}\` is the SDK's own choice, or named in a way that is not rewritten`
    : null;
}

function reachesTarget(site: CallSite, target: TargetRow): boolean {
  if (site.openness === 'self-hosted' || site.openness === 'open-hosted') return true;
  // A host that serves open and closed models is open by the model, which a variable may still decide.
  return site.openness === 'unknown' && site.vendor === target.vendor;
}

function changed(after: CallSite, before: CallSite): string | null {
  const same = after.vendor === before.vendor && after.openness === before.openness && after.model === before.model;
  return same ? null : elsewhere;
}
