import * as vscode from 'vscode';
import type { AcceptedCallSite, CallSite } from '../core/callSite';
import type { Catalog } from '../core/catalog/catalog';
import { commands } from './commandIds';
import { rangeOf } from './convert';
import type { CallSiteRef } from './findingStore';
import { documentSelector, isSupported } from './languages';
import type { EditorServices } from './services';
import { settingsFor } from './settings';
import { endpointSource, modelFactsLabel, opennessExplanation, portabilityExplanation, sentence, vendorName } from './wording';

/** The only commands a hover's links may run. */
const linkedCommands = [commands.rewrite, commands.rewriteTo, commands.accept];

/** Tells where a call site's request goes and how that is known; closed ones offer their way out. */
export function registerHover(services: EditorServices): vscode.Disposable {
  return vscode.languages.registerHoverProvider(documentSelector, {
    async provideHover(document, position, token) {
      if (!isSupported(document)) return undefined;
      const analysis = await services.documents.current(document);
      if (!analysis || token.isCancellationRequested) return undefined;
      const hits = [...analysis.callSites, ...analysis.accepted]
        .map((site) => ({ site, range: rangeOf(document, site.range) }))
        .filter(({ range }) => range.contains(position));
      const first = hits[0];
      if (!first) return undefined;
      const catalog = await services.catalog();
      return new vscode.Hover(
        hits.map(({ site }) => describe(site, catalog, document.uri)),
        first.range,
      );
    },
  });
}

function describe(site: CallSite | AcceptedCallSite, catalog: Catalog, uri: vscode.Uri): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  text.isTrusted = { enabledCommands: linkedCommands };
  text.appendMarkdown(`**${plain(vendorName(catalog, site.vendor))}** · ${plain(opennessExplanation(site.openness))}\n\n`);
  for (const line of facts(site, catalog)) text.appendMarkdown(`- ${line}\n`);
  if ('reason' in site) {
    text.appendMarkdown(`\n${plain(site.reason === '' ? vscode.l10n.t('Accepted.') : vscode.l10n.t('Accepted: {0}', site.reason))}\n`);
  } else if (site.openness === 'closed') {
    text.appendMarkdown(`\n${links(site, catalog, uri)}\n`);
  }
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
  const portability = portabilityExplanation(site.portability);
  if (portability !== undefined) {
    const reason = site.portabilityReason === undefined ? '' : ` ${plain(sentence(site.portabilityReason))}`;
    lines.push(plain(portability) + reason);
  }
  return lines;
}

function links(site: CallSite, catalog: Catalog, uri: vscode.Uri): string {
  const ref: CallSiteRef = { file: site.file, fingerprint: site.fingerprint };
  const { target } = settingsFor(uri);
  const name = catalog.targets.get(target)?.name ?? target;
  const accept = link(commands.accept, vscode.l10n.t('Accept…'), ref);
  if (site.portability === 'locked') return accept;
  return [
    link(commands.rewrite, vscode.l10n.t('Rewrite to {0}', name), ref),
    link(commands.rewriteTo, vscode.l10n.t('Another target…'), ref),
    accept,
  ].join(' · ');
}

function link(command: string, title: string, ref: CallSiteRef): string {
  return `[${plain(title)}](command:${command}?${encodeURIComponent(JSON.stringify([ref]))})`;
}

/** Text of the workspace's code must not become markup. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()~<>|$&]/g, '\\$&');
}

/** An inline code span that holds any text. Line ends are shown as spaces. */
function code(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  const fence = '`'.repeat(Math.max(0, ...[...flat.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return flat.includes('`') ? `${fence} ${flat} ${fence}` : `\`${flat}\``;
}
