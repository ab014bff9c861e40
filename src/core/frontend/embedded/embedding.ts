import type { Language } from '../../facts/moduleFacts';
import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';

/** How code is found in files that hold more than code: components, notebooks. */
export interface Embedding {
  /** Extensions with their dot, lower case. */
  readonly extensions: readonly string[];
  /** Total: any text gives code, however little. */
  extract(file: string, text: string): EmbeddedCode;
}

/** The code in a file. All offsets of facts drawn from it are offsets of {@link text}. */
export interface EmbeddedCode {
  /** All code, one piece below the other. */
  readonly text: string;
  /** The code by language, each as long as {@link text}, with all that is not of it blanked. The first is the file's module. */
  readonly parts: readonly CodePart[];
  /** Where the code stands in the file; null where offsets are the file's own. */
  readonly map: CodeMap | null;
  /** The cells that the code stands in, in order; null in files without. */
  readonly cells: readonly Cell[] | null;
  /** What could not be read. */
  readonly problems: readonly string[];
}

export interface CodePart {
  readonly language: Language;
  readonly text: string;
}

/** A cell of a notebook; `range` are the offsets of its source in {@link EmbeddedCode.text}. */
export interface Cell {
  /** 0-based among all cells of the notebook. */
  readonly index: number;
  readonly range: TextRange;
}

/** Leads from offsets of code to the file that holds it. */
export interface CodeMap {
  /** The part of the file that writes a part of the code. */
  range(code: TextRange): TextRange;
  /** An edit of the code as an edit of the file. */
  edit(code: TextEdit): TextEdit;
}
