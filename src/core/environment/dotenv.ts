import type { TextRange } from '../text/range';

/** One assignment of an environment file. */
export interface DotenvEntry {
  readonly name: string;
  /** Where the name stands. */
  readonly range: TextRange;
  /** What it is set to, without quotes and comment; empty for none. May be a secret: it is looked at and never handed on as it is. */
  readonly value: string;
}

/** `NAME=`, `export NAME =`, at the start of a line; a line that begins with `#` is a comment. */
const assignment = /^([ \t]*(?:export[ \t]+)?)([A-Za-z_][\w.-]*)[ \t]*=[ \t]*/;

/** The assignments of an environment file, in order. Total: lines of another form are passed over. */
export function readDotenv(text: string): readonly DotenvEntry[] {
  const entries: DotenvEntry[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const [whole, lead, name] = assignment.exec(line) ?? [];
    if (whole === undefined || lead === undefined || name === undefined) {
      at = end + 1;
      continue;
    }
    const start = at + lead.length;
    const { value, next } = valueAt(text, at + whole.length, end);
    entries.push({ name, range: { start, end: start + name.length }, value });
    at = next;
  }
  return entries;
}

/** A value and where the line behind it begins. A quoted one may go over several lines. */
function valueAt(text: string, start: number, end: number): { readonly value: string; readonly next: number } {
  const quote = text[start];
  if (quote === '"' || quote === "'" || quote === '`') {
    const close = closingQuote(text, start + 1, quote);
    if (close >= 0) return { value: text.slice(start + 1, close), next: lineEnd(text, close) + 1 };
  }
  const line = text.slice(start, end);
  const comment = line.startsWith('#') ? 0 : line.search(/\s#/);
  return { value: (comment < 0 ? line : line.slice(0, comment)).trim(), next: end + 1 };
}

function closingQuote(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote) return at;
  }
  return -1;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
