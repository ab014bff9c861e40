import type { Expression, NameExpression } from '../../facts/expression';
import type { TranslatedCall } from '../../match/translation';
import { Untranslatable, type NamedEntry, type RequestText } from './requestText';
import { resultsOf } from './results';

/** Code of the messages for what is asked: a text, parts of one, or turns. */
export function turnsOf(request: RequestText, given: Expression, translated: TranslatedCall): string[] {
  const { messages, parts } = translated;
  const value = request.inlined(given, messages);
  if (value.kind !== 'array') return isTurn(value, parts) ? turnCodes(request, value, translated) : [asked(request, [value], translated)];
  const { elements } = value;
  if (elements.some((each) => isTurn(each, parts) || (translated.types && isNamedTurn(each, parts))))
    return elements.flatMap((each) => turnCodes(request, each, translated));
  return elements.length === 0 ? [] : [asked(request, elements, translated)];
}

/** Code of a text that says how to answer: alone, or as the one part of a turn. */
export function instructionOf(request: RequestText, given: Expression, translated: TranslatedCall, what: string): string {
  const value = request.inlined(given, what);
  const listed = value.kind === 'array' ? value.elements : [value];
  const [only, ...others] = isTurn(value, translated.parts) ? partsOf(request, value, translated) : listed;
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

/** Code of the messages that a turn becomes: one, or one for each function that it says the result of. */
export function turnCodes(request: RequestText, value: Expression, translated: TranslatedCall): string[] {
  if (value.kind === 'name') {
    const kept = keptTurn(request, value, translated);
    if (kept !== null) return [kept];
  }
  const repeated = repeatedCode(request, value, translated);
  if (repeated !== null) return [repeated];
  return resultsOf(request, value, translated) ?? [turn(request, value, translated)];
}

/** A turn in a constant that requests alone read is written there; null for others. */
function keptTurn(request: RequestText, value: NameExpression, translated: TranslatedCall): string | null {
  const { messages, types } = translated;
  const [definition, ...others] = value.binding?.definitions ?? [];
  if (!types || definition?.kind !== 'object' || others.length > 0 || value.binding?.writes.size !== 0) return null;
  if (request.otherReads(value).length > 0) throw new Untranslatable(`its \`${messages}\` are used elsewhere as well`);
  const [code, ...more] = turnCodes(request, definition, translated);
  if (code === undefined || more.length > 0 || !request.retype(definition, `${request.types ?? ''}.${types.message}`)) return null;
  if (!isSame(request, definition, code)) request.elsewhere.push({ range: definition.range, newText: code });
  return request.code(value);
}

/** True where code says the same as what stands there, however it is laid out: that stays then. */
export function isSame(request: RequestText, value: Expression, code: string): boolean {
  const bare = (each: string): string =>
    each
      .replace(/\s+/g, '')
      .replace(/,([}\])])/g, '$1')
      .replace(/content:content\}/g, 'content}');
  return bare(request.code(value)) === bare(code);
}

/** `{ role: 'assistant', content: response.content }`: the answer as it came. */
function repeatedCode(request: RequestText, value: Expression, { repeated, parts }: TranslatedCall): string | null {
  if (!repeated || value.kind !== 'object' || !isTurn(value, parts)) return null;
  const entries = request.entries(value, 'its turn');
  const [role, given] = [entries.get('role')?.value, entries.get(parts)?.value];
  const name = given && request.answerOf(given, repeated.member);
  if (!name || !role || entries.size > 2) return null;
  if (request.answerOf(role, 'role') !== name && request.constant(role) !== 'assistant') return null;
  request.repeated.push(value.range);
  return name + (request.types === null ? repeated.plain : repeated.typed);
}

function isNamedTurn(value: Expression, parts: string): boolean {
  return value.kind === 'name' && value.binding?.definitions.some((each) => isTurn(each, parts)) === true;
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
