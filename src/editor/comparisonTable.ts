import * as vscode from 'vscode';
import type { CallSite } from '../core/callSite';
import type { Catalog } from '../core/catalog/catalog';
import { noComparison, type Alternative, type Comparison, type ModelDetails, type Price } from '../core/catalog/knowledge';
import { openAlternatives } from './alternatives';
import { link, plain } from './markdown';
import { vendorName } from './wording';

/** Open models in the table: more than a hover can hold helps nobody. */
const maxAlternatives = 3;
/** Benchmarks told of each. */
const maxBenchmarks = 2;

/**
 * A closed model beside the open ones that can stand in for it, as a Markdown table: licence, context, price, memory, and how they
 * score where both were measured. Empty where the catalog has no open model to show.
 */
export function comparisonTable(site: CallSite, catalog: Catalog, uri: vscode.Uri, rule: string): string {
  if (site.model === null || site.openness !== 'closed') return '';
  const alternatives = openAlternatives(catalog, site, uri).slice(0, maxAlternatives);
  if (alternatives.length === 0) return '';
  const own = catalog.details(site.model, site.vendor);
  const header = [
    vscode.l10n.t('Model'),
    vscode.l10n.t('Licence'),
    vscode.l10n.t('Context'),
    vscode.l10n.t('$/1M in / out'),
    vscode.l10n.t('Memory'),
    vscode.l10n.t('Benchmarks, open / closed'),
  ];
  const rows = [
    [
      `**${plain(own.name ?? site.model)}**`,
      vscode.l10n.t('closed'),
      tokens(own.context),
      price(
        own.prices.find(({ vendor }) => vendor === site.vendor),
        catalog,
      ),
      '',
      '',
    ],
    ...alternatives.map((alternative) => row(alternative, catalog)),
  ];
  const lines = [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.map(spaced).join(' | ')} |`);
  const notes = [
    vscode.l10n.t('As of {0}', own.asOf),
    vscode.l10n.t('memory at 4 bit, estimated'),
    link(vscode.l10n.t('how these are chosen'), rule),
  ];
  return `${lines.join('\n')}\n\n${notes.join(' · ')}\n`;
}

function row({ details, evidence }: Alternative, catalog: Catalog): string[] {
  const { licence, name, id, weightsUrl } = details;
  const title = name ?? id ?? '';
  return [
    weightsUrl === null ? plain(title) : link(title, weightsUrl),
    licence?.name == null ? unknown : link(unbroken(licence.name), licence.source),
    tokens(details.context),
    price(cheapest(details), catalog),
    details.memory === null ? unknown : vscode.l10n.t('{0} GB', Math.ceil(details.memory)),
    scores(evidence),
  ];
}

/** A cell with room before the next one: hovers draw tables without any. */
function spaced(cell: string, column: number, cells: readonly string[]): string {
  return column < cells.length - 1 && cell !== '---' ? `${cell}&nbsp;&nbsp;` : cell;
}

/** A name that is not broken at its hyphens. */
function unbroken(name: string): string {
  return name.replaceAll('-', '\u2011');
}

/** What the data don't say. */
const unknown = '–';

/** `131k`, `1M`. */
function tokens(amount: number | null): string {
  if (amount === null) return unknown;
  return amount >= 1_000_000 ? `${round(amount / 1_000_000)}M` : `${Math.round(amount / 1000)}k`;
}

function price(offer: Price | undefined, catalog: Catalog): string {
  if (!offer) return unknown;
  return `${round(offer.input)} / ${offer.output === null ? unknown : round(offer.output)} (${plain(vendorName(catalog, offer.vendor))})`;
}

/** The lowest price; what is free today is an offer and no price. */
function cheapest({ prices }: ModelDetails): Price | undefined {
  return prices.find(({ input }) => input > 0);
}

function scores(evidence: Alternative['evidence']): string {
  if (evidence === noComparison) return vscode.l10n.t('no public comparison');
  return evidence.slice(0, maxBenchmarks).map(score).join('; ');
}

function score({ benchmark, openScore, closedScore, difference, sources }: Comparison): string {
  const gap = round(Math.abs(difference));
  const verdict =
    difference < 0 ? vscode.l10n.t('{0} lower', gap) : difference > 0 ? vscode.l10n.t('{0} higher', gap) : vscode.l10n.t('equal');
  return `${link(benchmark, sources[0] ?? '')} ${round(openScore)} / ${round(closedScore)}, ${verdict}`;
}

/** At most two decimals, none that are zero. */
function round(value: number): string {
  return String(Number(value.toFixed(2)));
}
