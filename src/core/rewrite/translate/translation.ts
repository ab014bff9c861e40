import type { Translation } from '../../match/translation';
import { contains, type TextRange } from '../../text/range';
import { baseUrlFor, endpointCode, variableStyleOf } from '../client/endpointCode';
import type { Client, ClientGroup, SiteRef } from '../clients';
import { sourceOf, type LocatedEdit, type PlanContext } from '../context';
import { dependencyEdit } from '../exchange/dependency';
import type { Exchanged } from '../exchange/exchange';
import { importEdits, isPlainDefault, isTaken, localOf, type NeededImport } from '../exchange/importEdits';
import { recipeOf } from '../groupRecipe';
import { newObject, type Property } from '../options/objectEdit';
import type { Note } from '../warnings';
import { otherUse } from './clientUses';
import { planConversation, type ConversationPlan } from './conversation';
import { goneOf, lackingOf, notesOf, planCall, planRequest, type Asked, type CallPlan, type Gone, type Translated } from './calls';
import { errorEdits } from './errors';
import { usedElsewhere } from './leftovers';

/** What a group whose client becomes another one asks of its files, or why it stays; `at` is the call site that keeps it. */
export type TranslationPlan = { readonly obstacle: string; readonly at: SiteRef | null } | Translated;

/** Plans the other client, its requests and what is read of its answers; nothing for groups whose clients keep their protocol. */
export function planTranslation(context: PlanContext, group: ClientGroup): TranslationPlan {
  const [first] = group.clients;
  const translation = first && recipeOf(context, group, first.matched)?.translation;
  if (!translation) return { edits: [], steps: [], notes: [], gone: [] };
  const planned = translated(context, group, translation);
  if ('obstacle' in planned) return planned;
  // Other clients of these files have their own plans; where one does not move, its imports stay.
  const others = neighbours(context, group).flatMap((other) => {
    const [client] = other.clients;
    if (!client || !recipeOf(context, other, client.matched)?.translation) return [];
    const plan = translated(context, other, translation);
    return 'obstacle' in plan ? [] : plan.gone;
  });
  const used = usedElsewhere(context, group, [...planned.gone, ...others]);
  return used === null ? planned : { obstacle: used, at: null };
}

/** The other clients of the SDK in the files of a group. */
function neighbours({ clients }: PlanContext, group: ClientGroup): ClientGroup[] {
  const sdk = group.clients[0]?.matched.sdk;
  const refs = [...new Set(group.sites.map(({ file }) => file))].flatMap((file) => clients.sitesOf(file));
  const made = refs.filter((ref) => ref.callSite.kind === 'client' && ref.site.matched.some((each) => each.sdk === sdk));
  return made.filter((ref) => !group.sites.includes(ref)).map((ref) => clients.groupOf(ref));
}

function translated(context: PlanContext, group: ClientGroup, translation: Translation): TranslationPlan {
  const parts: Translated[] = [];
  const turns = new Set<SiteRef>();
  for (const ref of group.sites) {
    const conversation = planConversation(context, ref, group, translation);
    if (!conversation) continue;
    if ('obstacle' in conversation) return conversation;
    for (const turn of [ref, ...conversation.turns]) turns.add(turn);
    const planned = conversing(context, ref, conversation);
    if ('obstacle' in planned) return { obstacle: planned.obstacle, at: ref };
    parts.push(planned);
  }
  const asked: Asked[] = [];
  for (const ref of group.sites) {
    if (ref.callSite.kind === 'client' || turns.has(ref)) continue;
    const planned = planRequest(context, ref, group, translation);
    if ('obstacle' in planned) return { obstacle: planned.obstacle, at: ref };
    asked.push(planned);
  }
  // Requests repeat answers of each other: what they do with them is known before answers are followed.
  for (const each of asked) {
    const planned = planCall(context, each, asked, translation);
    if ('obstacle' in planned) return { obstacle: planned.obstacle, at: each.ref };
    parts.push(planned);
  }
  const gone = parts.flatMap((each) => each.gone);
  const caught = caughtEdits(context, group, translation);
  gone.push(...caught.map(({ file, range }) => ({ file, range, translation: null })));
  for (const client of group.clients) {
    const planned = planNewClient(context, client, group, translation);
    if ('obstacle' in planned) return { obstacle: planned.obstacle, at: null };
    parts.push({ ...planned, notes: [], gone: [] });
    gone.push({ file: client.call.file, range: client.call.expression.callee.range, translation });
    gone.push(...droppedOptions(client, translation).map((range) => ({ file: client.call.file, range, translation: null })));
  }
  const [ref] = group.sites;
  const reason = 'another client asks in another form, and what is read of its answers is written anew: read the change';
  return {
    edits: [...parts.flatMap((each) => each.edits), ...caught].map((edit): LocatedEdit => ({ ...edit, unlaid: true })),
    steps: parts.flatMap((each) => each.steps),
    notes: [...parts.flatMap((each) => each.notes), ...(ref ? [{ ref, reason, changesResults: true }] : [])],
    gone,
    ended: parts.flatMap((each) => each.ended ?? []),
  };
}

/** Options that go, with what they name: how the program signs in. */
function droppedOptions({ call }: Client, { drops }: Translation): TextRange[] {
  const [options] = call.expression.arguments.positional;
  return (options?.kind === 'object' ? options.entries : []).flatMap((entry) =>
    entry.kind !== 'spread' && typeof entry.name === 'string' && drops.includes(entry.name) ? [entry.range] : [],
  );
}

/** The edits for errors that the files of a group tell apart. */
function caughtEdits(context: PlanContext, group: ClientGroup, { errors, client }: Translation): LocatedEdit[] {
  const { packages = [] } = group.clients[0]?.matched.sdk ?? {};
  if (!errors) return [];
  return [...new Set(group.sites.map(({ file }) => file))].flatMap((file) => {
    const facts = context.analyses.graph.load(file);
    const text = context.analyses.graph.text(file);
    if (!facts || text === undefined) return [];
    const name = localOf(facts, { ...client, orDefault: true }) ?? client.name;
    return errorEdits(facts, text, packages, errors, name).map((edit) => ({ file, ...edit }));
  });
}

function conversing(
  context: PlanContext,
  ref: SiteRef,
  { edits, found, gone, variable, begun, becomes, turns }: ConversationPlan,
): CallPlan {
  const { file } = ref;
  const [turn = ref] = turns;
  const lacking = lackingOf(context, ...found);
  if (lacking !== null) return { obstacle: lacking };
  const keeps = ref.site.matched.some((each) => each.operation.returns === 'Chat');
  const failed = [...(keeps ? [variable] : []), ...begun].map((name): Note => {
    return { ref: turn, reason: `a question whose request fails stays among the turns in \`${name}.messages\`` };
  });
  return {
    edits: [...edits, ...found.flatMap(({ elsewhere }) => elsewhere)].map((edit) => ({ file, ...edit })),
    steps: [
      keeps
        ? `Keep the turns in ${variable}.messages (${context.place(file, ref.callSite.range.start)})`
        : `Keep the settings in ${variable} (${context.place(file, ref.callSite.range.start)})`,
      ...begun.map((name) => `Keep the turns in ${name}.messages`),
      ...[...becomes].map((call) => `Ask by ${call} (${context.place(file, turn.callSite.range.start)})`),
    ],
    notes: [...notesOf(context, turn, ...found), ...failed],
    gone: [...found.flatMap(goneOf), ...gone].map((range) => ({ file, range, translation: null })),
    ended: [ref],
  };
}

type ClientsPlan = { readonly obstacle: string } | { readonly edits: readonly LocatedEdit[]; readonly steps: readonly string[] };

function neededOf({ client }: Translation): NeededImport {
  return { ...client, orDefault: true };
}

function planNewClient(context: PlanContext, client: Client, group: ClientGroup, translation: Translation): ClientsPlan {
  const { call, matched } = client;
  const facts = context.analyses.graph.load(call.file);
  const source = facts && sourceOf(context, facts);
  const recipe = recipeOf(context, group, matched);
  const { expression } = call;
  if (!facts || !source || !recipe) return { obstacle: 'its file is not in sight' };
  const use = otherUse(facts, source.text, client, group);
  if (use !== null) return { obstacle: `its client becomes another one, and ${use}` };
  const imported = facts.imports?.some(
    (fact) =>
      (fact.named || isPlainDefault(fact)) &&
      fact.names.some(({ references }) => references.some((each) => contains(expression.callee.range, each))),
  );
  if (!expression.construct || expression.callee.kind !== 'name' || imported !== true)
    return { obstacle: 'its class is not imported by name in this file' };
  const need = neededOf(translation);
  if (isTaken(facts, need)) return { obstacle: `${context.nameOf(facts.file)} has another \`${need.name}\` than that of ${need.package}` };
  const [options, ...others] = expression.arguments.positional;
  const isKey = translation.keyAlone === true && options?.kind !== 'object';
  if (others.length > 0 || (options && options.kind !== 'object' && !isKey))
    return { obstacle: 'its options are not written out where it is made' };
  const kept: Property[] = [];
  for (const entry of options?.kind === 'object' ? options.entries : []) {
    if (entry.kind === 'spread' || typeof entry.name !== 'string') return { obstacle: 'its options are not written out where it is made' };
    if (translation.keeps?.includes(entry.name) === true && entry.kind === 'property') {
      kept.push({ name: entry.name, value: source.text.slice(entry.value.range.start, entry.value.range.end) });
    } else if (!translation.drops.includes(entry.name))
      return { obstacle: `its client has the option \`${entry.name}\`, which only the vendor knows` };
  }
  if (source.comments.some(({ range }) => contains(expression.range, range)))
    return { obstacle: 'a comment stands within what would change' };
  const { target, request } = context;
  const offset = expression.range.start;
  const variables = variableStyleOf(facts, context.modules());
  const code = endpointCode(target, recipe, request.style, { writing: facts.writing, variables, offset });
  const object = newObject(
    source,
    [{ name: translation.baseUrlOption, value: code.baseUrl }, { name: translation.keyOption, value: code.key }, ...kept],
    offset,
  );
  const hasParentheses = expression.arguments.range.start < expression.range.end;
  const name = localOf(facts, need) ?? need.name;
  const place = context.place(call.file, expression.calleeRange.start);
  return {
    edits: [
      { file: call.file, range: expression.callee.range, newText: name },
      { file: call.file, range: expression.arguments.range, newText: hasParentheses ? object : `(${object})` },
    ],
    steps: [`Make the client by ${need.name} (${place}): ${baseUrlFor(target, recipe) ?? ''}`],
  };
}

/** The imports and dependencies of all clients that become other ones. */
export function planTranslatedImports(context: PlanContext, gone: readonly Gone[]): ExchangedImports {
  const edits: LocatedEdit[] = [];
  const steps: string[] = [];
  const notes: { readonly file: string; readonly reason: string }[] = [];
  for (const file of new Set(gone.map((each) => each.file))) {
    const facts = context.analyses.graph.load(file);
    const text = context.analyses.graph.text(file);
    if (!facts || text === undefined) return { obstacle: 'its file is not in sight', file };
    const own = gone.filter((each) => each.file === file);
    const made = own.flatMap(({ translation }) => translation ?? []);
    const needed = made.map(neededOf);
    const ranges = own.map(({ range }) => range);
    edits.push(...importEdits(facts, text, needed, ranges).map((edit) => ({ file, ...edit })));
    const [translation] = made;
    if (!translation) continue;
    const dependency = dependencyEdit(context.analyses.host, file, { package: translation.client.package, versions: translation.versions });
    if (dependency.kind === 'obstacle') return { obstacle: dependency.obstacle, file };
    if (dependency.kind === 'note') notes.push({ file, reason: dependency.reason });
    if (dependency.kind === 'edit') {
      edits.push(dependency.edit);
      steps.push(dependency.step);
    }
  }
  return { edits, steps, notes };
}

type ExchangedImports = Omit<Exchanged, 'changes'> | { readonly obstacle: string; readonly file: string };
