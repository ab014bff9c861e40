import type { Expression, ObjectEntry } from '../../facts/expression';
import { alternativesOf, type ObjectValue, type Value } from '../../link/value';
import type { MatchedCall } from '../../match/matcher';
import type { RewriteRecipe } from '../../match/rewriteRecipe';
import { contains } from '../../text/range';
import { sourceOf, type PlanContext } from '../context';
import { keyOf, lookUp } from './objects';

/** What a move needs to know of what it leaves behind: the client's recipe, and the variables with the vendor's keys. */
export interface Leaving {
  readonly recipe: RewriteRecipe;
  readonly keyVariables: readonly string[];
  /** The option whose object is looked at, where it is not the options themselves: `configuration`. */
  readonly within?: string;
}

/** What is left behind by a client. */
export function leavingOf(recipe: RewriteRecipe, { route }: MatchedCall): Leaving {
  return { recipe, keyVariables: route.sdk.keyVariables ?? [] };
}

/** What is done to entries that are left behind, for people. */
export function leavingSteps(left: Iterable<string>, { recipe }: Leaving): string[] {
  return [...left].map((name) =>
    name === recipe.headersOption
      ? `Leave \`${name}\` out: they hold nothing but the vendor's key`
      : `Leave \`${name}\` out, which only the vendor knows`,
  );
}

/** Entries of an object of options that mean something to the vendor alone, by what they are called for people. */
export function leftBehind(context: PlanContext, object: ObjectValue, leaving: Leaving): ReadonlyMap<ObjectEntry, string> {
  const entries = new Map<ObjectEntry, string>();
  for (const name of ownNames(leaving)) {
    const entry = soleEntry(context, object, name);
    if (entry && isPlain(context, object, entry.value)) entries.set(entry, name);
  }
  const headers = soleEntry(context, object, leaving.recipe.headersOption);
  if (headers && leaving.recipe.authorization !== true && isVendorsKeyAlone(context, object, headers.value, leaving))
    entries.set(headers, leaving.recipe.headersOption);
  return entries;
}

/** Options of the object that name the vendor's customer. */
function ownNames({ recipe: { customerOptions = [] }, within }: Leaving): readonly string[] {
  const before = within === undefined ? '' : `${within}.`;
  return customerOptions
    .filter((option) => option.startsWith(before))
    .map((option) => option.slice(before.length))
    .filter((option) => !option.includes('.'));
}

type Property = Extract<ObjectEntry, { kind: 'property' }>;

/** The one entry that gives an option, where nothing else can and no comment would go with it. */
function soleEntry(context: PlanContext, object: ObjectValue, name: string): Property | null {
  const { linker } = context.analyses;
  const { found, certain } = lookUp(linker, object, name);
  const [first, ...others] = found;
  if (first?.object !== object || others.length > 0 || !certain || first.entry.kind !== 'property') return null;
  const { entries, range } = object.fact;
  const named = entries.filter((entry) => entry.kind !== 'spread' && keyOf(linker, object, entry) === name);
  const source = sourceOf(context, object.frame.module);
  if (!source || named.length > 1 || entries.some(({ kind }) => kind === 'spread')) return null;
  const next = entries[entries.indexOf(first.entry) + 1]?.range.start ?? range.end;
  const around = { start: first.entry.range.start, end: next };
  return source.comments.some((comment) => contains(around, comment.range)) ? null : first.entry;
}

/** True for a text that stands there or a variable of the environment that is read there: nothing else is left over without it. */
function isPlain(context: PlanContext, object: ObjectValue, value: Expression): boolean {
  if (value.kind === 'choice') return value.alternatives.every((each) => isPlain(context, object, each));
  if (value.kind === 'literal') return true;
  if (value.kind !== 'member' && value.kind !== 'call') return false;
  return alternativesOf(context.analyses.linker.evaluate(value, object.frame)).every((each) => each.kind === 'variable');
}

/** True for headers none of which says anything but the vendor's own key, as the environment has it. */
function isVendorsKeyAlone(
  { analyses: { linker } }: PlanContext,
  object: ObjectValue,
  value: Expression,
  { keyVariables, recipe: { keyHeaders = [] } }: Leaving,
): boolean {
  if (value.kind !== 'object' || value.entries.length === 0) return false;
  return value.entries.every((entry) => {
    if (entry.kind !== 'property' || typeof entry.name !== 'string' || !keyHeaders.includes(entry.name.toLowerCase())) return false;
    const texts = alternativesOf(linker.evaluate(entry.value, object.frame)).filter((each) => each.kind !== 'literal' || each.value !== '');
    return texts.length > 0 && texts.every((text) => isKey(text, keyVariables));
  });
}

function isKey(text: Value, keyVariables: readonly string[]): boolean {
  if (text.kind === 'variable') return text.name !== null && keyVariables.includes(text.name);
  if (text.kind !== 'template') return false;
  const [before, key, ...rest] = text.parts;
  if (typeof before !== 'string' || !/^bearer $/i.test(before) || key === undefined || typeof key === 'string') return false;
  return rest.every((part) => part === '') && alternativesOf(key).every((each) => isKey(each, keyVariables));
}
