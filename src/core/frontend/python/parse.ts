import { parser } from '@lezer/python';
import type { CommentFact } from '../../facts/moduleFacts';
import { readStatements } from './readStatements';
import { stringStart } from './strings';
import type { Statement } from './syntax';

/** A module's statements, comments and what could not be read. */
export interface ParsedModule {
  readonly body: readonly Statement[];
  readonly comments: readonly CommentFact[];
  readonly problems: readonly string[];
  /** String literals in double quotes less those in single ones; those in three quotes don't count. */
  readonly quoteBalance: number;
}

/** More problems than this are not listed: what follows a broken line is noise. */
const maxProblems = 20;

/** Parses a text. Error-tolerant: what can't be read is left out and named in `problems`. Throws on code nested deeper than the stack. */
export function parsePython(text: string): ParsedModule {
  // A mark at the start of the file is no part of its first word.
  const tree = parser.parse(text.replace(/^\uFEFF/, '\n'));
  const comments: CommentFact[] = [];
  const problems: string[] = [];
  let quoteBalance = 0;
  tree.iterate({
    enter: ({ name, from, to, type }) => {
      if (name === 'Comment') comments.push({ text: text.slice(from + 1, to), range: { start: from, end: to } });
      else if (name === 'String' || name === 'FormatString') {
        const quote = stringStart(text.slice(from, Math.min(to, from + 8)))?.quote;
        quoteBalance += quote === '"' ? 1 : quote === "'" ? -1 : 0;
      } else if (type.isError && problems.length < maxProblems) problems.push(`offset ${from}: not understood`);
    },
  });
  return { body: readStatements(text, tree.topNode), comments, problems, quoteBalance };
}
