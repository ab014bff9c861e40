import type { ModuleFacts } from '../../facts/moduleFacts';
import type { ReadPattern } from '../../match/translation';
import { contains, type TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import { matchCode } from './codePattern';

/** What a name is followed to: the places where a constant is read that is defined by code which ends at an offset; null for unseen ones. */
export type NamedReads = (variable: string, definitionEnd: number) => readonly TextRange[] | null;

const kept = /(?:^|[^\p{ID_Continue}$.])const\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*=\s*$/u;
/** It is called, written to, or counted up. */
const changed = /^(?:\(|=(?!=|>)|[-+*/|&?]{1,2}=(?!=)|\+\+|--)/;

interface Found {
  readonly pattern: ReadPattern;
  readonly end: number;
  readonly texts: readonly string[];
}

/** Writes what is read of an answer by patterns of code. */
export class PatternReads {
  constructor(
    private readonly facts: ModuleFacts,
    private readonly text: string,
    private readonly named: NamedReads,
  ) {}

  /** The edits for all places where an answer is read under a name; null where one of them fits no pattern. */
  all(reads: readonly TextRange[], self: string, patterns: readonly ReadPattern[]): TextEdit[] | null {
    const edits: TextEdit[] = [];
    let done = -1;
    for (const read of [...reads].sort((a, b) => a.start - b.start)) {
      if (read.start < done) continue;
      const found = this.one(read, self, patterns);
      if (!found) return null;
      edits.push(...found.edits);
      done = found.end;
    }
    return edits;
  }

  /** The edits for one place. `read`: the answer's name, or what gives the answer. */
  one(
    read: TextRange,
    self: string,
    patterns: readonly ReadPattern[],
  ): { readonly edits: readonly TextEdit[]; readonly end: number } | null {
    const found = this.#longest(read, self, patterns);
    if (!found || changed.test(this.text.slice(found.end).trimStart())) return null;
    if (this.facts.comments.some(({ range }) => contains({ start: read.start, end: found.end }, range))) return null;
    if (found.pattern.parts) return this.#alias(read, found, found.pattern.parts);
    return { edits: this.#written(read, found), end: found.end };
  }

  #longest(read: TextRange, self: string, patterns: readonly ReadPattern[]): Found | null {
    let best: Found | null = null;
    for (const pattern of patterns) {
      if (pattern.opened && !this.text.slice(0, read.start).trimEnd().endsWith('(')) continue;
      const match = matchCode(this.text, read.end, pattern.code, self);
      if (match && (!best || match.end > best.end)) best = { pattern, ...match };
    }
    return best;
  }

  /** What is read is kept in a constant: it keeps another thing then, of which is read in other ways. */
  #alias(
    read: TextRange,
    { pattern, end }: Found,
    parts: readonly ReadPattern[],
  ): { readonly edits: readonly TextEdit[]; readonly end: number } | null {
    const variable = kept.exec(this.text.slice(0, read.start))?.[1];
    if (variable === undefined || !/^[ \t]*(?:;|\r?\n\s*[\p{ID_Start}$_])/u.test(this.text.slice(end))) return null;
    const reads = this.named(variable, end) ?? [];
    const edits = reads.length > 0 ? this.all(reads, variable, parts) : null;
    return edits && { edits: [{ range: { start: read.end, end }, newText: pattern.becomes }, ...edits], end };
  }

  #written(read: TextRange, { pattern, end, texts }: Found): TextEdit[] {
    const before = this.text.slice(0, read.start).trimEnd();
    const after = this.text.slice(end);
    const isCondition = pattern.condition !== undefined && /\bif\s*\($/.test(before) && /^\s*(?:\)|&&)/.test(after);
    const [text = ''] = texts;
    const becomes = (isCondition ? (pattern.condition ?? '') : pattern.becomes).replace('#', text);
    const absent = pattern.absent === undefined ? '' : ` ?? ${this.#code(pattern.absent)}`;
    const edits: TextEdit[] = pattern.opened ? [{ range: { start: before.length - 1, end: read.start }, newText: '' }] : [];
    const from = pattern.opened ? before.length - 1 : read.start;
    const isPlain = absent === '' && !becomes.includes('??');
    if (isPlain || this.#standsAlone(from, end)) return [...edits, { range: { start: read.end, end }, newText: becomes + absent }];
    const open: TextEdit = pattern.opened
      ? { range: { start: from, end: read.start }, newText: '(' }
      : { range: { start: from, end: from }, newText: '(' };
    return [open, { range: { start: read.end, end }, newText: `${becomes}${absent})` }];
  }

  #code(absent: string): string {
    return absent === "''" ? this.facts.writing.text('') : absent;
  }

  /** True where an operator may follow without parentheses: between marks that bind weaker, or at the end of a statement. */
  #standsAlone(start: number, end: number): boolean {
    const after = this.text.slice(end);
    if (!/(?:[(,={:]|=>|\breturn)$/.test(this.text.slice(0, start).trimEnd())) return false;
    return /^\s*[),;}]/.test(after) || /^[ \t]*\r?\n\s*(?!(?:as|satisfies|in|instanceof)\b)[\p{ID_Start}$_]/u.test(after);
  }
}
