import type { TextEdit } from '../text/textEdit';
import { acceptMarker } from './acceptance';

/** How comments are written where the call site stands. `markup`: script blocks inside a template language (Vue, Svelte, Astro). */
export type CommentSyntax = 'script' | 'script-with-jsx' | 'markup' | 'hash';

/** Comments that speak of the very next line; nothing may come between them and it. */
const nextLineDirective = /(-next-line|@ts-ignore|@ts-expect-error|prettier-ignore|biome-ignore)/;

/**
 * The edit that accepts the call site starting at `offset`: a comment on a line of its own above, with the same indentation.
 * Where such a line would become text (template literals, JSX children, templates) or part a directive from its line, the
 * comment goes right before the call instead.
 */
export function acceptComment(text: string, offset: number, syntax: CommentSyntax, reason: string): TextEdit {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const marker = reason.trim() === '' ? `${acceptMarker}:` : `${acceptMarker}: ${oneLine(reason)}`;
  if (needsInline(text, lineStart, offset, syntax)) {
    return { range: { start: offset, end: offset }, newText: `/* ${marker} */ ` };
  }
  const start = lineStart === 0 && text.startsWith('\uFEFF') ? 1 : lineStart;
  const indentation = /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
  const lead = syntax === 'hash' ? '#' : '//';
  return { range: { start, end: start }, newText: `${indentation}${lead} ${marker}${lineEndOf(text)}` };
}

/** A reason that ends no comment early: one line, no `*\/`. */
function oneLine(reason: string): string {
  return reason.trim().replace(/\s+/g, ' ').replaceAll('*/', '* /').replaceAll('-->', '-- >');
}

function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

function needsInline(text: string, lineStart: number, offset: number, syntax: CommentSyntax): boolean {
  if (syntax === 'hash') return false;
  const before = text.slice(lineStart, offset);
  const lineAbove =
    text
      .slice(0, lineStart)
      .trimEnd()
      .split(/\r\n|\n|\r/)
      .at(-1) ?? '';
  if (nextLineDirective.test(lineAbove)) return true;
  if (syntax === 'script-with-jsx' && /[{<]/.test(before)) return true;
  if (syntax === 'markup') {
    const block = scriptStart(text, lineStart);
    return block === undefined || insideTemplateLiteral(text.slice(block, lineStart));
  }
  return insideTemplateLiteral(text.slice(0, lineStart));
}

/** Where the script block that holds a line starts; undefined in the template. Astro fences its script with `---`. */
function scriptStart(text: string, lineStart: number): number | undefined {
  const before = text.slice(0, lineStart);
  const fence = /^\uFEFF?\s*---[ \t]*(\r\n|\n|\r)/.exec(text);
  if (fence && !/(\r\n|\n|\r)---/.test(before.slice(fence[0].length - 1))) return fence[0].length;
  const open = [...before.matchAll(/<script\b[^>]*>/gi)].at(-1);
  if (!open || /<\/script\s*>/i.test(before.slice(open.index))) return undefined;
  return open.index + open[0].length;
}

/** Whether a template literal is open at the end of a script's text. Reads tokens roughly: strings, comments, regular expressions. */
function insideTemplateLiteral(text: string): boolean {
  /** One entry for each open `${`: how many braces are open inside it. */
  const holes: number[] = [];
  let template = false;
  let last = '';
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (template) {
      if (char === '\\') i++;
      else if (char === '`') template = false;
      else if (char === '$' && text.charAt(i + 1) === '{') {
        holes.push(0);
        template = false;
        i++;
      }
      last = char;
      continue;
    }
    const skipped = skipToken(text, i, last);
    if (skipped > i) {
      i = skipped;
      last = '/';
      continue;
    }
    const depth = holes.at(-1);
    if (char === '`') template = true;
    else if (char === '{' && depth !== undefined) holes[holes.length - 1] = depth + 1;
    else if (char === '}' && depth === 0) {
      holes.pop();
      template = true;
    } else if (char === '}' && depth !== undefined) holes[holes.length - 1] = depth - 1;
    if (!/\s/.test(char)) last = char;
  }
  return template || holes.length > 0;
}

/** The last offset of a comment, string or regular expression that starts at `start`; `start` itself where none does. */
function skipToken(text: string, start: number, last: string): number {
  const rest = text.slice(start, start + 2);
  if (rest === '//') return before(text, start, /[\r\n]/g);
  if (rest === '/*') {
    const end = text.indexOf('*/', start + 2);
    return end < 0 ? text.length : end + 1;
  }
  const pattern = rest.startsWith('"')
    ? /"(?:[^"\\\r\n]|\\[^])*"?/y
    : rest.startsWith("'")
      ? /'(?:[^'\\\r\n]|\\[^])*'?/y
      : rest.startsWith('/') && (last === '' || '(,=:[!&|?{};>+-*%~^'.includes(last))
        ? /\/(?:[^/\\[\r\n]|\\.|\[(?:[^\]\\\r\n]|\\.)*\])+\//y
        : undefined;
  if (!pattern) return start;
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  return match ? start + match[0].length - 1 : start;
}

function before(text: string, start: number, pattern: RegExp): number {
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  return match ? match.index - 1 : text.length;
}
