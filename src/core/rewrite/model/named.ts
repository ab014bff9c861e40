import { additionsOf } from '../additions';
import type { ClientGroup, SiteRef } from '../clients';
import type { MatchedCall } from '../../match/matcher';
import type { PlanContext } from '../context';
import { joinNeeds, needOf } from '../obstacles/needs';
import type { NamedModel } from './choices';
import { modelPlaces } from './modelPlaces';
import { traceText } from './trace';

/**
 * The models that the call sites of some groups name, with what is asked of them.
 * @param asked what a group's raw request asks for, as the vendor's SDK would; undefined for groups of an SDK's calls
 */
export function namedModels(
  context: PlanContext,
  groups: readonly ClientGroup[],
  asked: (group: ClientGroup) => MatchedCall | undefined,
): readonly NamedModel[] {
  const { linker } = context.analyses;
  return groups.flatMap((group) => {
    // What is added to a model before it is asked (tools) holds for all that is asked through it.
    const added = additionsOf(context, group).map(({ matched }) => needOf(linker, matched));
    const request = asked(group);
    return group.sites.flatMap((ref) => {
      const need = joinNeeds([...added, ...(request ? [request] : ref.site.matched).map((matched) => needOf(linker, matched))]);
      return idsOf(context, ref).map((id): NamedModel => ({ id, surface: ref.callSite.surface, need }));
    });
  });
}

/** Every id that a call site can send as far as the code tells. */
function idsOf({ analyses }: PlanContext, { site, callSite }: SiteRef): readonly string[] {
  const traced = site.matched
    .flatMap((matched) => modelPlaces(analyses.linker, matched)?.found ?? [])
    .flatMap(({ value, frame }) => traceText(analyses.linker, value, frame))
    .flatMap((origin) => (origin.kind === 'text' ? [origin.value] : []));
  return [...new Set([...traced, ...(callSite.model === null ? [] : [callSite.model])])];
}
