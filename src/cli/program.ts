import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { knownTargets } from '../catalog/names';
import { defaultMaxFileBytes } from '../workspace/service/client';
import { endpointStyles } from '../core/rewrite/plan';
import { catalogFormats, fixFormats, probeFormats } from './choices';
import { catalogCommand, type CatalogCommandOptions } from './commands/catalog';
import { explainCommand, type ExplainCommandOptions } from './commands/explain';
import { fixCommand, type FixCommandOptions } from './commands/fix';
import { probeCommand, type ProbeCommandOptions } from './commands/probe';
import { scanCommand, thresholds, type ScanCommandOptions } from './commands/scan';
import type { Environment } from './environment';
import { exitCodes, InterruptedError, UsageError } from './exit';
import { reporters } from './report/reporter';

/**
 * Runs the command line. Never throws; what goes wrong is one line on the error stream.
 * @param argv arguments after the program's name
 * @returns the exit code
 */
export async function runCli(argv: readonly string[], environment: Environment): Promise<number> {
  let code: number = exitCodes.ok;
  const program = buildProgram(environment, (result) => (code = result));
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return failure(error, program, environment);
  }
}

function failure(error: unknown, program: Command, environment: Environment): number {
  const tell = (message: string): unknown => environment.stderr.write(`openward: ${message}\n`);
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.ok;
    const known =
      error.code === 'commander.unknownCommand' ? `; known: ${program.commands.map((command) => command.name()).join(', ')}` : '';
    tell(`${error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ')}${known}`);
    return exitCodes.usage;
  }
  if (error instanceof UsageError) {
    tell(error.message);
    return exitCodes.usage;
  }
  if (error instanceof InterruptedError) {
    tell(error.message);
    return exitCodes.interrupted;
  }
  // A bug of ours: the stack is what a report of it needs.
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return exitCodes.usage;
}

function buildProgram(environment: Environment, done: (code: number) => void): Command {
  const program = new Command('openward')
    .description('See where your code depends on closed AI vendors, and move it to open weights.')
    .version(environment.version, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => environment.stdout.write(text),
      writeErr: (text) => environment.stderr.write(text),
      // Errors are thrown as well, and told once, in `failure`.
      outputError: () => undefined,
      getOutHasColors: () => false,
    })
    .addHelpText(
      'after',
      `
Examples:
  openward scan                              what the current folder depends on
  openward scan src --format json            the same for programs
  openward scan --fail-on closed             exit code 1 when a call site is closed, for CI
  openward fix --target ollama --dry-run     what moving to Ollama would change, as a diff
  openward explain src/llm.ts:12             all that is known of one call site
  openward catalog gpt-4o --memory 24        open models in its place that fit into 24 GB
  openward probe ollama                      what the server there really serves

Exit codes: 0 nothing above the threshold, 1 findings above it or call sites left behind, 2 wrong use or unreadable input.`,
    );

  shared(program.command('scan').argument('[path]', 'folder or file', '.').description('report call sites and where they go'))
    .addOption(new Option('--format <name>', 'how to report').choices(Object.keys(reporters)).default('text'))
    .addOption(
      new Option(
        '--fail-on <what>',
        'exit with 1 when there is a call site that is closed; closed or unknown; whose model is retired; retired or soon to be',
      )
        .choices(Object.keys(thresholds))
        .default('none'),
    )
    .option('--no-configuration', 'leave out manifests and configuration files (dependencies, credentials, settings)')
    .option('--output <file>', 'write the report to a file')
    .action(async (path: string, options: ScanCommandOptions) => done(await scanCommand(environment, path, options)));

  shared(program.command('fix').argument('[path]', 'folder or file', '.').description('move closed call sites to an open-weight target'))
    .requiredOption('--target <name>', `where to: ${knownTargets.join(', ')}`)
    .option('--model <id>', "model id in the target's spelling; by default the open alternative that the target serves")
    .option('--memory <gigabytes>', 'memory of the machine behind a self-hosted target: the model must fit into it', parsePositive, 24)
    .option('--base-url <url>', 'of the target custom: your own endpoint')
    .option('--key-variable <name>', 'of the target custom: the environment variable with its key')
    .addOption(
      new Option(
        '--style <name>',
        'have code read base URL and key from the environment; write them as literals; or set them in .env and leave the code alone',
      )
        .choices(endpointStyles)
        .default('environment'),
    )
    .option('--dry-run', 'print a unified diff and change nothing', false)
    .addOption(new Option('--format <name>', 'how to report').choices(fixFormats).default('text'))
    .option('--include-risky', 'also move call sites whose results can change (embeddings, structured output, images)', false)
    .option('--force', 'also rewrite files with uncommitted changes', false)
    .action(async (path: string, options: FixCommandOptions) => done(await fixCommand(environment, path, options)));

  shared(
    program.command('explain').argument('<file:line>', 'a line of a source file').description('tell all that is known of a call site'),
  ).action(async (place: string, options: ExplainCommandOptions) => done(await explainCommand(environment, place, options)));

  program
    .command('catalog')
    .argument('[model]', 'a model id, in any spelling')
    .description('tell what is known of a model, and which open ones can stand in for it')
    .helpOption('--help', 'print this help')
    .option('--list', 'all models', false)
    .option('--provider <vendor>', 'the vendor through which it is called, where spelling or dates depend on that')
    .option('--memory <gigabytes>', 'only alternatives that fit into this much memory', parsePositive)
    .option('--context <tokens>', 'only alternatives with at least this context', parsePositive)
    .option('--tools', 'only alternatives that call tools', false)
    .option('--vision', 'only alternatives that read images', false)
    .option('--structured-output', 'only alternatives not known to lack structured output', false)
    .addOption(new Option('--format <name>', 'how to report').choices(catalogFormats).default('text'))
    .option('--no-color', 'no colours')
    .action(async (model: string | undefined, options: CatalogCommandOptions) => done(await catalogCommand(environment, model, options)));

  program
    .command('probe')
    .argument('<target>', `what to ask: ${knownTargets.join(', ')}`)
    .description('ask an endpoint which models it serves and what they can do; the only command that uses the network')
    .helpOption('--help', 'print this help')
    .option('--base-url <url>', "another address than the target's; its variable counts too (OLLAMA_BASE_URL)")
    .option('--key-variable <name>', 'the environment variable with its key')
    .option('--model <id>', 'the model to ask; one that is served by default')
    .option('--timeout <seconds>', 'how long an answer may take', parsePositive, 60)
    .addOption(new Option('--format <name>', 'how to report').choices(probeFormats).default('text'))
    .option('--no-color', 'no colours')
    .option('--quiet', 'no progress', false)
    .action(async (target: string, options: ProbeCommandOptions) => done(await probeCommand(environment, target, options)));
  return program;
}

/** Options of the commands that scan. */
function shared(command: Command): Command {
  return command
    .helpOption('--help', 'print this help')
    .option('--exclude <glob>', 'leave out what matches; can be repeated', (glob: string, all: string[]) => [...all, glob], [])
    .option('--max-file-size <size>', 'pass larger files over: bytes, or with k or m', parseSize, defaultMaxFileBytes)
    .option('--no-cache', 'analyse every file anew and keep nothing for the next time')
    .option('--cache-dir <folder>', "keep results there instead of the system's folder for caches")
    .option('--no-color', 'no colours')
    .option('--quiet', 'no progress, no notes', false)
    .option('--verbose', 'tell also which files were passed over or read in part', false);
}

/** A number above zero. Throws commander's error for anything else. */
function parsePositive(text: string): number {
  const number = Number(text);
  if (!(number > 0 && Number.isFinite(number))) throw new InvalidArgumentError('Write a number above zero.');
  return number;
}

const units: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 * 1024, g: 1024 * 1024 * 1024 };

/** Bytes of `1048576`, `500k` or `1.5MB`. Throws commander's error for anything else. */
function parseSize(text: string): number {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)\s*([kmg]?)(?:i?b)?$/i.exec(text) ?? [];
  const factor = units[unit.toLowerCase()];
  if (amount === undefined || factor === undefined) throw new InvalidArgumentError('Write a number of bytes, or one with k or m.');
  return Math.floor(Number(amount) * factor);
}
