import type { CommentFact, EntryForm, Writing } from '../../facts/moduleFacts';
import type { ObjectEntry, ObjectExpression } from '../../facts/expression';
import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';

/** A property an object literal is to have. */
export interface Property {
  readonly name: string;
  /** Code of its value. */
  readonly value: string;
}

/** What editing needs to know of the file around an object literal. */
export interface SourceContext {
  readonly text: string;
  readonly comments: readonly CommentFact[];
  readonly writing: Writing;
}

/** An object literal's change. */
export interface ObjectChange {
  /** Entries to be replaced, with the property each becomes. */
  readonly replace: ReadonlyMap<ObjectEntry, Property>;
  /** Entries to be taken out. */
  readonly remove: ReadonlySet<ObjectEntry>;
  readonly add: readonly Property[];
  /** Something spread in could give an added property as well, so they must come last. */
  readonly addLast: boolean;
  /** An object in one line stays in it, though it grows too long: what it stands in is broken into lines instead. */
  readonly keepLine?: boolean;
}

/** The edits that change an object literal where it stands, in its own layout. */
export function editObject(source: SourceContext, object: ObjectExpression, change: ObjectChange): TextEdit[] {
  const first = object.entries[0];
  const additions = change.add.map(({ name, value }) => source.writing.property(name, value, formOf(object)));
  if (!first) return fillEmpty(source, object, additions);
  const isMultiline = source.text.slice(insideOf(object).start, first.range.start).includes('\n');
  const edits = object.entries.flatMap((entry): TextEdit[] => {
    const property = change.replace.get(entry);
    return property && !change.remove.has(entry) ? replacement(source, object, entry, property) : [];
  });
  const removals = object.entries.filter((entry) => change.remove.has(entry)).flatMap((entry) => removal(source, object, entry, change));
  if (isMultiline)
    return [...edits, ...removals, ...(change.addLast ? appendLines(source, object, additions) : prependLines(source, object, additions))];
  const tooLong = change.keepLine !== true && growsTooLong(source, object, [...edits, ...removals], additions);
  if (tooLong && !commentWithin(source, object.range)) {
    return removals.length > 0 ? relaid(source, object, change, additions) : breakLines(source, object, edits, additions, change.addLast);
  }
  return [...edits, ...removals, ...inline(object, additions, change.addLast)];
}

/** The edit that makes an entry another property: of its value alone where the entry has a name and a value, else of all of it. */
function replacement(
  { text, comments, writing }: SourceContext,
  object: ObjectExpression,
  entry: ObjectEntry,
  { name, value }: Property,
): TextEdit[] {
  const start = entry.kind === 'property' && entry.name === name ? valueStart(text, comments, entry.range) : null;
  const range = { start: start ?? entry.range.start, end: entry.range.end };
  const newText = start === null ? writing.property(name, value, formOf(object), text.slice(range.start, range.end)) : value;
  return newText === text.slice(range.start, range.end) ? [] : [{ range, newText }];
}

/** Where the value behind a plain or quoted name starts; null for shorthands, methods and computed names. */
function valueStart(text: string, comments: readonly CommentFact[], range: TextRange): number | null {
  const name = /^(?:"[^"]*"|'[^']*'|[\p{ID_Continue}$]+)/u.exec(text.slice(range.start, range.end));
  if (!name) return null;
  const separator = skipBlanks(text, comments, range.start + name[0].length);
  return /[:=]/.test(text.charAt(separator)) ? skipBlanks(text, comments, separator + 1) : null;
}

/** The first offset behind blanks and comments. */
function skipBlanks(text: string, comments: readonly CommentFact[], from: number): number {
  let at = from;
  for (;;) {
    const comment = comments.find(({ range }) => range.start === at);
    if (comment) at = comment.range.end;
    else if (/\s/.test(text.charAt(at))) at++;
    else return at;
  }
}

/** A new object literal as text, in one line where it fits; `column` is where it starts, `after` what follows on its line. */
export function newObject(source: SourceContext, properties: readonly Property[], at: number): string {
  const { writing } = source;
  const written = properties.map(({ name, value }) => writing.property(name, value, 'literal'));
  const oneLine = `{${writing.padding}${written.join(', ')}${writing.padding}}`;
  const line = lineAround(source.text, at);
  if (line.end - line.start + oneLine.length <= writing.maxLine) return oneLine;
  const indent = indentAt(source.text, at);
  const lines = written.map((each) => `${writing.lineBreak}${indent}${writing.indent}${each},`);
  return `{${lines.join('')}${writing.lineBreak}${indent}}`;
}

function fillEmpty(source: SourceContext, object: ObjectExpression, additions: readonly string[]): TextEdit[] {
  if (additions.length === 0) return [];
  const { writing, text } = source;
  const inside = insideOf(object);
  const indent = indentAt(text, object.range.start);
  const lines = additions.map((each) => `${writing.lineBreak}${indent}${writing.indent}${each},`).join('') + writing.lineBreak + indent;
  if (commentWithin(source, object.range)) return [{ range: { start: inside.start, end: inside.start }, newText: lines.trimEnd() }];
  const line = lineAround(text, object.range.start);
  const padding = formOf(object) === 'literal' ? writing.padding : '';
  const oneLine = padding + additions.join(', ') + padding;
  return [{ range: inside, newText: line.end - line.start + oneLine.length <= writing.maxLine ? oneLine : lines }];
}

function inline(object: ObjectExpression, additions: readonly string[], last: boolean): TextEdit[] {
  const [firstEntry, lastEntry] = [object.entries[0], object.entries.at(-1)];
  if (additions.length === 0 || !firstEntry || !lastEntry) return [];
  const at = last ? lastEntry.range.end : firstEntry.range.start;
  return [{ range: { start: at, end: at }, newText: last ? `, ${additions.join(', ')}` : `${additions.join(', ')}, ` }];
}

function prependLines({ text, comments, writing }: SourceContext, object: ObjectExpression, additions: readonly string[]): TextEdit[] {
  const first = object.entries[0];
  if (additions.length === 0 || !first) return [];
  const indent = indentAt(text, first.range.start);
  // A comment behind the opening brace stays there.
  const { start } = insideOf(object);
  const line = lineAround(text, start);
  const behind = comments.filter(({ range }) => range.start >= start && range.start < line.end && range.end <= first.range.start);
  const at = behind.at(-1)?.range.end ?? start;
  return [{ range: { start: at, end: at }, newText: additions.map((each) => `${writing.lineBreak}${indent}${each},`).join('') }];
}

function appendLines(source: SourceContext, object: ObjectExpression, additions: readonly string[]): TextEdit[] {
  const last = object.entries.at(-1);
  if (additions.length === 0 || !last) return [];
  const { text, writing, comments } = source;
  const indent = indentAt(text, last.range.start);
  const { end } = insideOf(object);
  const comma = commaAfter(source, last.range.end, end);
  const trailing = comments.filter(({ range }) => range.start >= last.range.end && range.end <= end);
  const at = Math.max(comma === null ? last.range.end : comma + 1, ...trailing.map(({ range }) => range.end));
  const lines = additions
    .map((each, index) => `${writing.lineBreak}${indent}${each}${index < additions.length - 1 || comma !== null ? ',' : ''}`)
    .join('');
  const insertion = { range: { start: at, end: at }, newText: lines };
  if (comma !== null) return [insertion];
  if (at === last.range.end) return [{ ...insertion, newText: `,${lines}` }];
  return [{ range: { start: last.range.end, end: last.range.end }, newText: ',' }, insertion];
}

/** One property a line, for an object in one line that the change makes too long. Only the blanks and commas between entries change. */
function breakLines(
  source: SourceContext,
  object: ObjectExpression,
  edits: readonly TextEdit[],
  additions: readonly string[],
  last: boolean,
): TextEdit[] {
  const { writing, text } = source;
  const inside = insideOf(object);
  const indent = indentAt(text, object.range.start);
  const start = `${writing.lineBreak}${indent}${writing.indent}`;
  const added = additions.map((each) => `${start}${each}`);
  const gaps = object.entries.map((entry, index): TextEdit => {
    const before = object.entries[index - 1];
    if (before) return { range: { start: before.range.end, end: entry.range.start }, newText: `,${start}` };
    const leading = last ? '' : added.map((each) => `${each},`).join('');
    return { range: { start: inside.start, end: entry.range.start }, newText: leading + start };
  });
  const end = object.entries.at(-1)?.range.end ?? inside.start;
  const closing = `,${last ? added.map((each) => `${each},`).join('') : ''}${writing.lineBreak}${indent}`;
  return [...edits, ...gaps, { range: { start: end, end: inside.end }, newText: closing }];
}

/** Takes an entry out with its comma, and with its line where it stands alone on it. */
function removal(source: SourceContext, object: ObjectExpression, entry: ObjectEntry, { remove }: ObjectChange): TextEdit[] {
  const { text } = source;
  const { entries } = object;
  const comma = commaAfter(source, entry.range.end, insideOf(object).end);
  const end = comma === null ? entry.range.end : comma + 1;
  const line = lineAround(text, entry.range.start);
  const alone = text.slice(line.start, entry.range.start).trim() === '' && text.slice(end, lineAround(text, end).end).trim() === '';
  if (alone && text.slice(insideOf(object).start, entry.range.start).includes('\n')) {
    const next = lineAround(text, end).end;
    const lineBreak = text.startsWith('\r\n', next) ? 2 : 1;
    return [{ range: { start: line.start, end: next + lineBreak }, newText: '' }];
  }
  const index = entries.indexOf(entry);
  const following = entries[index + 1];
  if (following && entries.slice(index + 1).some((each) => !remove.has(each)))
    return [{ range: { start: entry.range.start, end: following.range.start }, newText: '' }];
  // The last entries go together, with the comma before them.
  const before = entries[index - 1];
  if (before && remove.has(before)) return [];
  const last = entries.at(-1) ?? entry;
  const lastComma = commaAfter(source, last.range.end, insideOf(object).end);
  return [
    { range: { start: before?.range.end ?? entry.range.start, end: lastComma === null ? last.range.end : lastComma + 1 }, newText: '' },
  ];
}

/** An object in one line, written anew with one property a line. */
function relaid(source: SourceContext, object: ObjectExpression, change: ObjectChange, additions: readonly string[]): TextEdit[] {
  const { writing, text } = source;
  const indent = indentAt(text, object.range.start);
  const kept = object.entries
    .filter((entry) => !change.remove.has(entry))
    .map((entry) => {
      const property = change.replace.get(entry);
      const [edit] = property ? replacement(source, object, entry, property) : [];
      const { start, end } = entry.range;
      return edit ? text.slice(start, edit.range.start) + edit.newText + text.slice(edit.range.end, end) : text.slice(start, end);
    });
  const lines = change.addLast ? [...kept, ...additions] : [...additions, ...kept];
  const newText = lines.map((each) => `${writing.lineBreak}${indent}${writing.indent}${each},`).join('') + writing.lineBreak + indent;
  return [{ range: insideOf(object), newText }];
}

function growsTooLong(
  { text, writing }: SourceContext,
  object: ObjectExpression,
  edits: readonly TextEdit[],
  additions: readonly string[],
): boolean {
  const line = lineAround(text, object.range.start);
  const grown = edits.reduce((sum, edit) => sum + edit.newText.length - (edit.range.end - edit.range.start), 0);
  const added = additions.reduce((sum, each) => sum + each.length + 2, 0);
  return (
    grown + added > 0 &&
    line.end - line.start + grown + added > writing.maxLine &&
    !text.slice(object.range.start, object.range.end).includes('\n')
  );
}

/** How entries of an object are written. */
export function formOf(object: ObjectExpression): EntryForm {
  return object.argumentsRange ? 'argument' : 'literal';
}

/** Between the braces or parentheses around an object's entries. */
function insideOf({ range, argumentsRange }: ObjectExpression): TextRange {
  return argumentsRange ?? { start: range.start + 1, end: range.end - 1 };
}

function commentWithin({ comments }: SourceContext, range: TextRange): boolean {
  return comments.some((comment) => comment.range.start >= range.start && comment.range.end <= range.end);
}

/** The offset of the comma behind an entry, past blanks and comments; null when there is none. */
function commaAfter({ text, comments }: SourceContext, from: number, end: number): number | null {
  for (let at = from; at < end; at++) {
    const comment = comments.find(({ range }) => range.start === at);
    if (comment) at = comment.range.end - 1;
    else if (text.charAt(at) === ',') return at;
    else if (text.charAt(at).trim() !== '') return null;
  }
  return null;
}

function lineAround(text: string, at: number): TextRange {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const found = text.indexOf('\n', at);
  const end = found < 0 ? text.length : text.charAt(found - 1) === '\r' ? found - 1 : found;
  return { start, end };
}

/** The blanks that the line of an offset starts with. */
function indentAt(text: string, at: number): string {
  const { start } = lineAround(text, at);
  const line = text.slice(start, at).replace(/^\uFEFF/, '');
  return line.slice(0, line.length - line.trimStart().length);
}
