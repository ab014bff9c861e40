import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadCatalog } from '../../src/catalog';
import { requestCheck } from './endpoint/requestCheck';
import { inParallel } from './inParallel';
import { checkoutOf, importsOf, loadExamples, type Example } from './public/examples';
import { layOut, type LaidOut } from './public/layOut';
import { runResult, type Outcome } from './public/outcome';
import { install, versionsOf } from './public/packages';
import { planExamples, type Planned } from './public/planned';
import { runExample } from './public/run';
import { publicTable } from './public/table';
import { TypeChecker } from './public/typeCheck';
import { bundleGuard } from './run';

const usage = 'usage: npm run prove:public -- <examples.jsonl> <checkouts> [--target <id>]… [--no-run] [words of paths…]';

/** The targets that examples are rewritten to where none is named. */
const usualTargets = ['ollama', 'vllm', 'lmstudio', 'groq', 'together'];

/** Packages that rewritten examples import though the original did not, with the file of the checkout that says at which version. */
const types = new Map([['@types/node', '^22']]);

interface Placed {
  readonly planned: Planned;
  readonly before: LaidOut;
  readonly after: LaidOut | null;
}

/**
 * Measures rewrites by public example files, which lie outside the project: plans them for every target, type-checks them before and
 * after against the packages at the versions their repositories use, and runs them against the recording endpoint. Ends with 1 where
 * one is rewritten wrongly.
 */
async function main(options: readonly string[]): Promise<number> {
  const [list, folder, ...words] = options.filter((option, index) => !option.startsWith('--') && options[index - 1] !== '--target');
  if (list === undefined || folder === undefined) throw new Error(usage);
  const named = options.filter((_option, index) => options[index - 1] === '--target');
  const targets = named.length > 0 ? named : usualTargets;
  const checkouts = resolve(folder);
  const examples = loadExamples(list).filter(({ path }) => words.every((word) => path.includes(word)));
  const planned = planExamples(examples, checkouts, targets);
  const repos = [...new Set(examples.map(({ repo }) => repo))];
  const outcomes = repos.flatMap((repo) => typeChecked(repo, checkouts, planned));
  const scratch = join(checkouts, '.packages');
  const run = options.includes('--no-run') ? [] : outcomes.filter(({ placed }) => placed.after !== null);
  const surroundings = { check: requestCheck(), guard: await bundleGuard(scratch) };
  const catalog = loadCatalog();
  const ran = new Map(
    await inParallel(run, async (each) => {
      const target = catalog.targets.get(each.outcome.planned.target);
      if (!target || !each.placed.after) throw new Error('nothing to run');
      return [each.outcome, await runExample(each.placed.after, target, each.outcome.planned.models, surroundings)] as const;
    }),
  );
  const all = outcomes.map(({ outcome }): Outcome => ({ ...outcome, ran: ran.get(outcome) ?? null }));
  const wrong = all.flatMap(faultsOf);
  for (const line of wrong) console.error(line);
  writeFileSync(join(scratch, 'runs.json'), JSON.stringify(all.filter((each) => each.ran).map(record), null, 1));
  console.log(publicTable(all, targets));
  return wrong.length > 0 ? 1 : 0;
}

/** Lays out and type-checks the examples of a repository. */
function typeChecked(repo: string, checkouts: string, all: readonly Planned[]): { readonly placed: Placed; readonly outcome: Outcome }[] {
  const planned = all.filter(({ example }) => example.repo === repo);
  const root = join(checkouts, '.packages', repo.replace('/', '__'));
  install(root, packagesOf(repo, checkouts, planned));
  const programs = join(root, 'programs');
  rmSync(programs, { recursive: true, force: true });
  mkdirSync(programs);
  const before = new Map<Example, LaidOut>();
  const placed = planned.map((each): Placed => {
    const original = before.get(each.example) ?? layOut(each.example, checkouts, join(programs, 'before'), new Map());
    before.set(each.example, original);
    const after = each.texts.size > 0 ? layOut(each.example, checkouts, join(programs, each.target), each.texts) : null;
    return { planned: each, before: original, after };
  });
  const checker = new TypeChecker(root);
  const variants = [placed.map((each) => each.before), ...group(placed)].map((some) =>
    checker.check([...new Set(some.map(({ file }) => file))]),
  );
  const errors = new Map(variants.flatMap((some) => [...some]));
  return placed.map((each) => ({
    placed: each,
    outcome: {
      planned: each.planned,
      before: errors.get(each.before.file) ?? [],
      after: each.after ? (errors.get(each.after.file) ?? []) : [],
      ran: null,
    },
  }));
}

/** The rewritten examples by target. */
function group(placed: readonly Placed[]): LaidOut[][] {
  const targets = [...new Set(placed.map(({ planned }) => planned.target))];
  return targets.map((target) => placed.flatMap(({ planned, after }) => (planned.target === target && after ? [after] : [])));
}

/** What examples import, before and after, at the versions their repository uses. */
function packagesOf(repo: string, checkouts: string, planned: readonly Planned[]): ReadonlyMap<string, string> {
  const checkout = checkoutOf(checkouts, { repo });
  const users = new Map<string, Set<string>>();
  for (const { example, texts } of planned) {
    const file = join(checkout, example.path);
    for (const each of importsOf([file]).files) {
      const known = users.get(each) ?? new Set();
      for (const name of importsOf([each]).packages) known.add(name);
      const after = texts.get(each);
      if (after !== undefined) for (const name of importsOf([each], () => after).packages) known.add(name);
      users.set(each, known);
    }
  }
  return new Map([...versionsOf(checkout, users), ...types]);
}

/** What is wrong with a rewrite, a line each. */
function faultsOf(outcome: Outcome): string[] {
  const { planned, before, after, ran } = outcome;
  const name = `${planned.example.repo} ${planned.example.path} on ${planned.target}`;
  const result = runResult(outcome);
  return [
    ...planned.faults.map((fault) => `WRONG ${name}: ${fault}`),
    ...(before.length === 0 ? after.map((error) => `WRONG ${name}: type error: ${error}`) : []),
    ...(result === 'vendor' ? [`WRONG ${name}: tried ${ran?.denied.join(', ') ?? ''}`] : []),
    ...(result === 'wrong' ? [`WRONG ${name}: ${ran?.faults.join('; ') ?? ''}`] : []),
  ];
}

function record(outcome: Outcome): object {
  const { planned, ran } = outcome;
  return { repo: planned.example.repo, path: planned.example.path, target: planned.target, result: runResult(outcome), ...ran };
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
