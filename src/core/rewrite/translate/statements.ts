import type { StatementFact } from '../../facts/moduleFacts';
import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import type { SourceContext } from '../options/objectEdit';

/** Writes statements beside others, as those are laid out. */
export class Statements {
  constructor(private readonly source: SourceContext) {}

  /** Statements in front of one that stands in a list. */
  before(statement: StatementFact, ...codes: readonly string[]): TextEdit {
    const { start } = statement.range;
    const gap = this.#gap(statement);
    return { range: { start, end: start }, newText: codes.map((code) => `${code}${this.#end(statement, gap)}${gap}`).join('') };
  }

  /** A statement behind one that stands in a list. */
  after(statement: StatementFact, code: string): TextEdit {
    const { end } = statement.range;
    const gap = this.#gap(statement);
    return { range: { start: end, end }, newText: `${gap}${code}${this.#end(statement, gap)}` };
  }

  /** What parts it from its neighbours: a line of its own where it has one. */
  #gap({ range }: StatementFact): string {
    const { text, writing } = this.source;
    const indent = text.slice(text.lastIndexOf('\n', range.start - 1) + 1, range.start);
    return /^[ \t]*$/.test(indent) ? writing.lineBreak + indent : ' ';
  }

  #end({ range }: StatementFact, gap: string): string {
    const { text } = this.source;
    const last = text.charAt(range.end - 1);
    // A block says nothing about how statements end.
    const ends = last === '}' ? /;[ \t]*\r?\n/.test(text) : last === ';';
    return ends || gap === ' ' ? ';' : '';
  }
}

/** The place of a statement that goes: with its line, where nothing else stands there. */
export function lineOfStatement(text: string, { range }: StatementFact): TextRange {
  const start = text.lastIndexOf('\n', range.start - 1) + 1;
  const found = text.indexOf('\n', range.end);
  const end = found < 0 ? text.length : found + 1;
  const alone = text.slice(start, range.start).trim() === '' && text.slice(range.end, end).trim() === '';
  return alone ? { start, end } : range;
}
