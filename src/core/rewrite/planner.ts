import type { Analyses } from '../analyze/analyses';
import type { TextRange } from '../text/range';
import { applyEdits, orderEdits, OverlappingEditsError, type TextEdit } from '../text/textEdit';
import { planClients } from './client/clientPlan';
import { ClientMap, type Client, type ClientGroup, type SiteRef } from './clients';
import { PlanContext, type LocatedEdit } from './context';
import { companionObstacle } from './obstacles/companions';
import { groupObstacle, sharedRefusal, siteObstacle, type Refusal } from './obstacles/groupObstacle';
import { planTranslatedImports, planTranslation, type Gone } from './translate/translation';
import { planModels, type ModelPlan } from './model/modelPlan';
import { classUsesOf, planClasses, type ClassUse } from './exchange/classExchange';
import { planExchanges } from './exchange/exchange';
import { exchangesOf, type ProviderUse } from './exchange/uses';
import { ModelChoices } from './model/choices';
import { namedModels } from './model/named';
import type { FileEdits, ModelChange, RewritePlan, RewriteRequest, RewriteWarning } from './plan';
import { fileEdits } from './fileEdits';
import { planHttp, type HttpPlan, type PlannedRequest } from './http/httpPlan';
import { findUnproven } from './verify/verify';
import { additionNotes, changesOf, keyNote, leftNote, requestNotes, sharedNote, type Note } from './warnings';

/** The request names a target that the catalog does not have; callers check targets before they ask. */
export class UnknownTargetError extends Error {
  override readonly name = 'UnknownTargetError';

  constructor(readonly target: string) {
    super(`unknown target: ${target}`);
  }
}

/**
 * Plans a rewrite over the current texts; changes nothing. A client moves with all its call sites or not at all, and what
 * can't be moved safely is refused by name. Throws {@link UnknownTargetError}, and nothing else.
 */
export function planRewrite(analyses: Analyses, request: RewriteRequest): RewritePlan {
  const target = analyses.catalog.targets.get(request.target);
  if (!target) throw new UnknownTargetError(request.target);
  return new Planner(new PlanContext(analyses, request, target, new ClientMap(analyses))).plan();
}

/** Everything that moves, worked out together because clients can share a model constant. */
interface Draft {
  readonly context: PlanContext;
  readonly groups: readonly ClientGroup[];
  readonly moving: readonly SiteRef[];
  readonly models: ModelPlan;
  readonly clientSteps: readonly string[];
  readonly changes: readonly ModelChange[];
  readonly exchangeNotes: readonly Note[];
  readonly files: readonly FileEdits[];
}

class Planner {
  readonly #refused = new Map<SiteRef, string>();
  readonly #requests = new Map<ClientGroup, PlannedRequest>();

  constructor(private readonly context: PlanContext) {}

  plan(): RewritePlan {
    const { request, clients } = this.context;
    for (const file of [...request.files, ...(request.related ?? [])]) clients.sitesOf(file);
    const selected = [...new Set(request.files)].flatMap((file) => clients.sitesOf(file)).filter((ref) => this.#isSelected(ref));
    let draft = this.#settle(this.#groups(selected));
    const left: Note[] = [];
    // Every round leaves a client out at least, so this ends.
    for (let risky = this.#risky(draft, selected); request.safeOnly === true && risky.size > 0; risky = this.#risky(draft, selected)) {
      left.push(...[...risky.values()].flat());
      const { groups } = draft;
      draft = this.#settle(groups.filter((group) => !risky.has(group)));
    }
    return this.#assemble(draft, selected, left);
  }

  /** The edits for those of the groups that can move. */
  #settle(wanted: readonly ClientGroup[]): Draft {
    let groups = wanted;
    let draft = this.#draft(groups);
    // Every round refuses a client at least, so this ends.
    while (!('groups' in draft)) {
      for (const [group, refusal] of draft) this.#refuse(group, refusal);
      const refused = draft;
      groups = groups.filter((group) => !refused.has(group));
      draft = this.#draft(groups);
    }
    return draft;
  }

  /** Groups whose move can change results, and what can change. */
  #risky(draft: Draft, selected: readonly SiteRef[]): ReadonlyMap<ClientGroup, readonly Note[]> {
    const notes = this.#notes(draft, selected).filter((note) => note.changesResults === true);
    const risky = new Map<ClientGroup, readonly Note[]>();
    for (const group of draft.groups) {
      const own = notes.filter(({ ref }) => group.sites.includes(ref));
      if (own.length > 0) risky.set(group, own);
    }
    return risky;
  }

  #notes({ groups, moving, models, exchangeNotes, files }: Draft, selected: readonly SiteRef[]): readonly Note[] {
    return [
      ...groups.flatMap((group) => sharedNote(this.context, group, selected) ?? []),
      ...groups.flatMap((group) => keyNote(this.context, group, files) ?? []),
      ...groups.flatMap((group) => additionNotes(this.context, group)),
      ...groups.flatMap((group) => leftNote(this.context, group) ?? []),
      ...exchangeNotes,
      ...models.notes,
      ...moving.flatMap((ref) => changesOf(this.context, ref, models.before.get(ref) ?? this.#askedBefore(ref))),
      ...groups.flatMap((group) => this.#requestNotes(group)),
    ];
  }

  #requestNotes(group: ClientGroup): readonly Note[] {
    const [request, ref] = [this.#requests.get(group), group.sites[0]];
    return request && ref ? requestNotes(this.context, ref, request.asked) : [];
  }

  #askedBefore(ref: SiteRef): readonly string[] {
    return [...this.#requests].flatMap(([group, { change }]) => (group.sites.includes(ref) ? [change.from] : []));
  }

  #isSelected({ callSite, accepted }: SiteRef): boolean {
    const { sites } = this.context.request;
    const isNamed = sites?.some(({ file, fingerprint }) => file === callSite.file && fingerprint === callSite.fingerprint) ?? true;
    return callSite.openness === 'closed' && !accepted && isNamed;
  }

  /** The clients behind the selected call sites that nothing is known to keep from moving. */
  #groups(selected: readonly SiteRef[]): ClientGroup[] {
    const { clients } = this.context;
    const done = new Set<Client>();
    return selected.flatMap((ref): ClientGroup[] => {
      const own = clients.clientsOf(ref);
      if (ref.callSite.kind === 'http') return this.#requestGroup(ref);
      if (own.length === 0) {
        this.#refused.set(ref, siteObstacle(this.context, ref, null) ?? 'its client is made out of sight, and with it the base URL');
        return [];
      }
      if (own.some((client) => done.has(client))) return [];
      const group = clients.groupOf(ref);
      for (const client of group.clients) done.add(client);
      const obstacle = groupObstacle(this.context, group) ?? companionObstacle(this.context, group);
      if (!obstacle) return [group];
      this.#refuse(group, obstacle);
      return [];
    });
  }

  /** A raw request, which has no client and moves by itself. */
  #requestGroup(ref: SiteRef): ClientGroup[] {
    const planned = planHttp(this.context, ref);
    if ('obstacle' in planned) {
      this.#refused.set(ref, planned.obstacle);
      return [];
    }
    const group: ClientGroup = { clients: [], sites: [ref] };
    this.#requests.set(group, planned);
    return [group];
  }

  #refuse(group: ClientGroup, refusal: Refusal): void {
    for (const ref of group.sites) this.#refused.set(ref, refusal(ref));
  }

  /** The edits for all groups, or the groups that turn out not to move. */
  #draft(groups: readonly ClientGroup[]): Draft | ReadonlyMap<ClientGroup, Refusal> {
    const failed = new Map<ClientGroup, Refusal>();
    const moving = groups.flatMap((group) => group.sites.filter(({ callSite }) => callSite.openness === 'closed'));
    const { analyses, target, request } = this.context;
    const choices = new ModelChoices(
      analyses.catalog,
      target,
      request,
      request.model === undefined ? namedModels(this.context, groups, (group) => this.#requests.get(group)?.asked) : [],
    );
    const context = this.context.choosing(choices);
    const models = planModels(context, moving);
    const edits: LocatedEdit[] = [...models.edits];
    const clientSteps: string[] = [];
    const translationNotes: Note[] = [];
    const gone: Gone[] = [];
    const uses = new Map<ClientGroup, readonly ProviderUse[]>();
    const classUses = new Map<ClientGroup, readonly ClassUse[]>();
    for (const group of groups) {
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
        uses.set(group, exchange.uses);
        classUses.set(group, classes.uses);
        edits.push(...planned.edits, ...translated.edits);
        clientSteps.push(...planned.steps, ...translated.steps);
        translationNotes.push(...translated.notes);
        gone.push(...translated.gone);
      }
    }
    const requests = this.#requestsOf(context, groups);
    for (const [group, request] of requests) if ('obstacle' in request) failed.set(group, () => request.obstacle);
    if (failed.size > 0) return failed;
    const raw = [...requests.values()].flatMap((request) => ('obstacle' in request ? [] : [request]));
    edits.push(...raw.flatMap((request) => request.edits));
    clientSteps.push(...raw.flatMap(({ steps }) => steps));
    const exchanged = planExchanges(context, [...uses.values()].flat());
    if ('obstacle' in exchanged) {
      const affected = groups.filter((group) => uses.get(group)?.some(({ file }) => file === exchanged.file));
      return new Map(affected.map((group) => [group, () => exchanged.obstacle]));
    }
    const classes = planClasses(this.context, [...classUses.values()].flat());
    if ('obstacle' in classes) {
      const affected = groups.filter((group) => classUses.get(group)?.some(({ file }) => file === classes.file));
      return new Map(affected.map((group) => [group, () => classes.obstacle]));
    }
    const imported = planTranslatedImports(context, gone);
    if ('obstacle' in imported) {
      const affected = groups.filter(({ clients }) => clients.some(({ call }) => call.file === imported.file));
      return new Map(affected.map((group) => [group, () => imported.obstacle]));
    }
    edits.push(...exchanged.edits, ...classes.edits, ...imported.edits);
    const files = this.#files(edits);
    if (!files) return new Map(groups.map((group) => [group, () => 'its edits would run into each other']));
    const unproven = this.#unproven(context, groups, files, edits, moving);
    if (unproven.size > 0) return unproven;
    const exchangeNotes = [...exchanged.notes, ...imported.notes].flatMap(({ file, reason }): Note[] => {
      const ref = moving.find((each) => each.file === file);
      return ref ? [{ ref, reason }] : [];
    });
    exchangeNotes.push(...translationNotes);
    return {
      context,
      groups,
      moving,
      models,
      clientSteps: [...classes.steps, ...clientSteps, ...exchanged.steps, ...imported.steps],
      changes: distinct([...models.changes, ...raw.map(({ change }) => change), ...exchanged.changes]),
      exchangeNotes,
      files,
    };
  }

  /** The raw requests among some groups, planned anew: for the model, what all groups ask of it counts. */
  #requestsOf(context: PlanContext, groups: readonly ClientGroup[]): ReadonlyMap<ClientGroup, HttpPlan> {
    const raw = groups.filter((group) => this.#requests.has(group));
    return new Map(raw.flatMap((group) => group.sites.map((ref) => [group, planHttp(context, ref)] as const)));
  }

  #files(edits: readonly LocatedEdit[]): FileEdits[] | null {
    try {
      return [...new Set(edits.map(({ file }) => file))]
        .sort()
        .map((file) =>
          fileEdits(
            this.context.analyses.graph,
            file,
            orderEdits(edits.filter((edit) => edit.file === file).map(({ range, newText }) => ({ range, newText }))),
          ),
        );
    } catch (error) {
      if (error instanceof OverlappingEditsError) return null;
      throw error;
    }
  }

  #unproven(
    context: PlanContext,
    groups: readonly ClientGroup[],
    files: readonly FileEdits[],
    located: readonly LocatedEdit[],
    moving: readonly SiteRef[],
  ): ReadonlyMap<ClientGroup, Refusal> {
    if (groups.length === 0) return new Map();
    const texts = new Map(files.map(({ file, before, edits }) => [file, applyEdits(before, edits)]));
    const declared = new Map(
      files.map(({ file, edits }) => [
        file,
        declaredRanges(
          edits,
          located.filter((each) => each.file === file),
        ),
      ]),
    );
    const unproven = findUnproven(context, texts, declared, new Set(moving));
    if (unproven.length === 0) return new Map();
    const guilty = groups.flatMap((group): [ClientGroup, Refusal][] => {
      const first = unproven.find(({ ref }) => group.sites.includes(ref));
      return first ? [[group, sharedRefusal(context, first.ref, first.reason)]] : [];
    });
    // A call site that should not have changed did: there is no telling by whose edit.
    return new Map(guilty.length > 0 ? guilty : groups.map((group) => [group, () => unproven[0]?.reason ?? '']));
  }

  #assemble(draft: Draft, selected: readonly SiteRef[], left: readonly Note[]): RewritePlan {
    const { context, moving, models, clientSteps, changes, files } = draft;
    const notes = this.#notes(draft, selected);
    const warning = ({ ref, reason }: Note): RewriteWarning => ({ fingerprint: ref.callSite.fingerprint, file: ref.file, reason });
    return {
      title: this.#title(context, moving.length > 0 ? moving : selected),
      steps: [...new Set([...clientSteps, ...models.steps, ...changes.flatMap(evidenceStep)])],
      files,
      models: changes,
      moved: moving.map(({ callSite }) => callSite.fingerprint),
      warnings: notes.map(warning),
      left: left.map(warning),
      refused: selected.flatMap((ref) => {
        const reason = this.#refused.get(ref);
        return reason === undefined ? [] : [{ fingerprint: ref.callSite.fingerprint, file: ref.file, reason }];
      }),
      changesResults: notes.some((note) => note.changesResults === true),
    };
  }

  /** `Rewrite to Ollama (qwen3:8b)`: the models of what moves, the ones asked for first. */
  #title({ choices, target }: PlanContext, refs: readonly SiteRef[]): string {
    const asking = refs.map(({ callSite }) => callSite).filter(({ kind }) => kind !== 'client');
    const named = asking.filter(({ model }) => model !== null);
    const chosen = (named.length > 0 ? named : asking).map(({ model, surface, vendor }) => choices.of(model, surface, vendor));
    if (chosen.length === 0) chosen.push(choices.of(null, 'chat'));
    const models = [...new Set(chosen.flatMap((each) => each?.model ?? []))];
    return models.length === 0 ? `Rewrite to ${target.name}` : `Rewrite to ${target.name} (${models.join(', ')})`;
  }
}

function distinct(changes: readonly ModelChange[]): ModelChange[] {
  return [...new Map(changes.map((change) => [`${change.from}\u0000${change.to}`, change])).values()];
}

function evidenceStep({ from, to, evidence }: ModelChange): string[] {
  return evidence === null ? [] : [`${to} for ${from}: ${evidence}`];
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
