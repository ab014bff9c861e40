import type { CommentFact } from '../../facts/moduleFacts';
import { endOfInput, holeFor, holePattern, type Command, type Expansion, type Word } from './syntax';

/** A script's commands, those inside of other commands included, in source order of their ends. */
export interface ParsedScript {
  readonly commands: readonly Command[];
  readonly comments: readonly CommentFact[];
}

/** Substitutions nested deeper than this are not read. */
const maxDepth = 24;

/** Parses a shell script as far as simple commands go. Total: what can't be read is passed over. */
export function parseShell(text: string): ParsedScript {
  const reader = new ScriptReader(text);
  reader.script(null, 0);
  return { commands: reader.commands, comments: reader.comments };
}

interface HereDocument {
  readonly delimiter: string;
  readonly expands: boolean;
  readonly command: { words: readonly Word[]; input: Word | null };
}

class ScriptReader {
  readonly commands: Command[] = [];
  readonly comments: CommentFact[] = [];
  #position = 0;
  #documents: HereDocument[] = [];

  constructor(private readonly text: string) {}

  /** Reads commands up to the closing character, or the end. */
  script(closing: ')' | '`' | null, depth: number): void {
    let command = this.#newCommand();
    const finish = (): void => {
      if (command.words.length > 0) this.commands.push(command);
      command = this.#newCommand();
    };
    while (this.#position < this.text.length) {
      const character = this.text.charAt(this.#position);
      if (character === closing) {
        this.#position++;
        break;
      }
      if (character === '\n' || character === endOfInput) {
        this.#position++;
        finish();
        if (character === '\n') this.#readDocuments(depth);
        else this.#documents = [];
      } else if (
        /[ \t\r]/.test(character) ||
        this.text.startsWith('\\\n', this.#position) ||
        this.text.startsWith('\\\r\n', this.#position)
      ) {
        this.#position += character === '\\' ? this.text.indexOf('\n', this.#position) - this.#position + 1 : 1;
      } else if (character === '#') this.#comment();
      else if (/[;&|()]/.test(character)) {
        this.#position++;
        // `&>file` redirects.
        if (character !== '&' || !/[<>]/.test(this.text.charAt(this.#position))) finish();
      } else if (/[<>]/.test(character)) this.#redirection(command, depth);
      else {
        const word = this.#word(closing, depth);
        // The number of what is redirected: `2>file`.
        if (!(/^\d$/.test(word.text) && /[<>]/.test(this.text.charAt(this.#position)))) command.words.push(word);
      }
    }
    finish();
  }

  #newCommand(): { words: Word[]; input: Word | null } {
    return { words: [], input: null };
  }

  #comment(): void {
    const start = this.#position;
    const end = this.#find(/[\n\u2404]/g, start);
    this.comments.push({ text: this.text.slice(start + 1, end), range: { start, end } });
    this.#position = end;
  }

  #redirection(command: { words: Word[]; input: Word | null }, depth: number): void {
    const operator = /^(?:<<<|<<-?|<>|<&|<|>>|>&|>\||>)/.exec(this.text.slice(this.#position, this.#position + 3))?.[0] ?? '<';
    this.#position += operator.length;
    const isDocument = operator === '<<' || operator === '<<-';
    while (/[ \t]/.test(this.text.charAt(this.#position))) this.#position++;
    const start = this.#position;
    if (/[\n;&|()<>\u2404]|^$/.test(this.text.charAt(start))) return;
    const word = this.#word(null, depth);
    if (operator === '<<<') command.input = word;
    else if (isDocument) {
      const expands = !/["'\\]/.test(this.text.slice(start, this.#position));
      this.#documents.push({ delimiter: word.text, expands, command });
    }
  }

  /** Reads the here-documents that begin on the line that just ended. */
  #readDocuments(depth: number): void {
    const documents = this.#documents;
    this.#documents = [];
    for (const { delimiter, expands, command } of documents) {
      const start = this.#position;
      let end;
      let next = start;
      for (;;) {
        const stop = this.#find(/[\n\u2404]/g, next);
        if (this.text.slice(next, stop).trim() === delimiter) {
          end = next;
          next = Math.min(stop + 1, this.text.length);
          break;
        }
        if (stop >= this.text.length || this.text.charAt(stop) === endOfInput) {
          end = next = stop;
          break;
        }
        next = stop + 1;
      }
      command.input = expands
        ? this.#quoted(start, end, depth)
        : { range: { start, end }, text: plain(this.text.slice(start, end)), expansions: [] };
      this.#position = next;
    }
  }

  /** A text in which expansions count and quotes don't. */
  #quoted(start: number, end: number, depth: number): Word {
    const builder = new WordBuilder();
    this.#position = start;
    while (this.#position < end) this.#doubleQuoted(builder, depth);
    return builder.word(start, end);
  }

  #word(closing: ')' | '`' | null, depth: number): Word {
    const builder = new WordBuilder();
    const start = this.#position;
    while (this.#position < this.text.length) {
      const character = this.text.charAt(this.#position);
      if (character === closing || /[\s;&|()<>\u2404]/.test(character)) break;
      if (character === "'") this.#singleQuoted(builder);
      else if (character === '"') this.#string(builder, depth);
      else if (character === '$' && this.text.charAt(this.#position + 1) === "'") this.#ansiQuoted(builder);
      else if (character === '$' || character === '`') this.#expansion(builder, depth);
      else if (character === '\\') {
        const next = this.text.charAt(this.#position + 1);
        const isLineEnd = next === '\n' || this.text.startsWith('\r\n', this.#position + 1);
        if (isLineEnd) this.#position = this.text.indexOf('\n', this.#position) + 1;
        else {
          builder.add(next === endOfInput ? '' : next);
          this.#position += next === endOfInput ? 1 : 2;
        }
      } else {
        builder.add(character);
        this.#position++;
      }
    }
    // A character that nothing above takes must not stop the reader.
    if (this.#position === start) this.#position++;
    return builder.word(start, Math.min(this.#position, this.text.length));
  }

  #singleQuoted(builder: WordBuilder): void {
    const start = this.#position + 1;
    const end = this.#closingQuote(/'/g, start);
    builder.add(this.text.slice(start, end));
    this.#position = this.text.charAt(end) === "'" ? end + 1 : end;
  }

  #string(builder: WordBuilder, depth: number): void {
    this.#position++;
    const start = this.#position;
    // Where nothing closes the string it ends with its line.
    const limit = this.#find(/\u2404/g, start);
    const isClosed = this.#closesBefore(start, limit);
    const stop = isClosed ? limit : Math.min(limit, this.#find(/\n/g, start));
    while (this.#position < stop && this.text.charAt(this.#position) !== '"') this.#doubleQuoted(builder, depth);
    if (this.text.charAt(this.#position) === '"') this.#position++;
  }

  #closesBefore(start: number, limit: number): boolean {
    const token = /\\[^]|"/g;
    token.lastIndex = start;
    for (let match = token.exec(this.text); match && match.index < limit; match = token.exec(this.text)) if (match[0] === '"') return true;
    return false;
  }

  /** One character, escape or expansion inside of double quotes. */
  #doubleQuoted(builder: WordBuilder, depth: number): void {
    const character = this.text.charAt(this.#position);
    const next = this.text.charAt(this.#position + 1);
    if (character === '\\' && /["\\$`\n]/.test(next)) {
      if (next !== '\n') builder.add(next);
      this.#position += 2;
    } else if (character === '$' || character === '`') this.#expansion(builder, depth);
    else {
      builder.add(character);
      this.#position++;
    }
  }

  /** `$'…'`: escapes as in C; those of letters and quotes are enough for what is looked at. */
  #ansiQuoted(builder: WordBuilder): void {
    const start = this.#position + 2;
    const end = this.#closingQuote(/\\[^]|'/g, start);
    const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };
    builder.add(this.text.slice(start, end).replace(/\\([^])/g, (_whole, escaped: string) => escapes[escaped] ?? escaped));
    this.#position = this.text.charAt(end) === "'" ? end + 1 : end;
  }

  /** Where a quote closes; the line's end where none does before the end of the input. */
  #closingQuote(token: RegExp, start: number): number {
    const limit = this.#find(/\u2404/g, start);
    token.lastIndex = start;
    for (let match = token.exec(this.text); match && match.index < limit; match = token.exec(this.text))
      if (match[0] === "'") return match.index;
    return Math.min(limit, this.#find(/\n/g, start));
  }

  #expansion(builder: WordBuilder, depth: number): void {
    const rest = this.text.slice(this.#position, this.#position + 200);
    if (rest.startsWith('`')) {
      this.#substitution(builder, '`', 1, depth);
      return;
    }
    if (rest.startsWith('$(') && !rest.startsWith('$((')) {
      this.#substitution(builder, ')', 2, depth);
      return;
    }
    const braced = /^\$\{(\w+)(:?[-=])?/.exec(rest);
    const name = /^\$([A-Za-z_]\w*)/.exec(rest);
    if (braced) {
      const [whole, variable = '', operator] = braced;
      const start = this.#position + whole.length;
      const end = this.#closingBrace(start);
      const fallback = operator === undefined || depth >= maxDepth ? null : this.#quoted(start, end, depth + 1);
      builder.expand({ name: variableName(variable), fallback: fallback && unquoted(fallback) });
      this.#position = Math.min(end + 1, this.text.length);
    } else if (name) {
      builder.expand({ name: name[1] ?? null, fallback: null });
      this.#position += name[0].length;
    } else if (/^\$[\w@*#?$!-]/.test(rest)) {
      builder.expand({ name: null, fallback: null });
      this.#position += 2;
    } else {
      builder.add('$');
      this.#position++;
    }
  }

  #substitution(builder: WordBuilder, closing: ')' | '`', opening: number, depth: number): void {
    this.#position += opening;
    builder.expand({ name: null, fallback: null });
    if (depth >= maxDepth) this.#position = this.text.length;
    else this.script(closing, depth + 1);
  }

  #closingBrace(start: number): number {
    let depth = 0;
    const token = /[{}\n\u2404]/g;
    token.lastIndex = start;
    for (let match = token.exec(this.text); match; match = token.exec(this.text)) {
      if (match[0] === '{') depth++;
      else if (match[0] !== '}' || depth-- === 0) return match.index;
    }
    return this.text.length;
  }

  #find(pattern: RegExp, from: number): number {
    pattern.lastIndex = from;
    return pattern.exec(this.text)?.index ?? this.text.length;
  }
}

class WordBuilder {
  #text = '';
  readonly #expansions: Expansion[] = [];

  add(text: string): void {
    this.#text += plain(text);
  }

  expand(expansion: Expansion): void {
    this.#text += holeFor(this.#expansions.length);
    this.#expansions.push(expansion);
  }

  word(start: number, end: number): Word {
    return { range: { start, end }, text: this.#text, expansions: this.#expansions };
  }
}

/** A text without the characters that stand for expansions. */
function plain(text: string): string {
  return holePattern.test(text) ? text.replace(new RegExp(holePattern, 'g'), '\uFFFD') : text;
}

function variableName(text: string): string | null {
  return /^\d/.test(text) ? null : text;
}

/** A fallback without the quotes around it. */
function unquoted(word: Word): Word {
  const quoted = /^(["'])([^]*)\1$/.exec(word.text);
  return quoted ? { ...word, text: quoted[2] ?? '' } : word;
}
