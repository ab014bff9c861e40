/** A cell of a table: its text, and how it is coloured once its width is settled. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
  readonly align?: 'right';
}

/** The last column of a line is never squeezed below this; narrower terminals wrap as they like. */
const narrowest = 30;

/**
 * Lays rows out in columns two spaces apart. The last column is not padded; where lines have a width, it is wrapped within
 * its column.
 */
export function columns(rows: readonly (readonly Cell[])[], width?: number): string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, cell.text.length)));
  return rows.flatMap((row) => {
    const lead = row.slice(0, -1).map((cell, index) => padded(cell, widths[index] ?? 0));
    const last = row.at(-1);
    if (!last) return [];
    const indent = row.slice(0, -1).reduce((sum, _, index) => sum + (widths[index] ?? 0) + 2, 0);
    const lines = width === undefined || width - indent < narrowest ? [last.text] : wrapped(last.text, width - indent);
    const paint = last.paint ?? ((text: string) => text);
    return lines.map((line, index) => (index === 0 ? [...lead, paint(line)].join('  ') : ' '.repeat(indent) + paint(line)).trimEnd());
  });
}

function padded(cell: Cell, width: number): string {
  const gap = ' '.repeat(width - cell.text.length);
  const painted = cell.paint ? cell.paint(cell.text) : cell.text;
  return cell.align === 'right' ? gap + painted : painted + gap;
}

/** A text in lines of at most this many characters, broken at spaces where there are any. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** `1 file`, `2,100 files`. */
export function count(amount: number, singular: string, plural = `${singular}s`): string {
  return `${amount.toLocaleString('en-US')} ${amount === 1 ? singular : plural}`;
}
