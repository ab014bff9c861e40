import type { ObjectEntry } from '../../facts/expression';
import type { Writing } from '../../facts/moduleFacts';
import { alternativesOf, type ObjectValue } from '../../link/value';
import { sourceOf, type LocatedEdit, type PlanContext } from '../context';
import { editObject, type ObjectChange, type Property } from '../options/objectEdit';
import { entryValue, keyOf, lookUp } from '../options/objects';
import { headerObstacle } from '../options/optionsObstacle';

/** A property of a dotted name (`clientOptions.authToken`) as one of the first part's name. */
export function written(writing: Writing, { name, value }: Property): Property {
  const [first = '', ...rest] = name.split('.');
  const { padding } = writing;
  return {
    name: first,
    value: rest.reduceRight((inner, each) => `{${padding}${writing.property(each, inner, 'literal')}${padding}}`, value),
  };
}

/** Edits of the objects that dotted properties stand in, and the properties that are to be set on the options themselves. */
export function nestedEdits(
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
    else if (found.length === 0) rest.push(written(object.frame.module.writing, property));
    else {
      const values = found.flatMap((each) => alternativesOf(entryValue(linker, each)));
      const literals = values.flatMap((value) => (value.kind === 'object' ? [value] : []));
      if (deeper.length > 0 || literals.length < values.length) return { obstacle: `its \`${first}\` is not an object literal in sight` };
      for (const literal of literals) {
        const edited = editNested(context, { literal, outer: object }, { name: inner, value: property.value }, headersOption);
        if (edited === null) return { obstacle: `something spread into its \`${first}\` can hold \`${inner}\` as well` };
        if ('obstacle' in edited) return edited;
        edits.push(...edited.edits);
      }
    }
  }
  return { edits, rest };
}

/** Null where something else could give the property. */
function editNested(
  context: PlanContext,
  { literal, outer }: { readonly literal: ObjectValue; readonly outer: ObjectValue },
  property: Property,
  headersOption: string,
): { readonly obstacle: string } | { readonly edits: readonly LocatedEdit[] } | null {
  const source = sourceOf(context, literal.frame.module);
  const headers = headerObstacle(context.analyses.linker, literal, headersOption);
  if (headers !== null) return { obstacle: headers };
  const own = ownEntry(context, literal, property.name);
  if (!source || own === 'overridden' || canComeFromElsewhere(context, literal, property.name) !== (own !== null)) return null;
  const change: ObjectChange = {
    replace: new Map(own ? [[own, property]] : []),
    remove: new Set(),
    add: own ? [] : [property],
    addLast: false,
    keepLine:
      outer.frame.module === literal.frame.module && !source.text.slice(outer.fact.range.start, outer.fact.range.end).includes('\n'),
  };
  return { edits: editObject(source, literal.fact, change).map((edit) => ({ file: literal.frame.module.file, ...edit })) };
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
