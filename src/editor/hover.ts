import * as vscode from 'vscode';
import type { AcceptedCallSite, CallSite } from '../core/callSite';
import type { Catalog } from '../core/catalog/catalog';
import { joinNeeds } from '../core/rewrite/obstacles/needs';
import { retirementMessage } from '../core/retirement/message';
import type { Day } from '../core/retirement/standing';
import { commands } from './commandIds';
import { comparisonTable } from './comparisonTable';
import { rangeOf } from './convert';
import type { CallSiteRef } from './findingStore';
import { documentSelector, isSupported } from './languages';
import { code, link, plain } from './markdown';
import { isRetiring, modelRange } from './retirementDiagnostics';
import type { EditorServices } from './services';
import { settingsFor } from './settings';
import { endpointSource, modelFactsLabel, opennessExplanation, portabilityExplanation, sentence, vendorName } from './wording';

/** The only commands a hover's links may run. */
const linkedCommands = [commands.rewrite, commands.rewriteTo, commands.accept];

/** Tells where a call site's request goes and how that is known; closed ones offer their way out. */
export function registerHover(services: EditorServices, repository: string): vscode.Disposable {
  const rule = `${repository.replace(/\.git$/, '')}/blob/main/docs/alternatives.md`;
  return vscode.languages.registerHoverProvider(documentSelector, {
    async provideHover(document, position, token) {
      if (!isSupported(document)) return undefined;
      const analysis = await services.documents.current(document);
      if (!analysis || token.isCancellationRequested) return undefined;
      const sites = [...analysis.callSites, ...analysis.accepted];
      const at = (rangeFor: (site: CallSite) => vscode.Range): { site: CallSite | AcceptedCallSite; range: vscode.Range }[] =>
        sites.map((site) => ({ site, range: rangeFor(site) })).filter(({ range }) => range.contains(position));
      const called = at((site) => rangeOf(document, site.range));
      // One id can serve many call sites: what is said of it is said once.
      const hits = called.length > 0 ? called : at((site) => modelRange(document, site)).slice(0, 1);
      const first = hits[0];
      if (!first) return undefined;
      const catalog = await services.catalog();
      return new vscode.Hover(
        hits.map(({ site }) =>
          describe(withSharedNeeds(site, sites), { catalog, uri: document.uri, today: services.calendar.today, rule }),
        ),
        first.range,
      );
    },
  });
}

/** A call site that asks for what all ask that name their model by the same text: a model object is asked elsewhere. */
function withSharedNeeds<T extends CallSite>(site: T, all: readonly CallSite[]): T {
  const { modelAt } = site;
  if (!modelAt || site.openness !== 'closed') return site;
  const sharing = all.filter((each) => each.modelAt?.file === modelAt.file && each.modelAt.range.start === modelAt.range.start);
  const need = joinNeeds(sharing.map((each) => each.need ?? {}));
  return Object.keys(need).length > 0 ? { ...site, need } : site;
}

interface Around {
  readonly catalog: Catalog;
  readonly uri: vscode.Uri;
  readonly today: Day;
  /** The page with the rule by which open models are chosen. */
  readonly rule: string;
}

function describe(site: CallSite | AcceptedCallSite, { catalog, uri, today, rule }: Around): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  text.isTrusted = { enabledCommands: linkedCommands };
  text.appendMarkdown(`**${plain(vendorName(catalog, site.vendor))}** · ${plain(opennessExplanation(site.openness))}\n\n`);
  if (isRetiring(site)) {
    const { model, retirement } = site;
    const source = link(vscode.l10n.t('Source'), retirement.source);
    text.appendMarkdown(`$(warning) ${plain(retirementMessage(model, retirement, today))} ${source}\n\n`);
  }
  // Few lines: what does not fit into a hover without scrolling is not read.
  text.appendMarkdown(`${facts(site, catalog).join(' · ')}\n\n`);
  const movable = portabilityLine(site);
  if ('reason' in site) {
    text.appendMarkdown(
      `${movable.join('')}\n\n${plain(site.reason === '' ? vscode.l10n.t('Accepted.') : vscode.l10n.t('Accepted: {0}', site.reason))}\n`,
    );
  } else if (site.openness === 'closed') {
    text.appendMarkdown(`${[...movable, links(site, catalog, uri)].join(' · ')}\n`);
  }
  const table = comparisonTable(site, catalog, uri, rule);
  if (table !== '') text.appendMarkdown(`\n${table}`);
  return text;
}

function facts(site: CallSite, catalog: Catalog): string[] {
  const { endpoint, model } = site;
  const source = plain(endpointSource(endpoint));
  const lines = [
    endpoint.url === null ? vscode.l10n.t('Endpoint: {0}', source) : vscode.l10n.t('Endpoint: {0}, {1}', code(endpoint.url), source),
  ];
  if (model !== null) {
    const known = modelFactsLabel(model, site.vendor, catalog);
    lines.push(
      known === undefined ? vscode.l10n.t('Model: {0}', code(model)) : vscode.l10n.t('Model: {0}, {1}', code(model), plain(known)),
    );
  } else if (site.inference) {
    lines.push(vscode.l10n.t('Model: not decided in the code'));
  }
  return lines;
}

function portabilityLine({ portability, portabilityReason }: CallSite): string[] {
  const words = portabilityExplanation(portability);
  if (words === undefined) return [];
  return [plain(words) + (portabilityReason === undefined ? '' : ` ${plain(sentence(portabilityReason))}`)];
}

function links(site: CallSite, catalog: Catalog, uri: vscode.Uri): string {
  const ref: CallSiteRef = { file: site.file, fingerprint: site.fingerprint };
  const { target } = settingsFor(uri);
  const name = catalog.targets.get(target)?.name ?? target;
  const accept = commandLink(commands.accept, vscode.l10n.t('Accept…'), ref);
  if (site.portability === 'locked') return accept;
  return [
    commandLink(commands.rewrite, vscode.l10n.t('Rewrite to {0}', name), ref),
    commandLink(commands.rewriteTo, vscode.l10n.t('Another target…'), ref),
    accept,
  ].join(' · ');
}

function commandLink(command: string, title: string, ref: CallSiteRef): string {
  return `[${plain(title)}](command:${command}?${encodeURIComponent(JSON.stringify([ref]))})`;
}
