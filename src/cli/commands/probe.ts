import { ProbeError } from '../../probe/answer';
import type { TargetRow } from '../../core/catalog/catalog';
import { customTarget } from '../../core/catalog/overrides';
import { probe, type CheckResult, type ProbeReport } from '../../probe/probe';
import type { probeFormats } from '../choices';
import type { Environment } from '../environment';
import { exitCodes, InterruptedError, UsageError, type ExitCode } from '../exit';
import { columns, type Cell } from '../terminal/columns';
import { printable } from '../terminal/printable';
import { colorsFor, type Colors } from '../terminal/style';

export interface ProbeCommandOptions {
  readonly baseUrl?: string;
  readonly keyVariable?: string;
  readonly model?: string;
  /** Seconds. */
  readonly timeout: number;
  readonly format: (typeof probeFormats)[number];
  readonly color: boolean;
  readonly quiet: boolean;
}

/** `openward probe`: asks a target what it serves. 1 when it can't be asked, or lacks something. */
export async function probeCommand(environment: Environment, name: string, options: ProbeCommandOptions): Promise<ExitCode> {
  const { stdout, stderr, signal, variables } = environment;
  // The workspace's own rows do not count here: a repository must not decide where a key is sent.
  const target = await targetOf(environment, name, options);
  const baseUrl = options.baseUrl ?? (variables[target.baseUrlVariable] || target.baseUrls.openai);
  if (baseUrl === undefined || !/^https?:\/\//i.test(baseUrl) || !URL.canParse(baseUrl)) {
    throw new UsageError(`'${printable(baseUrl ?? '')}' is no base URL; it begins with http:// or https://`);
  }
  const watched = stderr.isTTY === true && !options.quiet;
  try {
    const report = await probe(target, {
      baseUrl,
      key: variables[options.keyVariable ?? target.keyVariable] || target.keyPlaceholder,
      timeout: options.timeout * 1000,
      signal,
      ...(options.model !== undefined && { model: options.model }),
      ...(watched && { onProgress: (what: string) => void stderr.write(`\r\u001b[2KAsking for ${what} …`) }),
    });
    if (watched) stderr.write('\r\u001b[2K');
    stdout.write(
      options.format === 'json'
        ? `${JSON.stringify(report, null, 2)}\n`
        : rendered(report, target.name, colorsFor(environment, stdout, options.color)),
    );
    return report.checks.some(({ state }) => state === 'fails') ? exitCodes.findings : exitCodes.ok;
  } catch (error) {
    if (watched) stderr.write('\r\u001b[2K');
    if (signal.aborted) throw new InterruptedError('interrupted');
    if (!(error instanceof ProbeError)) throw error;
    stderr.write(`openward: ${printable(error.message)}\n`);
    return exitCodes.findings;
  }
}

async function targetOf({ catalogs }: Environment, name: string, { baseUrl, keyVariable, model }: ProbeCommandOptions): Promise<TargetRow> {
  const { catalogWith, customTargetRow } = await catalogs();
  const { targets } = catalogWith(undefined);
  const known = targets.get(name);
  if (known) return known;
  if (name !== customTarget) throw new UsageError(`no target '${printable(name)}'; known: ${[...targets.keys(), customTarget].join(', ')}`);
  if (baseUrl === undefined) throw new UsageError(`target '${customTarget}' is yours to describe: --base-url URL [--key-variable NAME]`);
  // Which model it serves is what is to be found out.
  const described = customTargetRow({ baseUrl, model: model ?? customTarget, ...(keyVariable !== undefined && { keyVariable }) });
  if ('fault' in described) throw new UsageError(`target '${customTarget}': ${printable(described.fault)}`);
  const row = catalogWith(described.overrides).targets.get(customTarget);
  if (!row) throw new UsageError(`no target '${customTarget}'`);
  return row;
}

const words: Readonly<Record<CheckResult['state'], string>> = { works: 'works', fails: 'fails', 'not-asked': 'not asked' };

function rendered({ baseUrl, models, checks }: ProbeReport, name: string, colors: Colors): string {
  const rows = checks.map(({ title, state, model, detail }): Cell[] => [
    { text: title },
    { text: words[state], paint: state === 'works' ? colors.green : state === 'fails' ? colors.red : colors.dim },
    { text: printable([model, detail].filter((part) => part !== null && part !== '').join(': ')) },
  ]);
  const list = models.length === 0 ? ['none'] : models.map((id) => printable(id));
  return [`${name} at ${printable(baseUrl)}`, ...columns(rows).map((row) => `  ${row}`), `Models: ${list.join(', ')}`, ''].join('\n');
}
