import { applyEdits, orderEdits, OverlappingEditsError, type TextEdit } from '../text/textEdit';
import type { TextRange } from '../text/range';
import { planClients } from './client/clientPlan';
import type { ClientGroup, SiteRef } from './clients';
import type { LocatedEdit, PlanContext } from './context';
import { classUsesOf, planClasses, type ClassUse } from './exchange/classExchange';
import { planExchanges } from './exchange/exchange';
import { planSwitches } from './exchange/switches';
import { exchangesOf, type ProviderUse } from './exchange/uses';
import { planEnvironmentFiles, type EnvironmentFilesPlan } from './environment/environmentFiles';
import { otherReader } from './environment/otherReaders';
import type { VariableChange } from './environment/variables';
import { fileEdits } from './fileEdits';
import { layOutEdits } from './layout/layOutEdits';
import { planHttp, type PlannedRequest } from './http/httpPlan';
import { ModelChoices } from './model/choices';
import { planModels, type ModelPlan } from './model/modelPlan';
import { namedModels } from './model/named';
import { sharedRefusal, sitePlace, type Refusal } from './obstacles/groupObstacle';
import type { FileEdits, ModelChange } from './plan';
import type { Gone } from './translate/calls';
import { planTranslatedImports, planTranslation } from './translate/translation';
import { findUnproven } from './verify/verify';
import type { Note } from './warnings';

/** Everything that moves, worked out together because clients can share a model constant. */
export interface Draft {
  readonly context: PlanContext;
  readonly groups: readonly ClientGroup[];
  readonly moving: readonly SiteRef[];
  readonly models: ModelPlan;
  readonly clientSteps: readonly string[];
  readonly changes: readonly ModelChange[];
  readonly exchangeNotes: readonly Note[];
  readonly files: readonly FileEdits[];
}

/** Groups that turn out not to move, and why. */
type Failures = ReadonlyMap<ClientGroup, Refusal>;

/** What is planned for each group by itself. */
class GroupPlans {
  readonly edits: LocatedEdit[] = [];
  readonly steps: string[] = [];
  readonly variables: VariableChange[] = [];
  readonly notes: Note[] = [];
  readonly changes: ModelChange[] = [];
  readonly gone: Gone[] = [];
  readonly ended = new Set<SiteRef>();
  readonly exchanges = new Map<ClientGroup, readonly ProviderUse[]>();
  readonly classes = new Map<ClientGroup, readonly ClassUse[]>();
  readonly failed = new Map<ClientGroup, Refusal>();

  constructor(
    private readonly context: PlanContext,
    private readonly models: ModelPlan,
  ) {}

  /** A client with its call sites. */
  add(group: ClientGroup): void {
    const { context, models, failed } = this;
    const blocked = group.sites.find((ref) => models.blocked.has(ref));
    const planned = planClients(context, group);
    const exchange = exchangesOf(context, group);
    const classes = classUsesOf(context, group);
    const translated = planTranslation(context, group);
    if (blocked) failed.set(group, sharedRefusal(context, blocked, models.blocked.get(blocked) ?? ''));
    else if ('obstacle' in planned) failed.set(group, () => planned.obstacle);
    else if ('obstacle' in exchange) failed.set(group, () => exchange.obstacle);
    else if ('obstacle' in classes) failed.set(group, () => classes.obstacle);
    else if ('obstacle' in translated)
      failed.set(group, translated.at ? sharedRefusal(context, translated.at, translated.obstacle) : () => translated.obstacle);
    else {
      this.exchanges.set(group, exchange.uses);
      this.classes.set(group, classes.uses);
      this.edits.push(...planned.edits, ...translated.edits);
      this.steps.push(...planned.steps, ...translated.steps);
      this.variables.push(...(planned.variables ?? []));
      this.notes.push(...translated.notes);
      this.gone.push(...translated.gone);
      for (const ref of translated.ended ?? []) this.ended.add(ref);
    }
  }

  /** A raw request, planned anew: for the model, what all groups ask of it counts. */
  addRequest(group: ClientGroup): void {
    for (const ref of group.sites) {
      const planned = planHttp(this.context, ref);
      if ('obstacle' in planned) this.failed.set(group, () => planned.obstacle);
      else {
        this.edits.push(...planned.edits);
        this.steps.push(...planned.steps);
        this.changes.push(planned.change);
      }
    }
  }
}

/**
 * The edits for all groups, or the groups that turn out not to move. `requests`: the raw requests among them.
 */
export function draftMove(
  outer: PlanContext,
  groups: readonly ClientGroup[],
  requests: ReadonlyMap<ClientGroup, PlannedRequest>,
): Draft | Failures {
  const moving = groups.flatMap((group) => group.sites.filter(({ callSite }) => callSite.openness === 'closed'));
  const { analyses, target, request } = outer;
  const named = request.model === undefined ? namedModels(outer, groups, (group) => requests.get(group)?.asked) : [];
  const context = outer.choosing(new ModelChoices(analyses.catalog, target, request, named));
  const models = planModels(context, moving);
  const plans = new GroupPlans(context, models);
  for (const group of groups) plans.add(group);
  for (const group of groups) if (requests.has(group)) plans.addRequest(group);
  if (plans.failed.size > 0) return plans.failed;
  const shared = planShared(context, groups, plans);
  if (!('edits' in shared)) return shared;
  const environment = planEnvironment(context, groups, [...plans.variables, ...models.variables]);
  if (!('edits' in environment)) return environment;
  const edits = [...models.edits, ...plans.edits, ...shared.edits, ...environment.edits];
  const files = editsByFile(context, edits);
  if (!files) return new Map(groups.map((group) => [group, () => 'its edits would run into each other']));
  const unproven = unprovenGroups(context, groups, { files, edits, models, moving, ended: plans.ended });
  if (unproven.size > 0) return unproven;
  const sharedNotes = [...environment.notes, ...shared.notes].flatMap(({ file, reason }): Note[] => {
    const ref = moving.find((each) => each.file === file) ?? (request.style === 'env-file' ? moving[0] : undefined);
    return ref ? [{ ref, reason }] : [];
  });
  return {
    context,
    groups,
    moving,
    models,
    clientSteps: [...environment.steps, ...shared.stepsBefore, ...plans.steps, ...shared.stepsAfter],
    changes: distinct([...models.changes, ...plans.changes, ...shared.changes]),
    exchangeNotes: [...sharedNotes, ...plans.notes],
    files,
  };
}

/** What is planned for a file as a whole: imports and providers that several groups use. */
interface SharedPlan {
  readonly edits: readonly LocatedEdit[];
  readonly stepsBefore: readonly string[];
  readonly stepsAfter: readonly string[];
  readonly notes: readonly { readonly file: string; readonly reason: string }[];
  readonly changes: readonly ModelChange[];
}

function planShared(context: PlanContext, groups: readonly ClientGroup[], plans: GroupPlans): SharedPlan | Failures {
  const failing = (obstacle: string, isAffected: (group: ClientGroup) => boolean): Failures =>
    new Map(groups.filter(isAffected).map((group) => [group, () => obstacle]));
  const exchanged = planExchanges(context, [...plans.exchanges.values()].flat());
  if ('obstacle' in exchanged)
    return failing(exchanged.obstacle, (group) => plans.exchanges.get(group)?.some(({ file }) => file === exchanged.file) === true);
  const classes = planClasses(context, [...plans.classes.values()].flat());
  if ('obstacle' in classes)
    return failing(classes.obstacle, (group) => plans.classes.get(group)?.some(({ file }) => file === classes.file) === true);
  const imported = planTranslatedImports(context, plans.gone);
  if ('obstacle' in imported) return failing(imported.obstacle, ({ clients }) => clients.some(({ call }) => call.file === imported.file));
  const importing = new Set([...exchanged.edits, ...classes.edits, ...imported.edits].map(({ file }) => file));
  const switches = planSwitches(context, groups, (file) => importing.has(file));
  return {
    edits: [...exchanged.edits, ...classes.edits, ...imported.edits, ...switches.edits],
    stepsBefore: classes.steps,
    stepsAfter: [...exchanged.steps, ...imported.steps, ...switches.steps],
    notes: [...exchanged.notes, ...classes.notes, ...imported.notes],
    changes: exchanged.changes,
  };
}

/** The environment files of all that moves; nothing where code is told its address itself. */
function planEnvironment(
  context: PlanContext,
  groups: readonly ClientGroup[],
  variables: readonly VariableChange[],
): Exclude<EnvironmentFilesPlan, { obstacle: string }> | Failures {
  if (variables.length === 0) return { edits: [], steps: [], notes: [] };
  const other = otherReader(context, groups, variables);
  if (other) {
    const { ref, variable } = other;
    const refusal: Refusal = (seen) => `${sitePlace(context, ref, seen)} reads ${variable} too, and does not move with it`;
    return new Map(groups.map((group) => [group, refusal]));
  }
  const planned = planEnvironmentFiles(context, variables);
  return 'obstacle' in planned ? new Map(groups.map((group) => [group, () => planned.obstacle])) : planned;
}

/** Null where edits run into each other. */
function editsByFile({ analyses }: PlanContext, edits: readonly LocatedEdit[]): FileEdits[] | null {
  const inOrder = (file: string): TextEdit[] => {
    const ordered = orderEdits(edits.filter((edit) => edit.file === file));
    const [facts, text] = [analyses.graph.load(file), analyses.graph.text(file)];
    const laid = facts && text !== undefined ? layOutEdits(text, facts.writing, ordered, ({ unlaid }) => unlaid === true) : ordered;
    return laid.map(({ range, newText }) => ({ range, newText }));
  };
  try {
    return [...new Set(edits.map(({ file }) => file))].sort().map((file) => fileEdits(analyses.graph, file, inOrder(file)));
  } catch (error) {
    if (error instanceof OverlappingEditsError) return null;
    throw error;
  }
}

interface Drafted {
  readonly files: readonly FileEdits[];
  readonly edits: readonly LocatedEdit[];
  readonly models: ModelPlan;
  readonly moving: readonly SiteRef[];
  readonly ended: ReadonlySet<SiteRef>;
}

/** The groups that reading the edited code again does not show at the target. */
function unprovenGroups(context: PlanContext, groups: readonly ClientGroup[], drafted: Drafted): Failures {
  const { files, edits: located, models, moving, ended } = drafted;
  if (groups.length === 0) return new Map();
  const texts = new Map(files.map(({ file, before, edits }) => [file, applyEdits(before, edits)]));
  const ofFile = (file: string): LocatedEdit[] => located.filter((each) => each.file === file);
  const declared = new Map(files.map(({ file, edits }) => [file, declaredRanges(edits, ofFile(file))]));
  const unproven = findUnproven(context, texts, declared, new Set(moving), ended);
  if (unproven.length === 0) return new Map();
  const guilty = groups.flatMap((group): [ClientGroup, Refusal][] => {
    const first = unproven.find(({ ref }) => group.sites.includes(ref));
    return first ? [[group, sharedRefusal(context, first.ref, first.reason)]] : [];
  });
  if (guilty.length > 0) return new Map(guilty);
  const suspects = changing(context, groups, models, new Set(unproven.map(({ ref }) => ref.file)));
  const refused = suspects.length > 0 ? suspects : groups;
  const [first] = unproven;
  const place = first ? context.place(first.ref.file, first.ref.callSite.range.start) : '';
  return new Map(refused.map((group) => [group, () => `the call at ${place} stays, and reading the code again shows it changed`]));
}

/** The groups whose edits can change what is found in some files: those with edits in them, or in what they were drawn from. */
function changing(
  { analyses }: PlanContext,
  groups: readonly ClientGroup[],
  models: ModelPlan,
  changed: ReadonlySet<string>,
): ClientGroup[] {
  const drawnFrom = new Set([...changed].flatMap((file) => [file, ...analyses.of(file).result.dependencies]));
  return groups.filter(({ sites, clients }) => {
    const edited = [
      ...sites.flatMap((ref) => [ref.file, ...(models.files.get(ref) ?? [])]),
      ...clients.flatMap(({ call, parts }) => [call.file, ...parts.map(({ frame }) => frame.module.file)]),
    ];
    return edited.some((file) => drawnFrom.has(file));
  });
}

/** Where edits that make clients of their own put them, in the text after all edits of the file. */
function declaredRanges(edits: readonly TextEdit[], located: readonly LocatedEdit[]): TextRange[] {
  const ranges: TextRange[] = [];
  let shift = 0;
  for (const { range, newText } of edits) {
    const start = range.start + shift;
    const isDeclared = located.some((each) => each.declares === true && each.range.start === range.start && each.newText === newText);
    if (isDeclared) ranges.push({ start, end: start + newText.length });
    shift += newText.length - (range.end - range.start);
  }
  return ranges;
}

function distinct(changes: readonly ModelChange[]): ModelChange[] {
  return [...new Map(changes.map((change) => [`${change.from}\u0000${change.to}`, change])).values()];
}
