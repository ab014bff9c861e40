import type { Parameters } from '../../core/catalog/knowledge';

/** `32b`, `0.6B`, `270m` as a word of its own. */
const sizeWord = /(?:^|[-_ /:])(\d+(?:\.\d+)?)([bm])(?=$|[-_ :@.])/i;
/** Active parameters of a mixture of experts: `a22b`. */
const activeWord = /[-_]a(\d+(?:\.\d+)?)b(?=$|[-_ :@.])/i;
/** Names whose size word is not the total: experts (`17b-128e`, `8x7b`) and effective sizes (`e4b`). */
const partial = /\d+b-\d+e(?:$|[-_])|\d+x\d+|[-_]e\d+b(?:$|[-_])/i;

/** The size that names give away, in thousand millions of parameters; null when none says it without doubt. */
export function parametersOf(names: readonly string[]): Parameters | null {
  if (names.some((name) => partial.test(name))) return null;
  for (const name of names) {
    const [, amount, unit] = sizeWord.exec(name) ?? [];
    if (amount === undefined || unit === undefined) continue;
    const active = activeWord.exec(name)?.[1];
    const total = unit.toLowerCase() === 'b' ? Number(amount) : Number(amount) / 1000;
    return { total, active: active === undefined ? null : Number(active) };
  }
  return null;
}

/** Bytes a parameter takes at 4 bit. */
const bytesPerParameter = 0.5;
/** What quantization scales, parts kept at higher precision and buffers add. */
const overhead = 1.2;
/** Gigabytes for the cache of a few thousand tokens of context, and the runtime. */
const fixedGigabytes = 1;

/**
 * Gigabytes of memory to run a model at 4 bit: parameters × 0.5 bytes × 1.2 + 1 GB, to a tenth. An estimate to tell laptops from
 * servers; all experts of a mixture count, because all must be at hand.
 */
export function memoryFor({ total }: Parameters): number {
  return Math.round((total * bytesPerParameter * overhead + fixedGigabytes) * 10) / 10;
}
