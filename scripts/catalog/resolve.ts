import { readFileSync } from 'node:fs';
import { loadCatalog } from '../../src/catalog';

/** A label of a call site: what of it the measuring reads. */
interface Label {
  readonly model?: string | null;
  readonly vendor?: string;
}

/**
 * `npm run catalog:resolve -- <labels.jsonl>` asks the catalog for the model id of every label, at the label's vendor, and tells
 * which it does not know. Exit code 1 when fewer than 99 % resolve.
 */
function main([file]: readonly string[]): number {
  if (file === undefined) {
    console.error('Usage: npm run catalog:resolve -- <labels.jsonl>');
    return 2;
  }
  const catalog = loadCatalog();
  const labels = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Label);
  const pairs = new Map(
    labels.flatMap(({ model, vendor }) =>
      typeof model === 'string' && model !== '' ? [[`${vendor ?? ''} ${model}`, { model, vendor }] as const] : [],
    ),
  );
  const unknown = [...pairs.values()].filter(({ model, vendor }) => catalog.model(model, vendor).weights === 'unknown');
  for (const { model, vendor } of unknown) console.log(`${vendor ?? '?'} ${model}`);
  const share = (pairs.size - unknown.length) / pairs.size;
  console.log(`${pairs.size - unknown.length} of ${pairs.size} ids resolve (${(100 * share).toFixed(2)} %)`);
  return share >= 0.99 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
