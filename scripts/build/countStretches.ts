import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSource } from '../../src/workspace/files/readSource';
import { walk } from '../../src/workspace/files/walk';

/** Fewer than so many in a million letters are not worth a place. */
const fewest = 60;
const length = 4;

/**
 * Counts how often stretches of four letters stand in source code, and writes those that stand often beside the prefilter, which tells its
 * words by others: `npx tsx scripts/build/countStretches.ts <folder>…`. Any large trees in several languages do.
 */
function main(folders: readonly string[]): void {
  const counts = new Map<string, number>();
  let letters = 0;
  for (const event of walk(folders, [])) {
    const source = event.kind === 'file' ? readSource(event.file, 1 << 20) : undefined;
    if (source?.kind !== 'text') continue;
    const text = source.text.toLowerCase().replace(/['`]/g, '"');
    letters += text.length;
    for (let start = 0; start + length <= text.length; start++) {
      const stretch = text.slice(start, start + length);
      counts.set(stretch, (counts.get(stretch) ?? 0) + 1);
    }
  }
  const often = [...counts]
    .map(([stretch, count]) => [stretch, Math.round((count / letters) * 1e6)] as const)
    .filter(([stretch, share]) => share >= fewest && /^[!-~ ]+$/.test(stretch) && !/^ +$/.test(stretch))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const file = join(__dirname, '..', '..', 'src', 'core', 'prefilter', 'frequentStretches.json');
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(often), null, 1)}\n`);
  console.log(`${often.length} stretches, of ${letters} letters`);
}

main(process.argv.slice(2));
