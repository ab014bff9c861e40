/** Strings of at least this many characters that come again are written once. UTF-16 units. */
const longString = 12;

/** What stands between the brackets of an array or an object, by the text that leads to each value. */
type Children = readonly (readonly [lead: string, path: string, value: unknown])[];

/**
 * Writes plain data as a JSON text that `decode` makes the same of: the same keys in the same order, and one object where there was
 * one. The text is an array of nodes: the first is the value, the others are what is reached more than once. Within a node a number
 * refers to another one; numbers of the data are nodes of their own. Only characters of ASCII are used, which JavaScript engines keep
 * in half the memory.
 * @param path what the value is called in messages
 * @throws {TypeError} naming the place, at anything that JSON would lose or change: functions, instances of classes (maps, sets,
 * dates, …), `undefined`, NaN, minus zero, symbols, bigints, accessors, holes of arrays, and objects that contain themselves
 */
export function encode(value: unknown, path = 'value'): string {
  return new Encoder(value, path).text;
}

class Encoder {
  readonly text: string;
  readonly #uses = new Map<unknown, number>();
  readonly #references = new Map<unknown, number>();
  readonly #nodes: string[] = [];

  constructor(value: unknown, path: string) {
    this.#count(value, path, new Set());
    this.#reference(value);
    this.text = `[${this.#nodes.join(',')}]`.replace(
      /[\u0080-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  }

  /** Counts how often everything is reached, and refuses what is no plain data. */
  #count(value: unknown, path: string, around: Set<unknown>): void {
    const uses = this.#uses.get(value) ?? 0;
    if (around.has(value)) throw new TypeError(`${path} contains itself`);
    this.#uses.set(value, uses + 1);
    if (uses > 0) return;
    const refused = refusal(value);
    if (refused !== null) throw new TypeError(`${path} is ${refused}, no plain data`);
    around.add(value);
    for (const [, step, child] of childrenOf(value)) this.#count(child, path + step, around);
    around.delete(value);
  }

  #reference(value: unknown): string {
    let reference = this.#references.get(value);
    if (reference === undefined) {
      reference = this.#nodes.push('') - 1;
      this.#references.set(value, reference);
      this.#nodes[reference] = this.#written(value);
    }
    return String(reference);
  }

  #written(value: unknown): string {
    if (typeof value === 'number') return numberText(value);
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const members = childrenOf(value).map(
      ([lead, , child]) => lead + (this.#isNode(child) ? this.#reference(child) : this.#written(child)),
    );
    return Array.isArray(value) ? `[${members.join(',')}]` : `{${members.join(',')}}`;
  }

  #isNode(value: unknown): boolean {
    if (typeof value === 'number') return true;
    const isShared = (this.#uses.get(value) ?? 0) > 1;
    return typeof value === 'string' ? isShared && value.length >= longString : typeof value === 'object' && value !== null && isShared;
  }
}

function childrenOf(value: unknown): Children {
  if (Array.isArray(value)) return value.map((child: unknown, index) => ['', `[${index}]`, child] as const);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([key, child]) => {
    const name = JSON.stringify(key);
    return [`${name}:`, /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${name}]`, child] as const;
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
