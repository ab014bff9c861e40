import type { Linker } from '../../link/linker';
import { alternativesOf, isAbsent, type ObjectValue, type Value } from '../../link/value';
import type { HeededRequests } from '../../match/heededRequests';
import type { MatchedCall } from '../../match/matcher';
import { entryValue, keyOf, lookUp, visitObjects } from '../options/objects';
import { holderValue, optionPlace } from '../options/optionPlace';

/** What servers would make of a request that is sent to them as it is. */
export interface Heeding {
  /** What they would pass over though the answer hangs on it, as code has it; null for nothing. */
  readonly unheeded: string | null;
  /** Settings that they pass over and that can be done without. */
  readonly ignored: readonly string[];
  /** Features that the request asks for. */
  readonly uses: ReadonlySet<string>;
}

/** Reads what a call visibly asks for; what is not in sight counts as heeded. */
export function heedingOf(linker: Linker, matched: MatchedCall, row: HeededRequests): Heeding {
  return new Reader(linker, matched, row).read();
}

class Reader {
  readonly #ignored: string[] = [];
  readonly #uses = new Set<string>();
  #unheeded: string | null = null;

  constructor(
    private readonly linker: Linker,
    private readonly matched: MatchedCall,
    private readonly row: HeededRequests,
  ) {}

  read(): Heeding {
    const { callee } = this.matched.call.expression;
    if (callee.kind === 'member' && typeof callee.property === 'string' && this.row.streams.includes(callee.property))
      this.#pass(callee.property);
    for (const slot of this.row.objects) for (const value of this.#valuesAt(slot)) this.#settings(value, 0);
    for (const slot of this.row.said) for (const value of this.#valuesAt(slot)) this.#said(value);
    return { unheeded: this.#unheeded, ignored: this.#ignored, uses: this.#uses };
  }

  /** What is written in a slot. */
  #valuesAt(slot: string): readonly Value[] {
    const { holder, path } = optionPlace(slot);
    const held = holderValue(this.linker, this.matched.call.arguments, holder);
    let values: readonly Value[] = held ? alternativesOf(held) : [];
    for (const name of path) values = values.flatMap((value) => this.#given(value, name));
    return values;
  }

  #given(object: Value, name: string): readonly Value[] {
    return lookUp(this.linker, object, name)
      .found.flatMap((found) => alternativesOf(entryValue(this.linker, found)))
      .filter((value) => !isAbsent(value));
  }

  #settings(value: Value, depth: number): void {
    const object = value.kind === 'extended' ? value.base : value;
    if (object.kind !== 'object' || depth > 4) return;
    for (const entry of object.fact.entries) {
      if (entry.kind === 'spread') {
        for (const each of alternativesOf(this.linker.evaluate(entry.value, object.frame))) this.#settings(each, depth + 1);
        continue;
      }
      const name = keyOf(this.linker, object, entry);
      const values = name === null ? [] : this.#given(object, name);
      if (name !== null && values.length > 0) this.#setting(object, name, values);
    }
  }

  #setting(object: ObjectValue, name: string, values: readonly Value[]): void {
    const { keeps, ignores, schemas, json, instruction, within } = this.row;
    if (Object.hasOwn(ignores, name)) this.#ignored.push(name);
    else if (!keeps.includes(name)) this.#pass(name);
    if (name === instruction && values.some((value) => this.#isOfParts(value))) this.#pass(name);
    if (name === json.property && values.some((value) => isText(value, json.text)) && !this.#hasSchema(object)) this.#pass(name);
    if (schemas.includes(name)) {
      this.#uses.add('json_schema');
      if (values.some((value) => this.#typeOf(value) === 'other')) this.#pass(name);
    }
    const denied = within[name] ?? [];
    for (const value of denied.length > 0 ? values : []) {
      visitObjects(this.linker, value, (each) => {
        for (const inner of denied) if (this.#given(each, inner).length > 0) this.#pass(inner);
      });
    }
  }

  /** A form that is not seen may be any; code that makes one makes one of an object, as a rule. */
  #hasSchema(object: ObjectValue): boolean {
    return this.row.schemas.some((name) => {
      const { found, certain } = lookUp(this.linker, object, name);
      return found.length > 0 || !certain;
    });
  }

  /** Whether a schema is visibly one of something else than an object. */
  #typeOf(schema: Value): 'object' | 'other' | 'unseen' {
    const types = this.#given(schema, 'type').map((type) => {
      if (type.kind === 'literal') return String(type.value).toLowerCase();
      return type.kind === 'member' ? type.name.toLowerCase() : null;
    });
    if (types.some((type) => type !== null && type !== 'object')) return 'other';
    return types.length > 0 && !types.includes(null) ? 'object' : schema.kind === 'object' && types.length === 0 ? 'other' : 'unseen';
  }

  /** True for an instruction of several parts, or of one that is no text. */
  #isOfParts(value: Value): boolean {
    if (value.kind === 'array') return value.elements.length > 1;
    return this.#given(value, 'parts').some((parts) => parts.kind === 'array' && parts.elements.length > 1);
  }

  #said(value: Value): void {
    const { roles, parts, media } = this.row;
    visitObjects(this.linker, value, (object) => {
      for (const role of this.#given(object, 'role'))
        if (role.kind === 'literal' && !roles.includes(String(role.value))) this.#pass(`role: '${String(role.value)}'`);
      for (const part of parts) if (this.#given(object, part).length > 0) this.#pass(part);
      for (const held of this.#given(object, media.part)) {
        const types = this.#given(held, media.type);
        if (types.every((type) => type.kind !== 'literal' || String(type.value).startsWith('image/'))) this.#uses.add('vision');
        else this.#pass(media.part);
      }
    });
  }

  #pass(name: string): void {
    this.#unheeded ??= name;
  }
}

function isText(value: Value, text: string): boolean {
  return value.kind === 'literal' && value.value === text;
}
