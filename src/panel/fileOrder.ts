import type { FileRow } from './protocol';
import type { FileColumn, ViewState } from './view';

/** The number of a row in one of the numeric columns. */
export function valueOf(row: FileRow, column: Exclude<FileColumn, 'path'>): number {
  return column === 'callSites' ? row.callSites : row.openness[column];
}

/** The rows in the order asked for; equal ones stay in the order of their paths. */
export function sortFiles(files: readonly FileRow[], { column, descending }: ViewState['sort']): FileRow[] {
  const direction = descending ? -1 : 1;
  if (column === 'path') return [...files].sort((a, b) => direction * a.path.localeCompare(b.path));
  return [...files].sort((a, b) => direction * (valueOf(a, column) - valueOf(b, column)) || a.path.localeCompare(b.path));
}
