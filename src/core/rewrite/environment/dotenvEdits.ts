import { readDotenv, type DotenvEntry } from '../../environment/dotenv';
import type { TextEdit } from '../../text/textEdit';

/** What a variable is to be in a file; null: not set. */
export interface Assignment {
  readonly variable: string;
  readonly value: string | null;
}

/** How the former value of a variable is kept. */
export type Keeping = 'as-comment' | 'not-at-all';

/**
 * The edits of an environment file's text that make it say what it should; all other lines, comments and the order stay. A line that
 * is changed stays as a comment above the new one, because such files are seldom versioned. `adds`: variables that are set where no
 * line does it yet; they go to the end.
 */
export function dotenvEdits(
  text: string,
  assignments: readonly Assignment[],
  adds: ReadonlySet<string>,
  keeping: Keeping = 'as-comment',
): TextEdit[] {
  const entries = readDotenv(text);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const edits: TextEdit[] = [];
  let added = '';
  for (const { variable, value } of assignments) {
    const all = entries.filter(({ name }) => name === variable);
    if (value === null) edits.push(...all.map((entry) => commentedOut(text, entry)));
    else {
      // The last assignment counts.
      const own = all.at(-1);
      if (own) edits.push(...changed(text, own, value, keeping, lineEnd));
      else if (adds.has(variable)) added += `${variable}=${value}${lineEnd}`;
    }
  }
  if (added === '') return edits;
  const start = text === '' || text.endsWith('\n') ? '' : lineEnd;
  return [...edits, { range: { start: text.length, end: text.length }, newText: start + added }];
}

/** The line with another value, in its own quotes; the former line is kept above where it said something. */
function changed(text: string, { value, valueRange, lines }: DotenvEntry, wanted: string, keeping: Keeping, lineEnd: string): TextEdit[] {
  if (value === wanted) return [];
  const edit: TextEdit = { range: valueRange, newText: wanted };
  if (keeping === 'not-at-all' || value === '') return [edit];
  const former = commented(text.slice(lines.start, lines.end));
  return [{ range: { start: lines.start, end: lines.start }, newText: former + lineEnd }, edit];
}

function commentedOut(text: string, { lines }: DotenvEntry): TextEdit {
  return { range: lines, newText: commented(text.slice(lines.start, lines.end)) };
}

function commented(lines: string): string {
  return lines.replace(/^(?!\r?\n)/gm, '# ');
}
