import { JsonReader, type JsonString } from './jsonReader';

/** A cell of a notebook as its file has it. */
export interface RawCell {
  /** 0-based among all cells. */
  readonly index: number;
  readonly isCode: boolean;
  /** The language the cell itself is marked with; null where it is the notebook's. */
  readonly language: string | null;
  /** Its source: one string, or several to be put together. */
  readonly source: readonly JsonString[];
}

/** What is read of a notebook's file. */
export interface RawNotebook {
  readonly cells: readonly RawCell[];
  /** The language as the notebook's metadata name it, lower case; null where they don't. */
  readonly language: string | null;
  readonly problems: readonly string[];
}

/**
 * Reads a notebook (nbformat 4, and 3 with its worksheets): sources and the language only, so that outputs cost nothing. Total: a
 * file that ends early gives the cells before its end.
 */
export function readNotebook(text: string): RawNotebook {
  const reader = new JsonReader(text);
  const cells: RawCell[] = [];
  const languages: (string | null)[] = [];
  let hasCells = false;
  const readCells = (): void => {
    hasCells = true;
    reader.array(() => cells.push(readCell(reader, cells.length)));
  };
  if (reader.peek() !== '{') return { cells, language: null, problems: ['not a notebook: it holds no JSON object'] };
  reader.object((key) => {
    if (key === 'cells') readCells();
    else if (key === 'worksheets') reader.array(() => reader.object((inner) => (inner === 'cells' ? readCells() : reader.skip())));
    else if (key === 'metadata') languages.push(readLanguage(reader));
    else reader.skip();
  });
  const failed = reader.failedAt;
  const problems =
    failed !== null ? [`offset ${failed}: the notebook's JSON breaks off`] : hasCells ? [] : ['not a notebook: it has no cells'];
  return { cells, language: languages.find((each) => each !== null) ?? null, problems };
}

function readCell(reader: JsonReader, index: number): RawCell {
  let isCode = false;
  let language: string | null = null;
  let source: readonly JsonString[] = [];
  reader.object((key) => {
    if (key === 'cell_type') isCode = valueOf(reader) === 'code';
    else if (key === 'language') language ??= valueOf(reader);
    else if (key === 'metadata') language = readCellLanguage(reader) ?? language;
    else if (key === 'source' || key === 'input') source = readSource(reader);
    else reader.skip();
  });
  return { index, isCode, language, source };
}

function readSource(reader: JsonReader): readonly JsonString[] {
  const strings: JsonString[] = [];
  const read = (): void => {
    const string = reader.string();
    if (string) strings.push(string);
    else reader.skip();
  };
  if (reader.peek() === '[') reader.array(read);
  else read();
  return strings;
}

/** Jupyter's `kernelspec.language` and `language_info.name`; the kernel's own name where both are missing. */
function readLanguage(reader: JsonReader): string | null {
  const found = new Map<string, string | null>();
  reader.object((key) => {
    if (key !== 'kernelspec' && key !== 'language_info') reader.skip();
    else reader.object((inner) => void found.set(`${key}.${inner}`, valueOf(reader)));
  });
  const names = ['language_info.name', 'kernelspec.language', 'kernelspec.name'];
  return names.map((name) => found.get(name) ?? null).find((name) => name !== null) ?? null;
}

/** VS Code marks cells of another language than the notebook's: `metadata.vscode.languageId`. */
function readCellLanguage(reader: JsonReader): string | null {
  let language: string | null = null;
  reader.object((key) => {
    if (key !== 'vscode') reader.skip();
    else
      reader.object((inner) => {
        if (inner === 'languageId') language = valueOf(reader);
        else reader.skip();
      });
  });
  return language;
}

/** A plain string, lower case; null for any other value. */
function valueOf(reader: JsonReader): string | null {
  const string = reader.string();
  if (!string) {
    reader.skip();
    return null;
  }
  return reader.text.slice(string.start, string.end).toLowerCase();
}
