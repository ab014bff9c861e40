import type { ModuleFacts } from '../../facts/moduleFacts';
import type { TextEdit } from '../../text/textEdit';

/** A module's code with spaces in place of its comments, for telling what stands beside what. Offsets and line breaks stay. */
export function withoutComments({ comments }: ModuleFacts, text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { range } of [...comments].sort((a, b) => a.range.start - b.range.start)) {
    if (range.start < at) continue;
    parts.push(text.slice(at, range.start), text.slice(range.start, range.end).replace(/[^\r\n]/g, ' '));
    at = range.end;
  }
  return parts.join('') + text.slice(at);
}

/** True where an edit takes a comment away. */
export function losesComment({ comments }: ModuleFacts, text: string, edits: readonly TextEdit[]): boolean {
  return comments.some(({ range: { start, end } }) =>
    edits.some(({ range, newText }) => range.start <= start && end <= range.end && !newText.includes(text.slice(start, end))),
  );
}
