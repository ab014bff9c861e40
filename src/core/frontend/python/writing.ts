import type { EntryForm, VariableStyle, Writing } from '../../facts/moduleFacts';
import type { TextEdit } from '../../text/textEdit';
import { EnvironmentImports } from './imports';
import type { Statement } from './syntax';

const usual: VariableStyle = { source: 'os.environ', brackets: true, prefix: '' };

/** What is to be known of a module to write as it does. */
interface WrittenModule {
  readonly text: string;
  readonly body: readonly Statement[];
  /** String literals in double quotes less those in single ones. */
  readonly quoteBalance: number;
}

/** Writes Python the way a given module is written. */
export class PythonWriting implements Writing {
  readonly variableStyle: VariableStyle | null;
  readonly usualVariableStyle = usual;
  readonly padding = '';
  readonly indent: string;
  readonly lineBreak: string;
  /** Where Black breaks lines. */
  readonly maxLine = 88;
  readonly #quote: string;
  readonly #imports: EnvironmentImports;

  constructor({ text, body, quoteBalance }: WrittenModule) {
    this.#quote = quoteBalance < 0 ? "'" : '"';
    this.lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
    this.indent = indentOf(text);
    this.variableStyle = styleOf(text);
    this.#imports = new EnvironmentImports(body, text, this.lineBreak);
  }

  text(value: string): string {
    return quoted(value, this.#quote);
  }

  textLike(original: string, value: string): string {
    return quoted(value, /^[a-z]{0,2}("""|'''|"|')/i.exec(original)?.[1] ?? this.#quote);
  }

  /** A variable without a fallback is demanded: an SDK that is given `None` for a key would take its vendor's own from the environment. */
  variable(name: string, fallback: string | null, { source, prefix }: VariableStyle, at: number): string {
    const key = this.text(prefix + name);
    const read = (member: string): string => this.#imports.nameOf(member, at) ?? `${this.#imports.addedName}.${member}`;
    if (fallback === null) return `${read('environ')}[${key}]`;
    return source === 'os.getenv' ? `${read('getenv')}(${key}, ${fallback})` : `${read('environ')}.get(${key}, ${fallback})`;
  }

  joined(parts: Parameters<Writing['joined']>[0]): string {
    return parts.map((part) => (typeof part === 'string' ? this.text(part) : part.code)).join(' + ');
  }

  importFor(code: readonly string[], at: number): TextEdit | null {
    const [member] = ['environ', 'getenv'].filter((each) => code.some((text) => text.includes(`${this.#imports.addedName}.${each}`)));
    return member === undefined || this.#imports.nameOf(member, at) !== null ? null : this.#imports.add();
  }

  importStatement(specifier: string, names: readonly string[]): string {
    return `from ${specifier} import ${names.join(', ')}`;
  }

  constant(value: boolean): string {
    return value ? 'True' : 'False';
  }

  property(name: string, value: string, form: EntryForm, original = ''): string {
    if (form === 'argument') return `${name}=${value}`;
    return `${original === '' ? this.text(name) : this.textLike(original, name)}: ${value}`;
  }
}

function quoted(value: string, quote: string): string {
  return quote + value.replace(quote.startsWith('"') ? /["\\]/g : /['\\]/g, '\\$&') + quote;
}

/** How most of a module's reads of the environment are written. */
function styleOf(text: string): VariableStyle | null {
  const getenv = text.match(/\bgetenv\s*\(/g)?.length ?? 0;
  const environ = text.match(/\benviron\s*(?:\[|\.)/g)?.length ?? 0;
  if (getenv + environ === 0) return null;
  return { ...usual, source: getenv > environ ? 'os.getenv' : 'os.environ' };
}

/** The smallest indentation of a line, or a tab where lines start with one. */
function indentOf(text: string): string {
  let smallest = Infinity;
  for (const line of text.split('\n')) {
    if (line.startsWith('\t')) return '\t';
    const width = line.length - line.trimStart().length;
    if (width > 1 && width < line.trimEnd().length) smallest = Math.min(smallest, width);
  }
  return ' '.repeat(smallest === Infinity ? 4 : smallest);
}
