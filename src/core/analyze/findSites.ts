import type { Catalog } from '../catalog/catalog';
import { classify, merge, type Classified } from '../classify/classify';
import type { CallExpression, Expression } from '../facts/expression';
import type { ModuleFacts } from '../facts/moduleFacts';
import type { Linker } from '../link/linker';
import { alternativesOf, type CallValue } from '../link/value';
import type { MatchedCall, Matcher } from '../match/matcher';
import type { SdkIndex } from '../match/sdkIndex';
import type { TextRange } from '../text/range';

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
}

/** The call sites of one module, in source order. */
export function findSites(analysis: Analysis, facts: ModuleFacts): Site[] {
  const sites = new Map<CallExpression, Site>();
  for (const call of facts.calls) {
    if (!isCandidate(analysis.index, call)) continue;
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

/** Only calls that could be an SDK's are evaluated: constructions, calls of names, and members that some description knows. */
function isCandidate(index: SdkIndex, call: CallExpression): boolean {
  if (call.construct || call.isSuper) return call.construct;
  const { callee } = call;
  if (callee.kind !== 'member') return callee.kind === 'name' || callee.kind === 'call';
  return typeof callee.property !== 'string' || index.memberNames.has(callee.property);
}

function siteOf(analysis: Analysis, facts: ModuleFacts, call: CallExpression): Site | null {
  const value = analysis.linker.evaluate(call, analysis.linker.root(facts));
  const own = alternativesOf(value).filter((alternative): alternative is CallValue => alternative.kind === 'call' && alternative.expression === call);
  const matched = own.flatMap((alternative) => analysis.matcher.operations(alternative)).filter((each) => each.operation.site);
  const classified = matched.map((each) => ({ each, said: classify(analysis.linker, analysis.catalog, each) })).filter(({ said }) => said !== null);
  const said = merge(
    classified.flatMap((each) => each.said ?? []),
    matched[0]?.sdk.vendor ?? null,
  );
  return said ? { classified: said, range: call.calleeRange, call, matched: classified.map(({ each }) => each) } : null;
}

function appliedClient(callee: Expression, sites: ReadonlyMap<CallExpression, Site>): Site | undefined {
  const client = callee.kind === 'call' ? sites.get(callee) : undefined;
  return client?.classified.kind === 'client' ? client : undefined;
}
