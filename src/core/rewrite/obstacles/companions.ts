import type { CallExpression } from '../../facts/expression';
import type { Linker } from '../../link/linker';
import { alternativesOf, type Value } from '../../link/value';
import type { MatchedCall } from '../../match/matcher';
import type { ClientGroup, SiteRef } from '../clients';
import type { PlanContext } from '../context';
import { entryValue, lookUp, visitObjects } from '../options/objects';
import { sitePlace, type Refusal } from './groupObstacle';
import { featureObstacle } from './obstacles';

/**
 * What keeps models of a ready-made provider from moving without others of their file: each is a client of its own, but a call that
 * stays can build on answers that the vendor has kept of one that would move, or ask a model whose use is not seen. Null for nothing.
 */
export function companionObstacle(context: PlanContext, group: ClientGroup): Refusal | null {
  const own = new Set(group.sites.flatMap((ref) => exchanged(ref).map((matched) => `${ref.file}\u0000${matched.route.sdk.id}`)));
  if (own.size === 0) return null;
  const isAsked = group.sites.some(({ callSite }) => callSite.kind === 'call');
  const files = new Set(group.sites.map(({ file }) => file));
  const others = [...files].flatMap((file) => context.clients.sitesOf(file)).filter((ref) => !group.sites.includes(ref));
  for (const ref of others) {
    if (ref.callSite.openness !== 'closed') continue;
    for (const matched of exchanged(ref)) {
      if (!own.has(`${ref.file}\u0000${matched.route.sdk.id}`)) continue;
      const obstacle = featureObstacle(context.analyses.linker, matched, context.target);
      if (!obstacle) continue;
      const together = buildsOn(context.analyses.linker, matched, group)
        ? 'it can build on what is answered here'
        : isAsked
          ? null
          : 'this model can be asked there';
      if (together !== null) return (other) => `${sitePlace(context, ref, other)}: ${obstacle.reason}, and ${together}`;
    }
  }
  return null;
}

/** True for a call that names an earlier answer which the vendor keeps, unless that is visibly the answer to other calls than a group's. */
function buildsOn(linker: Linker, { call, route }: MatchedCall, { sites }: ClientGroup): boolean {
  const options = route.sdk.rewrite?.exchange?.continues ?? [];
  const calls = new Set(sites.map(({ site }) => site.call));
  let found = false;
  const request = linker.positional(call.arguments, 0);
  for (const given of request ? lookUp(linker, request, 'providerOptions').found : []) {
    visitObjects(linker, entryValue(linker, given), (object) => {
      for (const name of options)
        for (const named of lookUp(linker, object, name).found) found ||= answers(entryValue(linker, named), calls);
    });
  }
  return found;
}

/** True for a value that one of the calls can have given. */
function answers(value: Value, calls: ReadonlySet<CallExpression>): boolean {
  return alternativesOf(value).some((each) => {
    let root: Value = each;
    while (root.kind === 'member') root = root.object;
    return root.kind === 'call' ? calls.has(root.expression) : root.kind !== 'literal';
  });
}

/** How a call site goes through a provider that is exchanged; a model that is made where it is named is nobody else's. */
function exchanged({ site }: SiteRef): readonly MatchedCall[] {
  return site.matched.filter(({ route }) => {
    const { exchange } = route.sdk.rewrite ?? {};
    return exchange !== undefined && exchange.perModel === undefined;
  });
}
