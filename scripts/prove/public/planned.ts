import { join } from 'node:path';
import { loadCatalog } from '../../../src/catalog';
import type { CallSite } from '../../../src/core/callSite';
import { createEngine } from '../../../src/core/createEngine';
import type { Engine } from '../../../src/core/engine';
import type { RewriteWarning } from '../../../src/core/rewrite/plan';
import { applyEdits } from '../../../src/core/text/textEdit';
import { DiskHost } from '../../../src/workspace/resolve/diskHost';
import { checkoutOf, type Example } from './examples';

/** What the planner makes of one example on one target. */
export interface Planned {
  readonly example: Example;
  readonly target: string;
  /** Its closed call sites. */
  readonly sites: readonly CallSite[];
  /** Those of them that move, by fingerprint. */
  readonly moved: ReadonlySet<string>;
  /** Why others don't, by fingerprint. */
  readonly refused: ReadonlyMap<string, string>;
  readonly warnings: readonly RewriteWarning[];
  /** Models that the rewritten code asks for. */
  readonly models: readonly string[];
  /** Texts after the rewrite of the files that it changes, by absolute path; empty where nothing moves. */
  readonly texts: ReadonlyMap<string, string>;
  /** What contradicts the plan when its result is read again. */
  readonly faults: readonly string[];
}

/** Larger files are not read, as in the editor. Bytes. */
const maxFileBytes = 1024 * 1024;

/** Plans the rewrite of every example to every target, each file alone. Nothing is written. */
export function planExamples(examples: readonly Example[], checkouts: string, targets: readonly string[]): readonly Planned[] {
  const catalog = loadCatalog();
  return [...new Set(examples.map(({ repo }) => repo))].flatMap((repo) => {
    const host = new DiskHost(maxFileBytes, () => undefined);
    const engine = createEngine(catalog, host);
    return examples
      .filter((example) => example.repo === repo)
      .flatMap((example) => targets.map((target) => planned(engine, host, example, checkouts, target)));
  });
}

function planned(engine: Engine, host: DiskHost, example: Example, checkouts: string, target: string): Planned {
  const file = join(checkoutOf(checkouts, example), example.path);
  const request = { files: [file], related: [], target, style: 'environment' as const };
  const sites = closedSites(engine, file);
  const plan = engine.plan(request);
  const texts = new Map(plan.files.map((each) => [each.file, applyEdits(each.before, each.edits)]));
  const moved = new Set(plan.moved.filter((each) => each.file === file).map(({ fingerprint }) => fingerprint));
  const refused = new Map(plan.refused.map(({ fingerprint, reason }) => [fingerprint, reason]));
  const faults =
    texts.size === 0
      ? []
      : readAgain(engine, host, texts, () => {
          const left = closedSites(engine, file).length;
          const kept = sites.filter(({ fingerprint }) => !moved.has(fingerprint)).length;
          return [
            ...(left > kept ? [`${left} closed call sites are left, ${kept} were to be`] : []),
            ...(engine.plan(request).files.length > 0 ? ['a second rewrite changes it again'] : []),
          ];
        });
  const models = plan.models.map(({ to }) => to);
  return { example, target, sites, moved, refused, warnings: plan.warnings, models, texts, faults };
}

/** Judges the texts after a rewrite as if they were saved. */
function readAgain<T>(engine: Engine, host: DiskHost, texts: ReadonlyMap<string, string>, judge: () => T): T {
  for (const [file, text] of texts) host.setDocument(file, text);
  for (const file of texts.keys()) engine.invalidate(file, false);
  try {
    return judge();
  } finally {
    for (const file of texts.keys()) host.closeDocument(file);
    for (const file of texts.keys()) engine.invalidate(file, false);
  }
}

function closedSites(engine: Engine, file: string): CallSite[] {
  return engine.analyze(file).callSites.filter(({ openness }) => openness === 'closed');
}
