import type { TargetRow } from '../catalog/catalog';
import type { ObjectEntry } from '../facts/expression';
import type { ModuleFacts } from '../facts/moduleFacts';
import { alternativesOf, isAbsent, type ObjectValue } from '../link/value';
import type { RewriteRecipe, SdkDescription } from '../match/description';
import { parseSlot } from '../match/slots';
import type { Client, ClientGroup } from './clients';
import { objectsOf } from './clients';
import type { LocatedEdit, PlanContext } from './context';
import { baseUrlFor, baseUrlVariable, endpointCode, variableStyleOf } from './endpointCode';
import type { EndpointStyle } from './plan';
import { editObject, newObject, type ObjectChange, type Property, type SourceContext } from './objectEdit';
import { entryValue, keyOf, lookUp } from './objects';
import { unwrapTyped } from './unwrap';

/** What becomes of a client: its edits, or why it stays. */
export type ClientPlan = { readonly obstacle: string } | { readonly edits: readonly LocatedEdit[]; readonly steps: readonly string[] };

/** Header names that carry a key; what they hold must not be sent to another server. */
const keyHeader = /auth|token|(?:^|-)key$/i;

/** Plans the edit of every place where a client of the group is made. */
export function planClients(context: PlanContext, group: ClientGroup): ClientPlan {
  const edits: LocatedEdit[] = [];
  const steps: string[] = [];
  for (const client of group.clients) {
    const planned = planClient(context, client, group);
    if ('obstacle' in planned) return planned;
    edits.push(...planned.edits);
    steps.push(...planned.steps);
  }
  return { edits, steps: [...new Set(steps)] };
}

function planClient(context: PlanContext, client: Client, group: ClientGroup): ClientPlan {
  const { analyses, target, request } = context;
  if (client.binding) return { edits: [], steps: [] };
  const recipe = client.matched.route.sdk.rewrite;
  const options = recipe && optionNames(client, recipe);
  const url = recipe && baseUrlFor(target, recipe);
  if (!recipe || !options || url === undefined) return { obstacle: 'its base URL is not an option of the client' };
  const { call } = client;
  if (call.arguments.facts.spreadFrom <= options.argument) return { obstacle: 'its arguments are spread into the call' };
  const where = context.place(call.file, call.expression.calleeRange.start);
  const steps: string[] = [];
  const propertiesFor = (facts: ModuleFacts, objects: readonly ObjectValue[]): Wanted => {
    const variables = variableStyleOf(facts, context.modules());
    const style = isBlind(context, recipe, facts, objects) ? 'literal' : request.style;
    steps.push(pointStep(target, recipe, style, { where, url, prefix: variables.prefix }));
    const code = { ...endpointCode(target, recipe, style, facts.writing, variables), text: (value: string) => facts.writing.text(value) };
    return wantedProperties(context, client.matched.route.sdk, target, recipe, options, code, objects);
  };
  if (call.arguments.facts.positional.length <= options.argument) {
    if (options.argument > 0) return { obstacle: 'its options are not in sight' };
    const facts = call.arguments.frame.module.file === call.file ? call.arguments.frame.module : analyses.graph.load(call.file);
    const source = facts && sourceOf(context, facts);
    if (!source) return { obstacle: 'its file is not in sight' };
    const { set } = propertiesFor(facts, []);
    return { edits: [{ file: call.file, ...emptyCall(source, client, set) }], steps };
  }
  if (client.options === undefined || client.undecided || !isAllObjects(client))
    return { obstacle: 'its options are not an object literal in sight' };
  const objects = objectsOf(client.options);
  if (target.keyPlaceholder === null && objects.some((object) => isBlind(context, recipe, object.frame.module, objects))) {
    return { obstacle: `it runs in a browser, and nothing shows how its code could read the key of ${target.name}` };
  }
  const edits: LocatedEdit[] = [];
  for (const object of objects) {
    const planned = planOptions(context, client, object, propertiesFor(object.frame.module, objects), group, recipe);
    if ('obstacle' in planned) return planned;
    edits.push(...planned.edits);
  }
  return { edits, steps };
}

/** True for code in a browser that does not read the environment: how it could, if at all, is its bundler's affair. */
function isBlind(
  { analyses: { linker } }: PlanContext,
  recipe: RewriteRecipe,
  facts: ModuleFacts,
  objects: readonly ObjectValue[],
): boolean {
  const { browserOption } = recipe;
  if (browserOption === undefined || facts.writing.variableStyle) return false;
  return objects.some((object) =>
    lookUp(linker, object, browserOption).found.some((found) =>
      alternativesOf(entryValue(linker, found)).some((value) => value.kind === 'literal' && value.value === true),
    ),
  );
}

interface OptionNames {
  readonly argument: number;
  readonly baseUrl: string;
  /** The usual key option first. */
  readonly keys: readonly string[];
}

/** The options that hold base URL and key, read off the description's slots: properties of one argument. */
function optionNames({ matched }: Client, { exchange }: RewriteRecipe): OptionNames | null {
  if (exchange) return { argument: 0, baseUrl: exchange.baseUrlOption, keys: [exchange.keyOption] };
  const { baseUrl, key } = matched.operation.settings ?? {};
  if (baseUrl === undefined || key === undefined) return null;
  const slots = [baseUrl, key].map((slot) => (typeof slot === 'string' ? [slot] : slot).map(parseSlot));
  const all = slots.flat();
  const argument = all[0]?.argument;
  if (typeof argument !== 'number' || all.some((slot) => slot.argument !== argument || slot.path.length !== 1)) return null;
  const names = slots.map((each) => each.flatMap(({ path }) => path));
  return { argument, baseUrl: names[0]?.[0] ?? '', keys: names[1] ?? [] };
}

interface Wanted {
  /** Properties that the options must have. */
  readonly set: readonly Property[];
  /** Properties to be changed only where the options have them. */
  readonly change: readonly Property[];
}

function wantedProperties(
  { analyses }: PlanContext,
  sdk: SdkDescription,
  target: TargetRow,
  recipe: RewriteRecipe,
  options: OptionNames,
  code: { readonly baseUrl: string; readonly key: string; readonly text: (value: string) => string },
  objects: readonly ObjectValue[],
): Wanted {
  const baseUrl: Property = { name: options.baseUrl, value: code.baseUrl };
  const bearer = recipe.bearerOption;
  const usual = options.keys[0] ?? '';
  if (bearer !== undefined && target.bearer?.includes(recipe.protocol) === true) {
    // The usual key is ruled out by name, or the SDK would read the vendor's own key from the environment and send it along.
    return { set: [baseUrl, { name: bearer, value: code.key }, { name: usual, value: 'null' }], change: [] };
  }
  const { exchange } = recipe;
  const isOther = exchange && !sdk.packages.includes(exchange.package);
  const named: Property[] =
    isOther && exchange.nameOption !== undefined ? [{ name: exchange.nameOption, value: code.text(target.id) }] : [];
  const own: Property[] = isOther ? Object.entries(exchange.options).map(([name, value]) => ({ name, value: String(value) })) : [];
  const others = options.keys.slice(1).filter((name) => objects.some((object) => lookUp(analyses.linker, object, name).found.length > 0));
  return { set: [...named, baseUrl, { name: usual, value: code.key }, ...own], change: others.map((name) => ({ name, value: 'null' })) };
}

/** The construction without arguments, given options. */
function emptyCall(
  source: SourceContext,
  { call }: Client,
  properties: readonly Property[],
): { range: { start: number; end: number }; newText: string } {
  const { range, arguments: args } = call.expression;
  const object = newObject(source, properties, range.end);
  // `new X` without parentheses ends where its arguments would start.
  const hasParentheses = args.range.start < range.end;
  const at = hasParentheses ? range.end - 1 : range.end;
  // A comment between the parentheses stays before the options.
  const space = /[^\s(]/.test(source.text.charAt(at - 1)) ? ' ' : '';
  return { range: { start: at, end: at }, newText: hasParentheses ? space + object : `(${object})` };
}

function isAllObjects({ options }: Client): boolean {
  return (
    options !== undefined &&
    alternativesOf(options).every((each) => each.kind === 'object' || (each.kind === 'extended' && each.base.kind === 'object'))
  );
}

function planOptions(
  context: PlanContext,
  client: Client,
  object: ObjectValue,
  wanted: Wanted,
  group: ClientGroup,
  recipe: RewriteRecipe,
): ClientPlan {
  const { linker } = context.analyses;
  const source = sourceOf(context, object.frame.module);
  if (!source) return { obstacle: 'its options are not in sight' };
  const names = [...wanted.set, ...wanted.change].map(({ name }) => name);
  const obstacle = optionsObstacle(context, client, object, names, recipe) ?? sharedOptions(context, object, group);
  if (obstacle !== null) return { obstacle };
  const replace = new Map<ObjectEntry, Property>();
  const add: Property[] = [];
  let addLast = false;
  for (const property of [...wanted.set, ...wanted.change]) {
    const own = ownEntry(context, object, property.name);
    if (own === 'overridden')
      return { obstacle: `\`${property.name}\` stands before something spread into the options that can replace it` };
    if (own) replace.set(own, property);
    else if (wanted.set.includes(property) || lookUp(linker, object, property.name).found.length > 0) {
      add.push(property);
      addLast ||= canComeFromElsewhere(context, object, property.name);
    }
  }
  const change: ObjectChange = { replace, remove: new Set(), add, addLast };
  return { edits: editObject(source, object.fact, change).map((edit) => ({ file: object.frame.module.file, ...edit })), steps: [] };
}

/** The object's own last entry for a property; `overridden` when something behind it can give the property as well. */
function ownEntry(context: PlanContext, object: ObjectValue, name: string): ObjectEntry | 'overridden' | null {
  const { linker } = context.analyses;
  const { entries } = object.fact;
  const index = entries.findLastIndex((entry) => entry.kind !== 'spread' && keyOf(linker, object, entry) === name);
  const own = entries[index];
  if (!own) return null;
  const later = entries.slice(index + 1).some((entry) => canGive(context, object, entry, name));
  return later ? 'overridden' : own;
}

function canComeFromElsewhere(context: PlanContext, object: ObjectValue, name: string): boolean {
  return object.fact.entries.some((entry) => canGive(context, object, entry, name));
}

function canGive({ analyses: { linker } }: PlanContext, object: ObjectValue, entry: ObjectEntry, name: string): boolean {
  if (entry.kind !== 'spread') {
    const key = keyOf(linker, object, entry);
    return key === null || key === name;
  }
  const { found, certain } = lookUp(linker, linker.evaluate(entry.value, object.frame), name);
  return found.length > 0 || !certain;
}

/** What in the options themselves speaks against a move. */
function optionsObstacle(
  context: PlanContext,
  client: Client,
  object: ObjectValue,
  names: readonly string[],
  recipe: RewriteRecipe,
): string | null {
  const { linker } = context.analyses;
  const written = alternativesOf(client.options ?? { kind: 'unknown' }).flatMap((each) =>
    each.kind === 'extended' ? [...each.writes.keys()] : [],
  );
  const assigned = names.find((name) => written.includes(name));
  if (assigned !== undefined) return `\`${assigned}\` is assigned after the options were made`;
  const given = (name: string): boolean =>
    lookUp(linker, object, name).found.some((found) => alternativesOf(entryValue(linker, found)).some((value) => !isAbsent(value)));
  const { exchange } = recipe;
  if (exchange && !client.matched.route.sdk.packages.includes(exchange.package)) {
    const kept = new Set([exchange.baseUrlOption, exchange.keyOption, ...exchange.keeps]);
    for (const entry of object.fact.entries) {
      const name = entry.kind === 'spread' ? null : keyOf(linker, object, entry);
      if (name === null) return 'options are spread into its provider, and nothing shows which';
      if (!kept.has(name)) return `its provider has the option \`${name}\`, which only the vendor knows`;
    }
  }
  const credential = recipe.credentialOptions?.find(given);
  if (credential !== undefined) return `it signs in by \`${credential}\`, which only the vendor knows`;
  for (const found of ['defaultHeaders', 'headers'].flatMap((name) => lookUp(linker, object, name).found)) {
    for (const headers of objectsOf(entryValue(linker, found))) {
      for (const entry of headers.fact.entries) {
        const name = entry.kind === 'spread' ? null : keyOf(linker, headers, entry);
        if (name !== null && keyHeader.test(name)) return `its \`defaultHeaders\` carry a key in \`${name}\``;
      }
    }
  }
  return declaredTypeObstacle(context, client, names);
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
  const { linker } = context.analyses;
  const own = new Set(group.clients.map(({ call }) => call.expression));
  for (const facts of context.modules()) {
    for (const call of facts.calls) {
      if (own.has(call)) continue;
      for (const argument of call.arguments.positional) {
        if (argument.kind !== 'name' && argument.kind !== 'member' && argument.kind !== 'object') continue;
        const value = linker.evaluate(argument, linker.root(facts));
        const taken = objectsOf(value).some(
          (each) =>
            (each.fact === object.fact && argument.kind !== 'object') ||
            each.fact.entries.some(
              (entry) =>
                entry.kind === 'spread' &&
                objectsOf(linker.evaluate(entry.value, each.frame)).some((spread) => spread.fact === object.fact),
            ),
        );
        if (taken && !isFactory(context, call, facts))
          return `its options are used elsewhere too (${context.place(facts.file, call.calleeRange.start)})`;
      }
    }
  }
  return null;
}

/** True for a function of the program: what it does with the options is seen where it does it. */
function isFactory({ analyses: { linker } }: PlanContext, call: ModuleFacts['calls'][number], facts: ModuleFacts): boolean {
  return alternativesOf(linker.evaluate(call.callee, linker.root(facts))).every(
    (callee) => callee.kind === 'function' || callee.kind === 'class',
  );
}

function sourceOf({ analyses }: PlanContext, facts: ModuleFacts): SourceContext | null {
  const text = analyses.graph.text(facts.file);
  return text === undefined ? null : { text, comments: facts.comments, writing: facts.writing };
}

interface Point {
  readonly where: string;
  readonly url: string;
  /** What variables of the file's environment start with. */
  readonly prefix: string;
}

function pointStep(target: TargetRow, recipe: RewriteRecipe, style: EndpointStyle, { where, url, prefix }: Point): string {
  const variable = style === 'environment' ? `, or where ${prefix}${baseUrlVariable(target, recipe)} says` : '';
  const key =
    target.keyPlaceholder === null || style === 'environment'
      ? `the key from ${prefix}${target.keyVariable}`
      : `the key "${target.keyPlaceholder}", which ${target.name} does not check`;
  return `Point the client (${where}) at ${target.name}: ${url}${variable}, with ${key}`;
}
