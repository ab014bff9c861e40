/**
 * A 53-bit hash as 14 hexadecimal digits, the same on every platform (cyrb53 by bryc, public domain). Not for security.
 */
export function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, '0');
}

/** Gives fingerprints within one file: equal call sites are told apart by their order. */
export class Fingerprints {
  readonly #counts = new Map<string, number>();

  /** The fingerprint of the next call site with these facts; stays the same when lines above it change. */
  next(facts: readonly (string | null)[]): string {
    const key = facts.join('\u0000');
    const ordinal = this.#counts.get(key) ?? 0;
    this.#counts.set(key, ordinal + 1);
    return hash(`${key}\u0000${ordinal}`);
  }
}
