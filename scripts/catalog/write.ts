import type { PackedModels } from '../../src/catalog/models/packed';

/** The packed catalog as JSON text, a row a line, so that a change of data is a readable diff. */
export function format(packed: PackedModels): string {
  const fields = Object.entries(packed).map(([name, value]: [string, unknown]) => `${JSON.stringify(name)}: ${rowsOf(name, value)}`);
  return `{\n${fields.join(',\n')}\n}\n`;
}

function rowsOf(name: string, value: unknown): string {
  if ((name === 'models' || name === 'benchmarks') && Array.isArray(value)) return listOf(value);
  if (name === 'scores') return `{\n${pairs(value as Readonly<Record<string, unknown>>)}\n}`;
  if (name === 'retirements' || name === 'offers') {
    const groups = Object.entries(value as Readonly<Record<string, unknown>>).map(([key, rows]) => {
      const text = Array.isArray(rows) ? listOf(rows) : `{\n${pairs(rows as Readonly<Record<string, unknown>>)}\n}`;
      return `${JSON.stringify(key)}:${text}`;
    });
    return `{\n${groups.join(',\n')}\n}`;
  }
  return JSON.stringify(value);
}

function listOf(rows: readonly unknown[]): string {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
}

function pairs(rows: Readonly<Record<string, unknown>>): string {
  return Object.entries(rows)
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
    .join(',\n');
}
