import { opennessLevels, type CallSite, type FileAnalysis } from '../../core/callSite';
import type { ConfigurationFinding } from '../../core/configuration/finding';
import { exposureOf, type Exposure } from '../../core/exposure/exposure';
import { retirementMessage } from '../../core/retirement/message';
import { compareRetirements, retirementState, type Day, type Standing } from '../../core/retirement/standing';
import { cellPlace } from './cellPlace';
import { columns, count, type Cell } from '../terminal/columns';
import { printable } from '../terminal/printable';
import { opennessColor } from '../terminal/style';
import { configurationCounts, configurationSection } from './configurationText';
import { relativePath } from './relativePath';
import type { ReportInput } from './reportInput';

/** The report for people: call sites by file, what configuration says, then what it adds up to. */
export function renderText(input: ReportInput): string {
  const files = input.result.files.filter((analysis) => analysis.callSites.length > 0);
  const sites = files.flatMap((analysis) => analysis.callSites);
  const accepted = input.result.files.reduce((total, analysis) => total + analysis.accepted.length, 0);
  const configuration = input.result.files.flatMap((analysis) => analysis.configuration);
  const sections = [...files.map((analysis) => fileSection(input, analysis)), configurationSection(input, configuration) ?? []].flat();
  return `${[...sections, summary(input, sites, accepted, configuration)].join('\n\n')}\n`;
}

function fileSection(input: ReportInput, analysis: FileAnalysis): string {
  const { colors } = input;
  const rows = analysis.callSites
    .toSorted((a, b) => a.range.start - b.range.start)
    .map((site): Cell[] => {
      const { line, column } = input.positions.of(site.file, site.range).start;
      return [
        { text: site.cell ? cellPlace(site.cell) : `${line}:${column}`, paint: colors.dim, align: 'right' },
        { text: site.openness, paint: opennessColor(colors, site.openness) },
        { text: printable(site.vendor) },
        { text: printable(modelText(site, input.today)) },
        { text: printable(site.message), paint: colors.dim },
      ];
    });
  return [
    colors.underline(printable(relativePath(input.root, analysis.file))),
    ...columns(rows, input.width && input.width - 2).map((line) => `  ${line}`),
  ].join('\n');
}

function modelText({ model, retirement }: CallSite, today: Day): string {
  if (model === null || !retirement) return model ?? '-';
  const { standing } = retirementState(retirement, today);
  const end = standing === 'retired' || retirement.shutdown === null ? standing : `until ${retirement.shutdown}`;
  return `${model} (${end})`;
}

function summary(input: ReportInput, sites: readonly CallSite[], accepted: number, configuration: readonly ConfigurationFinding[]): string {
  const { colors, result } = input;
  const scanned = `Scanned ${count(result.stats.files, 'file')} in ${(result.stats.milliseconds / 1000).toFixed(1)} s.`;
  const acceptedNote = accepted > 0 ? `${count(accepted, 'call site')} accepted by comment.` : '';
  const apart = configuration.length > 0 ? configurationCounts(configuration) : '';
  if (sites.length === 0)
    return [`No call sites found.`, acceptedNote, apart === '' ? '' : `Configuration: ${apart}.`, colors.dim(scanned)]
      .filter((line) => line !== '')
      .join('\n');
  const exposure = exposureOf(sites);
  const head = `${count(sites.length, 'call site')} in ${count(new Set(sites.map((site) => site.file)).size, 'file')}${accepted > 0 ? `, ${accepted} more accepted by comment` : ''}`;
  const rows = exposureRows(input, exposure).map(([label, value]): Cell[] => [{ text: label, paint: colors.dim }, { text: value }]);
  if (apart !== '') rows.push([{ text: 'Configuration', paint: colors.dim }, { text: apart }]);
  const lines = columns([...rows, ...retirementRows(input, exposure)], input.width && input.width - 2);
  return [colors.bold(head), ...lines.map((line) => `  ${line}`), colors.dim(scanned)].join('\n');
}

const retirementLabels: Readonly<Record<Standing, string>> = { retired: 'Retired', retiring: 'Retiring', deprecated: 'Deprecated' };

/** What stops being served, the next first: one line a model, with the page that says so. */
function retirementRows({ colors, today, vendorName }: ReportInput, { retirements }: Exposure): Cell[][] {
  const paints: Readonly<Record<Standing, (text: string) => string>> = {
    retired: colors.red,
    retiring: colors.yellow,
    deprecated: colors.dim,
  };
  return retirements
    .map((row) => ({ row, state: retirementState(row, today) }))
    .sort((a, b) => compareRetirements(a.state, b.state))
    .map(({ row, state: { standing } }) => [
      { text: retirementLabels[standing], paint: paints[standing] },
      {
        text: printable(
          `${retirementMessage(row.model, { ...row, vendorName: vendorName(row.retiredBy) }, today)} ${count(row.callSites, 'call site')}. ${row.source}`,
        ),
      },
    ]);
}

function exposureRows(input: ReportInput, exposure: Exposure): [label: string, value: string][] {
  const { closed } = exposure.openness;
  const decided = exposure.callSites - exposure.openness.unknown;
  const share = exposure.closedShare === null ? 'not decidable' : `${percent(exposure.closedShare)} (${closed} of ${decided} decided)`;
  const rows: [string, string][] = [
    ['Closed share', share],
    ['Openness', mix(opennessLevels.map((level) => [level, exposure.openness[level]]))],
    ['Vendors', mix(exposure.vendors.map((row) => [printable(input.vendorName(row.vendor)), row.callSites]))],
  ];
  if (closed > 0) rows.push(['Portability', mix(Object.entries(exposure.portability))]);
  if (exposure.concentration !== null) rows.push(['Concentration', `${exposure.concentration.toFixed(2)} (1 is a single closed vendor)`]);
  return rows;
}

function mix(parts: readonly (readonly [name: string, amount: number])[]): string {
  return parts
    .filter(([, amount]) => amount > 0)
    .map(([name, amount]) => `${amount} ${name}`)
    .join(', ');
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
