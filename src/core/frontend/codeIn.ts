import { languages, type Language } from '../facts/moduleFacts';
import { embeddings, type CodePart, type EmbeddedCode } from './embedded';
import { extensionsOf } from './extensions';

/** Larger texts are passed over: generated or minified code, in which no one edits a call site. UTF-16 units. */
export const maxModuleLength = 1_500_000;

/** The code that a file holds. */
export interface CodeInFile {
  /** What offsets of the parts are offsets of: the file's text, or the code put together where it stands in pieces. */
  readonly text: string;
  /** By language; the first is the module that others import. */
  readonly parts: readonly CodePart[];
  /** How the code is embedded, null where the file is code. */
  readonly embedded: EmbeddedCode | null;
}

const languageByExtension = new Map(
  languages.flatMap((language) => extensionsOf[language].map((extension): [string, Language] => [extension, language])),
);
const embeddingByExtension = new Map(
  embeddings.flatMap((embedding) => embedding.extensions.map((extension) => [extension, embedding] as const)),
);

/** The language that a file is written in by its name, `embedded` for one that holds code among other things, undefined for others. */
export function codeKind(file: string): Language | 'embedded' | undefined {
  const extension = extensionOf(file);
  return languageByExtension.get(extension) ?? (embeddingByExtension.has(extension) ? 'embedded' : undefined);
}

/** The code in a file's text, null where a file of its name holds none. Total. */
export function codeIn(file: string, text: string): CodeInFile | null {
  const extension = extensionOf(file);
  const language = languageByExtension.get(extension);
  if (language) return { text, parts: [{ language, text }], embedded: null };
  const embedded = embeddingByExtension.get(extension)?.extract(file, text);
  return embedded ? { text: embedded.text, parts: embedded.parts, embedded } : null;
}

/** What a file's name ends with, its dot included, in lower case; empty where there is no dot. */
export function extensionOf(file: string): string {
  const dot = file.lastIndexOf('.');
  return dot < 0 ? '' : file.slice(dot).toLowerCase();
}
