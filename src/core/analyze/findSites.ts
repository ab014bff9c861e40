import type { Catalog } from '../catalog/catalog';
import { classify, merge, type Classified } from '../classify/classify';
import type { CallExpression, Expression } from '../facts/expression';
import type { ModuleFacts } from '../facts/moduleFacts';
import type { Linker } from '../link/linker';
import { alternativesOf, type CallValue, type Value } from '../link/value';
import type { MatchedCall, Matcher } from '../match/matcher';
import { defaultRoute } from '../match/route';
import type { SdkIndex } from '../match/sdkIndex';
import type { ToldCalls } from '../match/toldCalls';
import type { UnnamedSenders } from '../match/unnamedSenders';
import type { TextRange } from '../text/range';
import { addressForm } from './addressForms';
import { isOwnCall } from './ownCalls';
import type { RequestHelpers } from './requestHelpers';

/** Superclasses are followed this far for a construction. */
const maxSuperclasses = 8;

/** A call site together with what it was recognised by; what the rewrite planner works from. */
export interface Site {
  readonly classified: Classified;
  /** The callee's range. */
  readonly range: TextRange;
  readonly call: CallExpression;
  /** Every way the call was recognised, the likeliest first. */
  readonly matched: readonly MatchedCall[];
}

/** What finding call sites needs. */
export interface Analysis {
  readonly catalog: Catalog;
  readonly linker: Linker;
  readonly matcher: Matcher;
  readonly index: SdkIndex;
  readonly helpers: RequestHelpers;
  readonly senders: UnnamedSenders;
  readonly told: ToldCalls;
}

/** The call sites of one module, in source order. */
export function findSites(analysis: Analysis, facts: ModuleFacts): Site[] {
  const sites = new Map<CallExpression, Site>();
  for (const call of facts.calls) {
    const maySend = analysis.senders.isCandidate(call);
    if (!maySend && (!isCandidate(analysis.index, call) || isOwnCall(analysis, facts, call))) continue;
    const site = siteOf(analysis, facts, call);
    if (site) sites.set(call, site);
  }
  for (const [call, site] of sites) {
    const applied = site.classified.kind === 'model-binding' ? appliedClient(call.callee, sites) : undefined;
    // `createX({…})(model)` is one model binding, at `createX`.
    if (!applied) continue;
    sites.set(call, { ...site, range: applied.range });
    sites.delete(applied.call);
  }
  return [...sites.values()].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** Only calls that could be an SDK's or a helper's are evaluated: constructions, calls of names, and members that some description knows. */
function isCandidate(index: SdkIndex, call: CallExpression): boolean {
  if (call.isSuper) return false;
  if (call.construct) return true;
  if (typeof call.member === 'string') return index.memberNames.has(call.member);
  const { callee } = call;
  if (callee.kind !== 'member')
    return callee.kind === 'name' || callee.kind === 'call' || callee.kind === 'choice' || callee.kind === 'typed';
  if (typeof callee.property !== 'string' || index.memberNames.has(callee.property)) return true;
  // A method of the class itself that is passed an address may send there, whatever it is called.
  return callee.object.kind === 'this' && call.arguments.positional.some((each) => addressForm(each) === 'yes');
}

function siteOf(analysis: Analysis, facts: ModuleFacts, call: CallExpression): Site | null {
  const { linker, catalog } = analysis;
  const callee = linker.evaluate(call.callee, linker.root(facts));
  const matched = matchesOf(analysis, facts, call, callee);
  const classified = matched.flatMap((each) => {
    const said = classify(linker, catalog, each);
    return said ? [{ each, said }] : [];
  });
  const said = merge(
    classified.map((each) => each.said),
    matched[0]?.sdk.vendor ?? null,
  );
  return said ? { classified: said, range: call.calleeRange, call, matched: classified.map(({ each }) => each) } : null;
}

/** The callee decides whether the call is worth evaluating: its arguments can reach through many files. */
function matchesOf(analysis: Analysis, facts: ModuleFacts, call: CallExpression, callee: Value): readonly MatchedCall[] {
  const { linker, matcher, helpers, senders, told } = analysis;
  if (matcher.match(callee).length > 0) return operationsOf(analysis, facts, call);
  if (alternativesOf(callee).some(({ kind }) => kind === 'class')) {
    const inherited = operationsOf(analysis, facts, call);
    if (inherited.length > 0) return inherited;
  }
  const frame = linker.root(facts);
  const helped = helpers.requests(callee, { facts: call.arguments, frame }, call);
  if (helped.length > 0) return helped;
  if (told.isCandidate(call)) return told.requests(callee, call, frame);
  return senders.isCandidate(call) ? senders.requests(callee, call, frame) : [];
}

function operationsOf(analysis: Analysis, facts: ModuleFacts, call: CallExpression): MatchedCall[] {
  const value = analysis.linker.evaluate(call, analysis.linker.root(facts));
  const own = alternativesOf(value)
    .flatMap((alternative) => constructedIn(analysis.linker, alternative, 0))
    .filter((alternative): alternative is CallValue => alternative.kind === 'call' && alternative.expression === call);
  const found = own.flatMap((alternative) => analysis.matcher.operations(alternative)).filter((each) => each.operation.site);
  const [first] = found;
  // Beside a model of the workspace's own, those that are known do not say who answers.
  if (!first || !own.some(({ callee }) => analysis.matcher.isOwnModel(callee))) return found;
  return [...found, { ...first, route: { ...defaultRoute(first.sdk), undecided: true }, result: null }];
}

/** What constructs a value: of an object of a workspace class, the superclass that its arguments reach. */
function constructedIn(linker: Linker, value: Value, depth: number): readonly Value[] {
  if (value.kind !== 'instance') return [value];
  const inherited = depth < maxSuperclasses ? linker.inherited(value) : null;
  return inherited ? alternativesOf(inherited).flatMap((each) => constructedIn(linker, each, depth + 1)) : [];
}

function appliedClient(callee: Expression, sites: ReadonlyMap<CallExpression, Site>): Site | undefined {
  const client = callee.kind === 'call' ? sites.get(callee) : undefined;
  return client?.classified.kind === 'client' ? client : undefined;
}
