import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { catalogVersion, vendorNames } from '../../catalog/names';
import type { CallSite } from '../../core/callSite';
import { retirementState, type Day, type Standing } from '../../core/retirement/standing';
import { describeFileError } from '../../workspace/files/fileErrors';
import type { ScanError, ScanResult } from '../../workspace/service/engineService';
import type { Environment } from '../environment';
import { exitCodes, UsageError, type ExitCode } from '../exit';
import { inputPath } from '../inputPath';
import { ownRows } from '../ownCatalog';
import { relativePath } from '../report/relativePath';
import type { ReportInput } from '../report/reportInput';
import { reporters } from '../report/reporter';
import { runScan, serviceOptions, type ScanOptions } from '../runScan';
import { SitePositions } from '../sitePositions';
import { count } from '../terminal/columns';
import { printable } from '../terminal/printable';
import { colorsFor } from '../terminal/style';

/** What makes a scan fail, by name: the call sites that count on a day. */
export const thresholds: Readonly<Record<string, (site: CallSite, today: Day) => boolean>> = {
  none: () => false,
  closed: (site) => site.openness === 'closed',
  unknown: (site) => site.openness === 'closed' || site.openness === 'unknown',
  retired: (site, today) => standingOf(site, today) === 'retired',
  retiring: (site, today) => ['retired', 'retiring'].includes(standingOf(site, today) ?? ''),
};

function standingOf({ retirement }: CallSite, today: Day): Standing | undefined {
  return retirement && retirementState(retirement, today).standing;
}

export interface ScanCommandOptions extends ScanOptions {
  readonly format: string;
  readonly failOn: string;
  readonly output?: string;
  readonly color: boolean;
  readonly verbose: boolean;
}

/** `openward scan`: reports the call sites of a folder or file. */
export async function scanCommand(environment: Environment, path: string, options: ScanCommandOptions): Promise<ExitCode> {
  const reporter = reporters[options.format];
  const counts = thresholds[options.failOn];
  if (!reporter || !counts) throw new UsageError(`unknown format or threshold`);
  const input = inputPath(path, environment.cwd);
  const overrides = await ownRows(environment, input.root);
  const service = environment.createService(serviceOptions(environment, options, overrides));
  let result: ScanResult;
  try {
    result = await runScan(environment, service, input, options);
  } finally {
    await service.dispose();
  }
  // For a report in a file no stream is opened.
  const shown = options.output === undefined ? environment.stdout : undefined;
  const report: ReportInput = {
    root: input.root,
    result,
    positions: new SitePositions(result.files),
    toolVersion: environment.version,
    catalogVersion: overrides ? `${catalogVersion}+own` : catalogVersion,
    today: environment.today,
    vendorName: (id) => overrides?.vendors?.find((row) => row.id === id)?.name ?? vendorNames.get(id) ?? id,
    colors: colorsFor(environment, shown, options.color),
    width: shown?.isTTY === true ? shown.columns : undefined,
  };
  write(environment, options.output, reporter.render(report));
  if (!options.quiet) tellProblems(environment, input.root, result, options.verbose);
  return result.files.some((analysis) => analysis.callSites.some((site) => counts(site, environment.today)))
    ? exitCodes.findings
    : exitCodes.ok;
}

function write(environment: Environment, output: string | undefined, text: string): void {
  if (output === undefined) {
    environment.stdout.write(text);
    return;
  }
  try {
    writeFileSync(resolve(environment.cwd, output), text);
  } catch (error) {
    throw new UsageError(`cannot write ${output}: ${describeFileError(error)}`);
  }
}

/** What could not be read, one line each on the error stream; what was passed over only when asked. */
export function tellProblems(environment: Environment, root: string, result: ScanResult, verbose: boolean): void {
  const tell = ({ file, message }: ScanError): unknown =>
    environment.stderr.write(`openward: ${printable(relativePath(root, file))}: ${printable(message)}\n`);
  const notes = result.notes ?? [];
  result.errors.forEach(tell);
  if (verbose) notes.forEach(tell);
  else if (notes.length > 0)
    environment.stderr.write(`openward: ${count(notes.length, 'note')} on files passed over or read in part; --verbose shows them\n`);
}
