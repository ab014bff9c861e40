import type { ModuleFacts } from '../facts/moduleFacts';

/** Tells whether the line around an offset is a comment as a whole: what stands there runs nowhere. */
export type CommentTest = (text: string, offset: number) => boolean;

/** By the line's first letters. A comment that begins behind code, or has lines without a mark of their own, counts as code. */
export const isCommentLine: Readonly<Record<ModuleFacts['language'], CommentTest>> = {
  javascript: (text, offset) => {
    const start = firstLetter(text, offset);
    const letter = text.charAt(start);
    const next = text.charAt(start + 1);
    // A line of a block comment starts with its star; code that goes on with a factor or a generator does not name an SDK there.
    if (letter === '*') return next !== '/';
    return letter === '/' && (next === '/' || (next === '*' && !text.slice(start, offset).includes('*/')));
  },
  python: (text, offset) => text.charAt(firstLetter(text, offset)) === '#',
  shell: (text, offset) => text.charAt(firstLetter(text, offset)) === '#',
};

/** The offset of the first letter of a line that is no blank, at most the offset itself. */
function firstLetter(text: string, offset: number): number {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  while (start < offset && (text.charAt(start) === ' ' || text.charAt(start) === '\t')) start++;
  return start;
}
