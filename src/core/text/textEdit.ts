import type { TextRange } from './range';

/** Replaces `range` of a file's text by `newText`. An empty range inserts, an empty `newText` deletes. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/** Two edits of one plan touch the same text: a bug of the planner, never of the user's code. */
export class OverlappingEditsError extends Error {
  override readonly name = 'OverlappingEditsError';
}

/** Sorts edits by position and drops exact repeats. Throws {@link OverlappingEditsError} when two different edits overlap. */
export function orderEdits<T extends TextEdit>(edits: readonly T[]): T[] {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const result: T[] = [];
  for (const edit of sorted) {
    const last = result.at(-1);
    if (last && last.range.start === edit.range.start && last.range.end === edit.range.end && last.newText === edit.newText) continue;
    if (last && edit.range.start < last.range.end) {
      throw new OverlappingEditsError(`edits at ${last.range.start} and ${edit.range.start} overlap`);
    }
    result.push(edit);
  }
  return result;
}

/** The text after the edits. Edits may come in any order; see {@link orderEdits} for the error. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let position = 0;
  for (const edit of orderEdits(edits)) {
    result += text.slice(position, edit.range.start) + edit.newText;
    position = edit.range.end;
  }
  return result + text.slice(position);
}
