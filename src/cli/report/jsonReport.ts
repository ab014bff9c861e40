import type { CallSite, CallSiteKind, Endpoint, Openness, Portability } from '../../core/callSite';
import type { Retirement } from '../../core/catalog/catalog';
import { exposureOf, type Exposure } from '../../core/exposure/exposure';
import { retirementState, type Day, type Standing } from '../../core/retirement/standing';
import { jsonConfiguration, type JsonConfigurationFinding } from './jsonConfiguration';
import { relativePath } from './relativePath';
import type { ReportInput } from './reportInput';

/** A finding of the JSON report. Lines and columns are 1-based; `file` is relative to the root with forward slashes. */
export interface JsonFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** In a notebook: the cell, 0-based among all cells. */
  readonly cell?: number;
  /** In a notebook: the 1-based line of the cell's source that the finding starts on. */
  readonly cellLine?: number;
  readonly kind: CallSiteKind;
  readonly vendor: string;
  /** Only configuration has names of its own. */
  readonly name: null;
  readonly sdk: string;
  readonly surface: string | null;
  readonly model: string | null;
  /** Only where the vendor retires the model. */
  readonly retirement?: JsonRetirement;
  readonly openness: Openness;
  readonly portability: Portability;
  readonly inference: boolean;
  readonly endpoint: {
    readonly url: string | null;
    readonly source: CallSite['endpoint']['source'];
    readonly variable: string | null;
    readonly file: string | null;
  };
  readonly message: string;
  readonly fingerprint: string;
}

/** What a retirement means on the day of the report. Dates are ISO dates. */
export interface JsonRetirement {
  readonly status: Standing;
  /** 0 or less once requests fail; null where no date is announced. */
  readonly daysLeft: number | null;
  readonly announced: string | null;
  readonly shutdown: string | null;
  readonly replacement: string | null;
  readonly source: string;
  readonly checked: string;
}

/** The JSON report, version 1 (DESIGN §5). Fields may be added; none is renamed or removed without a new version. */
export interface JsonReport {
  readonly version: 1;
  readonly tool: { readonly name: 'openward'; readonly version: string; readonly catalog: string };
  readonly root: string;
  /** Call sites, then what configuration says. */
  readonly findings: readonly (JsonFinding | JsonConfigurationFinding)[];
  readonly exposure: Exposure;
  readonly errors: readonly { readonly file: string; readonly message: string }[];
  readonly stats: { readonly files: number; readonly parsed: number; readonly bytes: number; readonly ms: number };
}

/** Builds the report: accepted call sites are no findings. */
export function jsonReport(input: ReportInput): JsonReport {
  const { root, result, toolVersion, catalogVersion } = input;
  const sites = result.files.flatMap((analysis) => analysis.callSites);
  const { files, parsed, bytes, milliseconds } = result.stats;
  return {
    version: 1,
    tool: { name: 'openward', version: toolVersion, catalog: catalogVersion },
    root,
    findings: [
      ...sites.map((site) => jsonFinding(input, site)),
      ...result.files.flatMap((analysis) => analysis.configuration).map((finding) => jsonConfiguration(input, finding)),
    ],
    exposure: exposureOf(sites),
    errors: result.errors.map(({ file, message }) => ({ file: relativePath(root, file), message })),
    stats: { files, parsed, bytes, ms: milliseconds },
  };
}

function jsonFinding({ root, positions, today }: ReportInput, site: CallSite): JsonFinding {
  const { start, end } = positions.of(site.file, site.range);
  return {
    file: relativePath(root, site.file),
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...(site.cell && { cell: site.cell.index, cellLine: site.cell.line }),
    kind: site.kind,
    vendor: site.vendor,
    name: null,
    sdk: site.sdk,
    surface: site.surface,
    model: site.model,
    ...(site.retirement && { retirement: jsonRetirement(site.retirement, today) }),
    openness: site.openness,
    portability: site.portability,
    inference: site.inference,
    endpoint: endpointOf(root, site.endpoint),
    message: site.message,
    fingerprint: site.fingerprint,
  };
}

function endpointOf(root: string, { url, source, variable, file }: Endpoint): JsonFinding['endpoint'] {
  return { url, source, variable: variable ?? null, file: file === undefined ? null : relativePath(root, file) };
}

function jsonRetirement(retirement: Retirement, today: Day): JsonRetirement {
  const { announced, shutdown, replacement, source, checked } = retirement;
  const { standing, daysLeft } = retirementState(retirement, today);
  return { status: standing, daysLeft, announced, shutdown, replacement, source, checked };
}

export function renderJson(input: ReportInput): string {
  return `${JSON.stringify(jsonReport(input), null, 2)}\n`;
}
