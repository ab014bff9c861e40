import type { Weights } from '../../core/catalog/catalog';
import type { Spelling } from './spelling';
import rows from '../data/families.json';

/** What the name of a model alone says: families of ids that share lab and openness. Ordered, the first match counts. */
export interface FamilyRow {
  /** Regular expression on a name without owner, tag and lab prefix, lower case. */
  readonly pattern: string;
  /** Only for ids called through this vendor; for names too common to judge alone (`best`). */
  readonly provider?: string;
  /** Null for collections of many makers. */
  readonly lab: string | null;
  readonly weights: Exclude<Weights, 'unknown'>;
  readonly modality: string | null;
  /** The lab's model list, or for open weights the page that holds them. */
  readonly source: string;
}

/** The rows as data, in order. */
export const familyRows = rows as readonly FamilyRow[];

let compiled: readonly { readonly row: FamilyRow; readonly test: RegExp }[] | undefined;

/** The first row that matches any of a spelling's names; null when none does. */
export function familyOf(names: Spelling['names'], provider?: string): FamilyRow | null {
  compiled ??= familyRows.map((row) => ({ row, test: new RegExp(row.pattern) }));
  if (names.length === 0) return null;
  for (const { row, test } of compiled) {
    if ((row.provider === undefined || row.provider === provider) && names.some((name) => test.test(name))) return row;
  }
  return null;
}
