import type { ModuleGraph } from '../link/modules';
import type { TextEdit } from '../text/textEdit';
import { isEnvironmentFile } from '../environment/files';
import type { CellEdit, FileEdits } from './plan';

/**
 * Edits of a file's code as edits of the file itself, which may hold the code in pieces. An edit that is not within one cell of a
 * notebook is not among those by cell.
 */
export function fileEdits(graph: ModuleGraph, file: string, edits: readonly TextEdit[]): FileEdits {
  const code = graph.code(file);
  const { map = null, cells = null } = code?.embedded ?? {};
  if (!map) {
    const before = graph.text(file);
    return {
      file,
      before: before ?? '',
      edits,
      ...(before === undefined && { creates: true }),
      ...(isEnvironmentFile(file) && { secret: true }),
    };
  }
  const cellEdits = edits.flatMap(({ range, newText }): CellEdit[] => {
    const cell = cells?.findLast((each) => each.range.start <= range.start);
    if (!cell || range.end > cell.range.end) return [];
    const { start } = cell.range;
    return [{ cell: cell.index, range: { start: range.start - start, end: range.end - start }, newText }];
  });
  return { file, before: graph.raw(file) ?? '', edits: edits.map((edit) => map.edit(edit)), cells: cellEdits };
}
