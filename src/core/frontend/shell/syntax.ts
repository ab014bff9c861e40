import type { TextRange } from '../../text/range';

/** A word of a command after quotes and escapes. */
export interface Word {
  readonly range: TextRange;
  /** Its text; each character from {@link firstHole} on stands for an expansion. */
  readonly text: string;
  /** What the holes stand for, in order. */
  readonly expansions: readonly Expansion[];
}

/** `$NAME`, `${NAME:-fallback}`; `name` is null for what no script decides (`$1`, `$(command)`). */
export interface Expansion {
  readonly name: string | null;
  readonly fallback: Word | null;
}

/** A simple command with its arguments. */
export interface Command {
  readonly words: readonly Word[];
  /** What its input is where the script writes it: a here-document or here-string. */
  readonly input: Word | null;
}

/** The first of the characters that stand for expansions: the private use area of Unicode. */
const firstHole = 0xe000;
const mostHoles = 0xf8ff - firstHole;
/** One expansion in a word's text. */
export const holePattern = /[\uE000-\uF8FF]/;

/** The character for the expansion with an index. */
export function holeFor(index: number): string {
  return String.fromCharCode(firstHole + Math.min(index, mostHoles));
}

/** The index of the expansion that a character stands for. */
export function holeIndex(character: string): number {
  return character.charCodeAt(0) - firstHole;
}

/** The part of a word from an offset of its text on. */
export function wordFrom(word: Word, offset: number): Word {
  return { ...word, text: word.text.slice(offset) };
}

/** Ends a command whatever is open in it, as a line break that nothing takes away: parts scripts that are pieces of a notebook. */
export const endOfInput = '\u2404';
