import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackedModels } from '../../src/catalog/models/packed';
import { changesBetween, changesText } from './changes';
import { compile } from './compile';
import { compare, report } from './differences';
import { readInput } from './input';
import { format } from './write';

/**
 * `npm run catalog:update -- <data dir>` compiles new snapshots over the catalog and tells what that changes: rows added, removed
 * and changed, and where the data contradict the catalog or themselves. With `--dry-run` nothing is written.
 */
function main(args: readonly string[]): number {
  const folder = args.find((arg) => !arg.startsWith('--'));
  if (folder === undefined) {
    console.error('Usage: npm run catalog:update -- <folder with models.json, providers.json, retirements.json> [--dry-run]');
    return 2;
  }
  const root = join(__dirname, '..', '..');
  const file = join(root, 'src/catalog/generated/models.json');
  const before = JSON.parse(readFileSync(file, 'utf8')) as PackedModels;
  const input = readInput(folder);
  const after = compile(input);
  const comparison = compare(input, after);
  const page = join(root, 'docs/catalog-differences.md');
  console.log(changesText(changesBetween(before, after, comparison, readFileSync(page, 'utf8'))));
  if (args.includes('--dry-run')) return 0;
  writeFileSync(file, format(after));
  writeFileSync(page, report(comparison, after));
  return 0;
}

process.exitCode = main(process.argv.slice(2));
