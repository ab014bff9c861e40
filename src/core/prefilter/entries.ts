import type { BodyRow } from '../match/description';

/** What follows a name that is an entry of an object, an argument, an index or assigned to. */
const entryEnd = String.raw`\\?["'\x60]?\s*\]?\s*(?:[:,}]|=(?!=))`;

/** A pattern for a name as an entry of a request's body. */
export function entry(name: string, flags = ''): RegExp {
  return new RegExp(`(?<![\\w$])${escape(name)}${entryEnd}`, flags);
}

/** A test for the names of a request's body and one of the headers it comes with, in whatever order. */
export function mentionOf({ has, headers }: BodyRow): (text: string) => boolean {
  const entries = has.map((name) => entry(name));
  const header = new RegExp(`(?:${headers.map(escape).join('|')})(?:${entryEnd}|\\\\?["'\\x60])`, 'i');
  return (text) => entries.every((each) => each.test(text)) && header.test(text);
}

/** The longest of some names, the first of several. */
export function longest(names: readonly string[]): string {
  return names.reduce((best, name) => (name.length > best.length ? name : best), '');
}

/** A text as a pattern that means it. */
export function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
