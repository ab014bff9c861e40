import type { Expression, FunctionFact } from '../../facts/expression';
import type { ModuleFacts } from '../../facts/moduleFacts';
import type { ReadHelper, TranslatedBlocks } from '../../match/translation';
import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import type { NamedReads } from './patternReads';

const name = String.raw`[\p{ID_Start}$_][\p{ID_Continue}$]*`;
const kept = new RegExp(String.raw`(?:^|[^\p{ID_Continue}$.])const\s+(${name})\s*(?::[\p{ID_Continue}\s|$.[\]<>]*)?=\s*$`, 'u');
const looped = new RegExp(String.raw`\bfor\s*\(\s*const\s+${name}\s+of\s*$`, 'u');
const unpacked = /\bconst\s*\{([^{}]*)\}\s*=\s*$/u;
/** In a condition, alone or with others: whether there is one. */
const asked = /(?:\b(?:if|while|assert(?:\.ok)?)\s*\(\s*|&&\s*|\|\|\s*)!?\s*$|(?:^|[^!])!\s*$/;
const compared = /^\s*(?:&&|\|\||\?(?![.?])|[=!]==?\s*(?:undefined|null)\b)/;
const cast = /^\s*as\s+[\p{ID_Continue}\s|$.[\]<>]*?(?=[;)\n])/u;
const written = /^\s*(?:=(?!=|>)|[-+*/|&?]{1,2}=(?!=)|\+\+|--|\()/;

/** Follows the parts of an answer that a program goes through: a function gives them in the form that they had. */
export class BlockReads {
  constructor(
    private readonly facts: ModuleFacts,
    private readonly text: string,
    private readonly named: NamedReads,
    private readonly blocks: TranslatedBlocks,
  ) {}

  /** The edits where an answer's parts are read, and where that ends; null for what is not followed. `read`: what gives the answer. */
  at(read: TextRange): { readonly edits: readonly TextEdit[]; readonly end: number; readonly helper: ReadHelper } | null {
    const member = new RegExp(String.raw`^\s*[?!]?\.\s*${this.blocks.member}(?![\p{ID_Continue}$])`, 'u').exec(this.text.slice(read.end));
    if (!member) return null;
    const end = read.end + member[0].length;
    if (!this.#list(read.start, end)) return null;
    const { helper } = this.blocks;
    const isEnclosed = this.text.charAt(read.start) === '(';
    const edits: TextEdit[] = [
      { range: { start: read.start, end: read.start }, newText: isEnclosed ? helper.name : `${helper.name}(` },
      { range: { start: read.end, end }, newText: isEnclosed ? '' : ')' },
    ];
    return { edits, end, helper };
  }

  /** What is done with a list of parts that stands in a range. */
  #list(start: number, to: number): boolean {
    const before = this.text.slice(0, start);
    const end = this.#asserted(to);
    const after = this.text.slice(end);
    if (looped.test(before) && /^\s*\)/.test(after)) return this.#all(this.#elements(end), (range) => this.#part(range.start, range.end));
    if (this.#isLogged(start, end)) return true;
    const index = /^\s*(?:\?\.)?\[\s*\d+\s*\]/.exec(after);
    if (index) return this.#part(start, end + index[0].length);
    if (/^\s*\??\.\s*length\b/.test(after)) return !written.test(after.replace(/^\s*\??\.\s*length/, ''));
    const method = new RegExp(String.raw`^\s*\??\.\s*(${name})(?=\s*[(<])`, 'u').exec(after);
    if (method) return this.#method(start, end + method[0].length, method[1] ?? '');
    return this.#keptAs(start, end, (range) => this.#list(range.start, range.end));
  }

  #method(start: number, calleeEnd: number, method: string): boolean {
    const call = this.facts.calls.find(({ callee }) => callee.range.end === calleeEnd && callee.kind === 'member');
    const [given] = call?.arguments.positional ?? [];
    if (!call || given?.kind !== 'function' || !this.#callback(given)) return false;
    switch (method) {
      case 'find':
      case 'findLast':
        return this.#part(start, call.range.end);
      case 'filter':
        return this.#list(start, call.range.end);
      case 'map':
      case 'flatMap':
      case 'forEach':
      case 'some':
      case 'every':
        return true;
      default:
        return false;
    }
  }

  /** A function that is given one part at a time. */
  #callback(callback: FunctionFact): boolean {
    const [first] = callback.parameterNames;
    if (callback.parameterCount !== 1 && callback.parameterCount !== 2) return false;
    if (typeof first !== 'string') return false;
    const reads = this.#reads(
      (definition) => definition.kind === 'parameter' && definition.function === callback && definition.index === 0,
    );
    return this.#all(reads, (range) => this.#part(range.start, range.end));
  }

  /** What is done with one part, or with none. */
  #part(start: number, to: number): boolean {
    const end = this.#asserted(to);
    const [before, after] = [this.text.slice(0, start), this.text.slice(end)];
    const opened = cast.exec(after);
    if (opened && /\(\s*$/.test(before) && /^\s*\)/.test(after.slice(opened[0].length)))
      return this.#part(before.lastIndexOf('('), end + opened[0].length + 1);
    const member = new RegExp(String.raw`^\s*\??\.\s*(${name})`, 'u').exec(after);
    if (member) return this.blocks.reads.includes(member[1] ?? '') && !written.test(after.slice(member[0].length));
    if (this.#isLogged(start, end) || compared.test(after)) return true;
    if (asked.test(before) && /^\s*(?:\)|&&|\|\||,)/.test(after)) return true;
    const names = unpacked.exec(before)?.[1];
    if (names !== undefined && /^\s*(?:;|\r?\n)/.test(after))
      return names.split(',').every((each) => each.trim() === '' || this.blocks.reads.includes(/^\s*([\w$]+)/.exec(each)?.[1] ?? ''));
    return this.#keptAs(start, end, (range) => this.#part(range.start, range.end));
  }

  /** `const name = …;`, and what is done under that name. */
  #keptAs(start: number, end: number, follow: (range: TextRange) => boolean): boolean {
    const variable = kept.exec(this.text.slice(0, start))?.[1];
    if (variable === undefined) return false;
    const rest = this.text.slice(end);
    const to = end + (cast.exec(rest)?.[0].length ?? 0);
    if (!/^\s*(?:;|\r?\n\s*[\p{ID_Start}$_/}])/u.test(this.text.slice(to))) return false;
    const found = [...new Set([end, to])].map((each) => this.named(variable, each));
    const reads = found.flatMap((each) => each ?? []);
    return !found.includes(null) && reads.length > 0 && this.#all(reads, follow);
  }

  /** The reads of the variable of a loop over what ends at an offset. */
  #elements(end: number): readonly TextRange[] {
    return this.#reads((definition) => definition.kind === 'element' && Math.abs(definition.range.end - end) <= 1);
  }

  #reads(isOwn: (definition: Expression) => boolean): readonly TextRange[] {
    return this.facts.reads.flatMap(({ expression }) =>
      expression.kind === 'name' && expression.binding?.definitions.some(isOwn) === true ? [expression.range] : [],
    );
  }

  #all(reads: readonly TextRange[], follow: (range: TextRange) => boolean): boolean {
    return reads.every(follow);
  }

  #asserted(end: number): number {
    return /^!(?!=)/.test(this.text.slice(end)) ? end + 1 : end;
  }

  #isLogged(start: number, end: number): boolean {
    return isLogged(this.text, start, end);
  }
}

/** True for an argument of a log, by itself or as JSON. */
export function isLogged(text: string, start: number, end: number): boolean {
  return /\bconsole\.\w+\((?:[^();]*,\s*)?(?:JSON\.stringify\(\s*)?$/.test(text.slice(0, start)) && /^\s*[,)]/.test(text.slice(end));
}
