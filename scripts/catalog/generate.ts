import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from './compile';
import { compare, report } from './differences';
import { readInput } from './input';
import { format } from './write';

/**
 * `npm run catalog:generate -- <data dir>` compiles the snapshots to `src/catalog/generated/models.json` and lists in
 * `docs/catalog-differences.md` where the catalog contradicts them. With `--check` nothing is written; exit code 1 and a
 * line for each file that would change.
 */
function main(args: readonly string[]): number {
  const folder = args.find((arg) => !arg.startsWith('--'));
  if (folder === undefined && args.includes('--check')) {
    console.log('No data folder given: nothing to compare the generated catalog with.');
    return 0;
  }
  if (folder === undefined) {
    console.error('Usage: npm run catalog:generate -- <folder with models.json, providers.json, retirements.json> [--check]');
    return 2;
  }
  const input = readInput(folder);
  const packed = compile(input);
  const root = join(__dirname, '..', '..');
  const comparison = compare(input, packed);
  const files: readonly (readonly [string, string])[] = [
    ['src/catalog/generated/models.json', format(packed)],
    ['docs/catalog-differences.md', report(comparison, packed)],
  ];
  let stale = 0;
  for (const [name, text] of files) {
    const path = join(root, name);
    if (!args.includes('--check')) writeFileSync(path, text);
    else if (readOr(path) !== text) {
      console.error(`${name} is not what the data compile to; run npm run catalog:generate -- ${folder}`);
      stale++;
    }
  }
  const { listed, equal, contested, models, sameModels, labListed, sameAsLab } = comparison.totals;
  console.log(
    `${packed.models.length} models; as the lab's row says on ${sameAsLab} of ${labListed} listings (${percent(sameAsLab, labListed)}); same as the data's own verdict on ${sameModels} of ${models} (${percent(sameModels, models)}); of ${listed} listings ${equal} agree (${percent(equal, listed)}), ` +
      `${percent(equal, listed - contested)} of those the data agree on among themselves`,
  );
  return stale === 0 ? 0 : 1;
}

function readOr(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2)} %`;
}

process.exitCode = main(process.argv.slice(2));
