/** A cell of a table: its text, and how it is coloured once its width is settled. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
  readonly align?: 'right';
}

/** Lays rows out in columns two spaces apart. The last column is not padded. */
export function columns(rows: readonly (readonly Cell[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, cell.text.length)));
  return rows.map((row) =>
    row
      .map((cell, index) => {
        const gap = ' '.repeat(index === row.length - 1 && cell.align !== 'right' ? 0 : (widths[index] ?? 0) - cell.text.length);
        const painted = cell.paint ? cell.paint(cell.text) : cell.text;
        return cell.align === 'right' ? gap + painted : painted + gap;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** `1 file`, `2,100 files`. */
export function count(amount: number, singular: string, plural = `${singular}s`): string {
  return `${amount.toLocaleString('en-US')} ${amount === 1 ? singular : plural}`;
}
