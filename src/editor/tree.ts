import * as vscode from 'vscode';
import type { Openness } from '../core/callSite';
import type { Catalog } from '../core/catalog/catalog';
import type { ConfigurationKind } from '../core/configuration/finding';
import { commands } from './commandIds';
import { uriOf } from './convert';
import { disposeAll, type Owned } from './disposables';
import type { CallSiteRef, FindingStore } from './findingStore';
import type { EditorServices } from './services';
import { SourceTexts } from './sourceText';
import {
  buildTree,
  closedCount,
  findSite,
  sitesOf,
  type FindingNode,
  type ModelNode,
  type RootNode,
  type SiteNode,
  type TreeNode,
} from './treeModel';
import {
  configurationKindLabel,
  endpointSource,
  modelLabel,
  opennessExplanation,
  opennessLabel,
  portabilityExplanation,
  sentence,
  vendorName,
} from './wording';

export const treeViewId = 'openward.callSites';

/** The native tree: vendor → model → call site, with the number of closed call sites on the activity bar. */
export class CallSiteTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #store: FindingStore;
  readonly #catalog: () => Promise<Catalog>;
  readonly #texts: SourceTexts;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<TreeNode>;
  readonly #subscriptions: readonly Owned[];
  /** Kept between the store's changes only: VS Code asks for children and parents of the nodes it was given. */
  #roots: readonly RootNode[] | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor({ store, catalog }: EditorServices) {
    this.#store = store;
    this.#catalog = catalog;
    this.#texts = new SourceTexts(store);
    this.#view = vscode.window.createTreeView<TreeNode>(treeViewId, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [this.#view, this.#changed, store.onDidChange(() => this.refresh())];
  }

  /** Whether the user sees the tree. */
  get visible(): boolean {
    return this.#view.visible;
  }

  /** The badge as shown; undefined without closed call sites. */
  get badge(): vscode.ViewBadge | undefined {
    return this.#view.badge;
  }

  /** Rebuilds the tree from the store. */
  refresh(): void {
    this.#roots = undefined;
    const closed = this.#store.exposure().openness.closed;
    this.#view.badge = closed === 0 ? undefined : { value: closed, tooltip: vscode.l10n.t('Closed call sites: {0}', closed) };
    this.#changed.fire(undefined);
  }

  /** Opens the container and selects a call site. False when the tree does not hold it. */
  async reveal(ref: CallSiteRef): Promise<boolean> {
    const node = findSite(this.#build(), ref);
    if (!node) return false;
    await this.#view.reveal(node, { select: true, focus: true });
    return true;
  }

  getChildren(node?: TreeNode): TreeNode[] {
    if (!node) return [...this.#build()];
    switch (node.type) {
      case 'vendor':
        return [...node.models];
      case 'model':
      case 'accepted':
        return [...node.sites];
      case 'configuration':
        return [...node.kinds];
      case 'kind':
        return [...node.findings];
      case 'site':
      case 'finding':
        return [];
    }
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return 'parent' in node ? node.parent : undefined;
  }

  async getTreeItem(node: TreeNode): Promise<vscode.TreeItem> {
    switch (node.type) {
      case 'vendor': {
        const item = new vscode.TreeItem(vendorName(await this.#catalog(), node.vendor), vscode.TreeItemCollapsibleState.Expanded);
        const sites = sitesOf(node);
        return Object.assign(item, {
          id: node.id,
          iconPath: new vscode.ThemeIcon('organization'),
          description: countLabel(closedCount(sites), sites.length),
          contextValue: closedCount(sites) > 0 ? 'closedVendor' : 'vendor',
        });
      }
      case 'model':
        return modelItem(node);
      case 'accepted': {
        const item = new vscode.TreeItem(vscode.l10n.t('Accepted'), vscode.TreeItemCollapsibleState.Collapsed);
        return Object.assign(item, { id: node.id, iconPath: new vscode.ThemeIcon('check'), description: String(node.sites.length) });
      }
      case 'configuration': {
        const item = new vscode.TreeItem(vscode.l10n.t('Configuration'), vscode.TreeItemCollapsibleState.Collapsed);
        const count = node.kinds.reduce((total, { findings }) => total + findings.length, 0);
        const tooltip = vscode.l10n.t('What manifests and configuration files say of vendors. No call sites: they count in no number.');
        return Object.assign(item, { id: node.id, iconPath: new vscode.ThemeIcon('settings'), description: String(count), tooltip });
      }
      case 'kind': {
        const item = new vscode.TreeItem(configurationKindLabel(node.kind), vscode.TreeItemCollapsibleState.Collapsed);
        return Object.assign(item, { id: node.id, iconPath: kindIcon(node.kind), description: String(node.findings.length) });
      }
      case 'finding':
        return this.#findingItem(node);
      case 'site':
        return this.#siteItem(node);
    }
  }

  dispose(): void {
    disposeAll(this.#subscriptions);
  }

  #build(): readonly RootNode[] {
    this.#roots ??= buildTree(this.#store.analyses);
    return this.#roots;
  }

  async #findingItem({ id, finding }: FindingNode): Promise<vscode.TreeItem> {
    const { file, fingerprint, name, model, url, message } = finding;
    const path = vscode.workspace.asRelativePath(uriOf(file));
    const line = (await this.#texts.excerpt(finding))?.line;
    const ref: CallSiteRef = { file, fingerprint };
    const says = model ?? url;
    return Object.assign(new vscode.TreeItem(says === null ? name : `${name}: ${says}`), {
      id,
      description: line === undefined ? path : `${path}:${line}`,
      tooltip: message,
      command: { command: commands.reveal, title: vscode.l10n.t('Open'), arguments: [ref] },
    });
  }

  async #siteItem(node: SiteNode): Promise<vscode.TreeItem> {
    const { site } = node;
    const excerpt = await this.#texts.excerpt(site);
    const path = vscode.workspace.asRelativePath(uriOf(site.file));
    const item = new vscode.TreeItem(excerpt?.callee ?? site.sdk);
    const place = excerpt ? `${path}:${excerpt.line}` : path;
    const accepted = 'reason' in site ? site.reason : undefined;
    const ref: CallSiteRef = { file: site.file, fingerprint: site.fingerprint };
    return Object.assign(item, {
      id: node.id,
      description: accepted ? `${place} · ${accepted}` : place,
      tooltip: tooltip(node),
      iconPath: icon(site.openness),
      contextValue: accepted !== undefined ? 'acceptedSite' : site.openness === 'closed' ? 'closedSite' : 'site',
      command: { command: commands.reveal, title: vscode.l10n.t('Open'), arguments: [ref] },
    });
  }
}

/** What each kind of configuration is drawn as. */
function kindIcon(kind: ConfigurationKind): vscode.ThemeIcon {
  return new vscode.ThemeIcon({ dependency: 'package', credential: 'key', setting: 'symbol-property' }[kind]);
}

function modelItem(node: ModelNode): vscode.TreeItem {
  const first = node.sites[0]?.site;
  const label = first ? modelLabel(first) : '';
  const openness = opennessLabel(node.openness);
  const mixed = node.parent.models.some((model) => model.openness !== node.openness);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  return Object.assign(item, {
    id: node.id,
    description: mixed ? `${node.sites.length} · ${openness}` : String(node.sites.length),
    accessibilityInformation: { label: `${label}, ${node.sites.length}, ${openness}` },
    iconPath: icon(node.openness),
    tooltip: opennessExplanation(node.openness),
    contextValue: node.openness === 'closed' ? 'closedModel' : 'model',
  });
}

function tooltip({ site }: SiteNode): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  const { endpoint } = site;
  const lines = [
    site.message,
    endpoint.url === null ? endpointSource(endpoint) : `${endpoint.url}, ${endpointSource(endpoint)}`,
    portabilityExplanation(site.portability),
    site.portabilityReason === undefined ? undefined : sentence(site.portabilityReason),
  ].filter((line): line is string => line !== undefined);
  for (const [index, line] of lines.entries()) {
    if (index > 0) text.appendMarkdown('\n\n');
    text.appendText(line);
  }
  return text;
}

function icon(openness: Openness): vscode.ThemeIcon {
  switch (openness) {
    case 'closed':
      return new vscode.ThemeIcon('lock');
    case 'open-hosted':
      return new vscode.ThemeIcon('cloud');
    case 'self-hosted':
      return new vscode.ThemeIcon('server');
    case 'unknown':
      return new vscode.ThemeIcon('question');
  }
}

function countLabel(closed: number, all: number): string {
  if (closed === 0) return String(all);
  return closed === all ? vscode.l10n.t('{0} closed', closed) : vscode.l10n.t('{0} closed of {1}', closed, all);
}
