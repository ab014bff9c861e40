import { targetIds } from '../../catalog/names';
import { customTarget, joinOverrides, type CatalogOverrides } from '../../core/catalog/overrides';
import type { RewritePlan, RewriteRequest, SiteName } from '../../core/rewrite/plan';
import type { EngineService, ScanResult } from '../../workspace/service/engineService';
import type { fixFormats } from '../choices';
import type { Environment } from '../environment';
import { exitCodes, UsageError, type ExitCode } from '../exit';
import { fixJson, fixText, type FixOutcome } from '../fix/fixReport';
import { gitState } from '../fix/gitState';
import { EditRefusedError, prepareFile, replaceFile, type PreparedFile } from '../fix/writeFiles';
import { inputPath, type InputPath } from '../inputPath';
import { ownRows } from '../ownCatalog';
import { relativePath } from '../report/relativePath';
import { runScan, serviceOptions, type ScanOptions } from '../runScan';
import { SitePositions } from '../sitePositions';
import { colorsFor } from '../terminal/style';
import { tellProblems } from './scan';

export interface FixCommandOptions extends ScanOptions {
  readonly target: string;
  readonly model?: string;
  /** Of the target `custom`. */
  readonly baseUrl?: string;
  /** Of the target `custom`. */
  readonly keyVariable?: string;
  /** Gigabytes; of the machine behind a self-hosted target. */
  readonly memory: number;
  readonly style: RewriteRequest['style'];
  readonly format: (typeof fixFormats)[number];
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly includeRisky: boolean;
  readonly color: boolean;
  readonly verbose: boolean;
}

/** `openward fix`: moves closed call sites to a target. 1 when some were left where they are. */
export async function fixCommand(environment: Environment, path: string, options: FixCommandOptions): Promise<ExitCode> {
  const input = inputPath(path, environment.cwd);
  const overrides = await rowsFor(environment, input, options);
  const known = new Set([...targetIds, ...(overrides?.targets ?? []).map(({ id }) => id)]);
  if (!known.has(options.target)) throw new UsageError(unknownTarget(options.target, known));
  const service = environment.createService(serviceOptions(environment, options, overrides));
  try {
    const result = await runScan(environment, service, input, options);
    if (!options.quiet) tellProblems(environment, input.root, result, options.verbose);
    const lineOf = linesBefore(result);
    const plan = await planFor(service, result, options);
    const files = prepare(plan, input);
    if (!options.dryRun && files.length > 0) {
      checkVersioned(environment, files, input, options);
      apply(files, input);
    }
    report(environment, { root: input.root, target: options.target, plan, files, dryRun: options.dryRun, lineOf }, options);
    return plan.refused.length + plan.left.length > 0 ? exitCodes.findings : exitCodes.ok;
  } finally {
    await service.dispose();
  }
}

/** The user's own rows, with that of a custom target which the options describe. */
async function rowsFor(environment: Environment, input: InputPath, options: FixCommandOptions): Promise<CatalogOverrides | undefined> {
  const own = await ownRows(environment, input.root);
  const { target, baseUrl, keyVariable, model } = options;
  if (baseUrl === undefined && keyVariable === undefined) return own;
  if (target !== customTarget) throw new UsageError(`--base-url and --key-variable describe the target '${customTarget}', not '${target}'`);
  const { customTargetRow } = await environment.catalogs();
  const described = customTargetRow({
    ...(baseUrl !== undefined && { baseUrl }),
    ...(keyVariable !== undefined && { keyVariable }),
    ...(model !== undefined && { model }),
  });
  if ('fault' in described) throw new UsageError(`target '${customTarget}': ${described.fault}`);
  return joinOverrides([own ?? {}, described.overrides]);
}

function unknownTarget(target: string, known: ReadonlySet<string>): string {
  if (target !== customTarget) return `unknown target '${target}'; known: ${[...known, customTarget].join(', ')}`;
  return `target '${customTarget}' is yours to describe: --base-url URL --model ID [--key-variable NAME], or a row with that id in .openward/catalog.json`;
}

function planFor(service: EngineService, result: ScanResult, options: FixCommandOptions): Promise<RewritePlan> {
  const known = result.files.map(({ file }) => file);
  const files = result.files.filter(({ callSites }) => callSites.some((site) => site.openness === 'closed')).map(({ file }) => file);
  const { target, model, memory, style, includeRisky } = options;
  if (files.length === 0)
    return Promise.resolve({
      title: '',
      steps: [],
      files: [],
      models: [],
      moved: [],
      warnings: [],
      refused: [],
      left: [],
      changesResults: false,
    });
  return service.plan({ files, related: known, target, style, safeOnly: !includeRisky, memory, ...(model !== undefined && { model }) });
}

/** Checks every file before the first is written. */
function prepare(plan: RewritePlan, input: InputPath): PreparedFile[] {
  return explained(input, 'nothing was rewritten', () => plan.files.filter(({ edits }) => edits.length > 0).map(prepareFile));
}

function apply(files: readonly PreparedFile[], input: InputPath): void {
  let written = 0;
  for (const file of files) {
    const before = written === 0 ? 'nothing was rewritten' : `${written} of ${files.length} files were rewritten before`;
    explained(input, before, () => replaceFile(file));
    written++;
  }
}

/** Turns a refused edit into the line that the user sees. */
function explained<T>(input: InputPath, soFar: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof EditRefusedError)) throw error;
    throw new UsageError(`cannot rewrite ${relativePath(input.root, error.file)}: ${error.reason}; ${soFar}`);
  }
}

/** Whatever a rewrite changes must be easy to take back. */
function checkVersioned(environment: Environment, files: readonly PreparedFile[], input: InputPath, options: FixCommandOptions): void {
  const state = gitState(files.map(({ file }) => file));
  switch (state.kind) {
    case 'clean':
      if (!options.quiet && state.ignored.length > 0) {
        const names = state.ignored.map((file) => relativePath(input.root, file)).join(', ');
        environment.stderr.write(`openward: note: git ignores ${names}, so it cannot take back what changes there\n`);
      }
      return;
    case 'not-versioned':
      if (!options.quiet)
        environment.stderr.write('openward: note: these files are not in a git repository, so git cannot take the rewrite back\n');
      return;
    case 'dirty': {
      if (options.force) return;
      const names = state.files.map((file) => relativePath(input.root, file)).join(', ');
      throw new UsageError(`uncommitted changes in ${names}; commit or stash them first, or use --force`);
    }
  }
}

function report(environment: Environment, outcome: FixOutcome, options: FixCommandOptions): void {
  if (options.format === 'json') {
    environment.stdout.write(fixJson(outcome));
    return;
  }
  const { stdout, stderr } = fixText(outcome, colorsFor(environment, environment.stdout, options.color));
  environment.stdout.write(stdout);
  if (!options.quiet) environment.stderr.write(stderr);
}

/** Where the call sites are now: after the rewrite their lines are others. */
function linesBefore(result: ScanResult): FixOutcome['lineOf'] {
  const positions = new SitePositions();
  const lines = new Map<string, number>();
  const key = (entry: SiteName): string => `${entry.fingerprint}\n${entry.file}`;
  for (const site of result.files.flatMap(({ callSites }) => callSites))
    lines.set(key(site), positions.of(site.file, site.range).start.line);
  return (entry) => lines.get(key(entry));
}
