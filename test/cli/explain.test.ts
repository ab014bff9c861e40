import assert from 'node:assert/strict';
import { makeTree } from '../workspace/support/tree';
import { closedSource, run } from './support';

describe('openward explain', () => {
  const cwd = makeTree({ 'src/a.ts': closedSource, 'src/none.ts': 'export const a = 1;\n' });

  it('tells all that is known of a call site', async () => {
    const { code, stdout } = await run(['explain', 'src/a.ts:4'], { cwd });
    assert.equal(code, 0);
    const [title, ...rows] = stdout.trimEnd().split('\n');
    assert.equal(title, 'src/a.ts:4:26');
    assert.deepEqual(
      rows.slice(0, 8).map((row) => row.trim().split(/\s{2,}/)[0]),
      ['Kind', 'Vendor', 'SDK', 'Endpoint', 'Model', 'Openness', 'Portability', 'Fingerprint'],
    );
    assert.match(stdout, /Endpoint {5}https:\/\/api\.openai\.com\/v1 \(the SDK's default\)/);
    assert.match(stdout, /Model {8}gpt-4o \(GPT-4o, openai, weights closed\)/);
  });

  it('takes a column too, and tells of an accepted call site why it was', async () => {
    const root = makeTree({ 'a.ts': closedSource.replace('const client', '// openward-accept: agreed in June\nconst client') });
    const { code, stdout } = await run(['explain', 'a.ts:4:1'], { cwd: root });
    assert.equal(code, 0);
    assert.match(stdout, /Accepted {5}agreed in June\n/);
  });

  const elsewhere: readonly (readonly [place: string, said: string])[] = [
    ['src/a.ts:1', 'openward: no call site on line 1; call sites of this file: 3, 4\n'],
    ['src/a.ts:999', 'openward: no call site on line 999; call sites of this file: 3, 4\n'],
    ['src/none.ts:1', 'openward: no call site on line 1; this file has none\n'],
  ];
  for (const [place, said] of elsewhere) {
    it(`says what there is instead for ${place}`, async () => {
      assert.deepEqual(await run(['explain', place], { cwd }), { code: 1, stdout: '', stderr: said });
    });
  }
});
