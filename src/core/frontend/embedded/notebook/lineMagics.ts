import { endOfInput } from '../../shell/syntax';
import { blank } from './blank';

/** A cell's text taken apart: what its own language runs, and what a shell does. Both as long as the cell. */
export interface SplitCell {
  readonly own: string;
  readonly shell: string;
}

/** Line magics that run the rest of their line as Python: `%time client.run()`, `%timeit -n 3 ask()`. */
const running = /^%(?:time|timeit|prun|memit|mprun|lprun)\b(?:[ \t]+-[a-zA-Z]\w*(?:[ \t]+\d+)?)*[ \t]*/;
/** What IPython takes as anything but Python at the start of a statement: magics, shell, help, calls without parentheses. */
const special = /^(?:%|!|\?|[,;/](?=\s*\w))/;
const help = /^[%\w.*[\]"']+\?{1,2}[ \t]*$/;
/** `x = !ls`, `a, b = %magic`. */
const assigned = /^[\w\s,.[\]"'*()]*=[ \t]*(?=[!%]\s*\S)/;

/** Takes the lines apart that IPython gives to the shell or to itself; all else is the cell's own language. */
export function splitLines(text: string): SplitCell {
  let own = '';
  let shell = '';
  const take = (end: number, to: 'own' | 'shell' | 'none', stand = ''): void => {
    const piece = text.slice(own.length, end);
    const empty = blank(piece);
    // A statement must stand where one was: a block whose only line is a magic would have none.
    const standing = piece.length >= stand.length ? stand + empty.slice(stand.length) : empty;
    shell += to === 'shell' ? piece : empty;
    own += to === 'own' ? piece : standing;
  };
  for (let start = 0; start < text.length; start = own.length) {
    const indented = start + (/^[ \t]*/.exec(lineAt(text, start))?.[0].length ?? 0);
    const line = lineAt(text, indented);
    const run = running.exec(line);
    const assignment = assigned.exec(line);
    if (run) {
      take(indented, 'own');
      take(indented + run[0].length, 'none');
      take(statementEnd(text, own.length), 'own');
    } else if (special.test(line) || help.test(line)) {
      take(indented, 'own');
      takeSpecial('0');
    } else if (assignment) {
      take(indented + assignment[0].length, 'own');
      takeSpecial('_');
    } else take(statementEnd(text, indented), 'own');
  }
  return { own, shell };

  /** Takes a shell or magic command up to the end of its last line. */
  function takeSpecial(stand: string): void {
    const start = own.length;
    const end = commandEnd(text, start);
    const lead = /^(?:!{1,2}|%(?:sx|system)\b)[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0;
    if (lead === 0) {
      take(end, 'none', stand);
      return;
    }
    take(start + lead, 'none', stand);
    take(end, 'shell');
    if (end === text.length) return;
    // The line break behind the command.
    own += text.charAt(end);
    shell += endOfInput;
  }
}

function lineAt(text: string, start: number): string {
  const end = lineEnd(text, start);
  return text.slice(start, end);
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

/** Where a command ends: before the line break that no backslash takes away. */
function commandEnd(text: string, start: number): number {
  let end = lineEnd(text, start);
  while (end < text.length && /\\\r?$/.test(text.slice(start, end))) end = lineEnd(text, end + 1);
  return end;
}

/** Where a statement of Python ends, behind its line break: not inside of brackets or strings, nor behind a backslash. Reads tokens roughly. */
function statementEnd(text: string, start: number): number {
  const token = /#[^\r\n]*|"""|'''|"|'|[([{]|[)\]}]|\\\r?\n|\n/g;
  let depth = 0;
  token.lastIndex = start;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [found] = match;
    if (found === '\n') {
      if (depth === 0) return token.lastIndex;
    } else if ('([{'.includes(found)) depth++;
    else if (')]}'.includes(found)) depth = Math.max(0, depth - 1);
    else if (/^["']/.test(found)) token.lastIndex = stringEnd(text, token.lastIndex, found);
  }
  return text.length;
}

/** Where a string ends, behind its closing quotes; at the line's end where a plain one is not closed. */
function stringEnd(text: string, start: number, quotes: string): number {
  const token = quotes.length === 3 ? /\\[^]|"""|'''/g : /\\[^]|["'\n]/g;
  token.lastIndex = start;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    if (match[0] === quotes) return token.lastIndex;
    if (match[0] === '\n') return match.index;
  }
  return text.length;
}
