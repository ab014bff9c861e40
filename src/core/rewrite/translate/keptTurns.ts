import type { ModuleFacts, StatementFact } from '../../facts/moduleFacts';
import type { TranslatedTurn } from '../../match/translation';
import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import type { SourceContext } from '../options/objectEdit';
import { withoutComments } from './comments';
import { Reader } from './result';
import { Statements } from './statements';

export const unseen = 'its turns are kept by the SDK, and not all that is asked of it is in sight';
export const within = 'its turns are kept by the SDK, and this one is asked for within other code';

/** A call whose turn the SDK kept. */
export interface KeptTurn {
  readonly variable: string;
  readonly statement: StatementFact;
  /** The call with its `await`. */
  readonly whole: TextRange;
  readonly asked: string;
  readonly message: string;
  readonly turn: TranslatedTurn;
}

const assigned = /^(?:(?:const|let)\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*=\s*|([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*=\s*)?$/u;

/** What an answer that is read at once can stand in, with nothing before it that could do anything. */
const enclosing =
  /^(?:return|(?:const|let)\s+[\p{ID_Start}$_][\p{ID_Continue}$]*(?:\s*:[\p{ID_Continue}\s|$.]*)?\s*=|[\p{ID_Start}$_][\p{ID_Continue}$]*\s*=|console\.\w+\()\s*\(\s*$/u;

/**
 * Rewrites calls whose turns the SDK kept: what is said is put among the request's messages before it is sent, what is answered after.
 * Each gives the edits, or the obstacle.
 */
export class KeptTurns {
  readonly #facts: ModuleFacts;
  readonly #source: SourceContext;
  readonly #statements: Statements;
  /** The text as code alone. */
  readonly #code: string;
  #named = 0;

  constructor(facts: ModuleFacts, source: SourceContext) {
    this.#facts = facts;
    this.#source = source;
    this.#statements = new Statements(source);
    this.#code = withoutComments(facts, source.text);
  }

  /** `const response = await …;`, `response = await …;` or the call alone. `ends`: where calls end that answer the same. */
  answered(
    { variable, statement, whole, asked, message, turn }: KeptTurn,
    call: TextRange,
    ends: ReadonlySet<number>,
  ): string | readonly TextEdit[] {
    const { text, writing } = this.#source;
    const before = text.slice(statement.range.start, whole.start);
    if (enclosing.test(before)) return this.#readAtOnce({ variable, statement, whole, asked, message, turn }, call);
    const kept = assigned.exec(before);
    if (!kept || !/^[ \t]*;?$/.test(text.slice(whole.end, statement.range.end))) return within;
    const name = kept[1] ?? kept[2];
    const push = (code: string): string => `${variable}.messages.push(${code})`;
    const said = this.#statements.before(statement, push(message));
    const asking = `await ${asked}`;
    if (name === undefined) return [said, { range: whole, newText: push(this.#kept(turn, `(${asking})`, writing.text(''))) }];
    const reads = new Reader(this.#facts, this.#code, turn.call).readsOf(
      name,
      ({ end }) => end === call.end,
      (definitions) => definitions.every(({ end }) => ends.has(end)),
    );
    if ('obstacle' in reads) return reads.obstacle;
    const answer = this.#statements.after(statement, push(this.#kept(turn, name, writing.text(''))));
    return [said, ...reads.edits, { range: whole, newText: asking }, answer];
  }

  /** `return (await …).text;` */
  #readAtOnce({ variable, statement, whole, asked, message, turn }: KeptTurn, call: TextRange): string | readonly TextEdit[] {
    const { text, writing } = this.#source;
    const open = text.lastIndexOf('(', whole.start);
    const reads = new Reader(this.#facts, this.#code, turn.call).readAtOnce(open, call.end);
    if ('obstacle' in reads) return reads.obstacle;
    const name = this.#newName(`${variable}Answer`);
    const close = text.indexOf(')', call.end) + 1;
    const push = (kept: string): string => `${variable}.messages.push(${kept})`;
    return [
      this.#statements.before(statement, push(message), `const ${name} = await ${asked}`, push(this.#kept(turn, name, writing.text('')))),
      ...reads.edits,
      { range: { start: open, end: close }, newText: name },
    ];
  }

  /** `const stream = await …;` that is gone through in a loop later, or a loop over the call itself. */
  streamed(place: KeptTurn, call: TextRange): string | readonly TextEdit[] {
    const { variable, statement, whole, asked, message, turn } = place;
    const { text, writing } = this.#source;
    const reader = new Reader(this.#facts, this.#code, turn.call);
    const push = `${variable}.messages.push(${message})`;
    const declared = /^const\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*=\s*$/u.exec(text.slice(statement.range.start, whole.start));
    const name = declared?.[1] ?? this.#newName(`${variable}Stream`);
    const loop = declared ? reader.loopOver(name, call) : statement;
    const parts = declared ? reader.partsOf(name, call) : reader.partsAtOnce(call, whole.start);
    if ('obstacle' in parts) return parts.obstacle;
    if (!loop?.listed || !/^for\b/.test(text.slice(loop.range.start, loop.range.end))) return unseen;
    if (loop.leaves) return 'the loop over its answer can end before the answer does, and its turns are kept by the SDK';
    // Until the loop listens, nothing would hear that the request failed.
    if (declared && /\bawait\b/.test(text.slice(statement.range.end, loop.range.start))) return unseen;
    const kept = this.#statements.after(loop, `${variable}.messages.push(${this.#kept(turn, name, writing.text(''))})`);
    const asking: readonly TextEdit[] = declared
      ? [this.#statements.before(statement, push), { range: whole, newText: asked }]
      : [this.#statements.before(statement, push, `const ${name} = ${asked}`), { range: whole, newText: name }];
    return [...parts.edits, kept, ...asking];
  }

  /** A name that the file does not have. */
  #newName(base: string): string {
    const taken = new RegExp(String.raw`(?<![\p{ID_Continue}$])${base.replace(/\$/g, '\\$')}\d*(?![\p{ID_Continue}$])`, 'gu');
    const others = [...this.#source.text.matchAll(taken)].length;
    this.#named += 1;
    const number = others + this.#named;
    return number === 1 ? base : `${base}${number}`;
  }

  #kept({ kept = '', awaited }: TranslatedTurn, answer: string, none: string): string {
    const content = awaited === true ? `(await ${answer}.${kept})` : `${answer}.${kept}`;
    return `{ role: ${this.#source.writing.text('assistant')}, content: ${content} ?? ${none} }`;
  }
}
