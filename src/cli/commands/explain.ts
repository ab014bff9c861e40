import type { AcceptedCallSite, CallSite } from '../../core/callSite';
import type { Catalog } from '../../core/catalog/catalog';
import { retirementMessage } from '../../core/retirement/message';
import type { Day } from '../../core/retirement/standing';
import type { Environment } from '../environment';
import { exitCodes, UsageError, type ExitCode } from '../exit';
import { inputPath } from '../inputPath';
import { ownRows } from '../ownCatalog';
import { cellPlace } from '../report/cellPlace';
import { relativePath } from '../report/relativePath';
import { runScan, serviceOptions, type ScanOptions } from '../runScan';
import { SitePositions } from '../sitePositions';
import { columns, type Cell } from '../terminal/columns';
import { printable } from '../terminal/printable';
import { colorsFor, opennessColor, type Colors } from '../terminal/style';

export interface ExplainCommandOptions extends ScanOptions {
  readonly color: boolean;
}

/** `openward explain`: tells all that is known of the call sites on one line. 1 when there is none. */
export async function explainCommand(environment: Environment, place: string, options: ExplainCommandOptions): Promise<ExitCode> {
  const match = /^(.+?):(\d+)(?::\d+)?$/.exec(place);
  const [, path, digits] = match ?? [];
  if (path === undefined) throw new UsageError(`'${place}' names no line; write <file>:<line>`);
  const line = Number(digits);
  const input = inputPath(path, environment.cwd);
  if (input.path === input.root) throw new UsageError(`${path} is a folder; write <file>:<line>`);
  const overrides = await ownRows(environment, input.root);
  const service = environment.createService(serviceOptions(environment, options, overrides));
  try {
    const result = await runScan(environment, service, input, options);
    const sites: readonly (CallSite | AcceptedCallSite)[] = result.files.flatMap((analysis) => [
      ...analysis.callSites,
      ...analysis.accepted,
    ]);
    const positions = new SitePositions();
    const placed = sites.map((site) => ({ site, position: positions.of(site.file, site.range) }));
    const here = placed.filter(({ position }) => position.start.line <= line && line <= position.end.line);
    if (here.length === 0) {
      const lines = [...new Set(placed.map(({ position }) => position.start.line))].sort((a, b) => a - b);
      const others = lines.length > 0 ? `call sites of this file: ${lines.join(', ')}` : 'this file has none';
      environment.stderr.write(`openward: no call site on line ${line}; ${others}\n`);
      return exitCodes.findings;
    }
    const catalog = (await environment.catalogs()).catalogWith(overrides);
    const colors = colorsFor(environment, environment.stdout, options.color);
    const blocks = here.map(({ site, position }) => {
      const title = `${printable(relativePath(environment.cwd, site.file))}:${position.start.line}:${position.start.column}${site.cell ? ` (${cellPlace(site.cell)})` : ''}`;
      return [
        colors.underline(title),
        ...columns(details(site, catalog, colors, { cwd: environment.cwd, today: environment.today })).map((row) => `  ${row}`),
        `  ${printable(site.message)}`,
      ].join('\n');
    });
    environment.stdout.write(`${blocks.join('\n\n')}\n`);
    return exitCodes.ok;
  } finally {
    await service.dispose();
  }
}

const endpointSources: Readonly<Record<CallSite['endpoint']['source'], string>> = {
  default: "the SDK's default",
  literal: 'written in the code',
  environment: 'from the environment',
  unknown: 'the code does not decide it',
};

type Row = readonly [label: string, value: string, paint?: (text: string) => string];

function retirementRow({ model, retirement }: CallSite, today: Day): Row[] {
  if (model === null || !retirement) return [];
  return [['Retirement', `${retirementMessage(model, retirement, today)} ${retirement.source}`]];
}

function details(
  site: CallSite | AcceptedCallSite,
  catalog: Catalog,
  colors: Colors,
  { cwd, today }: Pick<Environment, 'cwd' | 'today'>,
): Cell[][] {
  const model = site.model === null ? undefined : catalog.model(site.model, site.vendor);
  const { url, source, variable, file } = site.endpoint;
  const decidedBy = [variable, file === undefined ? undefined : relativePath(cwd, file)].filter((part) => part !== undefined).join(' in ');
  const rows: Row[] = [
    ['Kind', `${site.kind}${site.surface === null ? '' : `, ${site.surface}`}`],
    ['Vendor', catalog.vendors.get(site.vendor)?.name ?? site.vendor],
    ['SDK', site.sdk],
    ['Endpoint', `${url ?? '-'} (${endpointSources[source]}${decidedBy === '' ? '' : `, ${decidedBy}`})`],
    [
      'Model',
      `${site.model ?? '-'}${model ? ` (${[model.name, model.lab, `weights ${model.weights}`].filter((part) => part !== null).join(', ')})` : ''}`,
    ],
    ...retirementRow(site, today),
    ['Openness', site.openness, opennessColor(colors, site.openness)],
    ['Portability', `${site.portability}${site.portabilityReason === undefined ? '' : ` (${site.portabilityReason})`}`],
    ['Fingerprint', site.fingerprint],
  ];
  if ('reason' in site) rows.push(['Accepted', site.reason === '' ? 'yes, without a reason' : site.reason]);
  return rows.map(([label, value, paint]) => [
    { text: label, paint: colors.dim },
    { text: printable(value), ...(paint && { paint }) },
  ]);
}
