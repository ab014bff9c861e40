import type { TextRange } from '../text/range';
import type { CallExpression, Expression } from './expression';

/** A comment's text without its delimiters. */
export interface CommentFact {
  readonly text: string;
  readonly range: TextRange;
}

/** What a frontend says of one module. */
export interface ModuleFacts {
  readonly file: string;
  readonly language: 'javascript' | 'python';
  /** Every call and construction, in source order. */
  readonly calls: readonly CallExpression[];
  /** The value of an export, `default` for the default export; undefined when the module itself has none of that name. */
  exported(name: string): Expression | undefined;
  /** Modules all of whose exports are passed on. */
  readonly starExports: readonly string[];
  readonly comments: readonly CommentFact[];
  /** Lines for the log: what could not be read. */
  readonly problems: readonly string[];
}

/** Turns a text into facts. Total: any text gives facts, however few. */
export interface Frontend {
  readonly language: ModuleFacts['language'];
  /** Extensions with their dot, lower case. */
  readonly extensions: readonly string[];
  lower(file: string, text: string): ModuleFacts;
}
