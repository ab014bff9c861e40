import assert from 'node:assert/strict';
import { loadCatalog } from '../../src/catalog';

/** Microseconds a call takes: the best of several batches, so that a busy machine does not fail the test. */
function microseconds(calls: number, run: (index: number) => unknown): number {
  let best = Infinity;
  for (let batch = 0; batch < 5; batch++) {
    const start = performance.now();
    for (let index = 0; index < calls; index++) run(batch * calls + index);
    best = Math.min(best, ((performance.now() - start) * 1000) / calls);
  }
  return best;
}

const bar = 20;

describe('look-ups', () => {
  const catalog = loadCatalog();
  const known = ['gpt-4o', 'us.anthropic.claude-3-5-sonnet-20241022-v2:0', 'meta-llama/Llama-3.1-8B-Instruct', 'llama3:8b', 'potato!'];

  it(`of a model take under ${bar} µs`, () => {
    const time = microseconds(5000, (index) => catalog.model(known[index % known.length] ?? ''));
    assert.ok(time < bar, `${time.toFixed(1)} µs`);
  });

  it(`of a model never asked for take under ${bar} µs`, () => {
    const time = microseconds(2000, (index) => catalog.model(`${known[index % known.length] ?? ''}-${index}`));
    assert.ok(time < bar, `${time.toFixed(1)} µs`);
  });

  it(`of a host never asked for take under ${bar} µs`, () => {
    const time = microseconds(2000, (index) => catalog.vendorOfUrl(`https://resource-${index}.openai.azure.com/openai`));
    assert.ok(time < bar, `${time.toFixed(1)} µs`);
  });
});
