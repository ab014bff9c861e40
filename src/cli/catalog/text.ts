import type { Catalog } from '../../core/catalog/catalog';
import { noComparison, type Alternative, type Comparison, type Price, type DatedRetirement } from '../../core/catalog/knowledge';
import { columns, type Cell } from '../terminal/columns';
import { printable } from '../terminal/printable';
import type { Colors } from '../terminal/style';
import type { CatalogRow } from './row';

/** How many prices and alternatives people are shown; JSON has all of them. */
const mostPrices = 4;
const mostAlternatives = 8;

export interface TextOptions {
  readonly colors: Colors;
  /** Characters in a line, where a person watches. */
  readonly width?: number | undefined;
}

/** A model for people: its facts, the open alternatives with their evidence, the pages all of it stands on. */
export function renderRow(row: CatalogRow, alternatives: readonly Alternative[], catalog: Catalog, options: TextOptions): string {
  const { colors, width } = options;
  const inner = width === undefined ? undefined : width - 2;
  const title = row.name === null || row.name === row.id ? row.id : `${row.name} (${row.id})`;
  const sections = [[colors.underline(printable(title)), ...indented(columns(facts(row, catalog, colors), inner))]];
  if (row.weights === 'closed') sections.push(alternativesSection(row, alternatives, colors, inner));
  sections.push([colors.dim('Sources'), ...row.sources.map((source) => `  ${colors.dim(printable(source))}`)]);
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** All models as a table, a line each. */
export function renderList(rows: readonly CatalogRow[], asOf: string, { colors }: TextOptions): string {
  const lines = columns([
    ['Model', 'Weights', 'Kind', 'Released', 'Context', 'Memory', 'Retirement'].map((text): Cell => ({ text, paint: colors.dim })),
    ...rows.map((row): Cell[] => [
      { text: printable(row.id) },
      { text: row.weights, paint: row.weights === 'open' ? colors.green : colors.red },
      { text: row.modality ?? '-' },
      { text: row.release ?? '-' },
      { text: tokens(row.context), align: 'right' },
      { text: row.memory === null ? '-' : `${row.memory} GB`, align: 'right' },
      { text: row.retirement === null ? '' : `${row.retirement.standing} ${row.retirement.shutdown ?? ''}`.trim() },
    ]),
  ]);
  return `${lines.join('\n')}\n\n${rows.length} models, as of ${asOf}; memory is an estimate at 4 bit.\n`;
}

function facts(row: CatalogRow, catalog: Catalog, colors: Colors): Cell[][] {
  const paint = row.weights === 'open' ? colors.green : row.weights === 'closed' ? colors.red : colors.yellow;
  const rows: (readonly [label: string, value: string | null, paint?: (text: string) => string])[] = [
    ['Lab', row.lab],
    ['Weights', row.weightsUrl === null ? row.weights : `${row.weights}, ${row.weightsUrl}`, paint],
    ['Licence', row.weights === 'open' ? licenceText(row) : null],
    ['Kind', row.modality],
    ['Released', row.release],
    [
      'Context',
      row.context === null ? null : `${tokens(row.context)} tokens${row.output === null ? '' : `, answers up to ${tokens(row.output)}`}`,
    ],
    ['Reads', row.inputs.length === 0 ? null : row.inputs.join(', ')],
    ['Tools', answer(row.tools)],
    ['Structured', answer(row.structuredOutput)],
    ['Vectors', row.dimensions === null ? null : `${row.dimensions} dimensions`],
    ['Size', row.parameters === null ? null : sizeText(row)],
    ['Prices', row.prices.length === 0 ? null : `${pricesText(row.prices, catalog)} (as of ${row.asOf})`],
    ['Benchmarks', row.benchmarks.length === 0 ? null : benchmarksText(row)],
    ['Retirement', row.retirement === null ? null : retirementText(row.retirement), colors.yellow],
  ];
  return rows.flatMap(([label, value, color]): Cell[][] =>
    value === null
      ? []
      : [
          [
            { text: label, paint: colors.dim },
            { text: printable(value), ...(color && { paint: color }) },
          ],
        ],
  );
}

function alternativesSection(row: CatalogRow, alternatives: readonly Alternative[], colors: Colors, width: number | undefined): string[] {
  if (alternatives.length === 0) return [`Open alternatives: none in the catalog meets this need.`];
  const shown = alternatives.slice(0, mostAlternatives);
  const table = columns(
    [
      ['Model', 'Memory', 'Context', 'Price in / out', 'Licence', 'Evidence'].map((text): Cell => ({ text, paint: colors.dim })),
      ...shown.map(({ details, evidence, unconfirmed, verdict }): Cell[] => [
        { text: printable(details.id ?? '') },
        { text: details.memory === null ? '-' : `${details.memory} GB`, align: 'right' },
        { text: tokens(details.context), align: 'right' },
        { text: priceText(details.prices[0]), align: 'right' },
        { text: details.licence?.name ?? '-' },
        {
          text: [evidenceText(evidence), ...unconfirmed.map((what) => `${what} not confirmed`)].join('; '),
          paint: verdictColor(verdict, colors),
        },
      ]),
    ],
    width,
  );
  const more = alternatives.length > shown.length ? `, ${alternatives.length - shown.length} more with --format json` : '';
  return [
    `Open alternatives, by docs/alternatives.md (as of ${row.asOf}${more})`,
    ...indented(table),
    colors.dim(
      '  Memory: estimate at 4 bit. Prices: the lowest listed, US dollars per million tokens. Evidence: their score, then the open model’s.',
    ),
  ];
}

function verdictColor(verdict: Alternative['verdict'], colors: Colors): (text: string) => string {
  return { 'at-least': colors.green, mixed: colors.yellow, lower: colors.yellow, unknown: colors.dim }[verdict];
}

function evidenceText(evidence: Alternative['evidence']): string {
  return evidence === noComparison ? noComparison : evidence.map(comparisonText).join('; ');
}

function comparisonText({ benchmark, setting, closedScore, openScore, difference }: Comparison): string {
  const name = setting === null ? benchmark : `${benchmark} (${setting})`;
  return `${name} ${closedScore} → ${openScore} (${difference > 0 ? '+' : ''}${difference})`;
}

function benchmarksText({ benchmarks }: CatalogRow): string {
  return benchmarks
    .map(
      ({ name, setting, score, date }) => `${name}${setting === null ? '' : ` (${setting})`} ${score}${date === null ? '' : `, ${date}`}`,
    )
    .join('; ');
}

function licenceText({ licence }: CatalogRow): string {
  if (licence === null) return 'not in the data';
  const meaning = { permissive: 'permissive', community: 'community, with conditions', research: 'research only', closed: 'closed' }[
    licence.class
  ];
  return `${licence.name ?? ''} (${meaning})`.trim();
}

function sizeText({ parameters, memory }: CatalogRow): string {
  const active = parameters?.active == null ? '' : `, ${parameters.active} active`;
  return `${parameters?.total ?? ''} B parameters${active}; about ${memory ?? ''} GB of memory at 4 bit`;
}

function pricesText(prices: readonly Price[], catalog: Catalog): string {
  const shown = prices
    .slice(0, mostPrices)
    .map((price) => `${catalog.vendors.get(price.vendor)?.name ?? price.vendor} ${priceText(price)}`);
  if (prices.length > mostPrices) shown.push(`${prices.length - mostPrices} more`);
  return shown.join('; ');
}

function priceText(price: Price | undefined): string {
  if (!price) return '-';
  return price.output === null ? `$${price.input}` : `$${price.input} / $${price.output}`;
}

function retirementText({ standing, shutdown, daysLeft, announced, replacement, checked }: DatedRetirement): string {
  const when =
    shutdown === null || daysLeft === null
      ? standing
      : daysLeft > 0
        ? `${standing}: requests fail from ${shutdown}, in ${daysLeft} days`
        : `${standing} since ${shutdown}`;
  const parts = [when, announced === null ? null : `announced ${announced}`, replacement === null ? null : `replaced by ${replacement}`];
  return `${parts.filter((part) => part !== null).join('; ')} (checked ${checked})`;
}

function answer(fact: boolean | null): string | null {
  if (fact === null) return null;
  return fact ? 'yes' : 'no';
}

function tokens(amount: number | null): string {
  return amount === null ? '-' : amount.toLocaleString('en-US');
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
