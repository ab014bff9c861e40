import type { TextRange } from '../text/range';

/** One assignment of an environment file. */
export interface DotenvEntry {
  readonly name: string;
  /** Where the name stands. */
  readonly range: TextRange;
  /** What it is set to, without quotes and comment; empty for none. May be a secret: it is looked at and never handed on as it is. */
  readonly value: string;
  /** Where the value stands, without quotes. */
  readonly valueRange: TextRange;
  /** All lines of the assignment, without the last line's end. */
  readonly lines: TextRange;
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
    const { range: valueRange, lineEnd: last } = valueAt(text, at + whole.length, end);
    const value = text.slice(valueRange.start, valueRange.end);
    const lines = { start: at, end: text[last - 1] === '\r' ? last - 1 : last };
    entries.push({ name, range: { start, end: start + name.length }, value, valueRange, lines });
    at = last + 1;
  }
  return entries;
}

/** Where a value stands, and where its last line ends. A quoted one may go over several lines. */
function valueAt(text: string, start: number, end: number): { readonly range: TextRange; readonly lineEnd: number } {
  const quote = text[start];
  if (quote === '"' || quote === "'" || quote === '`') {
    const close = closingQuote(text, start + 1, quote);
    if (close >= 0) return { range: { start: start + 1, end: close }, lineEnd: lineEnd(text, close) };
  }
  const line = text.slice(start, end);
  const comment = line.startsWith('#') ? 0 : line.search(/\s#/);
  const value = comment < 0 ? line : line.slice(0, comment);
  return { range: { start, end: start + value.trimEnd().length }, lineEnd: end };
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
