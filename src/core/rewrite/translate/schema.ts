import type { Expression, ObjectEntry, ObjectExpression } from '../../facts/expression';
import type { SchemaTranslation } from '../../match/translation';
import type { TextEdit } from '../../text/textEdit';
import { editObject, type Property } from '../options/objectEdit';
import { Untranslatable, type RequestText } from './requestText';

/** Code of a schema of JSON for one in a vendor's form of it; what a constant holds is rewritten where it stands. */
export function schemaCode(request: RequestText, value: Expression, translation: SchemaTranslation, what: string): string {
  const kept = request.kept(value, what);
  if (kept) {
    request.elsewhere.push(...schemaEdits(request, kept, translation));
    return request.code(value);
  }
  if (value.kind !== 'object') throw new Untranslatable(`its \`${what}\` is not written out`);
  return request.edited(value, schemaEdits(request, value, translation));
}

/** The edits that make an object literal a schema of JSON, with all schemas within it. */
export function schemaEdits(request: RequestText, object: ObjectExpression, translation: SchemaTranslation): TextEdit[] {
  const entries = request.entries(object, 'its schema');
  const replace = new Map<ObjectEntry, Property>();
  const remove = new Set<ObjectEntry>();
  const inner: TextEdit[] = [];
  const nested = (value: Expression): void => {
    if (value.kind !== 'object') throw new Untranslatable('its schema is put together from others');
    inner.push(...schemaEdits(request, value, translation));
  };
  const { type: named, absent, counts } = translation;
  const orAbsent = entries.get(absent)?.value;
  const isOptional = orAbsent?.kind === 'literal' && orAbsent.value === true;
  for (const [name, entry] of entries) {
    const { value } = entry;
    if (name === named) {
      const type = request.constant(value)?.toLowerCase();
      if (type === undefined || !translation.types.includes(type)) throw new Untranslatable('a type of its schema is not decided here');
      const code = request.quoted(type);
      replace.set(entry, { name, value: isOptional ? `[${code}, ${request.quoted('null')}]` : code });
      request.gone.push(value.range);
    } else if (name === absent) {
      if (orAbsent?.kind !== 'literal') throw new Untranslatable(`\`${absent}\` of its schema is not decided here`);
      remove.add(entry);
    } else if (counts.includes(name)) {
      const count = request.constant(value);
      if (count !== null && /^\d+$/.test(count)) replace.set(entry, { name, value: count });
    } else if (translation.drops.includes(name)) remove.add(entry);
    else if (translation.one.includes(name)) nested(value);
    else if (translation.list.includes(name)) {
      if (value.kind !== 'array') throw new Untranslatable('its schema is put together from others');
      for (const each of value.elements) nested(each);
    } else if (translation.each.includes(name)) {
      if (value.kind !== 'object') throw new Untranslatable('its schema is put together from others');
      for (const { value: each } of request.entries(value, 'its schema').values()) nested(each);
    } else if (!translation.keeps.includes(name)) throw new Untranslatable(`\`${name}\` of its schema has no counterpart`);
  }
  if (isOptional && !entries.has(named)) throw new Untranslatable('a type of its schema is not decided here');
  return [...editObject(request.source, object, { replace, remove, add: [], addLast: false, keepLine: true }), ...inner];
}
