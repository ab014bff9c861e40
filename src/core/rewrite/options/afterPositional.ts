import type { ObjectExpression } from '../../facts/expression';
import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import { editObject, type ObjectChange, type SourceContext } from './objectEdit';

/** Changes the named arguments of a call before which another argument stands; `before` is that one's range. */
export function editNamed(
  source: SourceContext,
  object: ObjectExpression,
  change: ObjectChange,
  before: TextRange | undefined,
): TextEdit[] {
  const { argumentsRange } = object;
  if (!before || !argumentsRange) return editObject(source, object, change);
  const comma = /^\s*,/.exec(source.text.slice(before.end, argumentsRange.end))?.[0].length ?? 0;
  if (object.entries.length === 0) return append(source, argumentsRange, before, change);
  const edits = editObject(source, { ...object, argumentsRange: { start: before.end + comma, end: argumentsRange.end } }, change);
  // Where the others get lines of their own, so does the first.
  const isBroken = source.text.slice(argumentsRange.start, before.start).includes('\n');
  return isBroken || !edits.some(({ newText }) => newText.includes('\n')) ? edits : [ownLine(source, argumentsRange, before), ...edits];
}

function ownLine({ text, writing }: SourceContext, inside: TextRange, before: TextRange): TextEdit {
  const newText = writing.lineBreak + indentAt(text, inside.start) + writing.indent;
  return { range: { start: inside.start, end: before.start }, newText };
}

/** The blanks that the line of an offset starts with. */
function indentAt(text: string, at: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1))?.[0] ?? '';
}

/** Adds named arguments where there are none yet: in the argument's line, or a line each where that grows too long. */
function append(source: SourceContext, inside: TextRange, before: TextRange, { add }: ObjectChange): TextEdit[] {
  if (add.length === 0) return [];
  const { text, writing } = source;
  const additions = add.map(({ name, value }) => writing.property(name, value, 'argument'));
  const lineStart = text.lastIndexOf('\n', inside.start - 1) + 1;
  const lineEnd = (text + '\n').indexOf('\n', inside.start);
  const isBroken = text.slice(inside.start, before.start).includes('\n');
  const oneLine = `, ${additions.join(', ')}`;
  if (!isBroken && lineEnd - lineStart + oneLine.length <= writing.maxLine)
    return [{ range: { start: before.end, end: inside.end }, newText: oneLine }];
  const indent = indentAt(text, inside.start);
  const lines = additions.map((each) => `,${writing.lineBreak}${indent}${writing.indent}${each}`).join('');
  return [
    ...(isBroken ? [] : [ownLine(source, inside, before)]),
    { range: { start: before.end, end: inside.end }, newText: `${lines},${writing.lineBreak}${indent}` },
  ];
}
