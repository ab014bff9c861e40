import type { Expression, ObjectEntry, ObjectExpression } from '../../facts/expression';
import type { Linker } from '../../link/linker';
import { alternativesOf, type CallValue } from '../../link/value';
import type { TranslatedCall } from '../../match/description';
import { contains, type TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import { editObject, type Property, type SourceContext } from '../options/objectEdit';

/** The edits of a request, and the settings that are left as they tune the vendor's models only. */
export type RequestPlan = { readonly obstacle: string } | { readonly edits: readonly TextEdit[]; readonly ignored: readonly Ignored[] };

/** A setting that has no counterpart and needs none. */
export interface Ignored {
  readonly name: string;
  readonly range: TextRange;
}

class Untranslatable extends Error {
  override readonly name = 'Untranslatable';
}

/** Writes a request's object literal in the form of another call. */
export function requestEdits(linker: Linker, source: SourceContext, call: CallValue, translated: TranslatedCall): RequestPlan {
  return attempt(() => new RequestWriter(linker, source, call, translated).plan());
}

/** Makes the object literal that begins a conversation a request, with the turns so far as its messages. */
export function beginningEdits(linker: Linker, source: SourceContext, call: CallValue, begun: TranslatedCall): RequestPlan {
  return attempt(() => new RequestWriter(linker, source, call, begun).beginning());
}

/** What is said in a conversation, as a message, and the settings that hold for it alone. */
export interface Turn {
  readonly message: string;
  /** Null where the call gives none. */
  readonly settings: readonly Property[] | null;
  readonly ignored: readonly Ignored[];
}

/** Reads what a call says in a conversation. */
export function turnOf(
  linker: Linker,
  source: SourceContext,
  call: CallValue,
  asked: TranslatedCall,
): { readonly obstacle: string } | { readonly turn: Turn } {
  return attempt(() => ({ turn: new RequestWriter(linker, source, call, asked).turn() }));
}

function attempt<T>(work: () => T): T | { readonly obstacle: string } {
  try {
    return work();
  } catch (error) {
    if (error instanceof Untranslatable) return { obstacle: error.message };
    throw error;
  }
}

type NamedEntry = Extract<ObjectEntry, { kind: 'property' }>;

class RequestWriter {
  readonly #ignored: Ignored[] = [];
  readonly #system: string[] = [];

  constructor(
    private readonly linker: Linker,
    private readonly source: SourceContext,
    private readonly call: CallValue,
    private readonly translated: TranslatedCall,
  ) {}

  plan(): RequestPlan {
    const { messages } = this.translated;
    const request = this.#request();
    const entries = this.#entries(request, 'its request');
    const said = entries.get(messages);
    if (!said) throw new Untranslatable(`its \`${messages}\` are not written out in the call`);
    return this.#rewritten(request, entries, () => `[${[...this.#system, ...this.#turns(said.value)].join(', ')}]`);
  }

  beginning(): RequestPlan {
    const request = this.#request();
    const entries = this.#entries(request, 'what begins its conversation');
    const said = entries.get(this.translated.messages);
    if (said && said.value.kind !== 'array')
      throw new Untranslatable(`its \`${this.translated.messages}\` are not written out in the call`);
    return this.#rewritten(request, entries, () => `[${[...this.#system, ...(said ? this.#turns(said.value) : [])].join(', ')}]`);
  }

  turn(): Turn {
    const { messages, settings } = this.translated;
    const request = this.#request();
    const entries = this.#entries(request, 'its request');
    this.#refuseUnknown(entries, [messages, settings]);
    const said = entries.get(messages);
    if (!said) throw new Untranslatable(`its \`${messages}\` is not written out in the call`);
    const given = entries.get(settings);
    this.#refuseComments([said, ...(given ? [given] : [])]);
    const properties = given ? this.#settings(given) : [];
    if (this.#system.length > 0) throw new Untranslatable('its conversation is told for one turn how to answer');
    const [message = '', ...others] = this.#turns(said.value);
    if (others.length > 0) throw new Untranslatable(`its \`${messages}\` is more than one turn`);
    return { message, settings: given ? properties : null, ignored: this.#ignored };
  }

  #request(): ObjectExpression {
    const [request, ...others] = this.call.expression.arguments.positional;
    if (request?.kind !== 'object' || others.length > 0) throw new Untranslatable('its request is not written out in the call');
    return request;
  }

  #refuseUnknown(entries: ReadonlyMap<string, NamedEntry>, known: readonly string[]): void {
    const unknown = [...entries.keys()].find((name) => !known.includes(name));
    if (unknown !== undefined) throw new Untranslatable(`its \`${unknown}\` has no counterpart`);
  }

  /** The request with its messages and settings in the other form, and the model as it is. */
  #rewritten(request: ObjectExpression, entries: ReadonlyMap<string, NamedEntry>, messages: () => string): RequestPlan {
    const { messages: saying, settings, stream } = this.translated;
    this.#refuseUnknown(entries, ['model', saying, settings]);
    const [said, given] = [entries.get(saying), entries.get(settings)];
    this.#refuseComments([said, given].filter((entry) => entry !== undefined));
    const properties = given ? this.#settings(given) : [];
    if (stream) properties.push({ name: 'stream', value: 'true' });
    const asked = { name: 'messages', value: messages() };
    if (!said) properties.push(asked);
    const replace = new Map<ObjectEntry, Property>(said ? [[said, asked]] : []);
    const remove = new Set<ObjectEntry>();
    const [first, ...rest] = properties;
    // One entry makes room for several: they are written behind each other, as the object is laid out.
    if (given && first)
      replace.set(given, { name: first.name, value: [first.value, ...rest.map((each) => this.#lead(request) + written(each))].join(',') });
    else if (given) remove.add(given);
    const change = { replace, remove, add: given ? [] : properties, addLast: true };
    return { edits: editObject(this.source, request, change), ignored: this.#ignored };
  }

  /** What stands before an entry that follows another one. */
  #lead(object: ObjectExpression): string {
    const first = object.entries[0];
    const before = first ? this.source.text.slice(object.range.start + 1, first.range.start) : '';
    return before.includes('\n') ? before.slice(before.lastIndexOf('\n') - (before.includes('\r\n') ? 1 : 0)) : ' ';
  }

  #entries(object: ObjectExpression, what: string): Map<string, NamedEntry> {
    const entries = new Map<string, NamedEntry>();
    for (const entry of object.entries) {
      if (entry.kind !== 'property' || typeof entry.name !== 'string' || entries.has(entry.name)) {
        throw new Untranslatable(`${what} is put together in the call`);
      }
      entries.set(entry.name, entry);
    }
    return entries;
  }

  #settings({ value }: NamedEntry): Property[] {
    const { settings: what } = this.translated;
    if (value.kind !== 'object') throw new Untranslatable(`its \`${what}\` is not written out in the call`);
    return [...this.#entries(value, `its \`${what}\``)].flatMap(([option, entry]): Property[] => {
      const field = this.translated.fields[option];
      switch (field?.kind) {
        case undefined:
          throw new Untranslatable(`its setting \`${option}\` has no counterpart`);
        case 'renamed':
          return [{ name: field.name, value: this.#code(entry.value) }];
        case 'system':
          this.#system.push(`{ role: ${this.#quoted(field.role)}, content: ${this.#text(entry.value, option)} }`);
          return [];
        case 'coded': {
          const given = entry.value.kind === 'literal' ? field.byText[String(entry.value.value)] : undefined;
          if (given === undefined) throw new Untranslatable(`its setting \`${option}\` has no counterpart`);
          return given ? [{ name: given.name, value: given.code.replace(/'([^']*)'/g, (_, text: string) => this.#quoted(text)) }] : [];
        }
        case 'ignored':
          this.#ignored.push({ name: option, range: entry.range });
          return [];
      }
    });
  }

  #turns(value: Expression): string[] {
    return value.kind === 'array' ? value.elements.map((each) => this.#turn(each, value.elements.length)) : [this.#asked(value)];
  }

  #asked(value: Expression): string {
    return `{ role: ${this.#quoted('user')}, content: ${this.#text(value, this.translated.messages)} }`;
  }

  #turn(value: Expression, count: number): string {
    const { messages, parts, text, roles } = this.translated;
    if (value.kind !== 'object') {
      if (count > 1) throw new Untranslatable(`its \`${messages}\` are not turns that say who speaks`);
      return this.#asked(value);
    }
    const entries = this.#entries(value, `its \`${messages}\``);
    const role = entries.get('role')?.value;
    const name = !role ? 'user' : role.kind === 'literal' ? roles[String(role.value)] : undefined;
    const given = entries.get(parts)?.value;
    const [part, ...others] = given?.kind === 'array' ? given.elements : [];
    if (name === undefined || part?.kind !== 'object' || others.length > 0 || entries.size > 2) {
      throw new Untranslatable(`its \`${messages}\` are more than turns of one text`);
    }
    const inner = this.#entries(part, `its \`${messages}\``);
    const said = inner.get(text);
    if (!said || inner.size > 1) throw new Untranslatable(`its \`${messages}\` are more than turns of one text`);
    return `{ role: ${this.#quoted(name)}, content: ${this.#text(said.value, messages)} }`;
  }

  /** Code of what is certainly a text. */
  #text(value: Expression, what: string): string {
    const isText = alternativesOf(this.linker.evaluate(value, this.call.arguments.frame)).every(
      (each) =>
        (each.kind === 'literal' && typeof each.value === 'string') ||
        each.kind === 'template' ||
        ((each.kind === 'unknown' || each.kind === 'parameter') && each.stated === true),
    );
    if (!isText) throw new Untranslatable(`nothing shows that its \`${what}\` is a text`);
    return this.#code(value);
  }

  #code({ range }: Expression): string {
    return this.source.text.slice(range.start, range.end);
  }

  #quoted(text: string): string {
    return this.source.writing.text(text);
  }

  #refuseComments(entries: readonly ObjectEntry[]): void {
    const within = this.source.comments.some(({ range }) => entries.some((entry) => contains(entry.range, range)));
    if (within) throw new Untranslatable('a comment stands within what would change');
  }
}

function written({ name, value }: Property): string {
  return `${name}: ${value}`;
}
