import type { CallExpression } from '../../facts/expression';
import type { ModuleFacts, StatementFact } from '../../facts/moduleFacts';
import type { ReadHelper, TranslatedCall, TranslatedRead } from '../../match/translation';
import { contains, type TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import { PatternReads, type NamedReads } from './patternReads';
import { Statements } from './statements';

/** The edits of what is read of an answer. */
export type ResultPlan =
  | { readonly obstacle: string }
  | {
      readonly edits: readonly TextEdit[];
      /** Functions that the edits call. */
      readonly helpers?: readonly ReadHelper[];
      /** A log shows a whole answer. */
      readonly shown?: true;
      /** Types of the package that is left. */
      readonly gone?: readonly TextRange[];
    };

const unseen: ResultPlan = { obstacle: 'its answer is used in a way that is not rewritten' };
/** A name as code writes it. */
const name = String.raw`([\p{ID_Start}$_][\p{ID_Continue}$]*)`;
const assigned = new RegExp(String.raw`(?:^|[^\p{ID_Continue}$.])(export\s+)?const\s+${name}\s*=\s*$`, 'u');
/** The same with a type, or for a variable that is given answers one after the other. */
const retyped = new RegExp(String.raw`(?:^|[^\p{ID_Continue}$.])(?:const|let)\s+${name}(\s*:\s*[\p{ID_Continue}$.]+)?\s*=\s*$`, 'u');
const again = new RegExp(String.raw`(?:^|[;{}\n])\s*${name}\s*=\s*$`, 'u');
const looped = new RegExp(String.raw`\bfor\s+await\s*\(\s*const\s+${name}\s+of\s*$`, 'u');

/**
 * Follows an answer to every place where it is read. It must be awaited where it is asked for, and kept in a constant, gone through
 * in a loop, or read at once; whatever else becomes of it is not rewritten.
 */
export function resultEdits(
  facts: ModuleFacts,
  text: string,
  call: CallExpression,
  translated: TranslatedCall,
  around: ResultSurrounding = none,
): ResultPlan {
  const awaited = /\bawait\s+$/.exec(text.slice(0, call.range.start));
  if (!awaited) return { obstacle: 'its answer is not awaited where it is asked for' };
  const before = text.slice(0, awaited.index);
  const reader = new Reader(facts, text, translated, around.repeated);
  const kept = assigned.exec(before);
  if (kept?.[1] !== undefined) return unseen;
  if (translated.stream !== true) {
    if (kept?.[2] !== undefined) return reader.readsOf(kept[2], (range) => range.end === call.range.end);
    const variable = translated.blocks && (retyped.exec(before)?.[1] ?? again.exec(before)?.[1]);
    if (variable !== undefined) return severalEdits(reader, text, call, { variable, before, around, translated });
    return /\(\s*$/.test(before) ? reader.readAtOnce(before.lastIndexOf('('), call.range.end) : unseen;
  }
  if (looped.test(before)) return reader.partsAtOnce(call.range, awaited.index);
  return kept?.[2] === undefined ? unseen : reader.partsOf(kept[2], call.range);
}
/** What else is known where an answer is read. */
export interface ResultSurrounding {
  /** Turns that repeat an answer. */
  readonly repeated: readonly TextRange[];
  /** Calls whose answers are alike. */
  readonly answers: readonly TextRange[];
  /** The name of the other client's class, where code has types. */
  readonly types: string | null;
}

const none: ResultSurrounding = { repeated: [], answers: [], types: null };

interface Several {
  readonly variable: string;
  readonly before: string;
  readonly around: ResultSurrounding;
  readonly translated: TranslatedCall;
}

/** A variable that has a type, or is given one answer after the other. */
function severalEdits(reader: Reader, text: string, call: CallExpression, { variable, before, around, translated }: Several): ResultPlan {
  const isAnswer = ({ end }: TextRange): boolean => around.answers.some((each) => each.end === end);
  const reads = reader.readsOf(
    variable,
    (range) => range.end === call.range.end,
    (definitions) => definitions.every(isAnswer),
  );
  const declared = retyped.exec(before);
  const type = declared?.[2];
  if ('obstacle' in reads || declared === null || type === undefined) return reads;
  const end = declared.index + declared[0].search(/\s*=\s*$/);
  const range = { start: end - type.length, end };
  if (around.types === null || translated.types === undefined || text.slice(range.start, range.end) !== type) return unseen;
  return {
    ...reads,
    edits: [{ range, newText: `: ${around.types}.${translated.types.answer}` }, ...reads.edits],
    gone: [range],
  };
}

/** Behind a place that is assigned to. */
const isWritten = /^\s*(?:=(?!=|>)|[-+*/|&?]{1,2}=(?!=)|\+\+|--)/;

/** Follows an answer through the places where it is read. */
export class Reader {
  constructor(
    private readonly facts: ModuleFacts,
    private readonly text: string,
    private readonly translated: TranslatedCall,
    private readonly repeated: readonly TextRange[] = [],
  ) {}

  /** The answer, or a part of it, is kept under a name that `isDefined` tells by what it is given. */
  readsOf(
    variable: string,
    isDefined: (definition: TextRange) => boolean,
    areAlike = (definitions: readonly TextRange[]): boolean => definitions.length === 1,
  ): ResultPlan {
    const reads = this.#named(variable, (definitions) => areAlike(definitions) && definitions.some(isDefined));
    if (!reads || reads.length === 0) return unseen;
    const { patterns } = this.translated;
    if (patterns) {
      const written = this.#patternReads().all(reads, variable, patterns);
      return written ?? unseen;
    }
    const edits: TextEdit[] = [];
    const helpers = new Set<ReadHelper>();
    for (const range of reads) {
      const read = this.#path(range.end);
      if (typeof read?.becomes === 'object' && 'helper' in read.becomes) {
        const { helper } = read.becomes;
        helpers.add(helper);
        edits.push({ range: { start: range.start, end: read.end }, newText: variable + helper.suffix });
        continue;
      }
      if (typeof read?.becomes === 'object' && 'itself' in read.becomes) {
        const again = this.#again(variable, range, read.end);
        if ('obstacle' in again) return again;
        edits.push(...again.edits);
        continue;
      }
      const found = this.#member(range, range.end);
      if (!found) return unseen;
      edits.push(...found);
    }
    for (const helper of helpers) {
      const beside = this.#beside(variable, helper, isDefined);
      if (!beside) return unseen;
      edits.push(beside);
    }
    return { edits, helpers: [...helpers] };
  }

  /** `const response = await result.response;`, where the member is the answer itself. */
  #again(variable: string, { start, end }: TextRange, to: number): ResultPlan {
    const before = /(?:^|[^\p{ID_Continue}$.])const\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*=\s*(await\s+)?$/u.exec(
      this.text.slice(0, start),
    );
    const name = before?.[1];
    if (name === undefined || !/^[ \t]*(?:;|\r?\n)/.test(this.text.slice(to))) return unseen;
    const prefix = `${this.text.slice(end, to).replace(/[\s.?!]/g, '')}.`;
    const inner = Object.entries(this.translated.reads).filter(([path]) => path.startsWith(prefix));
    const reads = Object.fromEntries(inner.map(([path, becomes]) => [path.slice(prefix.length), becomes]));
    const read = new Reader(this.facts, this.text, { ...this.translated, reads }).readsOf(name, (range) => range.end === to);
    if ('obstacle' in read || (read.helpers ?? []).length > 0) return unseen;
    const from = start - (before?.[2]?.length ?? 0);
    return { edits: [{ range: { start: from, end: to }, newText: variable }, ...read.edits] };
  }

  /** What a function gives for an answer is kept beside it: what code finds out about a constant holds on. */
  #beside(variable: string, { name, suffix }: ReadHelper, isDefined: (definition: TextRange) => boolean): TextEdit | null {
    const [definition, ...others] = new Set(
      this.facts.reads
        .flatMap(({ expression }) =>
          expression.kind === 'name' && expression.name === variable
            ? (expression.binding?.definitions.map(({ range }) => range) ?? [])
            : [],
        )
        .filter(isDefined),
    );
    const statement = definition && this.facts.statementAround?.(definition);
    const isTaken = new RegExp(String.raw`(?<![\p{ID_Continue}$])(?:${variable}${suffix}|${name})(?![\p{ID_Continue}$])`, 'u').test(
      this.text,
    );
    if (!statement?.listed || others.length > 0 || isTaken || !/^const\b/.test(this.text.slice(statement.range.start))) return null;
    return new Statements({ text: this.text, comments: this.facts.comments, writing: this.facts.writing }).after(
      statement,
      `const ${variable}${suffix} = ${name}(${variable})`,
    );
  }

  /** The longest chain of members behind a place that has a counterpart, without the marks for what may be absent. */
  #path(from: number): { readonly becomes: TranslatedRead; readonly end: number } | null {
    const step = /\s*(?:[?!]?\.\s*([\p{ID_Start}$_][\p{ID_Continue}$]*)|(?:\?\.|!)?\[\s*(\d+)\s*\]|(\(\s*\)))/uy;
    let path = '';
    let found: { readonly becomes: TranslatedRead; readonly end: number } | null = null;
    for (let at = from; ; at = step.lastIndex) {
      step.lastIndex = at;
      const next = step.exec(this.text);
      if (!next) return found;
      if (next[3] !== undefined) path += '()';
      else path += next[1] === undefined ? `[${next[2] ?? ''}]` : `${path === '' ? '' : '.'}${next[1]}`;
      const becomes = this.translated.reads[path];
      if (becomes !== undefined) found = { becomes, end: step.lastIndex };
    }
  }

  /** `(await …).text` */
  readAtOnce(open: number, end: number): ResultPlan {
    const close = /^\s*\)/.exec(this.text.slice(end));
    const { patterns } = this.translated;
    if (patterns) {
      const found = close && this.#patternReads().atOnce({ start: open, end: end + close[0].length }, patterns);
      return found ?? unseen;
    }
    const edits = close ? this.#member({ start: open, end: end + close[0].length }, end + close[0].length) : null;
    return edits ? { edits } : unseen;
  }

  /** A stream that is kept under a name and gone through once. */
  partsOf(stream: string, call: TextRange): ResultPlan {
    const all = this.#named(stream, (definitions) => definitions.length === 1 && definitions[0]?.end === call.end);
    const [only, ...others] = (all ?? []).filter(({ end }) => !this.#isStreamMember(end));
    const part = only && looped.exec(this.text.slice(0, only.start))?.[1];
    const end = only && this.#streamEnd(only.end);
    if (!only || end === null || end === undefined || others.length > 0 || part === undefined || !/^\s*\)/.test(this.text.slice(end)))
      return unseen;
    const reads = this.readsOf(part, (range) => contains(range, only) || contains(only, range));
    const member = { range: { start: only.end, end }, newText: '' };
    return 'obstacle' in reads || end === only.end ? reads : { ...reads, edits: [member, ...reads.edits] };
  }

  /** Where the stream ends that stands behind the name of an answer: the answer itself, or a member of it. Null for others. */
  #streamEnd(end: number): number | null {
    const { streamAt } = this.translated;
    if (streamAt === undefined) return end;
    // Where it may be absent, code says that it is not, or that there is nothing to go through.
    const [member = null] =
      new RegExp(String.raw`^\s*\.\s*${streamAt}(?![\p{ID_Continue}$])(?:!|\s*\?\?\s*\[\s*\])?`, 'u').exec(this.text.slice(end)) ?? [];
    return member === null ? null : end + member.length;
  }

  /** True for a member behind the name of a stream that both clients give it. */
  #isStreamMember(end: number): boolean {
    const [, name] = /^\s*\.\s*([\w$]+)/.exec(this.text.slice(end)) ?? [];
    return name !== undefined && this.translated.streamMembers?.includes(name) === true;
  }

  #patternReads(): PatternReads {
    const named: NamedReads = (variable, end) =>
      this.#named(variable, (definitions) => definitions.length === 1 && definitions[0]?.end === end);
    return new PatternReads(this.facts, this.text, named, this.translated.blocks, this.repeated);
  }

  /** A loop over the call itself, which starts with its `await`. */
  partsAtOnce(call: TextRange, start: number): ResultPlan {
    const part = looped.exec(this.text.slice(0, start))?.[1];
    return part === undefined ? unseen : this.readsOf(part, (range) => contains(range, call) || range.end === call.end);
  }

  /** The loop over a stream that is kept under a name. */
  loopOver(stream: string, call: TextRange): StatementFact | null {
    const reads = this.#named(stream, (definitions) => definitions.length === 1 && definitions[0]?.end === call.end);
    return (reads?.[0] && this.facts.statementAround?.(reads[0])) ?? null;
  }

  #named(variable: string, isOwn: (definitions: readonly TextRange[]) => boolean): readonly TextRange[] | null {
    return Reader.named(this.facts, this.text, variable, isOwn);
  }

  /** Where a name is read; null where the text has the name in places that the facts do not explain. */
  static named(
    facts: ModuleFacts,
    text: string,
    variable: string,
    isOwn: (definitions: readonly TextRange[]) => boolean,
  ): readonly TextRange[] | null {
    const all = facts.reads.flatMap(({ expression }) => (expression.kind === 'name' && expression.name === variable ? [expression] : []));
    const own = all.filter(({ binding }) => binding && binding.writes.size === 0 && isOwn(binding.definitions.map(({ range }) => range)));
    const known = new Set(all.map(({ range }) => range.start));
    const pattern = new RegExp(
      String.raw`(?<![\p{ID_Continue}$.])${variable.replace(/\$/g, '\\$')}(?=\s*[?!]?\.\s*[\p{ID_Start}$_])`,
      'gu',
    );
    const stray = [...text.matchAll(pattern)].some(
      ({ index }) => !known.has(index) && !facts.comments.some(({ range }) => range.start <= index && index < range.end),
    );
    return stray
      ? null
      : own.map(({ range }) => range).filter((range, index, ranges) => ranges.findIndex((each) => each.start === range.start) === index);
  }

  /** The edits for a member that is read of what stands in `range`. */
  #member(range: TextRange, from: number): TextEdit[] | null {
    const read = this.#path(from);
    if (typeof read?.becomes === 'object' && 'same' in read.becomes && !isWritten.test(this.text.slice(read.end))) {
      // What a call gives is there: nothing needs to be said for where it is not.
      const mark = read.becomes.same.endsWith(')') && /^(?:!(?!=)|\?(?=\.\s*[\p{ID_Start}$_]))/u.test(this.text.slice(read.end)) ? 1 : 0;
      const newText = `.${read.becomes.same}`;
      const range = { start: from, end: read.end + mark };
      return this.text.slice(range.start, range.end) === newText ? [] : [{ range, newText }];
    }
    if (typeof read?.becomes === 'object' && 'text' in read.becomes) return this.#part(range, from, read.end, read.becomes.text);
    if (typeof read?.becomes !== 'string') return null;
    const { becomes, end } = read;
    const after = this.text.slice(end).trimStart();
    // It is called, written to, or looked into.
    if (/^(?:\(|\[|\.(?!\.)|\?\.|=(?!=|>)|[-+*/|&?]{1,2}=(?!=))/.test(after)) return null;
    const before = this.text.slice(0, range.start).trimEnd();
    // Asked whether there is one, or with something else for none: `null` and `undefined` are alike, and types follow what is asked.
    const isAlone = !/(?:[=!]=|\+)$/.test(before);
    const isCondition = /\b(?:if|while)\s*\($/.test(before) && after.startsWith(')');
    if (before.endsWith('!') || isCondition || (isAlone && /^(?:\?(?!\.)|\|\||&&)/.test(after)))
      return [{ range: { start: from, end }, newText: `.${becomes}` }];
    const compared = /^\s*([!=])==?\s*(?:undefined|null)(?![\p{ID_Continue}$.(])/u.exec(this.text.slice(end));
    if (compared) return [{ range: { start: from, end: end + compared[0].length }, newText: `.${becomes} ${compared[1] ?? ''}= null` }];
    return this.translated.stream === true ? this.#part(range, from, end, becomes) : this.#whole(range, { start: from, end }, becomes);
  }

  /** What is absent is `null` there and was `undefined`; where no one can tell, it stays so. */
  #whole({ start }: TextRange, member: TextRange, becomes: string): TextEdit[] {
    const read = { range: member, newText: `.${becomes}` };
    const before = this.text.slice(0, start).trimEnd();
    const after = this.text.slice(member.end).trimStart();
    const isTold = before.endsWith('${') ? after.startsWith('}') : /\bconsole\.\w+\([^()]*$/.test(before) && /^[,)]/.test(after);
    if (isTold) return [read];
    const open = { range: { start, end: start }, newText: '(' };
    // Behind parentheses, an assertion is one of the whole text, not of a link in its chain.
    if (/^!(?!=)/.test(after)) return [open, { ...read, newText: `${read.newText})` }];
    const newText = `${read.newText} ?? undefined`;
    return this.#standsAlone(start, member.end) ? [{ ...read, newText }] : [open, { ...read, newText: `${newText})` }];
  }

  /** Parts without a text, as the first and the last one, are empty: nothing says that the program awaits any. */
  #part({ start }: TextRange, from: number, to: number, becomes: string): TextEdit[] {
    const asserted = /^\s*!(?!=)/.exec(this.text.slice(to));
    const end = to + (asserted?.[0].length ?? 0);
    const read = { range: { start: from, end }, newText: `.${becomes}` };
    const newText = `${read.newText} ?? ${this.facts.writing.text('')}`;
    if (this.#standsAlone(start, end)) return [{ ...read, newText }];
    return [
      { range: { start, end: start }, newText: '(' },
      { ...read, newText: `${newText})` },
    ];
  }

  /** True where an operator may follow without parentheses: between marks that bind weaker, or at the end of a statement. */
  #standsAlone(start: number, end: number): boolean {
    const after = this.text.slice(end);
    if (!/(?:[(,={:]|=>|\breturn)$/.test(this.text.slice(0, start).trimEnd())) return false;
    return /^\s*[),;}]/.test(after) || /^[ \t]*\r?\n\s*(?!(?:as|satisfies|in|instanceof)\b)[\p{ID_Start}$_]/u.test(after);
  }
}
