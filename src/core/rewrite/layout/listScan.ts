import type { TextRange } from '../../text/range';

/** What a piece of JavaScript or TypeScript is made of, as far as its lines can be broken elsewhere. */
export interface ListScan {
  /** Offsets of the commas that stand in no bracket. */
  readonly commas: readonly number[];
  /** Strings and templates: their line breaks are part of what they say. */
  readonly texts: readonly TextRange[];
  readonly comments: readonly TextRange[];
  /** Where the first bracket ends that the code starts with, behind its last character; null for code that starts with none. */
  readonly groupEnd: number | null;
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Reads code by its brackets. Null where they do not match, or where a slash may begin a pattern, whose brackets would be none. */
export function scanList(code: string): ListScan | null {
  const commas: number[] = [];
  const texts: TextRange[] = [];
  const comments: TextRange[] = [];
  const open: string[] = [];
  let groupEnd: number | null = null;
  for (let at = 0; at < code.length; at++) {
    const char = code.charAt(at);
    const end = char === '/' ? commentEnd(code, at) : /["'`]/.test(char) ? textEnd(code, at) : at;
    if (end === null) return null;
    if (end > at) {
      (char === '/' ? comments : texts).push({ start: at, end });
      at = end - 1;
    } else if (char === '/' && isPattern(code, at)) return null;
    else if (char in closing) open.push(closing[char] ?? '');
    else if (/[)\]}]/.test(char)) {
      if (open.pop() !== char) return null;
      if (open.length === 0) groupEnd ??= /^[([{]/.test(code) ? at + 1 : null;
    } else if (char === ',' && open.length === 0) commas.push(at);
  }
  return open.length === 0 ? { commas, texts, comments, groupEnd } : null;
}

/** The offset behind a comment; the slash's own where it begins none. Null for one that does not end. */
function commentEnd(code: string, at: number): number | null {
  if (code.startsWith('//', at)) {
    const found = code.indexOf('\n', at);
    return found < 0 ? code.length : found;
  }
  if (!code.startsWith('/*', at)) return at;
  const found = code.indexOf('*/', at + 2);
  return found < 0 ? null : found + 2;
}

/** The offset behind a string or template; null for one that does not end. */
function textEnd(code: string, start: number): number | null {
  const quote = code.charAt(start);
  for (let at = start + 1; at < code.length; at++) {
    const char = code.charAt(at);
    if (char === '\\') at++;
    else if (char === quote) return at + 1;
    else if (char === '\n' && quote !== '`') return null;
    else if (quote === '`' && code.startsWith('${', at)) {
      const end = embeddedEnd(code, at + 2);
      if (end === null) return null;
      at = end;
    }
  }
  return null;
}

/** The offset of the brace that ends code within a template. */
function embeddedEnd(code: string, start: number): number | null {
  let depth = 0;
  for (let at = start; at < code.length; at++) {
    const char = code.charAt(at);
    if (/["'`]/.test(char)) {
      const end = textEnd(code, at);
      if (end === null) return null;
      at = end - 1;
    } else if (char === '{') depth++;
    else if (char === '}' && depth-- === 0) return at;
  }
  return null;
}

function isPattern(code: string, at: number): boolean {
  return /(?:^|[(,=:[!&|?{};>+*%~^-]|\b(?:return|typeof|in|of))\s*$/.test(code.slice(0, at));
}
