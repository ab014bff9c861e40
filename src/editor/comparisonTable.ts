import * as vscode from 'vscode';
import type { CallSite } from '../core/callSite';
import type { Catalog } from '../core/catalog/catalog';
import { noComparison, type Alternative, type Comparison, type ModelDetails, type Price } from '../core/catalog/knowledge';
import { openAlternatives } from './alternatives';
import { link, plain } from './markdown';

/** Open models in the table: more than a hover can hold helps nobody. */
const maxAlternatives = 3;
/** Benchmarks told of each. */
const maxBenchmarks = 1;

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
    vscode.l10n.t('Benchmark'),
  ];
  const rows = [
    [
      `**${plain(own.name ?? site.model)}**`,
      vscode.l10n.t('closed'),
      tokens(own.context),
      price(own.prices.find(({ vendor }) => vendor === site.vendor)),
      '',
      '',
    ],
    ...alternatives.map(row),
  ];
  const lines = [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.map(spaced).join(' | ')} |`);
  const needs = needWords(site);
  const notes = [
    ...(needs.length > 0 ? [vscode.l10n.t('for a call that uses {0}', needs.join(', '))] : []),
    vscode.l10n.t('As of {0}', own.asOf),
    vscode.l10n.t('cheapest price; memory at 4 bit, estimated'),
    link(vscode.l10n.t('how these are chosen'), rule),
  ];
  return `${lines.join('\n')}\n\n${notes.join(' · ')}\n`;
}

/** What the call uses that not every model can do. */
function needWords({ need }: CallSite): string[] {
  return [
    ...(need?.tools ? [vscode.l10n.t('tools')] : []),
    ...(need?.vision ? [vscode.l10n.t('images')] : []),
    ...(need?.structuredOutput ? [vscode.l10n.t('structured output')] : []),
    ...(need?.context === undefined ? [] : [vscode.l10n.t('answers of {0} tokens', need.context)]),
  ];
}

function row({ details, evidence }: Alternative): string[] {
  const { licence, name, id, weightsUrl } = details;
  const title = name ?? id ?? '';
  return [
    weightsUrl === null ? plain(title) : link(title, weightsUrl),
    licence?.name == null ? unknown : link(licence.name, licence.source),
    tokens(details.context),
    price(cheapest(details)),
    details.memory === null ? unknown : vscode.l10n.t('{0} GB', Math.ceil(details.memory)),
    scores(evidence),
  ];
}

/** A cell with room before the next one: hovers draw tables without any. */
function spaced(cell: string, column: number, cells: readonly string[]): string {
  if (cell === '---') return cell;
  // A row that breaks makes the table twice as high.
  const whole = unbroken(cell);
  return column < cells.length - 1 ? `${whole}&nbsp;&nbsp;` : whole;
}

/** A cell that is not broken at its spaces, and outside of links not at its hyphens. */
function unbroken(cell: string): string {
  return cell.replace(/\]\([^)]*\)|[ -]/g, (part) => (part === ' ' ? '\u00a0' : part === '-' ? '\u2011' : part));
}

/** What the data don't say. */
const unknown = '–';

/** `131k`, `1M`. */
function tokens(amount: number | null): string {
  if (amount === null) return unknown;
  return amount >= 1_000_000 ? `${round(amount / 1_000_000)}M` : `${Math.round(amount / 1000)}k`;
}

function price(offer: Price | undefined): string {
  if (!offer) return unknown;
  return `${round(offer.input)} / ${offer.output === null ? unknown : round(offer.output)}`;
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
  const verdict = difference === 0 ? vscode.l10n.t('equal') : `${difference < 0 ? '−' : '+'}${gap}`;
  return `${link(benchmark, sources[0] ?? '')} ${round(openScore)} / ${round(closedScore)} (${verdict})`;
}

/** At most two decimals, none that are zero. */
function round(value: number): string {
  return String(Number(value.toFixed(2)));
}
