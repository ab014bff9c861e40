import type { ObjectEntry } from '../../facts/expression';
import type { Writing } from '../../facts/moduleFacts';
import { alternativesOf, type ObjectValue } from '../../link/value';
import { sourceOf, type LocatedEdit, type PlanContext } from '../context';
import { editObject, type ObjectChange, type Property } from '../options/objectEdit';
import { entryValue, keyOf, lookUp } from '../options/objects';
import { leavingSteps, leftBehind, type Leaving } from '../options/leftBehind';
import { headerObstacle } from '../options/optionsObstacle';

/** Properties as they stand on the options themselves: those of dotted names (`clientOptions.authToken`) in objects of their first parts. */
export function written(writing: Writing, properties: readonly Property[]): Property[] {
  return [...byFirst(properties)].map(([name, inner]) => {
    const [first] = inner;
    if (first?.name === '') return { name, value: first.value };
    const { padding } = writing;
    const entries = written(writing, inner).map((each) => writing.property(each.name, each.value, 'literal'));
    return { name, value: `{${padding}${entries.join(', ')}${padding}}` };
  });
}

/** Properties by the first parts of their names, each with the rest of its name. */
function byFirst(properties: readonly Property[]): ReadonlyMap<string, readonly Property[]> {
  const groups = new Map<string, Property[]>();
  for (const { name, value } of properties) {
    const [first = '', ...rest] = name.split('.');
    groups.set(first, [...(groups.get(first) ?? []), { name: rest.join('.'), value }]);
  }
  return groups;
}

interface NestedEdits {
  readonly edits: readonly LocatedEdit[];
  readonly rest: readonly Property[];
  readonly steps: readonly string[];
}

/** Edits of the objects that dotted properties stand in, and the properties that are to be set on the options themselves. */
export function nestedEdits(
  context: PlanContext,
  object: ObjectValue,
  properties: readonly Property[],
  leaving: Leaving,
): { readonly obstacle: string } | NestedEdits {
  const { linker } = context.analyses;
  const edits: LocatedEdit[] = [];
  const rest: Property[] = [];
  const steps: string[] = [];
  for (const [first, inner] of byFirst(properties)) {
    const { found } = lookUp(linker, object, first);
    const isPlain = inner.some(({ name }) => name === '');
    if (isPlain || found.length === 0) {
      const whole = inner.map(({ name, value }) => ({ name: name === '' ? first : `${first}.${name}`, value }));
      rest.push(...(isPlain ? whole : written(object.frame.module.writing, whole)));
      continue;
    }
    const values = found.flatMap((each) => alternativesOf(entryValue(linker, each)));
    const literals = values.flatMap((value) => (value.kind === 'object' ? [value] : []));
    if (inner.some(({ name }) => name.includes('.')) || literals.length < values.length)
      return { obstacle: `its \`${first}\` is not an object literal in sight` };
    for (const literal of literals) {
      const edited = editNested(context, { literal, outer: object }, inner, { ...leaving, within: first });
      if (typeof edited === 'string') return { obstacle: `something spread into its \`${first}\` can hold \`${edited}\` as well` };
      if ('obstacle' in edited) return edited;
      edits.push(...edited.edits);
      steps.push(...edited.steps);
    }
  }
  return { edits, rest, steps };
}

/** The name of a property where something else could give it. */
function editNested(
  context: PlanContext,
  { literal, outer }: { readonly literal: ObjectValue; readonly outer: ObjectValue },
  properties: readonly Property[],
  leaving: Leaving,
): { readonly obstacle: string } | Omit<NestedEdits, 'rest'> | string {
  const source = sourceOf(context, literal.frame.module);
  const left = leftBehind(context, literal, leaving);
  const headers = headerObstacle(context.analyses.linker, literal, leaving.recipe.headersOption, left);
  if (headers !== null) return { obstacle: headers };
  const replace = new Map<ObjectEntry, Property>();
  const add: Property[] = [];
  for (const property of properties) {
    const own = ownEntry(context, literal, property.name);
    if (!source || own === 'overridden' || canComeFromElsewhere(context, literal, property.name) !== (own !== null)) return property.name;
    if (own) replace.set(own, property);
    else add.push(property);
  }
  if (!source) return { edits: [], steps: [] };
  const keepLine =
    outer.frame.module === literal.frame.module && !source.text.slice(outer.fact.range.start, outer.fact.range.end).includes('\n');
  const change: ObjectChange = { replace, remove: new Set(left.keys()), add, addLast: false, keepLine };
  return {
    edits: editObject(source, literal.fact, change).map((edit) => ({ file: literal.frame.module.file, ...edit })),
    steps: leavingSteps(left.values(), leaving),
  };
}

/** The object's own last entry for a property; `overridden` when something behind it can give the property as well. */
export function ownEntry(context: PlanContext, object: ObjectValue, name: string): ObjectEntry | 'overridden' | null {
  const { linker } = context.analyses;
  const { entries } = object.fact;
  const index = entries.findLastIndex((entry) => entry.kind !== 'spread' && keyOf(linker, object, entry) === name);
  const own = entries[index];
  if (!own) return null;
  const later = entries.slice(index + 1).some((entry) => canGive(context, object, entry, name));
  return later ? 'overridden' : own;
}

/** True when an entry of an object, its own or spread into it, can give a property. */
export function canComeFromElsewhere(context: PlanContext, object: ObjectValue, name: string): boolean {
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
