import type { ObjectEntry } from '../../facts/expression';
import { alternativesOf, type ObjectValue } from '../../link/value';
import type { RewriteRecipe } from '../../match/rewriteRecipe';
import { planAmbient } from '../environment/ambientClient';
import type { VariableChange } from '../environment/variables';
import { ClientEndpoint, type Wanted } from './clientEndpoint';
import type { Client, ClientGroup } from '../clients';
import { objectsOf } from '../clients';
import { sourceOf, type LocatedEdit, type PlanContext } from '../context';
import { dependencyOf } from '../exchange/dependencyOf';
import { isOfProvider, routedObstacle, routedOf } from '../model/routed';
import { recipeOf } from '../groupRecipe';
import { clientMovedAs } from '../movedAs';
import { planKeyAlone } from './keyAlone';
import { planNamed } from './namedOptions';
import { editObject, newObject, type ObjectChange, type Property, type SourceContext } from '../options/objectEdit';
import { canComeFromElsewhere, nestedEdits, ownEntry, written } from './nestedOptions';
import { leavingOf, leavingSteps, leftBehind } from '../options/leftBehind';
import { objectObstacle } from '../options/optionsObstacle';

/** What becomes of a client: its edits, or why it stays. */
export type ClientPlan =
  | { readonly obstacle: string }
  | {
      readonly edits: readonly LocatedEdit[];
      readonly steps: readonly string[];
      /** What its environment must say, where the code stays as it is. */
      readonly variables?: readonly VariableChange[];
    };

/** Plans the edit of every place where a client of the group is made. */
export function planClients(context: PlanContext, group: ClientGroup): ClientPlan {
  const edits: LocatedEdit[] = [];
  const steps: string[] = [];
  const variables: VariableChange[] = [];
  const isCode = context.request.style !== 'env-file';
  for (const each of group.clients) {
    const client = clientMovedAs(group, each);
    const planned = isCode ? planClient(context, client, group) : planAmbient(context, client, group);
    if ('obstacle' in planned) return planned;
    if ('edits' in planned) {
      edits.push(...planned.edits);
      steps.push(...planned.steps);
    } else variables.push(...planned.variables);
  }
  return { edits, steps: [...new Set(steps)], variables };
}

/** A client's edits, with the dependency on the package that makes its model from now on where it is another one's. */
function planClient(context: PlanContext, client: Client, group: ClientGroup): ClientPlan {
  const planned = planEndpoint(context, client, group);
  const routed = routedOf(client.matched);
  if (!routed || 'obstacle' in planned || isOfProvider(client.matched, routed)) return planned;
  const dependency = dependencyOf(context, client.call.file, routed);
  switch (dependency.kind) {
    case 'there':
      return planned;
    case 'edit':
      return { edits: [...planned.edits, dependency.edit], steps: [...planned.steps, dependency.step] };
    case 'note':
      return { edits: planned.edits, steps: [...planned.steps, `Install ${routed.package}, which makes the model from now on`] };
    case 'obstacle':
      return dependency;
  }
}

function planEndpoint(context: PlanContext, client: Client, group: ClientGroup): ClientPlan {
  const { analyses, target } = context;
  // A ready-made provider is exchanged, not given other options.
  const recipe = recipeOf(context, group, client.matched);
  if (recipe?.translation || (client.binding && !recipe?.own)) return { edits: [], steps: [] };
  if (recipe?.keyAlone) return planKeyAlone(context, client, group, recipe);
  const endpoint = ClientEndpoint.of(context, client);
  if (!endpoint) return { obstacle: 'its base URL is not an option of the client' };
  const routed = routedObstacle(context, client, group);
  if (routed !== null) return { obstacle: routed };
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
  const steps: string[] = [];
  for (const object of objects) {
    const wanted = endpoint.wantedIn(object.frame.module, object.fact.range.start, objects);
    const planned = planOptions(context, client, object, wanted, group, endpoint.recipe);
    if ('obstacle' in planned) return planned;
    edits.push(...planned.edits);
    steps.push(...planned.steps);
  }
  return { edits, steps: [...endpoint.steps, ...steps] };
}

/** The construction without arguments, given options. */
function emptyCall(
  source: SourceContext,
  { call }: Client,
  properties: readonly Property[],
): { range: { start: number; end: number }; newText: string } {
  const { range, arguments: args } = call.expression;
  const object = newObject(source, written(source.writing, properties), range.end);
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
  const source = sourceOf(context, object.frame.module);
  if (!source) return { obstacle: 'its options are not in sight' };
  const leaving = leavingOf(recipe, client.matched);
  const nested = nestedEdits(context, object, wanted.set, leaving);
  if ('obstacle' in nested) return nested;
  const set = nested.rest;
  const names = set.map(({ name }) => name);
  const left = leftBehind(context, object, leaving);
  const obstacle = objectObstacle(context, client, object, names, recipe, group, left);
  if (obstacle !== null) return { obstacle };
  const drafted = draftChange(context, object, { ...wanted, set });
  if (typeof drafted === 'string') return { obstacle: drafted };
  const change = { ...drafted, remove: new Set([...drafted.remove, ...left.keys()]) };
  const edits = editObject(source, object.fact, change).map((edit) => ({ file: object.frame.module.file, ...edit }));
  return { edits: [...nested.edits, ...edits], steps: [...nested.steps, ...leavingSteps(left.values(), leaving)] };
}

/** What becomes of an object's own entries, or why it can't. */
function draftChange(
  context: PlanContext,
  object: ObjectValue,
  { set, drop, rename = {}, remove: gone = [] }: Wanted,
): ObjectChange | string {
  const replace = new Map<ObjectEntry, Property>();
  const remove = new Set<ObjectEntry>();
  const missing: Property[] = [];
  for (const property of set) {
    const own = ownEntry(context, object, property.name);
    if (own === 'overridden') return `\`${property.name}\` stands before something spread into the options that can replace it`;
    if (own) replace.set(own, property);
    else missing.push(property);
  }
  for (const [name, successor] of Object.entries(drop)) {
    const own = ownEntry(context, object, name);
    if (own === 'overridden' || (!own && canComeFromElsewhere(context, object, name)))
      return `what is spread into its options can hold \`${name}\` as well`;
    if (!own) continue;
    const free = missing.filter((each) => !canComeFromElsewhere(context, object, each.name));
    const taking = free.find((each) => each.name === successor) ?? free[0];
    if (taking) {
      replace.set(own, taking);
      missing.splice(missing.indexOf(taking), 1);
    } else remove.add(own);
  }
  for (const [name, next] of Object.entries(rename)) {
    const own = ownEntry(context, object, name);
    if (own === 'overridden') return `what is spread into its options can hold \`${name}\` as well`;
    const { start, end } = own?.value.range ?? { start: 0, end: 0 };
    const text = context.analyses.graph.text(object.frame.module.file) ?? '';
    if (own) replace.set(own, { name: next, value: text.slice(start, end) });
  }
  for (const name of gone) {
    const own = ownEntry(context, object, name);
    if (own && own !== 'overridden') remove.add(own);
  }
  const addLast = missing.some(({ name }) => canComeFromElsewhere(context, object, name));
  return { replace, remove, add: missing, addLast };
}
