import { resolve } from 'node:path';
import { walk } from '../../src/workspace/files/walk';
import { astGrep, ourselves, ripgrep, type Contestant } from './contestants';
import { leftOut, median, run, type Run } from './measure';

const usage = 'usage: npm run bench -- <checkout> [--rounds <number>]';
const defaultRounds = 5;

/**
 * Measures a cold scan and one with kept results beside ripgrep and ast-grep. All take turns, round by round, so that whatever
 * else the machine does hits them alike; one round before that is not counted, so that all find the files in memory.
 */
async function main(options: readonly string[]): Promise<number> {
  const rounds = numberAfter('--rounds', options) ?? defaultRounds;
  const checkout = options.find((option, index) => !option.startsWith('--') && options[index - 1] !== '--rounds');
  if (checkout === undefined) {
    console.error(usage);
    return 2;
  }
  const root = resolve(checkout);
  const files = [...walk([root], [])].filter((event) => event.kind === 'file').length;
  const [cold, cached] = ourselves(root);
  const words = ripgrep(root);
  const rules = astGrep(root);
  if (process.env[leftOut] !== undefined)
    console.error(`${leftOut} is left out: no contestant asks a server, and Node would parse certificates.`);
  if (!words) console.error('MISSING: ripgrep is neither on PATH nor in a VS Code of the tests (npm run setup); it is not measured.');
  if (!rules) console.error('MISSING: @ast-grep/cli has no program for this machine; it is not measured.');
  const contestants = [cold, cached, words, rules].filter((each) => each !== undefined);
  const runs = new Map<Contestant, Run[]>(contestants.map((each) => [each, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const contestant of contestants) {
      const result = await run(contestant);
      if (round > 0) runs.get(contestant)?.push(result);
    }
  }
  console.log(`${root}: ${files} files, median of ${rounds} rounds, Node ${process.versions.node}`);
  const time = (contestant: Contestant): number => median((runs.get(contestant) ?? []).map(({ milliseconds }) => milliseconds));
  for (const contestant of contestants) {
    const milliseconds = time(contestant);
    const peak = Math.max(...(runs.get(contestant) ?? []).map(({ peakBytes }) => peakBytes ?? NaN));
    const row = [
      contestant.name.padEnd(16),
      `${milliseconds.toFixed(0)} ms`.padStart(9),
      `${Math.round(files / (milliseconds / 1000))} files/s`.padStart(15),
      (Number.isNaN(peak) ? '' : `${(peak / 2 ** 20).toFixed(0)} MB peak`).padStart(13),
    ];
    console.log(row.join('  '));
  }
  for (const [ours, theirs] of pairs([cold, cached], [rules, words])) {
    console.log(`${ours.name} takes ${(time(ours) / time(theirs)).toFixed(2)} × the time of ${theirs.name}`);
  }
  return 0;
}

function pairs(ours: readonly Contestant[], theirs: readonly (Contestant | undefined)[]): (readonly [Contestant, Contestant])[] {
  return theirs.flatMap((each) => (each ? ours.map((own) => [own, each] as const) : []));
}

function numberAfter(name: string, options: readonly string[]): number | undefined {
  const index = options.indexOf(name);
  const value = index < 0 ? NaN : Number(options[index + 1]);
  return Number.isInteger(value) && value > 0 ? value : undefined;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  },
);
