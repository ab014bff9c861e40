import { parser } from '@lezer/python';
import type { CommentFact } from '../../facts/moduleFacts';
import { readStatements } from './readStatements';
import type { Statement } from './syntax';

/** A module's statements, comments and what could not be read. */
export interface ParsedModule {
  readonly body: readonly Statement[];
  readonly comments: readonly CommentFact[];
  readonly problems: readonly string[];
}

/** More problems than this are not listed: what follows a broken line is noise. */
const maxProblems = 20;

/** Parses a text. Error-tolerant: what can't be read is left out and named in `problems`. Throws on code nested deeper than the stack. */
export function parsePython(text: string): ParsedModule {
  const tree = parser.parse(text);
  const comments: CommentFact[] = [];
  const problems: string[] = [];
  tree.iterate({
    enter: ({ name, from, to, type }) => {
      if (name === 'Comment') comments.push({ text: text.slice(from + 1, to), range: { start: from, end: to } });
      else if (type.isError && problems.length < maxProblems) problems.push(`offset ${from}: not understood`);
    },
  });
  return { body: readStatements(text, tree.topNode), comments, problems };
}
