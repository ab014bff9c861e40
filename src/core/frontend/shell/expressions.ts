import type { Binding, Expression, ObjectEntry } from '../../facts/expression';
import type { TextRange } from '../../text/range';
import { holeIndex, holePattern, wordFrom, type Word } from './syntax';

const everyHole = new RegExp(`(${holePattern.source})`);

/** Turns words to expressions, knowing what a script assigns to its variables. */
export class WordLowering {
  readonly #bindings = new Map<string, Binding>();

  /** @param assigned every value assigned to a variable, by name */
  constructor(private readonly assigned: ReadonlyMap<string, readonly Word[]>) {}

  word(word: Word): Expression {
    return this.#text(word.text, word, null);
  }

  /** A request's body written as JSON; null where it is something else. */
  json(word: Word): Expression | null {
    const quoted = word.text.replace(/"(?:[^"\\]|\\[^])*"|([\uE000-\uF8FF]+)/g, (whole, bare: string | undefined) =>
      bare === undefined ? whole : `"${bare}"`,
    );
    try {
      const value: unknown = JSON.parse(quoted);
      return typeof value === 'object' && value !== null ? this.#value(value, word) : null;
    } catch {
      // Half-typed, or with values that only the shell puts together: what is written out of the model counts.
      const model = /^\s*\{[^]*?"model"\s*:\s*"([^"\\]*)"/.exec(word.text)?.[1];
      return model === undefined ? null : object([['model', this.#text(model, word, null)]], word.range);
    }
  }

  /** `name=value` words as one object. */
  form(words: readonly Word[]): Expression | null {
    const entries = words.flatMap((word): [string, Expression][] => {
      const name = /^([\w.[\]-]+)=/.exec(word.text);
      if (!name) return [];
      const value = wordFrom(word, name[0].length);
      return [
        [
          name[1] ?? '',
          value.text.startsWith('@') ? unknownAt(word.range) : this.word({ ...value, text: value.text.replace(/^"(.*)"$/s, '$1') }),
        ],
      ];
    });
    const [first] = words;
    return entries.length === 0 || !first ? null : object(entries, first.range);
  }

  /** `Name: value` words as one object, with names in lower case. */
  headers(words: readonly Word[]): Expression | null {
    const entries = words.flatMap((word): [string, Expression][] => {
      const name = /^([\w-]+):\s*/.exec(word.text);
      return name ? [[(name[1] ?? '').toLowerCase(), this.word(wordFrom(word, name[0].length))]] : [];
    });
    const [first] = words;
    return entries.length === 0 || !first ? null : object(entries, first.range);
  }

  #value(value: unknown, word: Word): Expression {
    const { range } = word;
    if (typeof value === 'string') return this.#text(value, word, null);
    if (value === null || typeof value === 'number' || typeof value === 'boolean') return { kind: 'literal', value, range };
    if (Array.isArray(value)) return { kind: 'array', elements: value.map((each: unknown) => this.#value(each, word)), range };
    if (typeof value !== 'object') return unknownAt(range);
    return object(
      Object.entries(value).map(([name, inner]: [string, unknown]) => [name, this.#value(inner, word)]),
      range,
    );
  }

  /** @param within the variable whose value this is: it reads its earlier value, which the environment gave */
  #text(text: string, word: Word, within: string | null): Expression {
    const { range } = word;
    const parts = text.split(everyHole).filter((piece) => piece !== '');
    const pieces = parts.map((piece) => (holePattern.test(piece) ? this.#expansion(word, holeIndex(piece), within) : piece));
    const [only] = pieces;
    if (pieces.length === 0) return { kind: 'literal', value: '', range };
    if (pieces.length === 1 && only !== undefined) return typeof only === 'string' ? { kind: 'literal', value: only, range } : only;
    return { kind: 'template', parts: pieces, range };
  }

  #expansion(word: Word, index: number, within: string | null): Expression {
    const { range } = word;
    const { name = null, fallback = null } = word.expansions[index] ?? {};
    if (name === null) return unknownAt(range);
    const variable = this.#variable(name, range, within);
    return fallback ? { kind: 'choice', alternatives: [variable, this.#text(fallback.text, fallback, within)], range } : variable;
  }

  #variable(name: string, range: TextRange, within: string | null): Expression {
    const values = this.assigned.get(name);
    if (!values || name === within) return { kind: 'member', object: { kind: 'environment', range }, property: name, range };
    let binding = this.#bindings.get(name);
    if (!binding) {
      let definitions: readonly Expression[] | undefined;
      const text = (value: Word): Expression => this.#text(value.text, value, name);
      binding = {
        name,
        get definitions() {
          definitions ??= values.map(text);
          return definitions;
        },
        type: null,
        writes: new Map(),
        calls: [],
      };
      this.#bindings.set(name, binding);
    }
    return { kind: 'name', name, binding, range };
  }
}

function object(entries: readonly (readonly [name: string, value: Expression])[], range: TextRange): Expression {
  return { kind: 'object', entries: entries.map(([name, value]): ObjectEntry => ({ kind: 'property', name, value, range })), range };
}

/** What nothing is known of. */
export function unknownAt(range: TextRange): Expression {
  return { kind: 'unknown', range };
}
