import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import type { ImportStatement, Statement } from './syntax';

/** Modules of the standard library whose imports are common at a module's top; `os` is sorted among them. */
const standardModules: ReadonlySet<string> = new Set(
  (
    'abc argparse array ast asyncio base64 bisect builtins calendar collections concurrent configparser contextlib contextvars copy csv ' +
    'ctypes dataclasses datetime decimal difflib email enum errno fnmatch functools gc getpass glob gzip hashlib heapq ' +
    'hmac html http importlib inspect io ipaddress itertools json locale logging math mimetypes multiprocessing operator os pathlib ' +
    'pickle platform pprint queue random re sched secrets select shelve shutil signal smtplib socket sqlite3 ssl stat statistics string ' +
    'struct subprocess sys tarfile tempfile textwrap threading time timeit traceback types typing unicodedata unittest urllib uuid ' +
    'warnings weakref xml zipfile zlib zoneinfo'
  ).split(' '),
);

/** An import of `os`, or of names from it, and where it holds. */
interface OsImport {
  /** What the module is called here; null where only names are taken from it. */
  readonly alias: string | null;
  /** Names taken from it, by what they are called in `os`. */
  readonly names: ReadonlyMap<string, string>;
  readonly range: TextRange;
  /** The function or class in which it stands; null at the module's top. */
  readonly within: TextRange | null;
}

/** Which of Python's imports a module has for reading the environment, and the edit for one that is missing. */
export class EnvironmentImports {
  readonly #found: readonly OsImport[];

  constructor(
    private readonly body: readonly Statement[],
    private readonly text: string,
    private readonly lineBreak: string,
  ) {
    this.#found = osImports(body, null, true);
  }

  /** What the module itself is called at an offset, or a name taken from it; null where neither is to be had. */
  nameOf(member: string, at: number): string | null {
    const near = this.#at(at);
    const whole = near.find(({ alias }) => alias !== null);
    if (whole) return `${whole.alias ?? ''}.${member}`;
    return near.find(({ names }) => names.has(member))?.names.get(member) ?? null;
  }

  /** What `os` is to be called where it is imported anew: the plain name is avoided where a function imports it too late. */
  get addedName(): string {
    return this.#found.some(({ within, alias }) => within !== null && alias === 'os') ? '_os' : 'os';
  }

  /** The edit that imports `os` at the module's top. */
  add(): TextEdit {
    const statement = this.addedName === 'os' ? 'import os' : `import os as ${this.addedName}`;
    const imports = this.body.filter((each) => each.type === 'import');
    const [first] = imports.filter(({ module }) => module !== '__future__');
    if (!first) return this.#inNewLine(this.#lineAfterHead(imports), `${statement}${this.lineBreak}`);
    const run = this.#runFrom(first, imports);
    const plain = run.filter(({ names, module }) => names === null && isStandard(module));
    const next = plain.find(({ module }) => module > 'os');
    const last = plain.at(-1);
    if (next) return this.#inNewLine(this.#lineStart(next.range.start), `${statement}${this.lineBreak}`);
    if (last) return this.#inNewLine(this.#nextLine(last.range.end), `${statement}${this.lineBreak}`);
    const gap = isStandard(first.module) ? '' : this.lineBreak;
    return this.#inNewLine(this.#lineStart(first.range.start), `${statement}${this.lineBreak}${gap}`);
  }

  #at(at: number): OsImport[] {
    return this.#found
      .filter(({ range, within }) => range.end <= at && (within === null || (within.start <= at && at <= within.end)))
      .reverse();
  }

  /** The imports that follow one without a blank line between them. */
  #runFrom(first: ImportStatement, imports: readonly ImportStatement[]): readonly ImportStatement[] {
    const run: ImportStatement[] = [];
    let end = first.range.start;
    for (const each of imports.slice(imports.indexOf(first))) {
      if (/\n[ \t\r]*\n/.test(this.text.slice(end, each.range.start))) break;
      run.push(each);
      end = each.range.end;
    }
    return run;
  }

  /** Behind what must come first: comments at the top, the docstring, imports from the future. */
  #lineAfterHead(future: readonly ImportStatement[]): number {
    const last = future.at(-1);
    if (last) return this.#nextLine(last.range.end);
    const [first] = this.body;
    const docstring = first?.type === 'expression' && first.values.length === 1 ? first.values[0] : undefined;
    if (first && docstring?.type === 'constant' && typeof docstring.value === 'string') return this.#nextLine(first.range.end);
    return /^\uFEFF?(?:#.*(?:\n|$))*/.exec(this.text)?.[0].length ?? 0;
  }

  #lineStart(offset: number): number {
    const start = this.text.lastIndexOf('\n', offset - 1) + 1;
    return start === 0 && this.text.startsWith('\uFEFF') ? 1 : start;
  }

  #nextLine(offset: number): number {
    const end = this.text.indexOf('\n', offset);
    return end < 0 ? this.text.length : end + 1;
  }

  #inNewLine(at: number, newText: string): TextEdit {
    const begins = at === 0 || this.text.charAt(at - 1) === '\n' || this.text.charAt(at - 1) === '\uFEFF';
    return { range: { start: at, end: at }, newText: begins ? newText : this.lineBreak + newText };
  }
}

function isStandard(module: string): boolean {
  return standardModules.has(module.split('.')[0] ?? '');
}

/** Imports of `os`; `certain`: the statements are executed wherever what follows them is. */
function osImports(body: readonly Statement[], within: TextRange | null, certain: boolean): OsImport[] {
  return body.flatMap((statement): OsImport[] => {
    switch (statement.type) {
      case 'import':
        return certain && statement.module === 'os' ? [osImport(statement, within)] : [];
      case 'function':
      case 'class':
        return osImports(statement.body, statement.range, true);
      case 'with':
        return osImports(statement.body, within, certain);
      case 'for':
      case 'block':
        return osImports(statement.body, within, false);
      default:
        return [];
    }
  });
}

function osImport({ alias, names, range }: ImportStatement, within: TextRange | null): OsImport {
  const taken = new Map((names ?? []).map((each) => [each.name, each.alias ?? each.name]));
  return { alias: names === null ? (alias ?? 'os') : null, names: taken, range, within };
}
