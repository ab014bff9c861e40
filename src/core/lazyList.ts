/** A list whose items are made when they are first asked for. */
export class LazyList<T> {
  readonly length: number;
  readonly #make: (index: number) => T;
  readonly #made: (T | undefined)[];

  /** @param make makes the item at a place, from 0 on */
  constructor(length: number, make: (index: number) => T) {
    this.length = length;
    this.#make = make;
    this.#made = new Array<T | undefined>(length);
  }

  /** A list of what is made of some items. */
  static of<S, T>(items: readonly S[], make: (item: S) => T): LazyList<T> {
    return new LazyList(items.length, (index) => make(items[index] as S));
  }

  /** The items of some lists, one list after the other. */
  static join<T>(lists: readonly LazyList<T>[]): LazyList<T> {
    const length = lists.reduce((sum, list) => sum + list.length, 0);
    return new LazyList(length, (index) => {
      let at = index;
      for (const list of lists) {
        if (at < list.length) return list.at(at) as T;
        at -= list.length;
      }
      throw new RangeError(`no item ${index} of ${length}`);
    });
  }

  /** The item at a place, undefined where there is none. */
  at(index: number): T | undefined {
    return index >= 0 && index < this.length ? (this.#made[index] ??= this.#make(index)) : undefined;
  }

  /** A list of what is made of each item. */
  map<U>(change: (item: T) => U): LazyList<U> {
    return new LazyList(this.length, (index) => change(this.at(index) as T));
  }

  /** All items. */
  toArray(): T[] {
    return Array.from({ length: this.length }, (_, index) => this.at(index) as T);
  }
}
