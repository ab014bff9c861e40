import type { ModuleFacts } from '../../facts/moduleFacts';
import type { ReadHelper, ReadPattern, TranslatedBlocks } from '../../match/translation';
import { contains, type TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import { BlockReads, isLogged } from './blocks';
import { matchCode } from './codePattern';

/** What a name is followed to: the places where a constant is read that is defined by code which ends at an offset; null for unseen ones. */
export type NamedReads = (variable: string, definitionEnd: number) => readonly TextRange[] | null;

const kept = /(?:^|[^\p{ID_Continue}$.])const\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*=\s*$/u;
/** It is called, written to, or counted up. */
const changed = /^(?:\(|=(?!=|>)|[-+*/|&?]{1,2}=(?!=)|\+\+|--)/;

/** Edits, and the functions that they call. */
export interface ReadEdits {
  readonly edits: readonly TextEdit[];
  readonly helpers?: readonly ReadHelper[];
  /** A log shows an answer as it comes. */
  readonly shown?: true;
}

interface Found {
  readonly pattern: ReadPattern;
  readonly end: number;
  readonly texts: readonly string[];
}

interface Followed {
  readonly edits: readonly TextEdit[];
  readonly end: number;
  readonly helper?: ReadHelper;
}

/** Writes what is read of an answer by patterns of code. */
export class PatternReads {
  constructor(
    private readonly facts: ModuleFacts,
    private readonly text: string,
    private readonly named: NamedReads,
    private readonly blocks?: TranslatedBlocks,
    /** Turns in which an answer is repeated, which are written elsewhere. */
    private readonly repeated: readonly TextRange[] = [],
  ) {}

  /** The edits for all places where an answer is read under a name; null where one of them fits no pattern. */
  all(reads: readonly TextRange[], self: string, patterns: readonly ReadPattern[]): ReadEdits | null {
    const edits: TextEdit[] = [];
    const helpers = new Set<ReadHelper>();
    let shown = false;
    let done = -1;
    for (const read of [...reads].sort((a, b) => a.start - b.start)) {
      if (read.start < done || this.repeated.some((each) => contains(each, read))) continue;
      if (this.blocks && isLogged(this.text, read.start, read.end)) {
        shown = true;
        continue;
      }
      const found = this.one(read, self, patterns) ?? this.#blocks(read);
      if (!found) return null;
      edits.push(...found.edits);
      if (found.helper) helpers.add(found.helper);
      done = found.end;
    }
    return { edits, helpers: [...helpers], ...(shown && { shown }) };
  }

  /** The same by the function that gives an answer's parts in their present form. */
  #blocks(read: TextRange): Followed | null {
    return (this.blocks && new BlockReads(this.facts, this.text, this.named, this.blocks).at(read)) ?? null;
  }

  /** The edits for one place where the answer is read at once. */
  atOnce(read: TextRange, patterns: readonly ReadPattern[]): ReadEdits | null {
    const found = this.one(read, '', patterns) ?? this.#blocks(read);
    return found && { edits: found.edits, helpers: found.helper ? [found.helper] : [] };
  }

  /** The edits for one place. `read`: the answer's name, or what gives the answer. */
  one(read: TextRange, self: string, patterns: readonly ReadPattern[]): Followed | null {
    const found = this.#longest(read, self, patterns);
    if (!found || changed.test(this.text.slice(found.end).trimStart())) return null;
    if (found.pattern.onlyAsked && !this.#isAsked(read, found.end)) return null;
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
  #alias(read: TextRange, { pattern, end }: Found, parts: readonly ReadPattern[]): Followed | null {
    const variable = kept.exec(this.text.slice(0, read.start))?.[1];
    if (variable === undefined || !/^[ \t]*(?:;|\r?\n\s*[\p{ID_Start}$_])/u.test(this.text.slice(end))) return null;
    const reads = this.named(variable, end) ?? [];
    const inner = new PatternReads(this.facts, this.text, this.named);
    const found = reads.length > 0 ? inner.all(reads, variable, parts) : null;
    return found && { edits: [{ range: { start: read.end, end }, newText: pattern.becomes }, ...found.edits], end };
  }

  #written(read: TextRange, { pattern, end, texts }: Found): TextEdit[] {
    const before = this.text.slice(0, read.start).trimEnd();
    const isCondition = pattern.condition !== undefined && this.#isAsked(read, end);
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

  /** True for a condition, or the first of several that must be. */
  #isAsked(read: TextRange, end: number): boolean {
    return /\bif\s*\($/.test(this.text.slice(0, read.start).trimEnd()) && /^\s*(?:\)|&&)/.test(this.text.slice(end));
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
