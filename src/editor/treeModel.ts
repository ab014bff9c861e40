import type { AcceptedCallSite, CallSite, FileAnalysis, Openness } from '../core/callSite';
import { opennessLevels } from '../core/callSite';
import { configurationKinds, type ConfigurationFinding, type ConfigurationKind } from '../core/configuration/finding';
import type { CallSiteRef } from './findingStore';

/** A vendor with its models; `id` names it across rebuilds. */
export interface VendorNode {
  readonly type: 'vendor';
  readonly id: string;
  readonly vendor: string;
  readonly models: readonly ModelNode[];
}

/** A model of a vendor, at one openness; clients and undecided models have one of their own. */
export interface ModelNode {
  readonly type: 'model';
  readonly id: string;
  readonly parent: VendorNode;
  readonly openness: Openness;
  readonly sites: readonly SiteNode[];
}

export interface SiteNode {
  readonly type: 'site';
  readonly id: string;
  readonly parent: ModelNode | AcceptedNode;
  readonly site: CallSite | AcceptedCallSite;
}

/** All accepted call sites. */
export interface AcceptedNode {
  readonly type: 'accepted';
  readonly id: string;
  readonly sites: readonly SiteNode[];
}

/** What manifests and configuration files say, by kind; it is no call site and counts in no number of them. */
export interface ConfigurationNode {
  readonly type: 'configuration';
  readonly id: string;
  readonly kinds: readonly ConfigurationKindNode[];
}

export interface ConfigurationKindNode {
  readonly type: 'kind';
  readonly id: string;
  readonly parent: ConfigurationNode;
  readonly kind: ConfigurationKind;
  readonly findings: readonly FindingNode[];
}

export interface FindingNode {
  readonly type: 'finding';
  readonly id: string;
  readonly parent: ConfigurationKindNode;
  readonly finding: ConfigurationFinding;
}

export type TreeNode = VendorNode | ModelNode | SiteNode | AcceptedNode | ConfigurationNode | ConfigurationKindNode | FindingNode;
export type RootNode = VendorNode | AcceptedNode | ConfigurationNode;

/** Vendor → model → call site, those with most closed call sites first; accepted ones apart behind them, configuration last. */
export function buildTree(analyses: readonly FileAnalysis[]): readonly RootNode[] {
  const vendors = groupBy(
    analyses.flatMap((analysis) => analysis.callSites),
    (site) => site.vendor,
  );
  const roots: RootNode[] = [...vendors].map(([vendor, sites]) => vendorNode(vendor, sites)).sort(byClosedThenName);
  const accepted = analyses.flatMap((analysis) => analysis.accepted);
  if (accepted.length > 0) roots.push(acceptedNode(accepted));
  const configuration = analyses.flatMap((analysis) => analysis.configuration);
  return configuration.length > 0 ? [...roots, configurationNode(configuration)] : roots;
}

/** Call sites below a node, the node itself included. */
export function sitesOf(node: TreeNode): readonly (CallSite | AcceptedCallSite)[] {
  switch (node.type) {
    case 'vendor':
      return node.models.flatMap(sitesOf);
    case 'model':
    case 'accepted':
      return node.sites.map(({ site }) => site);
    case 'site':
      return [node.site];
    case 'configuration':
    case 'kind':
    case 'finding':
      return [];
  }
}

/** The node of a call site. */
export function findSite(roots: readonly RootNode[], ref: CallSiteRef): SiteNode | undefined {
  const sites = roots.flatMap((root) => {
    if (root.type === 'configuration') return [];
    return root.type === 'vendor' ? root.models.flatMap((model) => model.sites) : root.sites;
  });
  return sites.find(({ site }) => site.file === ref.file && site.fingerprint === ref.fingerprint);
}

/** How many of some call sites are closed. */
export function closedCount(sites: readonly CallSite[]): number {
  return sites.filter((site) => site.openness === 'closed').length;
}

function vendorNode(vendor: string, sites: readonly CallSite[]): VendorNode {
  const models: ModelNode[] = [];
  const node: VendorNode = { type: 'vendor', id: `vendor:${vendor}`, vendor, models };
  for (const [key, group] of groupBy(sites, modelKey)) {
    const first = group[0];
    if (!first) continue;
    const children: SiteNode[] = [];
    const model: ModelNode = { type: 'model', id: `model:${vendor}:${key}`, parent: node, openness: first.openness, sites: children };
    for (const site of group) children.push(siteNode(model, site));
    models.push(model);
  }
  models.sort(byOpennessThenCount);
  return node;
}

/** Closed ones first; named models before clients and undecided ones; then the most used. */
function byOpennessThenCount(a: ModelNode, b: ModelNode): number {
  const unnamed = (node: ModelNode): number => (node.sites[0]?.site.model === null ? 1 : 0);
  return (
    opennessLevels.indexOf(a.openness) - opennessLevels.indexOf(b.openness) ||
    unnamed(a) - unnamed(b) ||
    b.sites.length - a.sites.length ||
    order(a.id, b.id)
  );
}

function acceptedNode(accepted: readonly AcceptedCallSite[]): AcceptedNode {
  const sites: SiteNode[] = [];
  const node: AcceptedNode = { type: 'accepted', id: 'accepted', sites };
  for (const site of accepted) sites.push(siteNode(node, site));
  return node;
}

function configurationNode(findings: readonly ConfigurationFinding[]): ConfigurationNode {
  const kinds: ConfigurationKindNode[] = [];
  const node: ConfigurationNode = { type: 'configuration', id: 'configuration', kinds };
  for (const kind of configurationKinds) {
    const children: FindingNode[] = [];
    const parent: ConfigurationKindNode = { type: 'kind', id: `kind:${kind}`, parent: node, kind, findings: children };
    for (const finding of findings.filter((each) => each.kind === kind))
      children.push({ type: 'finding', id: `finding:${finding.file}#${finding.fingerprint}`, parent, finding });
    if (children.length > 0) kinds.push(parent);
  }
  return node;
}

function siteNode(parent: ModelNode | AcceptedNode, site: CallSite | AcceptedCallSite): SiteNode {
  return { type: 'site', id: `site:${site.file}#${site.fingerprint}`, parent, site };
}

/** The same model id can be closed at one endpoint and open at another, so openness is part of the key. */
function modelKey(site: CallSite): string {
  return `${site.openness}:${site.model ?? (site.kind === 'client' ? '(client)' : '(undecided)')}`;
}

function byClosedThenName(a: RootNode, b: RootNode): number {
  const [left, right] = [sitesOf(a), sitesOf(b)];
  return closedCount(right) - closedCount(left) || right.length - left.length || order(a.id, b.id);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
