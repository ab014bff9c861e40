import { loadCatalog } from '../../src/catalog';

/** Microseconds a call takes: the best of several batches, so that a busy machine tells less. */
function microseconds(calls: number, run: (index: number) => unknown): number {
  let best = Infinity;
  for (let batch = 0; batch < 5; batch++) {
    const start = performance.now();
    for (let index = 0; index < calls; index++) run(batch * calls + index);
    best = Math.min(best, ((performance.now() - start) * 1000) / calls);
  }
  return best;
}

const catalog = loadCatalog();
const known = ['gpt-4o', 'us.anthropic.claude-3-5-sonnet-20241022-v2:0', 'meta-llama/Llama-3.1-8B-Instruct', 'llama3:8b', 'potato!'];
const idOf = (index: number): string => known[index % known.length] ?? '';

/** What the catalog's look-ups cost: `npm run bench:lookups`. */
const rows: readonly (readonly [what: string, time: number])[] = [
  ['a model asked for again', microseconds(5000, (index) => catalog.model(idOf(index)))],
  ['a model never asked for', microseconds(2000, (index) => catalog.model(`${idOf(index)}-${index}`))],
  ['a host never asked for', microseconds(2000, (index) => catalog.vendorOfUrl(`https://resource-${index}.openai.azure.com/openai`))],
];
for (const [what, time] of rows) console.log(`${what.padEnd(24)} ${time.toFixed(2)} µs`);
