/**
 * The same plain data, with one object for all that are equal: same keys, in the same order, to equal values. Descriptions that are made
 * from each other say most things many times over.
 */
export function shareEqual<T>(data: T): T {
  return new Sharing().shared(data) as T;
}

class Sharing {
  /** The object that stands for all that are written like this. */
  readonly #byText = new Map<string, object>();
  /** The number of such an object. */
  readonly #numbers = new Map<object, number>();
  readonly #known = new Map<object, object>();

  shared(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    let shared = this.#known.get(value);
    if (!shared) this.#known.set(value, (shared = this.#find(value)));
    return shared;
  }

  #find(value: object): object {
    const copy = Array.isArray(value)
      ? value.map((child) => this.shared(child))
      : Object.fromEntries(Object.entries(value).map(([key, child]) => [key, this.shared(child)]));
    const text = `${Array.isArray(copy) ? '[' : '{'}${Object.entries(copy)
      .map(([key, child]) => `${JSON.stringify(key)}:${this.#name(child)}`)
      .join()}`;
    const known = this.#byText.get(text);
    if (known) return known;
    this.#byText.set(text, copy);
    this.#numbers.set(copy, this.#numbers.size);
    return copy;
  }

  /** Objects by their number; infinity has no name in JSON. */
  #name(child: unknown): string {
    if (typeof child === 'object' && child !== null) return `#${this.#numbers.get(child) ?? ''}`;
    return typeof child === 'number' ? String(child) : JSON.stringify(child);
  }
}
