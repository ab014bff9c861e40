import type { CellPlace } from '../../core/callSite';

/** A place in a notebook as people name it: cells count from 1, as VS Code shows them. */
export function cellPlace({ index, line }: CellPlace): string {
  return `cell ${index + 1}, line ${line}`;
}
