import assert from 'node:assert/strict';
import { loadCatalog } from '../../src/catalog';
import { createEngine } from '../../src/core/createEngine';
import type { RewriteRequest } from '../../src/core/rewrite/plan';
import { MemoryHost } from '../support/memoryHost';

const catalog = loadCatalog();

const head = "import OpenAI from 'openai';\nconst client = new OpenAI();\n";
const chat = "await client.chat.completions.create({ model: 'gpt-4o', messages: [] });\n";
const embed = "await client.embeddings.create({ model: 'text-embedding-3-small', input: '' });\n";
const listen = "await client.audio.transcriptions.create({ model: 'whisper-1', file });\n";

function titleFor(code: string, request: Pick<RewriteRequest, 'target'> & Partial<RewriteRequest>): string {
  const engine = createEngine(catalog, new MemoryHost({ '/a.ts': head + code }));
  return engine.plan({ files: ['/a.ts'], related: [], style: 'environment', ...request }).title;
}

describe('the title of a rewrite', () => {
  const cases: readonly [what: string, code: string, request: Parameters<typeof titleFor>[1], title: string][] = [
    ['names target and model', chat, { target: 'ollama', model: 'qwen3:8b' }, 'Rewrite to Ollama (qwen3:8b)'],
    [
      'names the file before the model',
      chat,
      { target: 'ollama', model: 'qwen3:8b', style: 'env-file' },
      'Move to Ollama via .env (qwen3:8b)',
    ],
    [
      'leaves out who owns a model where that would be too long',
      chat,
      { target: 'fireworks', model: 'accounts/fireworks/models/gpt-oss-120b' },
      'Rewrite to Fireworks AI (gpt-oss-120b)',
    ],
    ['names who owns it where that fits', chat, { target: 'vllm', model: 'my/model' }, 'Rewrite to vLLM (my/model)'],
    ['names several models', chat + embed, { target: 'localai', memory: 8 }, 'Rewrite to LocalAI (qwen3-8b, bge-m3)'],
  ];
  for (const [what, code, request, title] of cases) it(what, () => assert.equal(titleFor(code, request), title));

  it('counts the models that do not fit', () => {
    assert.match(titleFor(chat + embed + listen, { target: 'vllm' }), /^Rewrite to vLLM \(\S+ and 2 more\)$/);
  });

  it('fits into a menu for the usual model of every target', () => {
    for (const { id, models } of catalog.targets.values()) {
      const title = titleFor(chat, { target: id, model: models.chat });
      assert.ok(title.length <= 60, title);
    }
  });
});
