import type { Expression } from '../../facts/expression';
import type { ImportFact } from '../../facts/moduleFacts';
import { alternativesOf, type CallValue, type ObjectValue } from '../../link/value';
import type { SdkDescription, Slot } from '../../match/description';
import type { ProviderExchange, RewriteRecipe } from '../../match/rewriteRecipe';
import type { MatchedCall } from '../../match/matcher';
import { movedBy, type HeldPlace } from '../../match/route';
import { parseSlot, readSlot } from '../../match/slots';
import { contains, type TextRange } from '../../text/range';
import type { Client, ClientGroup } from '../clients';
import type { PlanContext } from '../context';
import { requiresBefore } from './pythonDependency';
import { featureObstacle } from '../obstacles/obstacles';
import { clientMovedAs, movedAs } from '../movedAs';
import { entryValue, lookUp } from '../options/objects';
import { unwrapTyped } from '../options/unwrap';

/** A provider's name in the code that becomes another one: of a ready-made provider, or of the function that makes one. */
export interface ProviderUse {
  readonly kind: 'provider' | 'factory' | 'held' | 'named' | 'unnamed';
  readonly file: string;
  /** The name; for a model that text alone names, that text; for one that nothing names, the object that is to name it. */
  readonly name: TextRange;
  /** The object that gets the option for a model that nothing names, and the option. */
  readonly options?: { readonly object: ObjectValue; readonly option: string };
  /** For a provider that a table holds: its name there is the key as well (`{ openai }`). */
  readonly isShort?: boolean;
  /** How it would be exchanged beside a provider that a table holds, where that can be. */
  readonly beside?: ProviderExchange;
  /** What the provider is asked for in this place, with the range of the member that asks now; `null` where the place does not say. */
  readonly model: { readonly now: TextRange; readonly asked: string } | null;
  /** The environment variable that names the model where it is set; the text is what counts otherwise. */
  readonly variable?: string;
  readonly recipe: RewriteRecipe;
  readonly exchange: ProviderExchange;
}

/** What exchanging the providers of a group asks of the files it is in. */
export type ExchangePlan = { readonly obstacle: string } | { readonly uses: readonly ProviderUse[] };

/** The names that must become others for a group to move; none where its providers' names stay. */
export function exchangesOf(context: PlanContext, group: ClientGroup): ExchangePlan {
  const uses: ProviderUse[] = [];
  // Where the environment says where requests go, providers stay.
  if (context.request.style === 'env-file') return { uses };
  for (const each of group.clients) {
    const client = clientMovedAs(group, each);
    const { exchange } = client.matched.route.sdk.rewrite ?? {};
    if (!exchange || (client.binding && !client.held)) continue;
    const found = client.held ? heldUse(context, client, client.held) : factoryUse(context, client, exchange);
    if (typeof found === 'string') return { obstacle: found };
    uses.push(...found);
  }
  for (const ref of group.sites) {
    for (const each of ref.site.matched) {
      const matched = movedAs(group, each);
      const recipe = matched.route.sdk.rewrite;
      if (!recipe?.exchange || matched.route.binding?.expression !== matched.call.expression) continue;
      const { from, site } = matched.operation;
      if (from === undefined && site?.kind !== 'model-binding') continue;
      const led = recipe.exchange.addsModel === true ? ledElsewhere(context, matched.sdk) : null;
      if (led !== null) return { obstacle: led };
      const found =
        from === undefined
          ? modelUse(context, matched, recipe, recipe.exchange)
          : namedUse(context, matched, { recipe, exchange: recipe.exchange, from });
      if (typeof found === 'string') return { obstacle: found };
      const beside = besideHeld(context, group, recipe, found);
      uses.push(beside ? { ...found, beside } : found);
    }
  }
  return { uses };
}

/** How a model could be asked of the provider that takes the place of one in a table, so that its file needs no second provider. */
function besideHeld(
  { analyses: { linker }, target }: PlanContext,
  { sites }: ClientGroup,
  { picked }: RewriteRecipe,
  { model }: ProviderUse,
): ProviderExchange | undefined {
  if (!picked?.exchange || !Object.hasOwn(picked.exchange.models, model?.asked ?? '')) return undefined;
  const isServed = ({ route, ...matched }: MatchedCall): boolean =>
    featureObstacle(linker, { ...matched, route: { ...route, sdk: movedBy(route.sdk, picked) } }, target) === null;
  return sites.every(({ site }) => site.matched.every(isServed)) ? picked.exchange : undefined;
}

function factoryUse(context: PlanContext, { call, matched }: Client, exchange: ProviderExchange): readonly ProviderUse[] | string {
  if (isOwn(matched, exchange)) return [];
  const { callee, construct } = call.expression;
  const found = importOf(context, call, callee);
  if (construct || !found) return 'the function that makes its provider is not imported by name in this file';
  if (isTyped(context, call, matched.sdk)) return "the code declares its provider's type, which the other one does not have";
  const recipe = matched.route.sdk.rewrite;
  return recipe ? [{ kind: 'factory', file: call.file, name: callee.range, model: null, recipe, exchange }] : [];
}

/** True where a file names the type of a package's provider: `GoogleProvider`, `ReturnType<typeof createGoogle>`. */
function isTyped({ analyses: { graph } }: PlanContext, { file }: CallValue, { packages, exports }: SdkDescription): boolean {
  const text = graph.text(file) ?? '';
  const imported = (graph.load(file)?.imports ?? []).filter(({ specifier }) => packages.includes(specifier));
  return imported.some(({ names }) =>
    names.some(({ imported: name, references }) => {
      if (exports[name] !== 'Factory' || references.length === 0) return false;
      return /^[A-Z]/.test(name) || references.some(({ start }) => /\btypeof\s+$/.test(text.slice(0, start)));
    }),
  );
}

/** A provider that a table holds, where the table names it as it was imported. */
function heldUse(context: PlanContext, { call, matched }: Client, { entry }: HeldPlace): readonly ProviderUse[] | string {
  const recipe = matched.route.sdk.rewrite;
  if (!recipe?.exchange) return [];
  const name = unwrapTyped(entry.value);
  if (!importOf(context, call, name)) return 'the provider that its registry holds is not imported by name in that file';
  const isShort = entry.range.start === name.range.start;
  return [{ kind: 'held', file: call.file, name: name.range, isShort, model: null, recipe, exchange: recipe.exchange }];
}

/** True for a package whose provider can be pointed elsewhere as it is. */
function isOwn({ route }: MatchedCall, exchange: ProviderExchange): boolean {
  return route.sdk.packages.includes(exchange.package);
}

function modelUse(context: PlanContext, matched: MatchedCall, recipe: RewriteRecipe, exchange: ProviderExchange): ProviderUse | string {
  const { call, operation, route } = matched;
  if (call.arguments.facts.positional.length > 1) return 'it gives settings beside the model, which only the vendor knows';
  const { callee } = call.expression;
  const object = callee.kind === 'member' ? callee.object : callee;
  const now: TextRange = { start: object.range.end, end: callee.range.end };
  const isPlain = /^(?:\s*\??\.\s*[\p{ID_Continue}$]+|!|\))?$/u.test(
    (context.analyses.graph.text(call.file) ?? '').slice(now.start, now.end),
  );
  if (!isPlain) return 'its provider is asked for the model in an unusual way';
  const model = { now, asked: operation.site?.surface ?? 'chat' };
  // A provider that the code makes keeps its name.
  if (route.client) return { kind: 'provider', file: call.file, name: { start: now.start, end: now.start }, model, recipe, exchange };
  if (!importOf(context, call, object)) return 'its provider is not imported by name in this file';
  return { kind: 'provider', file: call.file, name: object.range, model, recipe, exchange };
}

/** A model that is named by text alone, where the code gives it as a property of its own. */
function namedUse(
  { analyses: { linker, graph, host } }: PlanContext,
  { call, operation }: MatchedCall,
  { recipe, exchange, from }: { readonly recipe: RewriteRecipe; readonly exchange: ProviderExchange; readonly from: Slot },
): ProviderUse | string {
  if (exchange.through && requiresBefore(host, call.file, exchange.through.since))
    return 'its requirements name a release that has other classes';
  if (exchange.through) return inlineUse(call, operation.site?.surface ?? 'chat', { recipe, exchange, from });
  const { argument, path } = parseSlot(typeof from === 'string' ? from : (from[0] ?? ''));
  const [name, ...deeper] = path;
  const options = typeof argument === 'number' ? linker.positional(call.arguments, argument) : undefined;
  const { found, certain } = options && name !== undefined ? lookUp(linker, options, name) : { found: [], certain: false };
  const [place, ...others] = found;
  const asked = operation.site?.surface ?? 'chat';
  if (!place && certain && exchange.addsModel === true && options?.kind === 'object' && name !== undefined && deeper.length === 0) {
    const { frame, fact } = options;
    const model = { now: fact.range, asked };
    return {
      kind: 'unnamed',
      file: frame.module.file,
      name: fact.range,
      options: { object: options, option: name },
      model,
      recipe,
      exchange,
    };
  }
  const apart = 'its model is named by a text that is given apart from the call';
  if (!place || others.length > 0 || !certain || deeper.length > 0 || place.object.frame.module.file !== call.file) return apart;
  const { range } = place.entry.value;
  const isPlain = /^(?:\w+|"[^"]*"|'[^']*')\s*:\s*$/.test((graph.text(call.file) ?? '').slice(place.entry.range.start, range.start));
  const values = alternativesOf(entryValue(linker, place));
  const variable = values.find((value) => value.kind === 'variable')?.name;
  const text = place.entry.value.kind === 'choice' ? place.entry.value.alternatives.at(-1) : place.entry.value;
  const isText = values.every((value) => value.kind === 'literal' || (value.kind === 'variable' && text?.kind === 'literal'));
  if (!isPlain || !isText) return apart;
  if (text && variable !== undefined && variable !== null) {
    const model = { now: text.range, asked };
    return { kind: 'named', file: call.file, name: range, variable, model, recipe, exchange };
  }
  return { kind: 'named', file: call.file, name: range, model: { now: range, asked }, recipe, exchange };
}

/** A model that is named by a text which is an argument of its own. */
function inlineUse(
  { file, expression: { arguments: given } }: CallValue,
  asked: string,
  { recipe, exchange, from }: { readonly recipe: RewriteRecipe; readonly exchange: ProviderExchange; readonly from: Slot },
): ProviderUse | string {
  const [place, ...others] = (typeof from === 'string' ? [from] : from).flatMap((slot): Expression[] => {
    const { argument } = parseSlot(slot);
    if (typeof argument === 'number') return given.positional.slice(argument, argument + 1);
    return given.keywords.flatMap(({ name, value }) => (`${name}=` === slot ? [value] : []));
  });
  if (place?.kind !== 'literal' || others.length > 0 || given.keywordSpreads.length > 0)
    return 'its model is named by a text that is given apart from the call';
  return { kind: 'named', file, name: place.range, model: { now: place.range, asked }, recipe, exchange };
}

/** Why models without an object of their own may go elsewhere than their SDK sends them: `new Runner({ modelProvider })`. */
function ledElsewhere(context: PlanContext, sdk: SdkDescription): string | null {
  const { linker } = context.analyses;
  for (const facts of context.modules()) {
    for (const call of facts.calls) {
      const leads = alternativesOf(linker.evaluate(call, linker.root(facts)))
        .filter((value): value is CallValue => value.kind === 'call' && value.expression === call)
        .flatMap((value) => context.analyses.operations(value))
        .some(({ sdk: own, operation: { from, site }, call: { arguments: bound } }) => {
          return own === sdk && site === undefined && from !== undefined && readSlot(linker, bound, from) !== undefined;
        });
      if (leads) return `what its model is asked through is given apart from it (${context.place(facts.file, call.calleeRange.start)})`;
    }
  }
  return null;
}

/** The statement that imports a name of a package into the file of a call. */
function importOf({ analyses }: PlanContext, { file }: CallValue, name: Expression): ImportFact | undefined {
  if (name.kind !== 'name') return undefined;
  return analyses.graph
    .load(file)
    ?.imports?.find(
      (fact) => fact.named && !fact.typeOnly && fact.names.some(({ references }) => references.some((each) => contains(name.range, each))),
    );
}
