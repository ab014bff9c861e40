import type { ObjectExpression } from '../../facts/expression';
import type { MatchedCall } from '../../match/matcher';
import type { RewriteRecipe } from '../../match/rewriteRecipe';
import { contains } from '../../text/range';
import type { Client, ClientGroup, SiteRef } from '../clients';
import { sourceOf, type LocatedEdit, type PlanContext } from '../context';
import { editObject, newObject, type SourceContext } from '../options/objectEdit';
import { optionPlace } from '../options/optionPlace';
import type { ClientPlan } from './clientPlan';
import { baseUrlFor, baseUrlVariable, endpointCode, variableStyleOf, type EndpointCode } from './endpointCode';

/** Plans a client that is given its key alone: it gets the target's, and each model that it makes is told the address. */
export function planKeyAlone(context: PlanContext, client: Client, group: ClientGroup, recipe: RewriteRecipe): ClientPlan {
  const { call } = client;
  const written = writtenAt(context, call.file, recipe, call.expression.range.start);
  const { positional, range, spreadFrom } = call.expression.arguments;
  if (!written || positional.length > 1 || spreadFrom < Infinity) return { obstacle: 'its key is not its one argument' };
  if (written.source.comments.some((comment) => contains(range, comment.range)))
    return { obstacle: 'a comment stands within what would change' };
  // `new X` without parentheses ends where its arguments would start.
  const { key } = written.code;
  const edits: LocatedEdit[] = [{ file: call.file, range, newText: range.start < call.expression.range.end ? key : `(${key})` }];
  // The models of all clients of a group are told once.
  for (const ref of group.clients[0] === client ? group.sites : []) {
    const told = modelEdits(context, ref, recipe);
    if ('obstacle' in told) return told;
    edits.push(...told.edits);
  }
  return { edits, steps: [stepOf(context, client, recipe)] };
}

function stepOf(context: PlanContext, { call }: Client, recipe: RewriteRecipe): string {
  const { target, request } = context;
  const where = context.place(call.file, call.expression.calleeRange.start);
  const variable = request.style === 'environment' ? `, or where ${baseUrlVariable(target, recipe)} says` : '';
  return `Point the models of the client (${where}) at ${target.name}: ${baseUrlFor(target, recipe) ?? ''}${variable}`;
}

interface Written {
  readonly source: SourceContext;
  readonly code: EndpointCode;
}

function writtenAt(context: PlanContext, file: string, recipe: RewriteRecipe, offset: number): Written | null {
  const facts = context.analyses.graph.load(file);
  const source = facts && sourceOf(context, facts);
  if (!facts || !source) return null;
  const variables = variableStyleOf(facts, context.modules());
  return { source, code: endpointCode(context.target, recipe, context.request.style, { writing: facts.writing, variables, offset }) };
}

type Edits = { readonly obstacle: string } | { readonly edits: readonly LocatedEdit[] };

/** The edit by which a model is told its address; none for call sites that are told none. */
function modelEdits(context: PlanContext, ref: SiteRef, recipe: RewriteRecipe): Edits {
  const [matched] = ref.site.matched;
  const option = matched && optionOf(matched);
  if (!option) return { edits: [] };
  const { call } = ref.site;
  const written = writtenAt(context, ref.file, recipe, call.range.start);
  const { positional, spreadFrom } = call.arguments;
  const unseen: Edits = { obstacle: 'the options of its model are not written out where it is made' };
  if (!written || spreadFrom < Infinity) return unseen;
  const property = { name: option.name, value: written.code.baseUrl };
  const given = positional[option.holder];
  const last = positional[option.holder - 1];
  if (given) {
    const edits = given.kind === 'object' ? objectEdits(written, given, property) : null;
    return edits ? { edits: edits.map((edit) => ({ file: ref.file, ...edit })) } : unseen;
  }
  if (!last) return unseen;
  const at = last.range.end;
  return { edits: [{ file: ref.file, range: { start: at, end: at }, newText: `, ${newObject(written.source, [property], at)}` }] };
}

/** Where a model is told its address: a property of one of its arguments. */
function optionOf({ operation }: MatchedCall): { readonly holder: number; readonly name: string } | null {
  const slot = operation.site?.kind === 'model-binding' ? operation.settings?.baseUrl : undefined;
  if (typeof slot !== 'string') return null;
  const { holder, path } = optionPlace(slot);
  const [name] = path;
  return typeof holder === 'number' && name !== undefined ? { holder, name } : null;
}

function objectEdits(
  { source }: Written,
  object: ObjectExpression,
  property: { name: string; value: string },
): ReturnType<typeof editObject> | null {
  if (object.entries.some((entry) => entry.kind === 'spread' || typeof entry.name !== 'string')) return null;
  const own = object.entries.findLast((entry) => entry.kind !== 'spread' && entry.name === property.name);
  const replace = new Map(own ? [[own, property]] : []);
  return editObject(source, object, { replace, remove: new Set(), add: own ? [] : [property], addLast: false });
}
