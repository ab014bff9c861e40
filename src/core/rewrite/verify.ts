import { Analyses } from '../analyze/analyses';
import type { TargetRow } from '../catalog/catalog';
import type { CallSite } from '../callSite';
import type { SiteRef } from './clients';
import type { PlanContext } from './context';

/**
 * Reads the code again as it would be after a rewrite, and returns the call sites that would not be what they should: moved ones
 * that do not reach the target, others that changed. Whatever the planner overlooked ends here, before anyone sees an edit.
 */
export function findUnproven(context: PlanContext, texts: ReadonlyMap<string, string>, moving: ReadonlySet<SiteRef>): readonly SiteRef[] {
  const { analyses, clients, target } = context;
  const { host } = analyses;
  const after = new Analyses(
    analyses.catalog,
    { read: (file) => texts.get(file) ?? host.read(file), resolve: (specifier, from) => host.resolve(specifier, from) },
    analyses.frontends,
  );
  return clients.files.flatMap((file) => {
    const before = clients.sitesOf(file);
    const now = after.of(file).sites;
    const broken = after.of(file).result.problems.length > analyses.of(file).result.problems.length || before.length !== now.length;
    return before.filter((ref, index) => {
      const site = now[index]?.callSite;
      if (broken || !site) return true;
      return moving.has(ref) ? !reachesTarget(site, target) : !isUnchanged(site, ref.callSite);
    });
  });
}

function reachesTarget(site: CallSite, target: TargetRow): boolean {
  if (site.openness === 'self-hosted' || site.openness === 'open-hosted') return true;
  // A host that serves open and closed models is open by the model, which a variable may still decide.
  return site.openness === 'unknown' && site.vendor === target.vendor;
}

function isUnchanged(after: CallSite, before: CallSite): boolean {
  return after.vendor === before.vendor && after.openness === before.openness && after.model === before.model;
}
