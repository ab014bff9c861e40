import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** Every suite, the quick ones first. */
const suites: readonly (readonly string[])[] = [
  ['test:unit'],
  ['test:host'],
  ['test:panel'],
  ['test:editor'],
  ['test:editor', '--', '--engine', 'minimum'],
  ['test:vsix'],
];

interface Outcome {
  readonly name: string;
  readonly ok: boolean;
  readonly passing: number;
  readonly failing: number;
  /** Mocha's list of what failed, with messages; empty where nothing did. */
  readonly failures: string;
  readonly seconds: number;
}

/** Runs every suite, also after one has failed, and sums up. */
async function main(): Promise<void> {
  const outcomes: Outcome[] = [];
  for (const suite of suites) outcomes.push(await runSuite(suite));
  console.log('\nAll suites:');
  for (const { name, ok, passing, failing, seconds } of outcomes) {
    console.log(
      `  ${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(32)} ${String(passing)} passed, ${String(failing)} failed, ${String(seconds)} s`,
    );
  }
  for (const { name, failures } of outcomes) if (failures !== '') console.log(`\n${name}:\n${failures}`);
  if (outcomes.some(({ ok }) => !ok)) process.exitCode = 1;
}

function runSuite(suite: readonly string[]): Promise<Outcome> {
  const name = suite.filter((part) => part !== '--').join(' ');
  console.log(`\n━━ ${name}\n`);
  const start = Date.now();
  return new Promise((resolve, reject) => {
    const npm = process.env['npm_execpath'];
    const child = npm?.endsWith('.js')
      ? spawn(process.execPath, [npm, 'run', '-s', ...suite], { stdio: ['ignore', 'pipe', 'inherit'] })
      : spawn('npm', ['run', '-s', ...suite], { stdio: ['ignore', 'pipe', 'inherit'], shell: process.platform === 'win32' });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk);
      output += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', (code) => {
      const plain = stripVTControlCharacters(output);
      const count = (word: string): number => lastCount(plain, word);
      const seconds = Math.round((Date.now() - start) / 1000);
      const failures = failureList(plain);
      resolve({ name, ok: code === 0, passing: count('passing'), failing: count('failing'), failures, seconds });
    });
  });
}

/** The number in mocha's summary. */
function lastCount(output: string, word: string): number {
  return Number([...output.matchAll(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'gm'))].at(-1)?.[1] ?? 0);
}

/** What mocha lists below its summary, of a long list the beginning; without the number, which would be counted twice. */
function failureList(output: string): string {
  const start = output.search(/^ *\d+ failing$/m);
  return start < 0 ? '' : output.slice(start).split('\n').slice(1, 40).join('\n').trimEnd();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
