import type { CallSite, FileAnalysis } from '../../core/callSite';
import { exposureOf, type Exposure } from '../../core/exposure/exposure';
import { compareRetirements, retirementState, type Day } from '../../core/retirement/standing';
import type {
  ConfigurationCounts,
  FileRow,
  LastScan,
  ModelRow,
  OpennessCounts,
  OverviewState,
  RetirementRow,
  ScanStatus,
  VendorRow,
} from '../../panel/protocol';
import type { ScanState } from '../scanner';

/** What a snapshot is made of; the names come as functions, so that this file needs neither VS Code nor the catalog. */
export interface OverviewInput {
  readonly analyses: readonly FileAnalysis[];
  readonly scan: ScanState;
  /** False when no folder on disk is open. */
  readonly canScan: boolean;
  /** What retirements are compared with. */
  readonly today: Day;
  /** Name of the target that rewrites go to. */
  readonly target: string;
  readonly vendorName: (vendor: string) => string;
  /** A file's path as people read it, forward slashes. */
  readonly pathOf: (file: string) => string;
}

/** Builds the panel's snapshot. Pure: equal input gives equal output. */
export function overviewState(input: OverviewInput): OverviewState {
  const sites = input.analyses.flatMap((analysis) => analysis.callSites);
  const exposure = exposureOf(sites);
  return {
    scan: scanStatus(input),
    lastScan: lastScan(input.scan),
    target: input.target,
    callSites: exposure.callSites,
    accepted: input.analyses.reduce((total, analysis) => total + analysis.accepted.length, 0),
    openness: exposure.openness,
    closedShare: exposure.closedShare,
    concentration: exposure.concentration,
    portability: exposure.portability,
    vendors: exposure.vendors.map(({ vendor }) => vendorRow(vendor, input.vendorName(vendor), sites)),
    models: modelRows(sites, input.vendorName),
    undecidedModels: sites.filter((site) => site.inference && site.model === null).length,
    retirements: retirementRows(exposure, input),
    configuration: configurationCounts(input.analyses),
    files: input.analyses
      .filter((analysis) => analysis.callSites.length > 0)
      .map((analysis) => fileRow(analysis, input.pathOf(analysis.file)))
      .sort((a, b) => compare(a.path, b.path)),
  };
}

/** The call site at which the panel opens a file: the first closed one, else the first. */
export function firstCallSite(analysis: FileAnalysis): CallSite | undefined {
  const inOrder = [...analysis.callSites].sort((a, b) => a.range.start - b.range.start);
  return inOrder.find((site) => site.openness === 'closed') ?? inOrder[0];
}

/** The call sites behind a row of the timeline, in the order of their files and places. */
export function retirementSites(analyses: readonly FileAnalysis[], id: string): CallSite[] {
  return analyses
    .flatMap((analysis) => [...analysis.callSites].sort((a, b) => a.range.start - b.range.start))
    .filter((site) => site.retirement !== undefined && site.model !== null && retirementId(site.vendor, site.model) === id);
}

function retirementRows({ retirements }: Exposure, { today, vendorName }: OverviewInput): RetirementRow[] {
  return retirements
    .map((row) => ({ row, state: retirementState(row, today) }))
    .sort((a, b) => compareRetirements(a.state, b.state))
    .map(({ row: { model, vendor, shutdown, replacement, checked, callSites }, state }) => ({
      id: retirementId(vendor, model),
      model,
      vendorName: vendorName(vendor),
      ...state,
      shutdown,
      replacement,
      checked,
      callSites,
    }));
}

function configurationCounts(analyses: readonly FileAnalysis[]): ConfigurationCounts {
  const counts = { dependency: 0, credential: 0, setting: 0, files: 0 };
  for (const { configuration } of analyses) {
    for (const { kind } of configuration) counts[kind]++;
    if (configuration.length > 0) counts.files++;
  }
  return counts;
}

function retirementId(vendor: string, model: string): string {
  return JSON.stringify([vendor, model]);
}

function scanStatus({ scan, canScan }: OverviewInput): ScanStatus {
  if (scan.running) return { kind: 'scanning', ...scan.running };
  if (scan.failure !== undefined) return { kind: 'error', message: withoutErrorName(scan.failure) };
  return canScan ? { kind: 'idle' } : { kind: 'no-folder' };
}

/** `TypeError [CODE]: text` as `text`: what kind of error it was helps only in the log. */
function withoutErrorName(failure: string): string {
  return failure.replace(/^\w*Error(?: \[\w+\])?: /, '');
}

function lastScan({ last }: ScanState): LastScan | null {
  return last ? { at: last.at, files: last.result.stats.files, cancelled: last.result.cancelled } : null;
}

function countOpenness(sites: readonly CallSite[]): OpennessCounts {
  return exposureOf(sites).openness;
}

function vendorRow(id: string, name: string, all: readonly CallSite[]): VendorRow {
  const sites = all.filter((site) => site.vendor === id);
  return { id, name, callSites: sites.length, openness: countOpenness(sites) };
}

function fileRow(analysis: FileAnalysis, path: string): FileRow {
  return { file: analysis.file, path, callSites: analysis.callSites.length, openness: countOpenness(analysis.callSites) };
}

/** One row for each model at each vendor: the same open weights can be served by two, and a carrier serves both kinds. */
function modelRows(sites: readonly CallSite[], vendorName: (vendor: string) => string): ModelRow[] {
  const rows = new Map<string, { row: Omit<ModelRow, 'callSites'>; callSites: number }>();
  for (const { model, vendor, openness } of sites) {
    if (model === null) continue;
    const key = JSON.stringify([model, vendor, openness]);
    const entry = rows.get(key) ?? { row: { model, vendorName: vendorName(vendor), openness }, callSites: 0 };
    rows.set(key, entry);
    entry.callSites++;
  }
  return [...rows.values()]
    .map(({ row, callSites }) => ({ ...row, callSites }))
    .sort((a, b) => b.callSites - a.callSites || compare(a.model, b.model) || compare(a.vendorName, b.vendorName));
}

/** Code unit order: the same on every machine, unlike a locale's. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
