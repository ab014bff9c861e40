import type { TextRange } from '../text/range';
import type { TextEdit } from '../text/textEdit';
import type { CallExpression, Expression } from './expression';
import type { ModuleOutline } from './moduleOutline';

/** A comment's text without its delimiters. */
export interface CommentFact {
  readonly text: string;
  readonly range: TextRange;
}

/** A place where a value is read, and what becomes of it there. */
export interface ReadFact {
  readonly expression: Expression;
  /** `passed`: the value only gets another name (an initializer, a default, a result); `argument`: it is given to a call; `used`: all else. */
  readonly role: 'passed' | 'argument' | 'used';
  /** The callee for arguments. */
  readonly callee: Expression | null;
}

/** How a module writes what a rewrite adds to it. */
export interface Writing {
  /** A text as a literal, in the module's own quotes. */
  text(value: string): string;
  /** A text in place of the literal `original`, in that literal's quotes. */
  textLike(original: string, value: string): string;
  /** Code for a text put together from texts and code. */
  joined(parts: readonly (string | { readonly code: string })[]): string;
  /**
   * Code that reads an environment variable at an offset; `fallback` is code for when it is not set. Without one the code fails
   * there or gives an empty text, never nothing: an SDK takes that for leave to read its vendor's own variable.
   */
  variable(name: string, fallback: string | null, style: VariableStyle, at: number): string;
  /** The edit that imports what such code needs at an offset (`import os`); null when nothing is missing. */
  importFor(code: readonly string[], at: number): TextEdit | null;
  /** How this module reads the environment, null when it does not. */
  readonly variableStyle: VariableStyle | null;
  /** How a module of this kind reads the environment when nothing tells. */
  readonly usualVariableStyle: VariableStyle;
  /** A statement that takes names from another module, without what ends it. */
  importStatement(specifier: string, names: readonly string[], form: ImportFact['form']): string;
  /** A truth value. */
  constant(value: boolean): string;
  /** An entry of an object. `original`: the entry's text, when there is one, whose name is kept as written. */
  property(name: string, value: string, form: EntryForm, original?: string): string;
  /** Between the braces of an object in one line and its entries. */
  readonly padding: string;
  /** One step of indentation. */
  readonly indent: string;
  readonly lineBreak: string;
  /** Lines that an edit makes longer than this are broken. */
  readonly maxLine: number;
}

/** How an entry of an object stands in the code: in a literal, or as a named argument of a call. */
export type EntryForm = 'literal' | 'argument';

/** A way to read the environment. */
export interface VariableStyle {
  readonly source: 'process' | 'import.meta' | 'Deno' | 'Bun' | 'os.environ' | 'os.getenv';
  /** `process.env["NAME"]` instead of `process.env.NAME`. */
  readonly brackets: boolean;
  /** What names must start with to be seen by this code (`VITE_`), empty for none. */
  readonly prefix: string;
}

/** A name that a module takes from another one. */
export interface ImportedName {
  /** The other module's name for it: `default`, `*` or a name. */
  readonly imported: string;
  readonly local: string;
  /** Of the specifier within the statement. */
  readonly range: TextRange;
  /** It names a type only. */
  readonly typeOnly: boolean;
  /** Where the name is used, in types too. */
  readonly references: readonly TextRange[];
}

/** A statement that takes names from another module. */
export interface ImportFact {
  readonly specifier: string;
  readonly range: TextRange;
  readonly form: 'import' | 'require';
  readonly typeOnly: boolean;
  /** All that it takes stands in braces: no default, no namespace. */
  readonly named: boolean;
  /** It stands within a function or a class, and holds there alone. */
  readonly local?: true;
  readonly names: readonly ImportedName[];
}

/** A statement, as far as rewrites write others beside it. */
export interface StatementFact {
  readonly range: TextRange;
  /** It stands in a list of statements, so that others may stand before and behind it. */
  readonly listed: boolean;
  /** What it stands in, as a whole. */
  readonly within: TextRange;
  /** Code within it can leave it early: `break`, `return`. */
  readonly leaves: boolean;
}

/** The languages that frontends speak. */
export const languages = ['javascript', 'python', 'shell'] as const;

export type Language = (typeof languages)[number];

/** What a frontend says of one module. */
export interface ModuleFacts {
  readonly file: string;
  readonly language: Language;
  /** True for values in a file without code, which other programs read as well: nothing is written there. */
  readonly isData?: true;
  /** Every call and construction, in source order. */
  readonly calls: readonly CallExpression[];
  /** The value of an export, `default` for the default export; undefined when the module itself has none of that name. */
  exported(name: string): Expression | undefined;
  /** Modules all of whose exports are passed on. */
  readonly starExports: readonly string[];
  /** Names for which {@link exported} has a value. */
  readonly exportNames: readonly string[];
  /** Members the module assigns to packages it imports, by specifier and name: `openai.api_base = …`. Absent where a language has none. */
  readonly packageWrites?: ReadonlyMap<string, ReadonlyMap<string, readonly Expression[]>>;
  /** Every name, member and call result that is read as a value, inner ones included, in source order. */
  readonly reads: readonly ReadFact[];
  /** How code is written in this module. */
  readonly writing: Writing;
  /** Statements that take names from other modules, in source order; absent where a language's are not rewritten. */
  readonly imports?: readonly ImportFact[];
  /** The innermost statement around a place, null for none; absent where a language's statements are not rewritten. */
  statementAround?(range: TextRange): StatementFact | null;
  readonly comments: readonly CommentFact[];
  /** Lines for the log: what could not be read. */
  readonly problems: readonly string[];
}

/** Where a text names another module. */
export interface SpecifierPlace {
  readonly specifier: string;
  /** Offset of its quote. */
  readonly start: number;
}

/** Turns a text into facts. Total: any text gives facts, however few. */
export interface Frontend {
  readonly language: ModuleFacts['language'];
  lower(file: string, text: string): ModuleFacts;
  /** What a text tells of its exports without being parsed; absent where a language has no such reader. */
  outline?(text: string): ModuleOutline;
  /** The places where a text names modules, without being parsed; others that look like it may be among them. Absent as above. */
  specifiers?(text: string): readonly SpecifierPlace[];
}
