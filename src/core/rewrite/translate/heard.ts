import type { CallExpression, FunctionFact } from '../../facts/expression';
import type { ModuleFacts } from '../../facts/moduleFacts';
import type { ReadHelper, TranslatedCall, TranslatedStream } from '../../match/translation';
import { contains, type TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import { PatternReads, type NamedReads } from './patternReads';
import { Reader, type ResultPlan } from './result';

const unseen: ResultPlan = { obstacle: 'its stream is used in a way that is not rewritten' };
const name = String.raw`[\p{ID_Start}$_][\p{ID_Continue}$]*`;
const kept = new RegExp(String.raw`(?:^|[^\p{ID_Continue}$.])const\s+(${name})\s*=\s*(?:await\s+)?$`, 'u');
const exported = /\bexport\s+const\s+\S+\s*=\s*(?:await\s+)?$/;
const looped = new RegExp(String.raw`\bfor\s+await\s*\(\s*const\s+(${name})\s+of\s*$`, 'u');
/** Behind the end of a statement; what follows on the next line without a semicolon does not go on with it. */
const ended = /^[ \t]*(?:;|\}|$|\r?\n\s*(?:\}|$|(?!(?:as|satisfies|in|instanceof)\b)[\p{ID_Start}$_]))/u;
const alone = /(?:^|[;{}\n])\s*(?:await\s+)?$/;

/** Follows a stream that is listened to, gone through and waited for to all that is done with it. */
export function heardEdits(facts: ModuleFacts, text: string, call: CallExpression, translated: TranslatedCall): ResultPlan {
  const { heard } = translated;
  return heard ? new HeardStream(facts, text, translated, heard).plan(call.range) : unseen;
}

class HeardStream {
  readonly #edits: TextEdit[] = [];
  readonly #helpers = new Set<ReadHelper>();
  #shown = false;

  constructor(
    private readonly facts: ModuleFacts,
    private readonly text: string,
    private readonly translated: TranslatedCall,
    private readonly heard: TranslatedStream,
  ) {}

  plan(call: TextRange): ResultPlan {
    if (!this.#chain(call.start, call.end)) return unseen;
    return { edits: this.#edits, helpers: [...this.#helpers], ...(this.#shown && { shown: true as const }) };
  }

  /** What is done with the stream that code gives. */
  #chain(start: number, end: number): boolean {
    const member = new RegExp(String.raw`^\s*\.\s*(${name})`, 'u').exec(this.text.slice(end));
    if (!member) return this.#whole(start, end);
    const [, called = ''] = member;
    const to = end + member[0].length;
    const call = this.facts.calls.find(({ callee }) => callee.range.end === to && callee.range.start <= start);
    if (called === 'on' || called === 'once') return call !== undefined && this.#listens(call) && this.#chain(start, call.range.end);
    const place = { start: to - called.length, end: to };
    const [text, whole] = [this.heard.text[called], this.heard.whole[called]];
    if (call && text !== undefined) return this.#waitsForText(start, call, place, text);
    if (call && whole !== undefined) return this.#waitsForAll(start, call, place, whole);
    return this.heard.keeps.includes(called);
  }

  /** The stream itself: under a name, in a loop, or left alone. */
  #whole(start: number, end: number): boolean {
    const before = this.text.slice(0, start);
    const loop = looped.exec(before.replace(/\bawait\s+$/, ''));
    if (loop?.[1] !== undefined) return /^\s*\)/.test(this.text.slice(end)) && this.#parts(loop[1], { start, end });
    if (!ended.test(this.text.slice(end))) return false;
    const variable = kept.exec(before)?.[1];
    if (variable === undefined) return alone.test(before);
    if (exported.test(before)) return false;
    const reads = this.#named(variable, end);
    return (
      reads !== null &&
      reads.every((read) => !/\bawait\s+$/.test(this.text.slice(0, read.start)) || this.#isAwaitedMember(read)) &&
      reads.every((read) => this.#chain(read.start, read.end))
    );
  }

  #isAwaitedMember({ end }: TextRange): boolean {
    return /^\s*\./.test(this.text.slice(end));
  }

  #parts(variable: string, over: TextRange): boolean {
    const reader = new Reader(this.facts, this.text, { ...this.translated, stream: true });
    return this.#take(reader.readsOf(variable, (range) => contains(range, over) || contains(over, range)));
  }

  /** `.on('text', (text) => …)` */
  #listens({ arguments: { positional } }: CallExpression): boolean {
    const [event, listener, ...others] = positional;
    if (event?.kind !== 'literal' || typeof event.value !== 'string' || !listener || others.length > 0) return false;
    const { events, answered } = this.heard;
    const becomes = events[event.value] ?? answered[event.value];
    if (becomes === undefined) return false;
    const newText = this.facts.writing.textLike(this.text.slice(event.range.start, event.range.end), becomes);
    if (becomes !== event.value) this.#edits.push({ range: event.range, newText });
    return answered[event.value] === undefined || (listener.kind === 'function' && this.#hearsAnswer(listener));
  }

  #hearsAnswer(listener: FunctionFact): boolean {
    const [variable] = listener.parameterNames;
    if (listener.parameterCount === 0) return true;
    if (listener.parameterCount > 1 || typeof variable !== 'string') return false;
    const reads = this.facts.reads.flatMap(({ expression }) =>
      expression.kind === 'name' &&
      expression.binding?.definitions.some((each) => each.kind === 'parameter' && each.function === listener && each.index === 0) === true
        ? [expression.range]
        : [],
    );
    const named: NamedReads = (each, end) => this.#named(each, end);
    const { patterns = [], blocks } = this.heard.answer;
    return this.#take(new PatternReads(this.facts, this.text, named, blocks).all(reads, variable, patterns) ?? unseen);
  }

  /** `await stream.finalText()`; without a text there is none, and no error. */
  #waitsForText(start: number, { range }: CallExpression, place: TextRange, becomes: string): boolean {
    const awaited = /\bawait\s+$/.exec(this.text.slice(0, start));
    if (!awaited) return false;
    const none = this.facts.writing.text('');
    const isApart = /(?:[(,=]|\breturn)\s*$/.test(this.text.slice(0, awaited.index)) && /^\s*[),;]/.test(this.text.slice(range.end));
    this.#edits.push(
      { range: { start: awaited.index, end: awaited.index }, newText: isApart ? '(' : '((' },
      { range: place, newText: becomes },
      { range: { start: range.end, end: range.end }, newText: isApart ? `) ?? ${none}` : `) ?? ${none})` },
    );
    return true;
  }

  #waitsForAll(start: number, { range }: CallExpression, place: TextRange, becomes: string): boolean {
    const awaited = /\bawait\s+$/.exec(this.text.slice(0, start));
    if (!awaited) return false;
    this.#edits.push({ range: place, newText: becomes });
    const before = this.text.slice(0, awaited.index);
    if (alone.test(before) && /^\s*(?:;|\r?\n)/.test(this.text.slice(range.end))) return true;
    const reader = new Reader(this.facts, this.text, this.heard.answer);
    const variable = kept.exec(before)?.[1];
    if (exported.test(before)) return false;
    if (variable !== undefined) return this.#take(reader.readsOf(variable, (each) => each.end === range.end));
    return /\(\s*$/.test(before) && this.#take(reader.readAtOnce(before.lastIndexOf('('), range.end));
  }

  #take(plan: ResultPlan | { readonly edits: readonly TextEdit[] }): boolean {
    if ('obstacle' in plan) return false;
    this.#edits.push(...plan.edits);
    if ('helpers' in plan) for (const helper of plan.helpers ?? []) this.#helpers.add(helper);
    if ('shown' in plan) this.#shown = true;
    return true;
  }

  #named(variable: string, end: number): readonly TextRange[] | null {
    return Reader.named(this.facts, this.text, variable, (definitions) => definitions.length === 1 && definitions[0]?.end === end);
  }
}
