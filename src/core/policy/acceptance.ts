import type { CommentFact } from '../facts/moduleFacts';
import type { LineIndex } from '../text/lineIndex';

/** Written before the reason in a comment that accepts the next line's, or its own line's, dependence. */
export const acceptMarker = 'openward-accept';
/** The same for a whole file. */
export const acceptFileMarker = 'openward-accept-file';

const pattern = /^[\s*!#-]*(openward-accept(?:-file)?)(?::\s*|\s+|$)([\s\S]*?)[\s*-]*$/;

/** Which lines a file's comments accept, and why. */
export class Acceptances {
  readonly #lines = new Map<number, string>();
  #file: string | null = null;

  constructor(comments: readonly CommentFact[], text: string, lines: LineIndex) {
    for (const comment of comments) {
      const match = pattern.exec(comment.text);
      if (!match) continue;
      const reason = (match[2] ?? '').trim();
      if (match[1] === acceptFileMarker) this.#file ??= reason;
      else {
        const start = lines.at(comment.range.start).line;
        const end = lines.at(comment.range.end).line;
        const alone = text.slice(lines.lineStart(start), comment.range.start).replace(/[{\s]/g, '') === '';
        this.#lines.set(alone ? end + 1 : start, reason);
      }
    }
  }

  /** The reason for which a call site on these lines (1-based, inclusive) is accepted; null when it is not. */
  reasonFor(startLine: number, endLine: number): string | null {
    for (let line = startLine; line <= endLine; line++) {
      const reason = this.#lines.get(line);
      if (reason !== undefined) return reason;
    }
    return this.#file;
  }
}
