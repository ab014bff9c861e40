import type { ObjectEntry } from '../../facts/expression';
import type { ModuleFacts } from '../../facts/moduleFacts';
import type { Linker } from '../../link/linker';
import { alternativesOf, isAbsent, type ObjectValue } from '../../link/value';
import type { ModelOptions, RewriteRecipe } from '../../match/rewriteRecipe';
import { objectsOf, type Client, type ClientGroup } from '../clients';
import type { PlanContext } from '../context';
import { classExchangeOf } from '../recipe';
import { entryValue, keyOf, lookUp } from './objects';
import { takersOf } from './optionTakers';
import { unwrapTyped } from './unwrap';

/** Header names that carry a key; what they hold must not be sent to another server. */
const keyHeader = /auth|token|(?:^|-)key$/i;

/** Entries that a move leaves out. */
type Left = ReadonlyMap<ObjectEntry, string>;

/** What in a client's options speaks against a move. `names`: the options that a move sets. */
export function objectObstacle(
  context: PlanContext,
  client: Client,
  object: ObjectValue,
  names: readonly string[],
  recipe: RewriteRecipe,
  group: ClientGroup,
  left: Left = new Map(),
): string | null {
  const { file, isData } = object.frame.module;
  if (isData) return `its options stand in ${context.nameOf(file)}, where no code can stand`;
  return optionsObstacle(context, client, object, names, recipe, left) ?? sharedOptions(context, object, group);
}

function optionsObstacle(
  context: PlanContext,
  client: Client,
  object: ObjectValue,
  names: readonly string[],
  recipe: RewriteRecipe,
  left: Left,
): string | null {
  const { linker } = context.analyses;
  const written = alternativesOf(client.options ?? { kind: 'unknown' }).flatMap((each) =>
    each.kind === 'extended' ? [...each.writes.keys()] : [],
  );
  const assigned = names.find((name) => written.includes(name));
  if (assigned !== undefined) return `\`${assigned}\` is assigned after the options were made`;
  const { exchange } = recipe;
  if (exchange && !client.matched.route.sdk.packages.includes(exchange.package)) {
    const kept = new Set([exchange.baseUrlOption, exchange.keyOption, ...exchange.keeps, ...(exchange.drops ?? [])]);
    for (const entry of object.fact.entries) {
      const name = entry.kind === 'spread' ? null : keyOf(linker, object, entry);
      if (name === null) return 'options are spread into its provider, and nothing shows which';
      if (!kept.has(name)) return `its provider has the option \`${name}\`, which only the vendor knows`;
    }
  }
  return (
    unknownOption(context, client, object, recipe) ??
    signingObstacle(linker, object, recipe, left) ??
    declaredTypeObstacle(context, client, names)
  );
}

/** What of a client's options signs it in to its vendor by other means than the key. */
export function signingObstacle(linker: Linker, object: ObjectValue, recipe: RewriteRecipe, left: Left = new Map()): string | null {
  const given = (name: string): boolean =>
    lookUp(linker, object, name).found.some((found) => alternativesOf(entryValue(linker, found)).some((value) => !isAbsent(value)));
  const credential = recipe.credentialOptions?.find(given);
  if (credential !== undefined) return `it signs in by \`${credential}\`, which only the vendor knows`;
  return headerObstacle(linker, object, recipe.headersOption, left);
}

/** An option of which nothing is known once another class, or another provider, makes the model. */
function unknownOption(
  { analyses: { linker }, target }: PlanContext,
  { matched }: Client,
  object: ObjectValue,
  { own }: RewriteRecipe,
): string | null {
  if (own?.keeps) return unkeptOption(linker, object, own, own.keeps);
  const exchange = classExchangeOf(matched, target);
  if (!exchange?.keeps) return null;
  const known = new Set([
    ...exchange.keeps,
    ...Object.keys(exchange.drop),
    ...Object.keys(exchange.renames ?? {}),
    ...(own?.keys ?? []),
    ...(own?.models ?? []),
  ]);
  const [general] = [...new Set(Object.values(exchange.becomes))];
  for (const entry of object.fact.entries) {
    const name = entry.kind === 'spread' ? null : keyOf(linker, object, entry);
    if (name === null) return 'options are spread into its model, and nothing shows which';
    if (!known.has(name)) return `its option \`${name}\` has no known counterpart in ${general ?? 'the other class'}`;
  }
  return null;
}

/** An option that other models than the present one may not take. */
function unkeptOption(linker: Linker, object: ObjectValue, own: ModelOptions, keeps: readonly string[]): string | null {
  const known = new Set([...keeps, own.baseUrl, ...own.keys, ...own.models, ...Object.keys(own.aliases ?? {})]);
  for (const entry of object.fact.entries) {
    if (entry.kind === 'spread') continue;
    const name = keyOf(linker, object, entry);
    if (name === null || !known.has(name)) return `its option \`${name ?? '?'}\` is not known to mean the same to other models`;
  }
  return null;
}

/** Headers that a client sends with every request, and that carry a key. */
export function headerObstacle(linker: Linker, object: ObjectValue, option: string, left: Left = new Map()): string | null {
  for (const found of lookUp(linker, object, option).found) {
    if (left.has(found.entry)) continue;
    for (const headers of objectsOf(entryValue(linker, found))) {
      for (const entry of headers.fact.entries) {
        const name = entry.kind === 'spread' ? null : keyOf(linker, headers, entry);
        if (name !== null && keyHeader.test(name)) return `its \`${option}\` carry a key in \`${name}\``;
      }
    }
  }
  return null;
}

/** Options in a variable of the program's own type may have no room for another property. */
function declaredTypeObstacle({ analyses: { linker } }: PlanContext, client: Client, names: readonly string[]): string | null {
  const argument = client.call.arguments.facts.positional.map(unwrapTyped)[0];
  if (argument?.kind !== 'name' || !argument.binding?.type) return null;
  const type = linker.evaluate(argument.binding.type, client.call.arguments.frame);
  const missing = names.find((name) =>
    alternativesOf(type).some(
      (each) =>
        each.kind === 'typed' &&
        each.type.kind === 'interface' &&
        linker.member(each, name)?.kind === 'unknown' &&
        !each.type.fact.members.has(name),
    ),
  );
  return missing === undefined ? null : `the type of \`${argument.name}\` has no \`${missing}\``;
}

/** Options that something else takes as well would change for it too. */
function sharedOptions(context: PlanContext, object: ObjectValue, group: ClientGroup): string | null {
  const own = new Set(group.clients.map(({ call }) => call.expression));
  const taker = takersOf(context, object.fact).find(({ call, facts }) => !own.has(call) && !isFactory(context, call, facts));
  return taker ? `its options are used elsewhere too (${context.place(taker.facts.file, taker.call.calleeRange.start)})` : null;
}

/** True for a function of the program: what it does with the options is seen where it does it. */
function isFactory({ analyses: { linker } }: PlanContext, call: ModuleFacts['calls'][number], facts: ModuleFacts): boolean {
  return alternativesOf(linker.evaluate(call.callee, linker.root(facts))).every(
    (callee) => callee.kind === 'function' || callee.kind === 'class',
  );
}
