import type { Analyses } from '../analyze/analyses';
import { ClientMap, type ClientGroup, type SiteRef } from './clients';
import { PlanContext } from './context';
import { draftMove, type Draft } from './draft';
import { handedOnNotes } from './handedOn';
import type { ModelChange, RewritePlan, RewriteRequest, RewriteWarning } from './plan';
import { Selection } from './selection';
import { titleOf } from './title';
import { additionNotes, changesOf, customerNotes, heedingNotes, keyNote, leftNote, requestNotes, sharedNote, type Note } from './warnings';

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

class Planner {
  readonly #selection: Selection;

  constructor(private readonly context: PlanContext) {
    this.#selection = new Selection(context);
  }

  plan(): RewritePlan {
    const { safeOnly } = this.context.request;
    let draft = this.#settle(this.#selection.groups);
    const left: Note[] = [];
    // Every round leaves a client out at least, so this ends.
    for (let risky = this.#risky(draft); safeOnly === true && risky.size > 0; risky = this.#risky(draft)) {
      left.push(...[...risky.values()].flat());
      const { groups } = draft;
      draft = this.#settle(groups.filter((group) => !risky.has(group)));
    }
    return this.#assemble(draft, left);
  }

  /** The edits for those of the groups that can move. */
  #settle(wanted: readonly ClientGroup[]): Draft {
    const { requests } = this.#selection;
    let groups = wanted;
    let draft = draftMove(this.context, groups, requests);
    // Every round refuses a client at least, so this ends.
    while (!('groups' in draft)) {
      for (const [group, refusal] of draft) this.#selection.refuse(group, refusal);
      const refused = draft;
      groups = groups.filter((group) => !refused.has(group));
      draft = draftMove(this.context, groups, requests);
    }
    return draft;
  }

  /** Groups whose move can change results, and what can change. */
  #risky(draft: Draft): ReadonlyMap<ClientGroup, readonly Note[]> {
    const notes = this.#notes(draft).filter((note) => note.changesResults === true);
    const risky = new Map<ClientGroup, readonly Note[]>();
    for (const group of draft.groups) {
      const own = notes.filter(({ ref }) => group.sites.includes(ref));
      if (own.length > 0) risky.set(group, own);
    }
    return risky;
  }

  #notes({ groups, moving, models, exchangeNotes, files }: Draft): readonly Note[] {
    return [
      ...groups.flatMap((group) => sharedNote(this.context, group, this.#selection.refs) ?? []),
      // What an environment file is to say of a key stays in use.
      ...(this.context.request.style === 'env-file' ? [] : groups.flatMap((group) => keyNote(this.context, group, files) ?? [])),
      ...groups.flatMap((group) => additionNotes(this.context, group)),
      ...groups.flatMap((group) => customerNotes(this.context, group)),
      ...groups.flatMap((group) => heedingNotes(this.context, group)),
      ...groups.flatMap((group) => handedOnNotes(this.context, group)),
      ...groups.flatMap((group) => leftNote(this.context, group, files) ?? []),
      ...exchangeNotes,
      ...models.notes,
      ...moving.flatMap((ref) =>
        changesOf(this.context, ref, models.before.get(ref) ?? this.#askedBefore(ref), isCallOfBoundModel(groups, ref)),
      ),
      ...groups.flatMap((group) => this.#requestNotes(group)),
    ];
  }

  #requestNotes(group: ClientGroup): readonly Note[] {
    const [request, ref] = [this.#selection.requests.get(group), group.sites[0]];
    return request && ref ? requestNotes(this.context, ref, request.asked) : [];
  }

  #askedBefore(ref: SiteRef): readonly string[] {
    return [...this.#selection.requests].flatMap(([group, { change }]) => (group.sites.includes(ref) ? [change.from] : []));
  }

  #assemble(draft: Draft, left: readonly Note[]): RewritePlan {
    const { context, moving, models, clientSteps, changes, files } = draft;
    const { refs, refused } = this.#selection;
    const notes = this.#notes(draft);
    const warning = ({ ref, reason }: Note): RewriteWarning => ({ fingerprint: ref.callSite.fingerprint, file: ref.file, reason });
    return {
      title: titleOf(context, moving.length > 0 ? moving : refs, files),
      steps: [...new Set([...clientSteps, ...models.steps, ...changes.flatMap(evidenceStep)])],
      files,
      models: changes,
      moved: moving.map(({ file, callSite }) => ({ file, fingerprint: callSite.fingerprint })),
      warnings: notes.map(warning),
      left: left.map(warning),
      refused: refs.flatMap((ref) => {
        const reason = refused.get(ref);
        return reason === undefined ? [] : [{ fingerprint: ref.callSite.fingerprint, file: ref.file, reason }];
      }),
      changesResults: notes.some((note) => note.changesResults === true),
    };
  }
}

/** True for a call through a model object that is a call site itself, for the same surface. */
function isCallOfBoundModel(groups: readonly ClientGroup[], ref: SiteRef): boolean {
  const { kind, surface } = ref.callSite;
  const own = groups.find(({ sites }) => sites.includes(ref))?.sites ?? [];
  return kind === 'call' && own.some(({ callSite }) => callSite.kind === 'model-binding' && callSite.surface === surface);
}

function evidenceStep({ from, to, evidence }: ModelChange): string[] {
  return evidence === null ? [] : [`${to} for ${from}: ${evidence}`];
}
