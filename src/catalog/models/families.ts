import type { Weights } from '../../core/catalog/catalog';
import { familyRows } from './familyRows.built';

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

/** Rows are tried in groups first: most ids match few of the patterns, and one combined test skips a whole group. */
const groupSize = 24;

interface Group {
  readonly any: RegExp;
  readonly rows: readonly { readonly row: FamilyRow; readonly test: RegExp }[];
}

let groups: readonly Group[] | undefined;

/** The first row that matches any of a spelling's names; null when none does. */
export function familyOf(names: readonly string[], provider?: string): FamilyRow | null {
  groups ??= compileGroups();
  for (const { any, rows } of groups) {
    const hits = names.filter((name) => any.test(name));
    if (hits.length === 0) continue;
    for (const { row, test } of rows) {
      if ((row.provider === undefined || row.provider === provider) && hits.some((name) => test.test(name))) return row;
    }
  }
  return null;
}

function compileGroups(): Group[] {
  const list: Group[] = [];
  let start = 0;
  while (start < familyRows.length) {
    const anchored = isAnchored(familyRows[start]?.pattern ?? '');
    let end = start + 1;
    // One pattern that may match anywhere would make the whole group search the whole name.
    while (end < familyRows.length && end - start < groupSize && isAnchored(familyRows[end]?.pattern ?? '') === anchored) end++;
    const rows = familyRows.slice(start, end);
    list.push({
      any: new RegExp(rows.map((row) => row.pattern).join('|')),
      rows: rows.map((row) => ({ row, test: new RegExp(row.pattern) })),
    });
    start = end;
  }
  return list;
}

/** Whether every alternative begins at the start of the name. Alternatives in parentheses are covered by what precedes them. */
function isAnchored(pattern: string): boolean {
  let flat = pattern.replace(/\\./g, '');
  for (let before = ''; before !== flat;) {
    before = flat;
    flat = flat.replace(/\([^()]*\)/g, '');
  }
  return flat.split('|').every((alternative) => alternative.startsWith('^'));
}
