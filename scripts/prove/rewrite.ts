import { loadCatalog } from '../../src/catalog';
import type { CallSite } from '../../src/core/callSite';
import { createEngine } from '../../src/core/createEngine';
import type { TargetRow } from '../../src/core/catalog/catalog';
import type { Engine } from '../../src/core/engine';
import { isEnvironmentFile } from '../../src/core/environment/files';
import { javascriptFrontend } from '../../src/core/frontend/javascript';
import { pythonFrontend } from '../../src/core/frontend/python';
import { familyOfModality } from '../../src/core/rewrite/model/families';
import type { EndpointStyle, RewritePlan } from '../../src/core/rewrite/plan';
import { applyEdits } from '../../src/core/text/textEdit';
import { MemoryHost } from '../../test/support/memoryHost';
import type { Program } from './programs';
import type { ProgramFiles } from './styles';

/** A program after its rewrite, as far as it can be judged without running it. */
export interface Rewritten {
  readonly program: Program;
  readonly target: string;
  readonly files: ProgramFiles;
  /** The target as it must serve what the program asks for now: with the models that the plan names in place of its usual ones. */
  readonly serving: TargetRow;
  /** Why it was refused, null when it was rewritten. */
  readonly refusal: string | null;
  readonly faults: readonly string[];
}

const frontends = { javascript: javascriptFrontend(), python: pythonFrontend() };

/** Rewrites a program by the engine, and reads the result again. */
export function rewriteProgram(program: Program, target: string): Rewritten {
  const names = Object.keys(program.files).filter((name) => !/\.(?:json|txt)$/.test(name) && !isEnvironmentFile(name));
  const engine = createEngine(loadCatalog(), new MemoryHost(program.files));
  const request = { files: names, related: [], target, style: endpointStyle(program) };
  const before = closedSites(engine, names);
  // A factory that makes clients of any options is made of none itself: its callers say where they go, and they move.
  const asked = new Set(before.map(({ fingerprint }) => fingerprint));
  const plan = engine.plan(request);
  const expected = program.refused.get(target);
  if (plan.files.length === 0) {
    const reason = plan.refused.find((each) => expected !== undefined && each.reason.includes(expected))?.reason;
    const said = plan.refused.map((each) => each.reason).join('; ');
    return {
      program,
      target,
      serving: servingRow(target, plan),
      files: program.files,
      refusal: reason?.replace(/^.*line \d+: (.*), and it (?:shares its client with this call|goes through this client)$/, '$1') ?? said,
      faults: reason === undefined ? [`refused: ${said}`] : [],
    };
  }
  const files = { ...program.files, ...Object.fromEntries(plan.files.map((each) => [each.file, applyEdits(each.before, each.edits)])) };
  const again = createEngine(loadCatalog(), new MemoryHost(files));
  const faults = [
    ...(expected === undefined ? [] : [`rewritten, though ${target} lacks something: ${expected}`]),
    ...(before.length === 0 ? ['no closed call site was found'] : []),
    ...plan.refused.filter(({ fingerprint }) => asked.has(fingerprint)).map(({ reason }) => `refused in part: ${reason}`),
    ...names.flatMap((file) => frontends[program.language].lower(file, files[file] ?? '').problems.map((problem) => `${file}: ${problem}`)),
    ...plan.warnings.filter(({ reason }) => reason.endsWith('must be installed')).map(({ reason }) => reason),
    ...(closedSites(again, names).length > 0 ? ['closed call sites are left'] : []),
    ...(again.plan(request).files.length > 0 ? ['a second rewrite changes it again'] : []),
  ];
  return { program, target, serving: servingRow(target, plan), files, refusal: null, faults };
}

function endpointStyle({ style }: Program): EndpointStyle {
  return style.literal ? 'literal' : style.envFile ? 'env-file' : 'environment';
}

function servingRow(target: string, plan: RewritePlan): TargetRow {
  const catalog = loadCatalog();
  const row = catalog.targets.get(target);
  if (!row) throw new Error(`no target ${target}`);
  const chosen = plan.models.map(({ from, to }) => [familyOfModality(catalog.model(from).modality ?? 'chat') ?? 'chat', to] as const);
  return { ...row, models: { ...row.models, ...Object.fromEntries(chosen) } };
}

function closedSites(engine: Engine, names: readonly string[]): CallSite[] {
  return names
    .flatMap((name) => engine.analyze(name).callSites)
    .filter((site) => site.openness === 'closed' && site.endpoint.source !== 'unknown');
}
