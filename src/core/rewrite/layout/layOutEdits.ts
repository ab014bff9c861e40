import type { Writing } from '../../facts/moduleFacts';
import type { TextEdit } from '../../text/textEdit';
import { layOut } from './layOut';

/** The same edits with the code of those that ask for it laid out by where it comes to stand. `edits` in order; see {@link layOut}. */
export function layOutEdits<T extends TextEdit>(text: string, writing: Writing, edits: readonly T[], isAsked: (edit: T) => boolean): T[] {
  let line = '';
  let position = 0;
  return edits.map((edit) => {
    const { start, end } = edit.range;
    line = lastLine(line + text.slice(position, start));
    const newText = isAsked(edit) ? laidOut(text, writing, edit, line) : edit.newText;
    line = lastLine(line + newText);
    position = end;
    return newText === edit.newText ? edit : { ...edit, newText };
  });
}

function laidOut(text: string, writing: Writing, { range, newText }: TextEdit, line: string): string {
  const before = text.slice(text.lastIndexOf('\n', range.start - 1) + 1);
  // Who writes lines of any length is not told otherwise.
  const wasLong = (before.split(/\r?\n/)[0] ?? '').length > writing.maxLine;
  const rest = text.slice(range.end).split(/\r?\n/)[0] ?? '';
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const place = { writing: wasLong ? { ...writing, maxLine: Infinity } : writing, indent, column: line.length, rest: rest.length };
  return layOut(newText, place);
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}
