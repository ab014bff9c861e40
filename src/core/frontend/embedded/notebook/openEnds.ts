import type { TextRange } from '../../../text/range';
import { blank } from './blank';

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const quotes = /^(?:"""|'''|"|')/;

/**
 * Python in which nothing is left open at its end, of the same length: a bracket that is never closed becomes a blank, and so does all
 * of a string from its quote on that never ends. In a notebook the cells below would stand inside of it.
 */
export function withoutOpenEnds(text: string): string {
  const open: { readonly range: TextRange; readonly closer: string }[] = [];
  const broken: TextRange[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    const closer = closers[character];
    const start = at++;
    if (character === '#') at = lineEnd(text, at);
    else if (character === '"' || character === "'") {
      const { end, isClosed } = stringAt(text, start);
      if (!isClosed) broken.push({ start, end });
      at = end;
    } else if (closer !== undefined) open.push({ range: { start, end: at }, closer });
    else if (character === open.at(-1)?.closer) open.pop();
  }
  return [...broken, ...open.map(({ range }) => range)].reduce(
    (result, { start, end }) => result.slice(0, start) + blank(result.slice(start, end)) + result.slice(end),
    text,
  );
}

/** The string that starts at an offset: one of one line ends with its line at the latest. */
function stringAt(text: string, start: number): { readonly end: number; readonly isClosed: boolean } {
  const quote = quotes.exec(text.slice(start, start + 3))?.[0] ?? '"';
  for (let at = start + quote.length; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (quote.length === 1 && text[at] === '\n') return { end: at, isClosed: false };
    else if (text.startsWith(quote, at)) return { end: at + quote.length, isClosed: true };
  }
  return { end: text.length, isClosed: false };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
