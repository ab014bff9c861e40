import type { TargetRow } from '../catalog/catalog';
import { readDotenv } from '../environment/dotenv';
import type { ObjectEntry } from '../facts/expression';
import { isAbsent, type ObjectValue } from '../link/value';
import { additionsOf } from './additions';
import type { MatchedCall } from '../match/matcher';
import type { PlanContext } from './context';
import { objectsOf, type ClientGroup, type SiteRef } from './clients';
import { contains } from '../text/range';
import { heedingIn, recipeOf } from './groupRecipe';
import { leaksOf, switchState } from './exchange/switches';
import type { FileEdits } from './plan';
import { factOf, wordsOf } from './obstacles/featureFacts';
import { usedFeatures } from './obstacles/features';
import type { SiteNote } from './model/modelPlan';
import { lacks } from './obstacles/obstacles';
import { leavingOf, leftBehind, type Leaving } from './options/leftBehind';
import { entryValue, lookUp } from './options/objects';
import { isExported } from './obstacles/reach';

/** Something to know of a moved call site; a clause that completes "after this rewrite …". */
export interface Note extends SiteNote {
  /** Results can differ in more than wording. */
  readonly changesResults?: boolean;
}

/**
 * What changes for a call site once another model answers. `before`: the ids it named. `isSaid`: that vectors no longer match is said
 * where its model is bound.
 */
export function changesOf({ analyses, target }: PlanContext, ref: SiteRef, before: readonly string[], isSaid = false): Note[] {
  const notes: Note[] = [...new Set(before)].flatMap((id): Note[] => {
    const { particular } = analyses.catalog.model(id, ref.callSite.vendor);
    return particular === undefined
      ? []
      : [{ ref, changesResults: true, reason: `the new model has not what \`${id}\` has: ${particular}` }];
  });
  if (ref.callSite.surface === 'embeddings' && !isSaid) {
    const old = before.length > 0 ? `with ${[...new Set(before)].join(', ')}` : 'before';
    notes.push({
      ref,
      changesResults: true,
      reason: `vectors stored ${old} do not match new ones in meaning or length; re-embed what is stored`,
    });
  }
  const deployed = ref.site.matched.filter(({ route }) => route.exchange !== null && route.deployment);
  if (before.length === 0 && deployed.some(({ operation, route }) => operation.exchange && route.sdk.rewrite?.own))
    notes.push({
      ref,
      reason: 'a deployment answered before, and nothing in the code tells its model: what answers now can be far from it',
    });
  if (before.length > 0 && deployed.length > 0) {
    const old = [...new Set(before)].map((each) => (each === '' ? 'the client' : `\`${each}\``)).join(', ');
    notes.push({ ref, reason: `${old} named a deployment, and nothing in the code tells its model: what answers now can be far from it` });
  }
  const used = new Set(ref.site.matched.flatMap((matched) => usedFeatures(analyses.linker, matched)));
  return [...notes, ...featureNotes(ref, used, target)];
}

/** The notes for what of a group's requests the target passes over, where their client keeps its own protocol. */
export function heedingNotes(context: PlanContext, group: ClientGroup): Note[] {
  const { target } = context;
  const notes = group.sites.flatMap((ref) =>
    ref.site.matched.flatMap((matched): Note[] => {
      const heeding = heedingIn(context, group, matched);
      const ignores = recipeOf(context, group, matched)?.heeded?.ignores ?? {};
      const ignored = (heeding?.ignored ?? []).map((name): Note => {
        const changes = ignores[name];
        return typeof changes === 'string'
          ? { ref, reason: changes, changesResults: true }
          : { ref, reason: `${target.name} ignores \`${name}\`` };
      });
      return [...ignored, ...featureNotes(ref, heeding?.uses ?? new Set(), target)];
    }),
  );
  const key = ({ ref, reason }: Note): string => `${ref.file}\u0000${ref.index}\u0000${reason}`;
  return [...new Map(notes.map((note) => [key(note), note])).values()];
}

/** The notes for what is added to a group's models before they are asked, told at the first of its call sites. */
export function additionNotes(context: PlanContext, group: ClientGroup): Note[] {
  const [ref] = group.sites;
  if (!ref) return [];
  const used = additionsOf(context, group).flatMap(({ matched }) => usedFeatures(context.analyses.linker, matched));
  return featureNotes(ref, new Set(used), context.target);
}

/** The notes for what clients send along wherever they go: names of the vendor's customer, given in code or set in an environment file. */
export function customerNotes(context: PlanContext, group: ClientGroup): Note[] {
  const { analyses, target, request } = context;
  const [ref] = group.sites;
  const sent = group.clients.flatMap(({ call, matched, parts }) => {
    const recipe = matched.route.sdk.rewrite;
    const options = recipe ? parts.flatMap((object) => keptCustomers(context, object, leavingOf(recipe, matched))) : [];
    // Where the environment file tells where requests go, it is made not to set them.
    const others = request.style === 'env-file' ? [] : (matched.operation.ambientVariables?.others ?? []);
    const files = analyses.host.environmentFiles?.(call.file) ?? [];
    const set = new Set(
      files.flatMap((file) => readDotenv(analyses.host.read(file) ?? '')).flatMap(({ name, value }) => (value === '' ? [] : name)),
    );
    return [...options, ...others.filter((name) => set.has(name))];
  });
  return ref ? [...new Set(sent)].map((name) => ({ ref, reason: `\`${name}\` is still sent along, to ${target.name} then` })) : [];
}

/** Options that name the vendor's customer and stay where they are. */
function keptCustomers(context: PlanContext, object: ObjectValue, leaving: Leaving): string[] {
  const { linker } = context.analyses;
  const { customerOptions = [] } = leaving.recipe;
  // Where the environment file tells where requests go, no code changes.
  const isCode = context.request.style !== 'env-file';
  return customerOptions.filter((option) => {
    const [first = '', inner] = option.split('.');
    const objects =
      inner === undefined ? [object] : lookUp(linker, object, first).found.flatMap((each) => objectsOf(entryValue(linker, each)));
    const within = inner === undefined ? leaving : { ...leaving, within: first };
    return objects.some((each) => {
      const left = isCode ? leftBehind(context, each, within) : new Map<ObjectEntry, string>();
      return lookUp(linker, each, inner ?? first).found.some((found) => !left.has(found.entry) && !isAbsent(entryValue(linker, found)));
    });
  });
}

/** The note for what a framework still sends to its vendor once the client that it is given has moved, by the edits that are planned. */
export function leftNote(context: PlanContext, group: ClientGroup, edits: readonly FileEdits[]): Note | null {
  for (const { file, facts, switches } of leaksOf(context, group)) {
    const state = switchState(facts, switches);
    const isPlanned = edits.some((each) => each.file === file && each.edits.some(({ newText }) => newText.includes(switches.export.name)));
    const ref = group.sites.find((each) => each.file === file);
    if (!ref || state === 'decided' || isPlanned) continue;
    return { ref, reason: state === 'elsewhere' ? switches.otherwise : switches.left };
  }
  return null;
}

/** The notes for what a raw request asks for. `asked`: as the vendor's SDK would ask. */
export function requestNotes({ analyses, target }: PlanContext, ref: SiteRef, asked: MatchedCall): Note[] {
  return featureNotes(ref, new Set(usedFeatures(analyses.linker, asked)), target);
}

function featureNotes(ref: SiteRef, used: ReadonlySet<string>, target: TargetRow): Note[] {
  return [...used].flatMap((feature): Note[] => {
    const fact = factOf(feature);
    if (fact?.changesResults !== undefined) return [{ ref, changesResults: true, reason: fact.changesResults }];
    return fact?.ignorable === true && lacks(target, feature) ? [{ ref, reason: `${target.name} ignores ${wordsOf(feature)}` }] : [];
  });
}

/**
 * The note for a client that other files can use, where the caller does not know those files: their call sites would go to the
 * target with the models they name now.
 */
export function sharedNote(context: PlanContext, group: ClientGroup, selected: readonly SiteRef[]): Note | null {
  const { analyses, request, target } = context;
  const first = selected.find((ref) => group.sites.includes(ref));
  if (!first || request.related) return null;
  const shared = group.clients.filter(({ binding, held }) => !binding || held);
  const constructions = new Set(shared.map(({ call }) => call.expression));
  for (const { call } of shared) {
    // No file imports a notebook.
    if (analyses.graph.code(call.file)?.embedded?.cells) continue;
    const facts = analyses.graph.load(call.file);
    if (facts && isExported(analyses, facts, constructions)) {
      const reason = `call sites in files not looked at that share the client in ${context.nameOf(call.file)} go to ${target.name} too, with the models they name now`;
      return { ref: first, changesResults: true, reason };
    }
  }
  return null;
}

/** The note for a vendor's key that code beside a client still reads: a check that it is set would stop the program. */
export function keyNote(context: PlanContext, group: ClientGroup, edits: readonly FileEdits[]): Note | null {
  const { linker, graph } = context.analyses;
  const [ref] = group.sites;
  if (!ref) return null;
  for (const file of new Set(group.clients.map(({ call }) => call.file))) {
    const facts = graph.load(file);
    if (!facts) continue;
    const variables = new Set(group.clients.flatMap(({ matched }) => matched.sdk.keyVariables ?? []));
    const gone = edits.find((each) => each.file === file)?.edits.map(({ range }) => range) ?? [];
    const others = facts.calls.filter(({ construct }) => construct).map(({ range }) => range);
    for (const { expression } of facts.reads) {
      if (
        (expression.kind !== 'member' && expression.kind !== 'name') ||
        [...gone, ...others].some((range) => contains(range, expression.range))
      )
        continue;
      const value = linker.evaluate(expression, linker.root(facts));
      if (value.kind !== 'variable' || value.name === null || !variables.has(value.name)) continue;
      return {
        ref,
        reason: `${value.name} is still read, though this client has no use for it (${context.place(file, expression.range.start)})`,
      };
    }
  }
  return null;
}
