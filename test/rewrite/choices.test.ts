import assert from 'node:assert/strict';
import { loadCatalog } from '../../src/catalog';
import { createEngine } from '../../src/core/createEngine';
import type { RewritePlan, RewriteRequest } from '../../src/core/rewrite/plan';
import { MemoryHost } from '../support/memoryHost';

const catalog = loadCatalog();

function plan(calls: string, request: Pick<RewriteRequest, 'target'> & Partial<RewriteRequest>): RewritePlan {
  const text = `import OpenAI from 'openai';\nconst client = new OpenAI();\n${calls}\n`;
  const engine = createEngine(catalog, new MemoryHost({ 'a.ts': text }));
  return engine.plan({ files: ['a.ts'], related: [], style: 'environment', ...request });
}

const chat = (model: string, more = ''): string =>
  `export const f${model.replace(/\W/g, '')} = () => client.chat.completions.create({ model: '${model}', messages: []${more} });`;
const tools = `, tools: [{ type: 'function', function: { name: 'find' } }]`;
const image = `{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'data:image/png;base64,' } }] }`;
const seeing = `export const see = () => client.chat.completions.create({ model: 'gpt-4o', messages: [${image}] });`;

/** What a model of a plan became, with its row where the catalog has it under that id. */
function change({ models }: RewritePlan, from: string): RewritePlan['models'][number] {
  const found = models.find((each) => each.from === from);
  assert.ok(found, `${from} stays`);
  return found;
}

describe('the model that takes a closed one’s place', () => {
  it('is the best alternative that the target serves, and the plan says on what evidence', () => {
    const made = plan(chat('gpt-4o'), { target: 'ollama', memory: 24 });
    const { to, evidence } = change(made, 'gpt-4o');
    const [best] = catalog.alternatives('gpt-4o', { memory: 24 }, 'openai').filter(({ id }) => catalog.servedAs(id, 'ollama') !== null);
    assert.equal(to, catalog.servedAs(best?.id ?? '', 'ollama'));
    assert.match(evidence ?? '', /points? (?:lower|higher)|equal/);
    assert.ok(made.steps.includes(`${to} for gpt-4o: ${evidence ?? ''}`), made.steps.join('\n'));
    assert.equal(made.title, `Rewrite to Ollama (${to})`);
  });

  it('fits into the machine of a server of one’s own', () => {
    const small = change(plan(chat('gpt-4o'), { target: 'ollama', memory: 8 }), 'gpt-4o');
    assert.notEqual(small.to, change(plan(chat('gpt-4o'), { target: 'ollama', memory: 24 }), 'gpt-4o').to);
    assert.ok((catalog.details(small.to, 'ollama').memory ?? Infinity) <= 8);
    assert.equal(small.evidence, 'no public comparison');
  });

  it('does not hang on the memory where someone else’s machine answers', () => {
    const to = (memory: number): string => change(plan(chat('gpt-4o'), { target: 'groq', memory }), 'gpt-4o').to;
    assert.equal(to(8), to(800));
  });

  for (const target of ['groq', 'together', 'fireworks', 'openrouter', 'nebius', 'huggingface']) {
    it(`is one that ${target} lists`, () => {
      const { to } = change(plan(chat('gpt-4o'), { target }), 'gpt-4o');
      const row = catalog.targets.get(target);
      const listed = catalog.details(to, target).prices.some(({ vendor, id }) => vendor === row?.vendor && id === to);
      assert.ok(listed || row?.models.chat === to, to);
    });
  }

  it('can do what the call site uses', () => {
    const { to } = change(plan(seeing, { target: 'openrouter' }), 'gpt-4o');
    assert.ok(catalog.details(to, 'openrouter').inputs.includes('image'), to);
    const able = change(plan(chat('gpt-4o', tools), { target: 'vllm', memory: 80 }), 'gpt-4o');
    assert.equal(catalog.details(able.to, 'vllm').tools, true);
  });

  it('holds an answer as long as the call allows', () => {
    const { to } = change(plan(chat('gpt-4.1', ', max_tokens: 200000'), { target: 'openrouter' }), 'gpt-4.1');
    assert.ok((catalog.details(to, 'openrouter').context ?? 0) >= 200_000, to);
  });

  it('is one for all call sites that name the same model', () => {
    const made = plan(`${chat('gpt-4o', tools)}\n${seeing}`, { target: 'openrouter', safeOnly: false });
    assert.equal(made.models.filter(({ from }) => from === 'gpt-4o').length, 1);
    const details = catalog.details(change(made, 'gpt-4o').to, 'openrouter');
    assert.ok(details.tools === true && details.inputs.includes('image'));
  });

  it('is the target’s usual one where no alternative is known to be served there', () => {
    const made = plan(chat('gpt-4o'), { target: 'lmstudio', memory: 1 });
    const { to, evidence } = change(made, 'gpt-4o');
    assert.equal(to, catalog.targets.get('lmstudio')?.models.chat);
    assert.equal(evidence, null);
  });

  it('is the one asked for', () => {
    const { to, evidence } = change(plan(chat('gpt-4o'), { target: 'ollama', model: 'my-model' }), 'gpt-4o');
    assert.deepEqual([to, evidence], ['my-model', null]);
  });

  it('is of the surface’s kind', () => {
    const embed = `export const embed = () => client.embeddings.create({ model: 'text-embedding-3-small', input: 'x' });`;
    const made = plan(`${chat('gpt-4o')}\n${embed}`, { target: 'nebius' });
    assert.equal(catalog.model(change(made, 'text-embedding-3-small').to, 'nebius').modality, 'embedding');
    assert.equal(catalog.model(change(made, 'gpt-4o').to, 'nebius').modality, 'chat');
  });

  it('differs by model within one choice', () => {
    const made = plan(
      `export const f = (fast: boolean) => client.chat.completions.create({ model: fast ? 'gpt-4o-mini' : 'gpt-4.1', messages: [] });`,
      { target: 'nebius' },
    );
    assert.notEqual(change(made, 'gpt-4o-mini').to, change(made, 'gpt-4.1').to);
  });
});
