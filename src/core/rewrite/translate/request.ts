import type { Expression, ObjectEntry, ObjectExpression } from '../../facts/expression';
import type { ModuleFacts } from '../../facts/moduleFacts';
import type { Linker } from '../../link/linker';
import type { CallValue } from '../../link/value';
import type { TranslatedCall } from '../../match/translation';
import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import { editObject, type Property, type SourceContext } from '../options/objectEdit';
import type { Command } from './command';
import { followTurns } from './lists';
import { isSame, textsOf, turnsOf } from './messages';
import { RequestText, Untranslatable, type Ignored, type NamedEntry, type Surrounding } from './requestText';
import { settingsOf, type Settings } from './settings';
import { sameTurnEdits } from './sameTurns';

/** What reading a request brings to light beside its own edits. */
export interface Found {
  /** Settings that are left as they tune the vendor's models only. */
  readonly ignored: readonly Ignored[];
  /** Edits of what the request takes from elsewhere in the file. */
  readonly elsewhere: readonly TextEdit[];
  /** Code that names what is left. */
  readonly gone: readonly TextRange[];
  /** Features that the other request asks for. */
  readonly uses: ReadonlySet<string>;
  /** Turns that repeat an answer, where it is read in another form then. */
  readonly repeated?: readonly TextRange[];
}

type Refused = { readonly obstacle: string };

/** The edits of a request. */
export type RequestPlan = Refused | (Found & { readonly edits: readonly TextEdit[] });

/** What a request is read in. `within`: the calls that are rewritten together, in which values may be read that change. */
export interface RequestPlace {
  readonly linker: Linker;
  readonly facts: ModuleFacts;
  readonly source: SourceContext;
  readonly within: readonly TextRange[];
  readonly around?: Surrounding;
  /** What a class makes of the request, which is given to the other call itself. */
  readonly command?: Command;
}

/** Writes a request's object literal in the form of another call. */
export function requestEdits(place: RequestPlace, call: CallValue, translated: TranslatedCall): RequestPlan {
  return attempt(() => {
    const writer = new RequestWriter(place, call, translated);
    const planned = writer.whole();
    return place.command && !('obstacle' in planned) ? writer.unwrapped(place.command, planned) : planned;
  });
}

/** Makes the object literal that begins a conversation a request, with the turns so far as its messages. */
export function beginningEdits(place: RequestPlace, call: CallValue, begun: TranslatedCall): RequestPlan {
  return attempt(() => new RequestWriter(place, call, begun).beginning());
}

/** What is said in a conversation, as a message, and the settings that hold for it alone. */
export interface Turn extends Found {
  readonly message: string;
  /** All that is said: several turns where nothing of them is kept. */
  readonly messages: readonly string[];
  /** Null where the call gives none. */
  readonly settings: readonly Property[] | null;
  readonly options: readonly Property[];
}

/** Reads what a call says in a conversation. */
export function turnOf(place: RequestPlace, call: CallValue, asked: TranslatedCall): Refused | { readonly turn: Turn } {
  return attempt(() => ({ turn: new RequestWriter(place, call, asked).turn() }));
}

function attempt<T>(work: () => T): T | Refused {
  try {
    return work();
  } catch (error) {
    if (error instanceof Untranslatable) return { obstacle: error.message };
    throw error;
  }
}

class RequestWriter {
  readonly #request: RequestText;

  constructor(
    { linker, facts, source, within, around }: RequestPlace,
    private readonly call: CallValue,
    private readonly translated: TranslatedCall,
  ) {
    this.#request = new RequestText(linker, facts, source, call, within, around);
  }

  whole(): RequestPlan {
    const { messages } = this.translated;
    const object = this.#object();
    const entries = this.#request.entries(object, 'its request');
    const said = entries.get(messages);
    if (!said) throw new Untranslatable(`its \`${messages}\` are not written out in the call`);
    if (this.translated.settings === undefined) return this.#flat(object, entries, said);
    const { input } = this.translated;
    if (input !== undefined)
      return this.#rewritten(object, entries, () => ({ name: input, value: textsOf(this.#request, said.value, this.translated) }));
    return this.#rewritten(object, entries, ({ system }) => messagesOf([...system, ...this.#turns(said.value)]));
  }

  /** The request without the class that makes a command of it. */
  unwrapped({ made, kept }: Command, planned: Exclude<RequestPlan, Refused>): RequestPlan {
    const object = this.#object();
    const around = [
      { start: made.range.start, end: object.range.start },
      { start: object.range.end, end: made.range.end },
    ];
    this.#request.refuseComments(around);
    if (kept) {
      const { types } = this.#request;
      const type = `ChatCompletionCreateParams${this.translated.stream ? 'Streaming' : 'NonStreaming'}`;
      if (this.#request.otherReads(kept).length > 0 || !this.#request.retype(made, `${types ?? ''}.${type}`))
        throw new Untranslatable('its command is not made for this call alone');
    }
    const edits = [...planned.edits, ...around.map((range) => ({ range, newText: '' }))];
    return { ...this.#found(), edits, gone: [...planned.gone, made.callee.range] };
  }

  /** A request whose settings are its own properties. */
  #flat(object: ObjectExpression, entries: ReadonlyMap<string, NamedEntry>, said: NamedEntry): RequestPlan {
    const { messages, fields } = this.translated;
    const replace = new Map<ObjectEntry, Property>();
    const remove = new Set<ObjectEntry>();
    const system: string[] = [];
    for (const [name, entry] of entries) {
      if (name === this.#model || name === messages || fields[name]?.kind === 'kept') continue;
      const settings = settingsOf(this.#request, this.translated, new Map([[name, entry]]));
      system.push(...settings.system);
      const [property] = settings.properties;
      // What its variable holds is rewritten there.
      if (property?.name === name && property.value === this.#request.code(entry.value)) continue;
      if (property) replace.set(entry, property);
      else remove.add(entry);
    }
    const within = this.#said(said, system, replace);
    this.#request.refuseComments([...replace.keys(), ...remove].map(({ range }) => range));
    const add = this.translated.stream && !entries.has('stream') ? [{ name: 'stream', value: 'true' }] : [];
    // Laid out anew, its model could not be written by its own edit.
    const change = { replace, remove, add, addLast: true, keepLine: remove.size > 0 };
    const edits = [...editObject(this.#request.source, object, change), ...within, ...this.#modelEdits(entries)];
    return { edits, ...this.#found() };
  }

  /** The name of the property that names the model. */
  get #model(): string {
    return this.translated.model ?? 'model';
  }

  /** Gives that property its other name; what it says is not touched. */
  #modelEdits(entries: ReadonlyMap<string, NamedEntry>): TextEdit[] {
    const entry = entries.get(this.#model);
    if (!entry || this.#model === 'model') return [];
    const { start } = entry.range;
    const key = this.#request.source.text.slice(start, entry.value.range.start);
    const isKey = /^([\p{ID_Continue}$]+|'[^']*'|"[^"]*")\s*:\s*$/u.exec(key)?.[1];
    if (isKey === undefined && start !== entry.value.range.start) throw new Untranslatable('its request is put together in the call');
    return [
      isKey === undefined
        ? { range: { start, end: start }, newText: 'model: ' }
        : { range: { start, end: start + isKey.length }, newText: 'model' },
    ];
  }

  /** Gives what is asked its place in the other request; the edits of what stays where it is. */
  #said(said: NamedEntry, system: readonly string[], replace: Map<ObjectEntry, Property>): readonly TextEdit[] {
    const { input, sameInput, sameTurns } = this.translated;
    if (input !== undefined) {
      const value = sameInput ? this.#request.code(said.value) : textsOf(this.#request, said.value, this.translated);
      replace.set(said, { name: input, value });
      return [];
    }
    if (sameTurns) return sameTurnEdits(this.#request, said.value, this.translated, sameTurns);
    const listed = this.#followed(said.value);
    const turns = listed === null ? messagesOf([...system, ...this.#turns(said.value)]) : null;
    if (turns && !isSame(this.#request, said.value, turns.value)) replace.set(said, turns);
    else if (listed !== null && system.length > 0) replace.set(said, messagesOf([...system, `...${listed}`]));
    return [];
  }

  beginning(): RequestPlan {
    const { messages } = this.translated;
    const object = this.#object();
    const entries = this.#request.entries(object, 'what begins its conversation');
    const said = entries.get(messages);
    const turns = said && this.#request.inlined(said.value, messages);
    if (turns && turns.kind !== 'array') throw new Untranslatable(`its \`${messages}\` are not written out in the call`);
    return this.#rewritten(object, entries, ({ system, properties }) => {
      if (properties.some(({ name }) => name === 'tools'))
        throw new Untranslatable('its turns are kept by the SDK, and functions are asked for in them');
      return messagesOf([...system, ...(turns ? this.#turns(turns) : [])]);
    });
  }

  turn(): Turn {
    const { messages, settings = '', bare, beside = [] } = this.translated;
    const [given, ...rest] = this.call.expression.arguments.positional;
    const first = given && this.#request.inlined(given, messages);
    if (!first && this.translated.optional) return { message: '', messages: [], settings: null, options: [], ...this.#found() };
    const isBare = first?.kind !== 'object' || !first.entries.some((entry) => entry.kind === 'property' && entry.name === messages);
    if (bare && first && rest.length === 0 && isBare) {
      this.#request.refuseComments([first.range]);
      const all = this.#turns(first);
      return { message: all[0] ?? '', messages: all, settings: null, options: [], ...this.#found() };
    }
    const entries = this.#request.entries(this.#object(first), 'its request');
    this.#refuseUnknown(entries, [messages, settings, ...beside]);
    const said = entries.get(messages);
    if (!said && !this.translated.optional) throw new Untranslatable(`its \`${messages}\` is not written out in the call`);
    const own = entries.get(settings);
    this.#request.refuseComments([said, own].flatMap((entry) => entry?.range ?? []));
    const { properties, system, options } = this.#settings(own, entries);
    if (system.length > 0) throw new Untranslatable('its conversation is told for one turn how to answer');
    const all = said ? this.#turns(said.value) : [];
    return { message: all[0] ?? '', messages: all, settings: properties.length > 0 ? properties : null, options, ...this.#found() };
  }

  #found(): Found {
    const { ignored, elsewhere, gone, uses, repeated } = this.#request;
    return { ignored, elsewhere, gone, uses, repeated };
  }

  #object(request: Expression | undefined = this.call.expression.arguments.positional[0]): ObjectExpression {
    const [, options, ...others] = this.call.expression.arguments.positional;
    if (request?.kind !== 'object' || others.length > 0) throw new Untranslatable('its request is not written out in the call');
    if (options) this.#refuseOptions(options);
    return request;
  }

  #refuseOptions(options: Expression): void {
    const { options: known } = this.translated;
    if (!known || options.kind !== 'object') throw new Untranslatable('its request is not written out in the call');
    const other = [...this.#request.entries(options, 'its options').keys()].find((name) => !known.includes(name));
    if (other !== undefined) throw new Untranslatable(`its option \`${other}\` has no counterpart`);
  }

  /** The name of a variable that holds the turns, which become messages where they are put into it; null for other values. */
  #followed(value: Expression): string | null {
    if (!this.translated.types || value.kind !== 'name') return null;
    return followTurns(this.#request, value, this.translated) ? value.name : null;
  }

  #turns(value: Expression): string[] {
    return turnsOf(this.#request, value, this.translated);
  }

  #settings(given: NamedEntry | undefined, entries: ReadonlyMap<string, NamedEntry>): Settings {
    const { settings: what = '', beside = [] } = this.translated;
    const value = given && this.#request.inlined(given.value, what);
    if (value && value.kind !== 'object') throw new Untranslatable(`its \`${what}\` is not written out in the call`);
    const all = new Map(value ? this.#request.entries(value, `its \`${what}\``) : []);
    for (const [name, entry] of entries) if (beside.includes(name)) all.set(name, entry);
    return settingsOf(this.#request, this.translated, all);
  }

  #refuseUnknown(entries: ReadonlyMap<string, NamedEntry>, known: readonly string[]): void {
    const unknown = [...entries.keys()].find((name) => !known.includes(name));
    if (unknown !== undefined) throw new Untranslatable(`its \`${unknown}\` has no counterpart`);
  }

  /** The request with its messages and settings in the other form, and the model as it is. */
  #rewritten(object: ObjectExpression, entries: ReadonlyMap<string, NamedEntry>, ask: (settings: Settings) => Property): RequestPlan {
    const { messages: saying, settings: what = '', stream, beside = [] } = this.translated;
    this.#refuseUnknown(entries, [this.#model, saying, what, ...beside]);
    const [said, given] = [entries.get(saying), entries.get(what)];
    this.#request.refuseComments([said, given].flatMap((entry) => entry?.range ?? []));
    const settings = this.#settings(given, entries);
    const { properties, options } = settings;
    if (stream) properties.push({ name: 'stream', value: 'true' });
    const asked = ask(settings);
    if (!said) properties.push(asked);
    const replace = new Map<ObjectEntry, Property>(said ? [[said, asked]] : []);
    const apart = beside.flatMap((name) => entries.get(name) ?? []);
    const slot = given ?? apart[0];
    const remove = new Set<ObjectEntry>(apart.filter((entry) => entry !== slot));
    this.#request.refuseComments(apart.map(({ range }) => range));
    const [first, ...rest] = properties;
    // One entry makes room for several: they are written behind each other, as the object is laid out.
    if (slot && first)
      replace.set(slot, { name: first.name, value: [first.value, ...rest.map((each) => this.#lead(object) + written(each))].join(',') });
    else if (slot) remove.add(slot);
    const change = { replace, remove, add: slot ? [] : properties, addLast: true };
    const { end } = object.range;
    const behind = options.length > 0 ? [{ range: { start: end, end }, newText: `, ${optionsCode(this.#request.source, options)}` }] : [];
    const edits = [...editObject(this.#request.source, object, change), ...behind, ...this.#modelEdits(entries)];
    return { edits, ...this.#found() };
  }

  /** What stands before an entry that follows another one. */
  #lead(object: ObjectExpression): string {
    const { text } = this.#request.source;
    const first = object.entries[0];
    const before = first ? text.slice(object.range.start + 1, first.range.start) : '';
    return before.includes('\n') ? before.slice(before.lastIndexOf('\n') - (before.includes('\r\n') ? 1 : 0)) : ' ';
  }
}

function messagesOf(codes: readonly string[]): Property {
  return { name: 'messages', value: `[${codes.join(', ')}]` };
}

/** Code of an object of options in one line. */
export function optionsCode({ writing }: SourceContext, options: readonly Property[]): string {
  return `{${writing.padding}${options.map(written).join(', ')}${writing.padding}}`;
}

function written({ name, value }: Property): string {
  return `${name}: ${value}`;
}
