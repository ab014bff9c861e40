import * as vscode from 'vscode';
import type { CallSite, Endpoint, Openness, Portability } from '../core/callSite';
import type { Catalog, Weights } from '../core/catalog/catalog';
import type { ConfigurationKind } from '../core/configuration/finding';
import { uriOf } from './convert';

/** How core values are named to people. Every surface takes its words from here. */

/** The vendor's name, its id when the catalog has no row for it. */
export function vendorName(catalog: Catalog, vendor: string): string {
  return vendor === 'unknown' ? vscode.l10n.t('Vendor not known') : (catalog.vendors.get(vendor)?.name ?? vendor);
}

/** One or two words for an openness. */
export function opennessLabel(openness: Openness): string {
  switch (openness) {
    case 'closed':
      return vscode.l10n.t('closed');
    case 'open-hosted':
      return vscode.l10n.t('open weights, hosted');
    case 'self-hosted':
      return vscode.l10n.t('self-hosted');
    case 'unknown':
      return vscode.l10n.t('not decided in the code');
  }
}

/** What an openness means, for hovers. */
export function opennessExplanation(openness: Openness): string {
  switch (openness) {
    case 'closed':
      return vscode.l10n.t('Closed: the weights, or the server that answers, belong to one vendor.');
    case 'open-hosted':
      return vscode.l10n.t('Open weights, run by a third party.');
    case 'self-hosted':
      return vscode.l10n.t('Self-hosted: your own server answers.');
    case 'unknown':
      return vscode.l10n.t('Where this request goes is not decided in the code.');
  }
}

/** How hard a closed call site is to move; undefined for one that has nothing to move. */
export function portabilityExplanation(portability: Portability): string | undefined {
  switch (portability) {
    case 'drop-in':
      return vscode.l10n.t('Easy to move: base URL, key and model change.');
    case 'adapt':
      return vscode.l10n.t('Can be moved with changes to the code.');
    case 'locked':
      return vscode.l10n.t('Locked: it uses something no open endpoint offers.');
    case 'none':
      return undefined;
  }
}

/** What the findings of a kind are called together. */
export function configurationKindLabel(kind: ConfigurationKind): string {
  switch (kind) {
    case 'dependency':
      return vscode.l10n.t('Dependencies');
    case 'credential':
      return vscode.l10n.t('Credentials');
    case 'setting':
      return vscode.l10n.t('Settings');
  }
}

/** How the endpoint is known. */
export function endpointSource(endpoint: Endpoint): string {
  switch (endpoint.source) {
    case 'default':
      return vscode.l10n.t('the SDK’s default');
    case 'literal':
      return vscode.l10n.t('written in the code');
    case 'environment':
      if (endpoint.variable === undefined) return vscode.l10n.t('from the environment');
      return endpoint.file !== undefined
        ? vscode.l10n.t('from {0} in {1}', endpoint.variable, vscode.workspace.asRelativePath(uriOf(endpoint.file)))
        : vscode.l10n.t('from {0} in the environment', endpoint.variable);
    case 'unknown':
      return endpoint.variable === undefined
        ? vscode.l10n.t('not decided in the code')
        : vscode.l10n.t('decided by {0}, which has no default here', endpoint.variable);
  }
}

/** What the catalog knows of a call site's model beyond its id and vendor, in a few words; undefined when that is nothing. */
export function modelFactsLabel(model: string, vendor: string, catalog: Catalog): string | undefined {
  const facts = catalog.model(model, vendor);
  const name = facts.name?.toLowerCase() === model.toLowerCase() ? null : facts.name;
  const lab = facts.lab === null || facts.lab === vendor ? null : (catalog.vendors.get(facts.lab)?.name ?? facts.lab);
  const parts = [name, lab, weightsLabel(facts.weights)].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(', ') : undefined;
}

function weightsLabel(weights: Weights): string | null {
  switch (weights) {
    case 'open':
      return vscode.l10n.t('open weights');
    case 'closed':
      return vscode.l10n.t('closed weights');
    case 'unknown':
      return null;
  }
}

/** What stands for the model in lists: clients have none, some requests take theirs from a variable. */
export function modelLabel(site: CallSite): string {
  if (site.model !== null) return site.model;
  return site.kind === 'client' ? vscode.l10n.t('Clients') : vscode.l10n.t('Model not decided in the code');
}

/** First letter in upper case, full stop at the end: a clause of the core as a sentence. */
export function sentence(clause: string): string {
  const text = clause.charAt(0).toUpperCase() + clause.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
