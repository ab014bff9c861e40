/** Strings of at least this many characters that come again are written once. UTF-16 units. */
const longString = 12;
/** Members whose text has at least this many characters are made when they are first asked for. */
const largeText = 200;

/** The parts of an array or an object: the text that leads to each, what is said of its place in messages, and the part. */
type Children = readonly (readonly [lead: string, step: string, value: unknown])[];

/**
 * Writes plain data as a text that `decode` makes the same of: the same keys in the same order, and one object where there was one.
 * The text has one line of JSON a node. The first is the data; others are what is reached more than once, and what is large and a
 * member of an object. A number refers to a node by its line, a negative one to a node that is made when it is first asked for;
 * numbers of the data are nodes themselves there. A line that begins with `=` refers to nothing, and its numbers are the data's. Only
 * characters of ASCII are used, which JavaScript engines keep in half the memory.
 * @param path what the data are called in messages
 * @throws {TypeError} naming the place, at anything that JSON would lose or change: functions, instances of classes (maps, sets,
 * dates, …), `undefined`, NaN, minus zero, symbols, bigints, accessors, holes of arrays, and objects that contain themselves
 */
export function encode(data: unknown, path = 'data'): string {
  return new Encoder(data, path).text;
}

class Encoder {
  readonly text: string;
  readonly #uses = new Map<unknown, number>();
  readonly #lines = new Map<unknown, number>();
  readonly #nodes: string[] = [''];

  constructor(data: unknown, path: string) {
    this.#count(data, path, new Set());
    this.#nodes[0] = this.#line(data);
    this.text = this.#nodes.join('\n');
  }

  /** Counts how often everything is reached, and refuses what is no plain data. */
  #count(value: unknown, path: string, around: Set<unknown>): void {
    if (around.has(value)) throw new TypeError(`${path} contains itself`);
    const uses = this.#uses.get(value) ?? 0;
    this.#uses.set(value, uses + 1);
    if (uses > 0) return;
    const refused = refusal(value);
    if (refused !== null) throw new TypeError(`${path} is ${refused}, no plain data`);
    around.add(value);
    for (const [, step, child] of childrenOf(value)) this.#count(child, path + step, around);
    around.delete(value);
  }

  #line(value: unknown): string {
    const plain = this.#plain(value);
    return plain === null ? this.#written(value) : `=${plain}`;
  }

  /** The text of a value without references; null where nodes are parts of it. */
  #plain(value: unknown): string | null {
    if (typeof value === 'number') return numberText(value);
    if (!isContainer(value)) return asciiText(value);
    const parts: string[] = [];
    for (const [lead, , child] of childrenOf(value)) {
      const text = this.#isShared(child) ? null : this.#plain(child);
      if (text === null || isLarge(value, child, text)) return null;
      parts.push(lead + text);
    }
    return inBrackets(value, parts);
  }

  /** The text of a value with references to what is no part of it. */
  #written(value: unknown): string {
    if (!isContainer(value)) return asciiText(value);
    return inBrackets(
      value,
      childrenOf(value).map(([lead, , child]) => lead + this.#part(value, child)),
    );
  }

  /** The text for a part of an array or an object: what it is, or a reference. */
  #part(holder: object, value: unknown): string {
    const isNumber = typeof value === 'number';
    if (!isNumber && !isContainer(value) && !this.#isShared(value)) return asciiText(value);
    const known = this.#lines.get(value);
    const text = known === undefined ? this.#line(value) : (this.#nodes[known] ?? '');
    const putOff = isLarge(holder, value, text);
    if (!isNumber && !putOff && !this.#isShared(value)) return this.#written(value);
    const line = known ?? this.#nodes.push(text) - 1;
    this.#lines.set(value, line);
    return String(putOff ? -line : line);
  }

  /** Whether one node stands for what is reached in several ways. */
  #isShared(value: unknown): boolean {
    const canBe = isContainer(value) || (typeof value === 'string' && value.length >= longString);
    return canBe && (this.#uses.get(value) ?? 0) > 1;
  }
}

/** Whether a part is made when it is first asked for; the elements of an array are made with it. */
function isLarge(holder: object, value: unknown, text: string): boolean {
  return isContainer(value) && !Array.isArray(holder) && text.length >= largeText;
}

function inBrackets(value: object, parts: readonly string[]): string {
  return Array.isArray(value) ? `[${parts.join(',')}]` : `{${parts.join(',')}}`;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function asciiText(value: unknown): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function childrenOf(value: unknown): Children {
  if (Array.isArray(value)) return value.map((child: unknown, index) => ['', `[${index}]`, child] as const);
  if (!isContainer(value)) return [];
  return Object.entries(value).map(([key, child]) => {
    const name = JSON.stringify(key);
    return [`${asciiText(key)}:`, /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${name}]`, child] as const;
  });
}

/** JSON has no name for infinity, but reads it where a number is too large for its type. */
function numberText(value: number): string {
  return Number.isFinite(value) ? String(value) : value > 0 ? '1e999' : '-1e999';
}

/** What a value is instead of plain data, by itself; null where it is plain. */
function refusal(value: unknown): string | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
  if (typeof value === 'number') return Number.isNaN(value) ? 'NaN' : Object.is(value, -0) ? 'minus zero' : null;
  if (typeof value !== 'object') return value === undefined ? 'undefined' : `a ${typeof value}`;
  const isArray = Array.isArray(value);
  if (Object.getPrototypeOf(value) !== (isArray ? Array.prototype : Object.prototype)) return 'an instance of a class';
  const keys = Reflect.ownKeys(value).filter((key) => !(isArray && key === 'length'));
  if (keys.some((key) => typeof key === 'symbol')) return 'an object with symbols';
  const isMember = (key: string | symbol): boolean => {
    const { enumerable = false, ...described } = Object.getOwnPropertyDescriptor(value, key) ?? {};
    return enumerable && 'value' in described;
  };
  if (!keys.every(isMember)) return 'an object with accessors or hidden members';
  return isArray && keys.join() !== [...value.keys()].join() ? 'an array with holes or names' : null;
}
