import type { Expression, NameExpression, ObjectEntry, ObjectExpression } from '../../facts/expression';
import type { ModuleFacts, StatementFact } from '../../facts/moduleFacts';
import type { Linker } from '../../link/linker';
import { alternativesOf, type CallValue } from '../../link/value';
import { contains, type TextRange } from '../../text/range';
import { applyEdits, type TextEdit } from '../../text/textEdit';
import type { SourceContext } from '../options/objectEdit';
import { lineOfStatement } from './statements';

/** A request, or a part of it, that has no certain counterpart; the message is the reason, as people read it. */
export class Untranslatable extends Error {
  override readonly name = 'Untranslatable';
}

/** A setting that has no counterpart and needs none. */
export interface Ignored {
  readonly name: string;
  readonly range: TextRange;
  /** What its loss changes, where it does; completes "after this rewrite …". */
  readonly changes?: string;
}

/** An entry of an object with a name that is written out. */
export type NamedEntry = Extract<ObjectEntry, { kind: 'property' }>;

/** What surrounds a request: the other client's class, and the answers that are written anew beside it. */
export interface Surrounding {
  /** The name of the other client's class, whose members are types; null in code without types. */
  readonly types: string | null;
  /** Calls whose whole answers are followed. */
  readonly answers: readonly TextRange[];
}

/** What a request is read with, and what is found on the way. */
export class RequestText {
  readonly ignored: Ignored[] = [];
  /** Edits of what the request takes from elsewhere in the file. */
  readonly elsewhere: TextEdit[] = [];
  /** Code that names what is left, beside what is ignored. */
  readonly gone: TextRange[] = [];
  /** Features that the other request asks for. */
  readonly uses = new Set<string>();
  /** Where names are read whose values become part of the request, or its form. */
  readonly #inlined: TextRange[] = [];
  /** Objects that repeat an answer as a turn. */
  readonly repeated: TextRange[] = [];

  constructor(
    private readonly linker: Linker,
    readonly facts: ModuleFacts,
    readonly source: SourceContext,
    readonly call: CallValue,
    /** Where values that change may be read: the calls that are rewritten together. */
    private readonly within: readonly TextRange[],
    private readonly around: Surrounding = { types: null, answers: [] },
  ) {}

  get types(): string | null {
    return this.around.types;
  }

  /** The entries of an object by name. `what` it is, for the reason why not. */
  entries(object: ObjectExpression, what: string): Map<string, NamedEntry> {
    const entries = new Map<string, NamedEntry>();
    for (const entry of object.entries) {
      if (entry.kind !== 'property' || typeof entry.name !== 'string' || entries.has(entry.name))
        throw new Untranslatable(`${what} is put together in the call`);
      entries.set(entry.name, entry);
    }
    return entries;
  }

  /** Code of what is certainly a text. */
  text(value: Expression, what: string): string {
    if (!this.isText(value)) throw new Untranslatable(`nothing shows that its \`${what}\` is a text`);
    return this.code(value);
  }

  isText(value: Expression): boolean {
    return alternativesOf(this.linker.evaluate(value, this.call.arguments.frame)).every(
      (each) =>
        (each.kind === 'literal' && typeof each.value === 'string') ||
        each.kind === 'template' ||
        ((each.kind === 'unknown' || each.kind === 'parameter') && each.stated === true),
    );
  }

  /** True for an object with a member, and for what a package's export of one of the names makes. */
  isMade(value: Expression, { member, makers }: { readonly member: string; readonly makers: readonly string[] }): boolean {
    return alternativesOf(this.linker.evaluate(value, this.call.arguments.frame)).some((each) => {
      if (each.kind === 'call') return each.callee.kind === 'external' && makers.includes(each.callee.name);
      return (each.kind === 'object' || each.kind === 'instance') && (this.linker.member(each, member)?.kind ?? 'unknown') !== 'unknown';
    });
  }

  /** The text that stands in the code, or that a package's constant of that name stands for (`Type.OBJECT`); null for others. */
  constant(value: Expression): string | null {
    const found = this.linker.evaluate(value, this.call.arguments.frame);
    if (found.kind === 'literal') return typeof found.value === 'string' ? found.value : null;
    return found.kind === 'member' && found.object.kind === 'external' ? found.name : null;
  }

  code({ range }: Expression): string {
    return this.source.text.slice(range.start, range.end);
  }

  /** Code with edits in it, which have the file's offsets. */
  edited({ range: { start, end } }: Expression, edits: readonly TextEdit[]): string {
    const shifted = edits.map(({ range, newText }) => ({ range: { start: range.start - start, end: range.end - start }, newText }));
    return applyEdits(this.source.text.slice(start, end), shifted);
  }

  quoted(text: string): string {
    return this.source.writing.text(text);
  }

  /** Code of the catalog in the file's quotes. */
  written(code: string): string {
    return code.replace(/'([^']*)'/g, (_, text: string) => this.quoted(text));
  }

  refuseComments(ranges: readonly TextRange[]): void {
    const within = this.source.comments.some(({ range }) => ranges.some((each) => contains(each, range)));
    if (within) throw new Untranslatable('a comment stands within what would change');
  }

  /** What a constant that only this request reads is given, which then stands in the request itself; other values as they are. */
  inlined(value: Expression, what: string): Expression {
    if (value.kind !== 'name') return value;
    const definition = this.#definition(value);
    if (!definition) return value;
    const statement = this.facts.statementAround?.(definition.range);
    const { text } = this.source;
    if (!statement?.listed || this.#reads(value).length > 1) throw new Untranslatable(`its \`${what}\` is used elsewhere as well`);
    const before = declaring.exec(text.slice(statement.range.start, definition.range.start));
    if (!before || !/^\s*;?$/.test(text.slice(definition.range.end, statement.range.end)))
      throw new Untranslatable(`its \`${what}\` is not written out in the call`);
    this.refuseComments([statement.range]);
    if (!this.#meansTheSame(definition.range, statement, value.range))
      throw new Untranslatable(`its \`${what}\` is not written out in the call`);
    this.elsewhere.push({ range: lineOfStatement(text, statement), newText: '' });
    this.gone.push(statement.range);
    this.#inlined.push(statement.range);
    return definition;
  }

  /** The object that a constant is given which only requests read; its declaration loses its type. Null for other values. */
  kept(value: Expression, what: string): ObjectExpression | null {
    if (value.kind !== 'name') return null;
    const definition = this.#definition(value);
    if (definition?.kind !== 'object') return null;
    const { text } = this.source;
    const allowed = [...this.within, ...this.#inlined];
    if (this.#reads(value).some((range) => !allowed.some((each) => contains(each, range))))
      throw new Untranslatable(`its \`${what}\` is used elsewhere as well`);
    const statement = this.facts.statementAround?.(definition.range);
    const before = statement && declaring.exec(text.slice(statement.range.start, definition.range.start));
    if (!before) throw new Untranslatable(`its \`${what}\` is not written out in the call`);
    const end = statement.range.start + before[0].search(/\s*=\s*$/);
    const start = end - (before[1]?.trimEnd().length ?? 0);
    if (start < end) {
      this.elsewhere.push({ range: { start, end }, newText: '' });
      this.gone.push({ start, end });
    }
    return definition;
  }

  /** The name of a followed answer; null for other values. */
  answerOf(value: Expression, member: string): string | null {
    if (value.kind !== 'member' || value.property !== member || value.object.kind !== 'name') return null;
    const { binding, name } = value.object;
    const isAnswer = ({ range }: Expression): boolean => this.around.answers.some(({ end }) => end === range.end);
    return binding && binding.definitions.length > 0 && binding.definitions.every(isAnswer) ? name : null;
  }

  /** Where else a variable is read than in requests, which are rewritten with it. */
  otherReads(value: NameExpression, besides: readonly TextRange[] = []): TextRange[] {
    const allowed = [...this.within, ...this.#inlined, ...besides];
    return this.#reads(value).filter((range) => !allowed.some((each) => contains(each, range)));
  }

  /** Gives the variable that holds a literal another type; false where it is not declared plainly. */
  retype(definition: Expression, type: string): boolean {
    const { text } = this.source;
    const statement = this.facts.statementAround?.(definition.range);
    const before = statement && text.slice(statement.range.start, definition.range.start);
    const declared = before === undefined || before === null ? null : typedDeclaration.exec(before);
    if (!statement || !declared) return false;
    const [, named = '', annotation = ''] = declared;
    const start = statement.range.start + named.length;
    const range = { start, end: start + annotation.trimEnd().length };
    if (annotation.trim() !== '') this.gone.push(range);
    if (this.types !== null) this.elsewhere.push({ range, newText: `: ${type}` });
    return this.types !== null || annotation.trim() === '';
  }

  /** Code means the same at another place where its names are given once, and none of them can mean another there. */
  #meansTheSame(code: TextRange, { within }: StatementFact, there: TextRange): boolean {
    const around = this.facts.statementAround?.(there);
    const near = around?.within.start === within.start && around.within.end === within.end;
    return this.facts.reads.every(({ expression }) => {
      if (expression.kind !== 'name' || !contains(code, expression.range)) return true;
      const definitions = expression.binding?.definitions ?? [];
      return definitions.length <= 1 && (near || definitions[0]?.kind === 'import');
    });
  }

  #definition({ binding }: NameExpression): Expression | null {
    const [definition, ...others] = binding?.definitions ?? [];
    if (!definition || others.length > 0 || binding?.writes.size !== 0) return null;
    return definition.kind === 'object' || definition.kind === 'array' ? definition : null;
  }

  #reads({ binding }: NameExpression): TextRange[] {
    return this.facts.reads.flatMap(({ expression }) =>
      expression.kind === 'name' && expression.binding === binding ? [expression.range] : [],
    );
  }
}

const typedDeclaration = /^((?:const|let)\s+[\p{ID_Start}$_][\p{ID_Continue}$]*)(\s*:[\p{ID_Continue}\s|$.[\]<>,'"]*)?\s*=\s*$/u;
const declaring = /^const\s+[\p{ID_Start}$_][\p{ID_Continue}$]*(\s*:[\p{ID_Continue}\s|$.[\]<>,]*)?\s*=\s*$/u;
