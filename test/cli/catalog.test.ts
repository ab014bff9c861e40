import assert from 'node:assert/strict';
import type { CatalogRow } from '../../src/cli/catalog/row';
import { makeTree } from '../workspace/support/tree';
import { run, type Outcome } from './support';

describe('openward catalog', () => {
  const cwd = makeTree({});
  const catalog = (...argv: string[]): Promise<Outcome> => run(['catalog', ...argv], { cwd, today: '2026-08-01' });

  it('prints the row as known, as JSON', async () => {
    const { code, stdout, stderr } = await catalog('gpt-4', '--provider', 'openai', '--format', 'json');
    assert.deepEqual([code, stderr], [0, '']);
    const row = JSON.parse(stdout) as CatalogRow;
    assert.deepEqual(
      [row.id, row.lab, row.weights, row.licence?.class, row.context, row.asOf],
      ['openai/gpt-4', 'openai', 'closed', 'closed', 8192, '2026-07-02'],
    );
    assert.deepEqual(
      row.prices.find(({ vendor }) => vendor === 'openai'),
      { vendor: 'openai', id: 'gpt-4', input: 30, output: 60 },
    );
    assert.deepEqual(
      [row.retirement?.standing, row.retirement?.daysLeft, row.retirement?.shutdown, row.retirement?.replacement],
      ['retiring', 83, '2026-10-23', 'gpt-5.6-sol'],
    );
    assert.ok(row.sources.includes('https://developers.openai.com/api/docs/deprecations'));
    const [first] = row.alternatives;
    assert.deepEqual(Object.keys(first ?? {}), ['id', 'verdict', 'evidence', 'unconfirmed']);
    assert.ok(row.alternatives.some(({ evidence }) => Array.isArray(evidence)));
  });

  it('tells people the same', async () => {
    const { code, stdout } = await catalog('gpt-4', '--provider', 'openai');
    assert.equal(code, 0);
    assert.match(stdout, /^GPT-4 \(openai\/gpt-4\)\n {2}Lab {9}openai\n {2}Weights {5}closed\n/);
    assert.match(
      stdout,
      /Retirement {2}retiring: requests fail from 2026-10-23, in 83 days; .*replaced by gpt-5\.6-sol \(checked 2026-\d\d-\d\d\)/,
    );
    assert.match(stdout, /\nOpen alternatives, by docs\/alternatives\.md \(as of 2026-07-02/);
    assert.match(stdout, /Artificial Analysis Coding Index 13\.1 → [\d.]+ \(\+[\d.]+\)/);
    assert.match(stdout, /\nSources\n {2}https:/);
  });

  it('names no alternatives for open weights', async () => {
    const { stdout } = await catalog('Qwen/Qwen3-32B');
    assert.match(stdout, /Weights {5}open, https:\/\/huggingface\.co\/Qwen\/Qwen3-32B\n {2}Licence {5}Apache-2\.0 \(permissive\)/);
    assert.match(stdout, /about 20\.2 GB of memory at 4 bit/);
    assert.doesNotMatch(stdout, /Open alternatives/);
  });

  it('keeps to the memory, context and abilities asked for', async () => {
    const argv = ['gpt-4o', '--memory', '24', '--tools', '--vision', '--context', '200000', '--format', 'json'];
    const row = JSON.parse((await catalog(...argv)).stdout) as CatalogRow;
    assert.ok(row.alternatives.length > 0);
    for (const { id } of row.alternatives) {
      const open = JSON.parse((await catalog(id, '--format', 'json')).stdout) as CatalogRow;
      assert.ok((open.memory ?? Infinity) <= 24, id);
      assert.ok((open.context ?? Infinity) >= 200_000, id);
      assert.notEqual(open.tools, false, id);
    }
  });

  it('lists all models', async () => {
    const { code, stdout } = await catalog('--list', '--format', 'json');
    assert.equal(code, 0);
    const rows = JSON.parse(stdout) as CatalogRow[];
    const ids = rows.map(({ id }) => id);
    assert.ok(ids.includes('openai/gpt-4o') && ids.includes('alibaba/qwen3-32b'));
    assert.deepEqual(ids, [...new Set(ids)].sort());
    assert.match(
      (await catalog('--list')).stdout,
      /^Model +Weights +Kind +Released +Context +Memory +Retirement\n[\s\S]*\n\d+ models, as of /,
    );
  });

  const wrong: readonly (readonly [argv: readonly string[], said: RegExp])[] = [
    [['potato!'], /^openward: the catalog does not know the model 'potato!'; --list prints all it knows\n$/],
    [[], /^openward: name a model id, or ask for all of them with --list\n$/],
    [['gpt-4o', '--list'], /^openward: name a model id, or ask/],
    [['gpt-4o', '--provider', 'nobody'], /^openward: no vendor 'nobody'; known: openai, /],
    [['gpt-4o', '--memory', 'much'], /above zero/],
  ];
  for (const [argv, said] of wrong) {
    it(`refuses ${argv.join(' ') || 'nothing'}`, async () => {
      const { code, stdout, stderr } = await catalog(...argv);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, said);
    });
  }
});
