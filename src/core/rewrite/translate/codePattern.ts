import type { TextRange } from '../../text/range';

interface Token extends TextRange {
  readonly text: string;
}

const shape =
  /\s+|(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")|[#@]?[\p{ID_Start}$_][\p{ID_Continue}$]*|\d+|[=!]==?|=>|&&|\|\||\?\?|\?\.|[^\s]/uy;
const isName = /^[\p{ID_Start}$_]/u;
/** Patterns are short: what is longer is another thing. */
const most = 120;

/** Where code fits a pattern, and the texts that stand in the places of its `#`. */
export interface PatternMatch {
  readonly end: number;
  readonly texts: readonly string[];
}

/**
 * Tells whether code fits a pattern from an offset on, however it is laid out. In the pattern `@self` is `self`, other names behind an
 * `@` are any name (the same each time), `#` is any text in quotes. Links of a chain fit with `?.` and `!` as well, and functions with
 * parentheses or types around their parameter.
 */
export function matchCode(code: string, from: number, pattern: string, self: string): PatternMatch | null {
  const wanted = plain(tokensOf(pattern, 0));
  const found = plain(tokensOf(code, from));
  const names = new Map<string, string>([['@self', self]]);
  const texts: string[] = [];
  for (const [index, { text }] of wanted.entries()) {
    const token = found[index];
    if (!token) return null;
    if (text === '#') {
      if (!/^['"]/.test(token.text)) return null;
      texts.push(token.text);
    } else if (text.startsWith('@')) {
      if (!isName.test(token.text) || (names.get(text) ?? token.text) !== token.text) return null;
      names.set(text, token.text);
    } else if (normal(text) !== normal(token.text)) return null;
  }
  const last = found[wanted.length - 1];
  if (!last) return null;
  const asserted = /^!(?!=)/.test(code.slice(last.end)) ? 1 : 0;
  return { end: last.end + asserted, texts };
}

function normal(text: string): string {
  if (/^['"]/.test(text)) return `'${text.slice(1, -1)}'`;
  return text === '==' ? '===' : text === '!=' ? '!==' : text;
}

function tokensOf(code: string, from: number): Token[] {
  const tokens: Token[] = [];
  shape.lastIndex = from;
  while (tokens.length < most) {
    const start = shape.lastIndex;
    const [text] = shape.exec(code) ?? [];
    if (text === undefined) break;
    if (text.trim() !== '') tokens.push({ text, start, end: start + text.length });
  }
  return tokens;
}

/** Without what changes nothing: `?` and `!` in chains, parentheses and types around the parameter of a function, and around its body. */
function plain(tokens: readonly Token[]): Token[] {
  const kept = tokens.flatMap((token, index): Token[] => {
    const [before, next] = [tokens[index - 1]?.text ?? '', tokens[index + 1]?.text ?? ''];
    if (token.text === '?.') return next === '[' || next === '(' ? [] : [{ ...token, text: '.' }];
    return token.text === '!' && (isName.test(before) || before === ']' || before === ')') && !next.startsWith('=') ? [] : [token];
  });
  const result: Token[] = [];
  const dropped = new Set<number>();
  for (const [index, token] of kept.entries()) {
    if (dropped.has(index)) continue;
    const arrow = token.text === '(' ? parameterEnd(kept, index) : null;
    if (arrow === null) {
      result.push(token);
      continue;
    }
    for (let each = index + 2; each < arrow; each++) dropped.add(each);
    if (kept[arrow + 1]?.text !== '(') continue;
    const close = closing(kept, arrow + 1);
    if (close === null) continue;
    dropped.add(arrow + 1);
    dropped.add(close);
  }
  return result;
}

/** Where the arrow of a function stands whose only parameter is in parentheses; null for other parentheses. */
function parameterEnd(tokens: readonly Token[], open: number): number | null {
  const close = closing(tokens, open);
  const second = tokens[open + 2]?.text;
  if (close === null || !/^[@\p{ID_Start}$_]/u.test(tokens[open + 1]?.text ?? '') || (second !== ')' && second !== ':')) return null;
  let at = close + 1;
  // A type predicate: `(block): block is TextBlock =>`.
  if (tokens[at]?.text === ':') while (at < tokens.length && /^[:.\p{ID_Start}$_]/u.test(tokens[at]?.text ?? '')) at++;
  return tokens[at]?.text === '=>' ? at : null;
}

function closing(tokens: readonly Token[], open: number): number | null {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (tokens[at]?.text === '(') depth++;
    else if (tokens[at]?.text === ')' && --depth === 0) return at;
  }
  return null;
}
