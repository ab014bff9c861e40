import type { Expression, ObjectExpression } from '../../facts/expression';
import type { PropertiesTranslation } from '../../match/translation';
import type { TextEdit } from '../../text/textEdit';
import { Untranslatable, type NamedEntry, type RequestText } from './requestText';

/** Code of an object, or of a list of objects, whose properties have other names; `what` it is, for the reason why not. */
export function propertiesCode(request: RequestText, value: Expression, properties: PropertiesTranslation, what: string): string {
  const refused = new Untranslatable(`its \`${what}\` is not written out in the call`);
  const objects = value.kind === 'array' ? value.elements : [value];
  const edits = objects.flatMap((object) => {
    if (object.kind !== 'object') throw refused;
    return objectEdits(request, object, properties, what);
  });
  return request.edited(value, edits);
}

function objectEdits(request: RequestText, object: ObjectExpression, properties: PropertiesTranslation, what: string): TextEdit[] {
  const entries = request.entries(object, `its \`${what}\``);
  const missing = Object.entries(properties).find(([name, { texts }]) => texts !== undefined && !entries.has(name));
  if (missing) throw new Untranslatable(`its \`${what}\` does not say its \`${missing[0]}\``);
  return [...entries].flatMap(([name, entry]) => {
    const property = properties[name];
    const isKnown = property?.texts === undefined || property.texts.includes(request.constant(entry.value) ?? '');
    if (!property || !isKnown) throw new Untranslatable(`\`${name}\` of its \`${what}\` has no counterpart`);
    const inner = property.properties;
    if (inner && entry.value.kind !== 'object') throw new Untranslatable(`its \`${what}\` is not written out in the call`);
    const deeper = inner && entry.value.kind === 'object' ? objectEdits(request, entry.value, inner, what) : [];
    return [...renaming(request, entry, name, property.name), ...deeper];
  });
}

/** The edit of a property's name; a shorthand gets one. */
function renaming(request: RequestText, { range, value }: NamedEntry, name: string, becomes: string): TextEdit[] {
  if (name === becomes) return [];
  const { start } = range;
  if (value.range.start === start) return [{ range: { start, end: start }, newText: `${becomes}: ` }];
  const isQuoted = /^['"]/.test(request.source.text.slice(start));
  return [{ range: { start, end: start + name.length + (isQuoted ? 2 : 0) }, newText: becomes }];
}
