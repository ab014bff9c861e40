import type { CallExpression, Expression } from '../../facts/expression';
import type { Linker } from '../../link/linker';
import { alternativesOf, type Value } from '../../link/value';
import type { MatchedCall } from '../../match/matcher';
import { readSlot } from '../../match/slots';
import { contains } from '../../text/range';
import type { ClientGroup, SiteRef } from '../clients';
import type { PlanContext } from '../context';
import { entryValue, lookUp, visitObjects } from '../options/objects';
import { sitePlace, type Refusal } from './groupObstacle';
import { featureObstacle, operationObstacle } from './obstacles';

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
    for (const matched of exchanged(ref)) {
      if (!own.has(`${ref.file}\u0000${matched.route.sdk.id}`)) continue;
      const { linker } = context.analyses;
      // Who answers at a gateway is not decided where no model is asked.
      const isAbout = namesAnswer(linker, matched, group);
      if (ref.callSite.openness !== 'closed' && !isAbout) continue;
      const obstacle = featureObstacle(linker, matched, context.target) ?? (isAbout ? operationObstacle(matched) : null);
      if (!obstacle) continue;
      const together = buildsOn(linker, matched, group)
        ? 'it can build on what is answered here'
        : obstacle.kind === 'feature' && obstacle.feature === 'builtin_tools' && isGivenAnswers(context, ref, group)
          ? 'its answers are among the messages here'
          : isAsked
            ? null
            : 'this model can be asked there';
      if (together !== null) return (other) => `${sitePlace(context, ref, other)}: ${obstacle.reason}, and ${together}`;
    }
  }
  return null;
}

/** True for a call that names an earlier answer which the vendor keeps, unless that is visibly the answer to other calls than a group's. */
function buildsOn(linker: Linker, { call, route, operation }: MatchedCall, { sites }: Pick<ClientGroup, 'sites'>): boolean {
  const options = route.sdk.rewrite?.exchange?.continues ?? [];
  const calls = new Set(sites.map(({ site }) => site.call));
  let found = namesAnswer(linker, { call, operation }, { sites });
  const request = linker.positional(call.arguments, 0);
  for (const given of request ? lookUp(linker, request, 'providerOptions').found : []) {
    visitObjects(linker, entryValue(linker, given), (object) => {
      for (const name of options)
        for (const named of lookUp(linker, object, name).found) found ||= answers(entryValue(linker, named), calls);
    });
  }
  return found;
}

/** True for a call that asks the vendor about one of its answers, unless that is visibly none to a group's calls. */
function namesAnswer(
  linker: Linker,
  { call, operation }: Pick<MatchedCall, 'call' | 'operation'>,
  { sites }: Pick<ClientGroup, 'sites'>,
): boolean {
  const named = operation.names === undefined ? undefined : readSlot(linker, call.arguments, operation.names);
  return named !== undefined && answers(named, new Set(sites.map(({ site }) => site.call)));
}

/** True where a group's requests hand on messages that another call of their file was answered with. */
function isGivenAnswers({ analyses: { linker, graph } }: PlanContext, { file, site: { call } }: SiteRef, { sites }: ClientGroup): boolean {
  const facts = graph.load(file);
  if (!facts) return false;
  const frame = linker.root(facts);
  // Of what is spread into a list the list itself counts, so what is read there is looked at, not what the list holds.
  const holds = (messages: Expression, depth: number): boolean =>
    depth < 3 &&
    ((messages.kind === 'name' && (messages.binding?.definitions.some((each) => holds(each, depth + 1)) ?? false)) ||
      facts.reads.some(
        ({ expression }) =>
          contains(messages.range, expression.range) &&
          (alternativesOf(linker.evaluate(expression, frame)).some((value) => rootCall(value) === call) ||
            (expression !== messages && holds(expression, depth + 1))),
      ));
  return sites.some(
    (ref) =>
      ref.file === file &&
      ref.site.matched.some((matched) => {
        const request = linker.positional(matched.call.arguments, 0);
        return request !== undefined && lookUp(linker, request, 'messages').found.some(({ entry }) => holds(entry.value, 0));
      }),
  );
}

/** The call that a value is, or is taken from. */
function rootCall(value: Value): CallExpression | null {
  let root = value;
  while (root.kind === 'member') root = root.object;
  return root.kind === 'call' ? root.expression : null;
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
