import type { Expression } from '../../facts/expression';
import type { TranslatedCall } from '../../match/translation';
import { Untranslatable, type NamedEntry, type RequestText } from './requestText';

/** Code of the messages for what is asked: a text, parts of one, or turns. */
export function turnsOf(request: RequestText, given: Expression, translated: TranslatedCall): string[] {
  const { messages, parts } = translated;
  const value = request.inlined(given, messages);
  if (value.kind !== 'array') return isTurn(value, parts) ? [turn(request, value, translated)] : [asked(request, [value], translated)];
  const { elements } = value;
  if (elements.some((each) => isTurn(each, parts))) return elements.map((each) => turn(request, each, translated));
  return elements.length === 0 ? [] : [asked(request, elements, translated)];
}

/** Code of a text that says how to answer: alone, or as the one part of a turn. */
export function instructionOf(request: RequestText, given: Expression, translated: TranslatedCall, what: string): string {
  const value = request.inlined(given, what);
  const [only, ...others] = isTurn(value, translated.parts) ? partsOf(request, value, translated) : [value];
  if (!only || others.length > 0) throw new Untranslatable(`its \`${what}\` is more than one text`);
  const said = textPart(request, only, translated);
  return request.text(said ?? only, what);
}

/** Code of texts that are asked about as they are: one, or an array of them. */
export function textsOf(request: RequestText, given: Expression, translated: TranslatedCall): string {
  const { messages } = translated;
  const value = request.inlined(given, messages);
  const one = (each: Expression): string => instructionOf(request, each, translated, messages);
  return value.kind === 'array' ? `[${value.elements.map(one).join(', ')}]` : one(value);
}

function isTurn(value: Expression, parts: string): boolean {
  return value.kind === 'object' && value.entries.some((entry) => entry.kind === 'property' && entry.name === parts);
}

function asked(request: RequestText, parts: readonly Expression[], translated: TranslatedCall): string {
  return message(request, 'user', parts, translated);
}

function turn(request: RequestText, value: Expression, translated: TranslatedCall): string {
  const { messages, parts, roles } = translated;
  if (value.kind !== 'object' || !isTurn(value, parts)) throw new Untranslatable(`its \`${messages}\` are not turns that say who speaks`);
  const entries = request.entries(value, `its \`${messages}\``);
  const role = entries.get('role')?.value;
  const name = role ? roles[request.constant(role) ?? ''] : 'user';
  if (name === undefined || entries.size > (role ? 2 : 1)) throw new Untranslatable(`its \`${messages}\` are more than turns`);
  return message(request, name, partsOf(request, value, translated), translated);
}

function partsOf(request: RequestText, value: Expression, { parts, messages }: TranslatedCall): readonly Expression[] {
  const entries = value.kind === 'object' ? request.entries(value, `its \`${messages}\``) : new Map<string, NamedEntry>();
  const given = entries.get(parts)?.value;
  if (given?.kind === 'array') return given.elements;
  // A text in the place of parts is one of them.
  if (given && request.isText(given)) return [given];
  throw new Untranslatable(`its \`${messages}\` are not written out in the call`);
}

function message(request: RequestText, role: string, parts: readonly Expression[], translated: TranslatedCall): string {
  return `{ role: ${request.quoted(role)}, content: ${content(request, role, parts, translated)} }`;
}

function content(request: RequestText, role: string, parts: readonly Expression[], translated: TranslatedCall): string {
  const { messages } = translated;
  const [only, ...others] = parts;
  if (!only) throw new Untranslatable(`its \`${messages}\` say nothing`);
  if (others.length === 0) {
    const said = textPart(request, only, translated) ?? (only.kind === 'object' ? null : only);
    if (said) return request.text(said, messages);
  }
  const codes = parts.map((part) => {
    const said = textPart(request, part, translated) ?? (part.kind === 'object' ? null : part);
    if (said) return `{ type: ${request.quoted('text')}, text: ${request.text(said, messages)} }`;
    if (role !== 'user') throw new Untranslatable(`its \`${messages}\` are more than turns of text`);
    return imagePart(request, part, translated);
  });
  return `[${codes.join(', ')}]`;
}

/** The text of a part that is one; null for others. */
function textPart(request: RequestText, part: Expression, { text, textType, messages }: TranslatedCall): Expression | null {
  if (part.kind !== 'object') return null;
  const entries = request.entries(part, `its \`${messages}\``);
  if (!takeType(request, entries, textType)) return null;
  return entries.size === 1 ? (entries.get(text)?.value ?? null) : null;
}

/** Takes the type out of entries; false where it is another one than it should be. */
function takeType(request: RequestText, entries: Map<string, NamedEntry>, wanted: string | undefined): boolean {
  const given = entries.get('type')?.value;
  if (wanted !== undefined) entries.delete('type');
  return wanted === undefined || (given !== undefined && request.constant(given) === wanted);
}

/** A picture that is given whole becomes an address that holds it. */
function imagePart(request: RequestText, part: Expression, { image, messages }: TranslatedCall): string {
  const refused = new Untranslatable(`its \`${messages}\` are more than texts and pictures that are written out`);
  if (part.kind !== 'object' || !image) throw refused;
  const outer = request.entries(part, `its \`${messages}\``);
  if (!takeType(request, outer, image.types?.part)) throw refused;
  const held = outer.get(image.within)?.value;
  if (held?.kind !== 'object' || outer.size > 1) throw refused;
  const entries = request.entries(held, `its \`${messages}\``);
  if (!takeType(request, entries, image.types?.content)) throw refused;
  const [type, data] = [entries.get(image.type)?.value, entries.get(image.data)?.value];
  const media = type && request.constant(type);
  if (typeof media !== 'string' || !media.startsWith('image/') || !data || entries.size > 2) throw refused;
  // Parts that say what they are count among the features of the request as it was.
  if (!image.types) request.uses.add('vision');
  const url = request.source.writing.joined([`data:${media};base64,`, { code: request.code(data) }]);
  return `{ type: ${request.quoted('image_url')}, image_url: { url: ${url} } }`;
}
