import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonReport } from '../../src/cli/report/jsonReport';
import { makeTree } from '../workspace/support/tree';
import { run } from './support';

const source = `import OpenAI from 'openai';

const client = new OpenAI({ baseURL: 'https://llm.acme.example/v1' });
export const ask = () => client.chat.completions.create({ model: 'house-model', messages: [] });
`;
const vendor = { id: 'acme', name: 'Acme gateway', class: 'carrier', hosts: ['llm.acme.example'] };
const rows = (weights: string): string =>
  JSON.stringify({
    vendors: [vendor],
    models: [{ id: 'house-model', weights, parameters: { total: 8 } }],
    targets: [{ id: 'rack', baseUrls: { openai: 'http://rack.acme.example:9000/v1' }, models: { chat: 'acme/support' } }],
  });

describe('own catalog rows on the command line', () => {
  const opennessOf = async (cwd: string, ...argv: string[]): Promise<(readonly [string, string | null])[]> => {
    const { stdout } = await run(['scan', '--format', 'json', ...argv], { cwd });
    const report = JSON.parse(stdout) as JsonReport;
    return report.findings.filter(({ kind }) => kind === 'call').map(({ vendor: id, openness }) => [id, openness] as const);
  };

  it('decide vendor and openness, also in folders below theirs', async () => {
    const cwd = makeTree({ '.git/HEAD': 'ref: refs/heads/main\n', '.openward/catalog.json': rows('open'), 'app/src/a.ts': source });
    assert.deepEqual(await opennessOf(join(cwd, 'app'), '--no-cache'), [['acme', 'open-hosted']]);
  });

  it('are part of what kept results hang on', async () => {
    const cwd = makeTree({ '.openward/catalog.json': rows('open'), 'a.ts': source });
    const cache = makeTree({});
    assert.deepEqual(await opennessOf(cwd, '--cache-dir', cache), [['acme', 'open-hosted']]);
    writeFileSync(join(cwd, '.openward/catalog.json'), rows('closed'));
    assert.deepEqual(await opennessOf(cwd, '--cache-dir', cache), [['acme', 'closed']]);
  });

  it('give targets to move to', async () => {
    const cwd = makeTree({
      '.openward/catalog.json': rows('open'),
      'a.ts': `import OpenAI from 'openai';\nexport const b = () => new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [] });\n`,
    });
    const { stdout } = await run(['fix', '--target', 'rack', '--style', 'literal', '--dry-run', '--no-cache'], { cwd });
    assert.match(stdout, /\+.*http:\/\/rack\.acme\.example:9000\/v1/);
  });

  it('are what `openward catalog` tells', async () => {
    const cwd = makeTree({ '.openward/catalog.json': rows('open') });
    const { code, stdout } = await run(['catalog', 'house-model'], { cwd });
    assert.equal(code, 0);
    assert.match(stdout, /Weights +open\n/);
    assert.match(stdout, /about 5\.8 GB/);
  });

  it('are named in the report’s catalog version', async () => {
    const cwd = makeTree({ '.openward/catalog.json': rows('open'), 'a.ts': source });
    const { stdout } = await run(['scan', '--format', 'json', '--no-cache'], { cwd });
    assert.match((JSON.parse(stdout) as JsonReport).tool.catalog, /\+own$/);
  });

  const wrong: readonly (readonly [text: string, said: RegExp])[] = [
    [
      '{\n  "models": [{ "id": "x", "weights": "ajar" }]\n}',
      /^openward: \.openward\/catalog\.json:2:38: models\[0\]\.weights must be one of open, closed\n$/,
    ],
    [
      '{ "models": [{ "id": "x" }, { "id": "y" }] }',
      /:1:14: models\[0\] needs 'weights': the catalog has no model of this id \(and 1 more\)\n$/,
    ],
    ['{ "models": ', /catalog\.json:1:\d+: not JSON: /],
  ];
  for (const [text, said] of wrong) {
    it(`stop every command when they are wrong: ${text.replace(/\s+/g, ' ').slice(0, 40)}`, async () => {
      const cwd = makeTree({ '.openward/catalog.json': text, 'a.ts': source });
      for (const argv of [
        ['scan', '--no-cache'],
        ['catalog', 'gpt-4o'],
        ['explain', 'a.ts:4', '--no-cache'],
        ['fix', '--target', 'ollama', '--no-cache'],
      ]) {
        const { code, stdout, stderr } = await run(argv, { cwd });
        assert.deepEqual([code, stdout], [2, '']);
        assert.match(stderr, said);
      }
    });
  }
});
