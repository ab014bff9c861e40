import type { ObjectEntry } from '../../facts/expression';
import { alternativesOf, type ObjectValue } from '../../link/value';
import type { RewriteRecipe } from '../../match/description';
import { ClientEndpoint, type Wanted } from './clientEndpoint';
import type { Client, ClientGroup } from '../clients';
import { objectsOf } from '../clients';
import { sourceOf, type LocatedEdit, type PlanContext } from '../context';
import { planNamed } from './namedOptions';
import { editObject, newObject, type ObjectChange, type Property, type SourceContext } from '../options/objectEdit';
import { entryValue, keyOf, lookUp } from '../options/objects';
import { headerObstacle, objectObstacle } from '../options/optionsObstacle';

/** What becomes of a client: its edits, or why it stays. */
export type ClientPlan = { readonly obstacle: string } | { readonly edits: readonly LocatedEdit[]; readonly steps: readonly string[] };

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
  const { analyses, target } = context;
  // A ready-made provider is exchanged, not given other options.
  if (client.binding && !client.matched.route.sdk.rewrite?.own) return { edits: [], steps: [] };
  const endpoint = ClientEndpoint.of(context, client);
  if (!endpoint) return { obstacle: 'its base URL is not an option of the client' };
  const { call } = client;
  const { holder } = endpoint.options;
  if (holder === 'named') return planNamed(context, client, endpoint, group);
  if (call.arguments.facts.spreadFrom <= holder) return { obstacle: 'its arguments are spread into the call' };
  if (call.arguments.facts.positional.length <= holder) {
    if (holder > 0 && !endpoint.recipe.own) return { obstacle: 'its options are not in sight' };
    const facts = call.arguments.frame.module.file === call.file ? call.arguments.frame.module : analyses.graph.load(call.file);
    const source = facts && sourceOf(context, facts);
    if (!source) return { obstacle: 'its file is not in sight' };
    const { set } = endpoint.wantedIn(facts, call.expression.range.start, []);
    return { edits: [{ file: call.file, ...emptyCall(source, client, set) }], steps: endpoint.steps };
  }
  if (client.options === undefined || client.undecided || !isAllObjects(client))
    return { obstacle: 'its options are not an object literal in sight' };
  const objects = objectsOf(client.options);
  if (target.keyPlaceholder === null && objects.some((object) => endpoint.isBlind(object.frame.module, objects))) {
    return { obstacle: `it runs in a browser, and nothing shows how its code could read the key of ${target.name}` };
  }
  const edits: LocatedEdit[] = [];
  for (const object of objects) {
    const wanted = endpoint.wantedIn(object.frame.module, object.fact.range.start, objects);
    const planned = planOptions(context, client, object, wanted, group, endpoint.recipe);
    if ('obstacle' in planned) return planned;
    edits.push(...planned.edits);
  }
  return { edits, steps: endpoint.steps };
}

/** The construction without arguments, given options. */
function emptyCall(
  source: SourceContext,
  { call }: Client,
  properties: readonly Property[],
): { range: { start: number; end: number }; newText: string } {
  const { range, arguments: args } = call.expression;
  const object = newObject(source, properties.map(written), range.end);
  // `new X` without parentheses ends where its arguments would start.
  const hasParentheses = args.range.start < range.end;
  const at = hasParentheses ? range.end - 1 : range.end;
  // A comment between the parentheses stays before the options.
  if (args.positional.length > 0) return { range: { start: at, end: at }, newText: `, ${object}` };
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
  const nested = nestedEdits(context, object, wanted.set, recipe.headersOption);
  if ('obstacle' in nested) return nested;
  const set = nested.rest;
  const names = [...set, ...wanted.change].map(({ name }) => name);
  const obstacle = objectObstacle(context, client, object, names, recipe, group);
  if (obstacle !== null) return { obstacle };
  const replace = new Map<ObjectEntry, Property>();
  const add: Property[] = [];
  let addLast = false;
  for (const property of [...set, ...wanted.change]) {
    const own = ownEntry(context, object, property.name);
    if (own === 'overridden')
      return { obstacle: `\`${property.name}\` stands before something spread into the options that can replace it` };
    if (own) replace.set(own, property);
    else if (set.includes(property) || lookUp(linker, object, property.name).found.length > 0) {
      add.push(property);
      addLast ||= canComeFromElsewhere(context, object, property.name);
    }
  }
  const change: ObjectChange = { replace, remove: new Set(), add, addLast };
  const edits = editObject(source, object.fact, change).map((edit) => ({ file: object.frame.module.file, ...edit }));
  return { edits: [...nested.edits, ...edits], steps: [] };
}

/** A property of a dotted name as one of the first part's name. */
function written({ name, value }: Property): Property {
  const [first = '', ...rest] = name.split('.');
  return { name: first, value: rest.reduceRight((inner, each) => `{ ${each}: ${inner} }`, value) };
}

/** Edits of the objects that dotted properties stand in, and the properties that are to be set on the options themselves. */
function nestedEdits(
  context: PlanContext,
  object: ObjectValue,
  properties: readonly Property[],
  headersOption: string,
): { readonly obstacle: string } | { readonly edits: readonly LocatedEdit[]; readonly rest: readonly Property[] } {
  const { linker } = context.analyses;
  const edits: LocatedEdit[] = [];
  const rest: Property[] = [];
  for (const property of properties) {
    const [first = '', inner, ...deeper] = property.name.split('.');
    const { found } = lookUp(linker, object, first);
    if (inner === undefined) rest.push(property);
    else if (found.length === 0) rest.push(written(property));
    else {
      const values = found.flatMap((each) => alternativesOf(entryValue(linker, each)));
      const literals = values.flatMap((value) => (value.kind === 'object' ? [value] : []));
      if (deeper.length > 0 || literals.length < values.length) return { obstacle: `its \`${first}\` is not an object literal in sight` };
      for (const literal of literals) {
        const source = sourceOf(context, literal.frame.module);
        const headers = headerObstacle(linker, literal, headersOption);
        if (headers !== null) return { obstacle: headers };
        const own = ownEntry(context, literal, inner);
        if (!source || own === 'overridden' || canComeFromElsewhere(context, literal, inner) !== (own !== null)) {
          return { obstacle: `something spread into its \`${first}\` can hold the address as well` };
        }
        const change: ObjectChange = {
          replace: new Map(own ? [[own, { name: inner, value: property.value }]] : []),
          remove: new Set(),
          add: own ? [] : [{ name: inner, value: property.value }],
          addLast: false,
        };
        edits.push(...editObject(source, literal.fact, change).map((edit) => ({ file: literal.frame.module.file, ...edit })));
      }
    }
  }
  return { edits, rest };
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
