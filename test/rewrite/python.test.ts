import assert from 'node:assert/strict';
import { loadCatalog } from '../../src/catalog';
import { createEngine } from '../../src/core/createEngine';
import { MemoryHost } from '../support/memoryHost';

const python = `from openai import OpenAI

client = OpenAI()
client.chat.completions.create(model="gpt-4o", messages=[])
`;
const javascript = `import OpenAI from 'openai';

const client = new OpenAI();
await client.chat.completions.create({ model: 'gpt-4o', messages: [] });
`;

describe('Rewrites of Python', () => {
  const engine = createEngine(loadCatalog(), new MemoryHost({ '/app.py': python, '/app.ts': javascript }));
  const { files, refused } = engine.plan({ files: ['/app.py', '/app.ts'], target: 'ollama', style: 'literal' });

  it('are refused, each call site with the reason', () => {
    assert.deepEqual(
      refused.map(({ file, reason }) => ({ file, reason })),
      [
        { file: '/app.py', reason: 'Python is not rewritten yet' },
        { file: '/app.py', reason: 'Python is not rewritten yet' },
      ],
    );
  });

  it('leave what can move free to move', () => {
    assert.deepEqual(
      files.map(({ file }) => file),
      ['/app.ts'],
    );
  });

  it('are said to need changes to the code', () => {
    const sites = engine.analyze('/app.py').callSites;
    assert.deepEqual(
      sites.map(({ portability, portabilityReason }) => ({ portability, portabilityReason })),
      [
        { portability: 'adapt', portabilityReason: 'Python is not rewritten yet' },
        { portability: 'adapt', portabilityReason: 'Python is not rewritten yet' },
      ],
    );
  });
});
