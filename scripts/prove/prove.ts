import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadCatalog } from '../../src/catalog';
import { requestCheck } from './endpoint/requestCheck';
import { hostedLists } from './hosted';
import { inParallel } from './inParallel';
import { loadPrograms, type Program } from './programs';
import type { Proof } from './proof';
import { pythonEnvironment } from './python/environment';
import { loadPythonPrograms } from './python/programs';
import { pythonTypeErrors } from './python/typeCheck';
import { javascriptPartOf, proofPage, proofTable, pythonPart, pythonPartOf } from './report';
import { rewriteProgram, type Rewritten } from './rewrite';
import { bundleGuard, runProgram, type Surroundings } from './run';
import { typeErrors } from './typeCheck';

/** The targets that programs are rewritten to. */
const targets = ['ollama', 'vllm', 'lmstudio'] as const;

/** What speaks Gemini's protocol: clients of these SDKs keep it there. */
const gateway = 'litellm';
const ofGateway: ReadonlySet<string> = new Set(['@google/genai', '@google/generative-ai']);

const root = join(__dirname, '..', '..');
const output = join(root, 'out', 'prove');
const fixtures = join(root, 'test', 'fixtures', 'prove');
const page = join(root, 'docs', 'proof.md');

/**
 * Proves every rewrite of the corpus; `--check` compares `docs/proof.md` instead of writing it, `--python` and `--javascript` prove
 * programs of that language alone, other words choose programs.
 */
async function main(options: readonly string[]): Promise<number> {
  const chosen = options.filter((option) => !option.startsWith('--'));
  const all = [...loadPrograms(fixtures), ...loadPythonPrograms(join(fixtures, 'python'))];
  const languages = (['javascript', 'python'] as const).filter((each) => options.includes(`--${each}`));
  const isAsked = (language: Program['language']): boolean => languages.length === 0 || languages.includes(language);
  const programs = all.filter(({ id, language }) => isAsked(language) && chosen.every((word) => id.includes(word)));
  const python = programs.some(({ language }) => language === 'python') ? await pythonEnvironment(join(root, '.vscode-test')) : null;
  const skipped = python !== null && 'missing' in python;
  if (skipped) console.error(`SKIPPED: Python programs are not proven, for want of Python or its packages (${python.missing})`);
  const interpreter = python !== null && 'python' in python ? python.python : null;
  const rewritten = programs
    .filter(({ language }) => !(skipped && language === 'python'))
    .flatMap((program) => [...targetsOf(program).map((target) => place(program, target)), ...placeHosted(program)]);
  const untyped = untypedFolders(rewritten, interpreter);
  const surroundings = { check: requestCheck(), guard: await bundleGuard(output), python: interpreter };
  for (const language of ['javascript', 'python'] as const) {
    const [first] = rewritten.filter(({ rewritten: { program } }) => program.language === language && !program.foreign);
    if (first) await checkGuard(first, surroundings);
  }
  const proofs = await inParallel(rewritten, (each) => prove(each, untyped, surroundings));
  console.log(proofTable(proofs, targets));
  const failed = proofs.filter(({ faults }) => faults.length > 0);
  for (const { program, target, faults } of failed) console.error(`FAILED ${program.id} on ${target}: ${faults.join(' | ')}`);
  if (failed.length > 0) return 1;
  if (chosen.length > 0) return 0;
  const kept = readFileSync(page, 'utf8');
  // What was not proven this time keeps what was proven of it before.
  const text =
    (isAsked('javascript') ? proofPage(proofs, targets, loadCatalog()) : javascriptPartOf(kept)) +
    (isAsked('python') && !skipped ? pythonPart(proofs, targets, loadCatalog()) : pythonPartOf(kept));
  if (options.includes('--check')) {
    if (kept === text) return 0;
    console.error('docs/proof.md is stale; run npm run prove');
    return 1;
  }
  writeFileSync(page, text);
  return 0;
}

/**
 * Plain programs are proven with every target, other styles with the first that is not to refuse. Anthropic's client is given
 * its key in another way where a target takes bearer tokens only, so vLLM is asked too.
 */
function targetsOf({ style, refused, sdk, language }: Program): readonly string[] {
  if (language === 'python') {
    // A Python program takes a second to start: each is run on the first that serves it, and asked whether the others refuse it.
    const [first] = targets.filter((target) => !refused.has(target));
    const bearer = sdk === 'anthropic' ? (['vllm'] as const) : [];
    return targets.filter(
      (target) => target === first || (style.id === 'plain' && refused.has(target)) || bearer.some((each) => each === target),
    );
  }
  const also = ofGateway.has(sdk) ? [gateway] : [];
  if (style.id === 'plain') return [...targets, ...also];
  const [first = targets[0]] = targets.filter((target) => !refused.has(target));
  if (also.length > 0) return [first, ...also];
  return sdk === '@anthropic-ai/sdk' && !refused.has('vllm') ? [...new Set([first, 'vllm'])] : [first];
}

/** Runs a program as it was before its rewrite: a proof is worth nothing where this one passes. Throws then. */
async function checkGuard({ rewritten, folders }: Placed, surroundings: Surroundings): Promise<void> {
  const ran = await runProgram({ ...rewritten, files: rewritten.program.files }, folders[0] ?? '', surroundings);
  if (!ran.faults.some((fault) => /^tried (?:[\w.-]+\.(?:ai|com|sh):443|metadata\.google\.internal\.:80)$/.test(fault)))
    throw new Error(`a program that was not rewritten is not caught: ${ran.faults.join(' | ')}`);
}

/** What is wrong with the types of programs, by folder. */
function untypedFolders(placed: readonly Placed[], interpreter: string | null): ReadonlyMap<string, string[]> {
  const foldersOf = (language: Program['language']): string[] => [
    ...new Set(placed.filter(({ rewritten }) => rewritten.program.language === language).flatMap(({ folders }) => folders)),
  ];
  const python = interpreter === null ? [] : pythonTypeErrors(join(output, 'python'), foldersOf('python'), interpreter);
  return new Map([...typeErrors(root, foldersOf('javascript')), ...python]);
}

interface Placed {
  readonly rewritten: Rewritten;
  /** Where the program lies rewritten; its folder before is the first of `folders`, where its package is at hand. */
  readonly folder: string;
  readonly folders: readonly string[];
  /** The target checks keys. */
  readonly hosted?: true;
}

/** Rewrites a program and lays it out on disk, as it was and as it is. */
function place(program: Program, target: string): Placed {
  const rewritten = rewriteProgram(program, target);
  const name = program.id.replace(/[^\w]+/g, '-');
  const [before, folder] = [join(output, name, 'before'), join(output, name, target)];
  for (const [each, files] of [
    [before, program.files],
    [folder, rewritten.files],
  ] as const) {
    write(each, files);
    link(each, program.linked ?? {});
  }
  const folders = [...(program.foreign ? [] : [before]), ...(rewritten.refusal === null ? [folder] : [])];
  return { rewritten, folder, folders };
}

/** A program on the hosted targets that serve it. */
function placeHosted(program: Program): Placed[] {
  return hostedLists(program, loadCatalog()).flatMap((list) => {
    const serving = list.find((target) => rewriteProgram(program, target).faults.length === 0);
    return serving === undefined ? [] : [{ ...place(program, serving), hosted: true }];
  });
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** Gives programs the packages that their package manager would give them. */
function link(folder: string, packages: Readonly<Record<string, string>>): void {
  for (const [name, source] of Object.entries(packages)) {
    const place = join(folder, 'node_modules', name);
    if (existsSync(place)) continue;
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(realpathSync(join(root, 'node_modules', source)), place);
  }
}

async function prove(
  { rewritten, folder, folders, hosted }: Placed,
  untyped: ReadonlyMap<string, string[]>,
  surroundings: Surroundings,
): Promise<Proof> {
  const { program, target, refusal } = rewritten;
  const faults = [...rewritten.faults, ...folders.flatMap((each) => untyped.get(each) ?? [])];
  if (refusal !== null || faults.length > 0) return { program, target, refusal, requests: 0, faults };
  const ran = await runProgram(rewritten, folder, surroundings, hosted ? 'set' : 'placeholder');
  const keyless = hosted ? await runProgram(rewritten, folder, surroundings, 'unset') : null;
  return { program, target, refusal, requests: ran.requests, faults: [...ran.faults, ...(keyless?.faults ?? [])] };
}

rmSync(output, { recursive: true, force: true });
main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
