import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser/lib/esm/main.js';
import { LineIndex } from '../../core/text/lineIndex';

export type JsonObject = Readonly<Record<string, unknown>>;

/** What could be read of a JSON text, with comments and trailing commas allowed as configuration files have them. */
export interface ParsedJson {
  readonly value: JsonObject;
  /** What is wrong with the text and where, undefined for sound JSON. */
  readonly problem: string | undefined;
}

/** Parses a configuration file's text. Total: a broken text gives what could be read of it. */
export function parseJson(text: string): ParsedJson {
  const content = text.replace(/^\uFEFF/, '');
  const strict = strictJson(content);
  if (strict) return { value: strict, problem: undefined };
  const errors: ParseError[] = [];
  const value: unknown = parse(content, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const first = errors[0];
  const problem = first && `line ${new LineIndex(content).at(first.offset).line}: ${printParseErrorCode(first.error)}`;
  return { value: asObject(value) ?? {}, problem };
}

/** The engine's own parser is an order of magnitude faster, and manifests of a megabyte exist. Undefined for what it does not take. */
function strictJson(text: string): JsonObject | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

export function asString(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The strings of an array; a single string counts as an array of one, all else as none. */
export function asStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
