import type { EnvironmentSetting } from '../environment/environment';
import type { Linker } from './linker';
import { alternativesOf, type ExtendedValue, type Value } from './value';

/** Stands for text the code does not decide (U+FFFC, object replacement character). */
export const hole = '\uFFFC';

/** A text a value can be, with holes for what is not decided. */
export interface Text {
  readonly text: string;
  /** Environment variables that the text, or the choice of it, hangs on. */
  readonly variables: readonly string[];
  /** What environment files said that is part of the text. */
  readonly settings?: readonly EnvironmentSetting[];
}

/** More combinations than this are not spelled out. */
const maxTexts = 16;

/** Every text a value can be, the likeliest first. A value that is no text at all gives one hole. */
export function textsOf(linker: Linker, value: Value): readonly Text[] {
  const alternatives = alternativesOf(value);
  const variables = alternatives.flatMap((alternative) =>
    alternative.kind === 'variable' && alternative.name !== null ? [alternative.name] : [],
  );
  const texts = alternatives.flatMap((alternative): readonly Text[] => {
    switch (alternative.kind) {
      case 'literal':
        return [{ text: String(alternative.value ?? ''), variables }];
      case 'variable':
        return (
          alternative.settings?.map((setting) => ({ text: setting.value, variables: [setting.variable], settings: [setting] })) ?? [
            { text: hole, variables },
          ]
        );
      case 'template':
        return joined(linker, alternative.parts);
      case 'extended':
        return textsOf(linker, alternative.base).flatMap((text) => rewritten(linker, text, alternative));
      default:
        return [{ text: hole, variables }];
    }
  });
  return texts.slice(0, maxTexts);
}

/** Members of a URL object that decide its host. */
const hostMembers = ['href', 'protocol', 'host', 'hostname', 'port'];
/** What stands before the path of an address. */
const origin = /^[a-z][\w+.-]*:\/\/[^/?#]*/i;

/** An address after members of its object were set: `url.pathname = '/v1/messages'`. */
function rewritten(linker: Linker, text: Text, { writes, frame }: ExtendedValue): readonly Text[] {
  if (hostMembers.some((name) => writes.has(name))) return [{ text: hole, variables: text.variables }];
  const start = origin.exec(text.text)?.[0];
  const paths = writes.get('pathname')?.flatMap((path) => textsOf(linker, linker.evaluate(path, frame))) ?? [];
  // What is put together from the path before says no more than that.
  if (start === undefined || paths.length === 0 || paths.some((path) => path.text.includes(hole))) return [text];
  return paths.map((path) => joinedTexts(text, path, `${start}/${path.text.replace(/^\//, '')}`));
}

function joined(linker: Linker, parts: readonly (string | Value)[]): readonly Text[] {
  let texts: Text[] = [{ text: '', variables: [] }];
  for (const part of parts) {
    const next: readonly Text[] = typeof part === 'string' ? [{ text: part, variables: [] }] : textsOf(linker, part);
    texts = texts.flatMap((head) => next.map((tail) => joinedTexts(head, tail, head.text + tail.text))).slice(0, maxTexts);
  }
  return texts;
}

/** A text made of two, which hangs on what both hang on. */
export function joinedTexts(head: Text, tail: Text, text: string): Text {
  const settings = [...(head.settings ?? []), ...(tail.settings ?? [])];
  return { text, variables: [...head.variables, ...tail.variables], ...(settings.length > 0 && { settings }) };
}
