import { alternativesOf, isAbsent, type CallValue, type Value } from '../../link/value';
import type { MatchedCall } from '../../match/matcher';
import { constructionOf } from '../../match/construction';
import type { ClientGroup, SiteRef } from '../clients';
import type { PlanContext } from '../context';
import { additionsOf } from '../additions';
import { recipeOf } from '../groupRecipe';
import { isUnnamed } from '../model/routed';
import { movedAs } from '../movedAs';
import { featureObstacle, modelObstacle, targetObstacle, unofferedObstacle } from './obstacles';
import { findLooseEnd } from './reach';

/** Why a call site does not move, for that call site. */
export type Refusal = (ref: SiteRef) => string;

/** What keeps a client and all that share it from moving; the first obstacle in the order of the code. Null when nothing does. */
export function groupObstacle(context: PlanContext, group: ClientGroup): Refusal | null {
  for (const ref of group.sites) {
    const reason = siteObstacle(context, ref, group);
    if (reason === null) continue;
    const shared = sharedRefusal(context, ref, reason);
    return (other) => (other === ref ? reason : (siteObstacle(context, other, group) ?? shared(other)));
  }
  for (const file of new Set([...group.sites.map((ref) => ref.file), ...group.clients.map(({ call }) => call.file)])) {
    const broken = (context.analyses.graph.load(file)?.problems.length ?? 0) > 0;
    if (broken) return () => `${context.nameOf(file)} has a syntax error, and edits around it could go wrong`;
  }
  for (const { file, matched } of additionsOf(context, group)) {
    const obstacle = featureObstacle(context.analyses.linker, matched, context.target);
    const place = context.place(file, matched.call.expression.calleeRange.start);
    if (obstacle) return () => `${place}: ${obstacle.reason}, and it goes through this client`;
  }
  const undecided = group.clients.find((client) => client.undecided);
  if (undecided) {
    const place = context.place(undecided.call.file, undecided.call.expression.calleeRange.start);
    return () => `the options of its client come from elsewhere (${place})`;
  }
  const loose = findLooseEnd(context.analyses, group);
  return loose ? () => `${loose.reason} (${context.place(loose.file, loose.offset)})` : null;
}

/** What one call site's reason to stay is to the others of its client. */
export function sharedRefusal(context: PlanContext, ref: SiteRef, reason: string): Refusal {
  return (other) => {
    if (other === ref) return reason;
    const own = other.callSite.kind === 'client' ? 'it goes through this client' : 'it shares its client with this call';
    return `${sitePlace(context, ref, other)}: ${reason}, and ${own}`;
  };
}

/** What keeps one call site from moving, whatever its client. */
export function siteObstacle(context: PlanContext, ref: SiteRef, group: ClientGroup | null): string | null {
  const { analyses, target } = context;
  const { callSite, site } = ref;
  for (const each of site.matched) {
    const matched = group ? movedAs(group, each) : each;
    const obstacle =
      unofferedObstacle(analyses.catalog, matched) ??
      targetObstacle(analyses.linker, matched, target, group ? recipeOf(context, group, matched) : undefined) ??
      modelObstacle(analyses.catalog, matched);
    if (obstacle) return obstacle.reason;
  }
  if (
    callSite.kind === 'call' &&
    callSite.surface !== null &&
    site.matched.some(({ operation }) => operation.site?.surface === undefined)
  ) {
    return 'the path of the request is written out by hand';
  }
  if (site.matched.some(({ route }) => route.held !== null && constructionOf(route) === null)) {
    return 'its provider is picked by name from a registry whose providers are not written out where it is made';
  }
  if (site.matched.some(({ route }) => constructionOf(route) === null)) return 'its client is made out of sight, and with it the base URL';
  if (site.matched.some(({ route }) => isOwnConstruction(constructionOf(route)))) return "its client is of a class of the workspace's own";
  if (!group) return null;
  if (ref.accepted) return 'a comment accepts this dependency';
  // Calls say what such a model is asked for, and each says it for itself.
  if (isUnnamed(ref)) return null;
  // A client of such a class asks its vendor whatever the address is.
  const isFixed = site.matched.every(({ route }) => route.exchange !== null);
  if (callSite.endpoint.source === 'unknown' && !isFixed && !isOfSeveral(ref))
    return 'its base URL comes from elsewhere and is not decided here';
  if (!isFixed && site.matched.some(({ route }) => isOpenEnded(route.settings.get('baseUrl'))))
    return 'its base URL can come from elsewhere as well';
  // A client of a host that serves open and closed models is neither; its calls say which.
  if (callSite.openness !== 'closed' && callSite.kind !== 'client') {
    return callSite.openness === 'unknown' ? 'where it goes is not decided here' : 'it goes to an open model already';
  }
  for (const { route, operation } of site.matched) {
    const made = constructionOf(route);
    const own = made && clientBaseUrl(analyses.operations(made));
    if (operation.site?.kind !== 'client' && !sameSetting(own ?? undefined, route.settings.get('baseUrl'))) {
      return 'its base URL is given apart from the client';
    }
  }
  return null;
}

/** True for a call that asks one of several ready-made providers, each of which says where it goes. */
function isOfSeveral({ site: { matched } }: SiteRef): boolean {
  const isReadyMade = ({ route }: MatchedCall): boolean => {
    const { exchange } = route.sdk.rewrite ?? {};
    const isElsewhere = route.client !== null || route.undecided || route.settings.has('baseUrl');
    return exchange !== undefined && exchange.perModel === undefined && !isElsewhere;
  };
  return matched.length > 1 && matched.every(isReadyMade);
}

/** True when a client is of a subclass without a constructor: `class Quiet extends OpenAI {}`, and what it overrides stays with it. */
function isOwnConstruction(made: CallValue | null): boolean {
  return made !== null && made.inherited === true && !made.expression.isSuper;
}

/** True when something that the code does not show can give a setting: what it is set to then is not ours to replace. */
function isOpenEnded(setting: Value | undefined): boolean {
  if (!setting) return false;
  return alternativesOf(setting).some((each) => {
    switch (each.kind) {
      case 'literal':
      case 'variable':
        return false;
      case 'template':
        return each.parts.some((part) => typeof part !== 'string' && isOpenEnded(part));
      default:
        return true;
    }
  });
}

function clientBaseUrl(operations: readonly MatchedCall[]): Value | null {
  return operations.find(({ route }) => constructionOf(route) !== null)?.route.settings.get('baseUrl') ?? null;
}

/** Settings are the same when they come from the same place of the code. */
function sameSetting(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  const [left, right] = [alternativesOf(a), alternativesOf(b)];
  return left.length === right.length && left.every((each, index) => isSamePlace(each, right[index]));
}

function isSamePlace(a: Value, b: Value | undefined): boolean {
  if (a === b) return true;
  if (a.kind === 'literal' && b?.kind === 'literal')
    return isAbsent(a) === isAbsent(b) && a.at.file === b.at.file && a.at.range.start === b.at.range.start;
  return a.kind === 'variable' && b?.kind === 'variable' && a.name === b.name;
}

/** The place of a call site in words, as they are said at another one. */
export function sitePlace(context: PlanContext, ref: SiteRef, seenFrom: SiteRef): string {
  const place = context.place(ref.file, ref.callSite.range.start);
  return ref.file === seenFrom.file ? place.slice(place.lastIndexOf('line ')) : place;
}
