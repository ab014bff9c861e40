import assert from 'node:assert/strict';
import { loadCatalog } from '../../src/catalog';

interface Expected {
  readonly weights: 'open' | 'closed' | 'unknown';
  readonly lab?: string | null;
  readonly modality?: string;
  readonly id?: string;
}

const open = (lab?: string, more: Omit<Expected, 'weights' | 'lab'> = {}): Expected => ({
  weights: 'open',
  ...(lab ? { lab } : {}),
  ...more,
});
const closed = (lab?: string, more: Omit<Expected, 'weights' | 'lab'> = {}): Expected => ({
  weights: 'closed',
  ...(lab ? { lab } : {}),
  ...more,
});
const unknown: Expected = { weights: 'unknown', lab: null };

const cases: readonly (readonly [id: string, expected: Expected, provider?: string])[] = [
  // As the labs write them
  ['gpt-4o', closed('openai', { id: 'openai/gpt-4o', modality: 'chat' })],
  ['gpt-4o-2024-08-06', closed('openai', { id: 'openai/gpt-4o-2024-08-06' })],
  ['gpt-4.1 ', closed('openai', { id: 'openai/gpt-4.1' })],
  ['GPT-4o', closed('openai')],
  ['gpt-5.6-luna', closed('openai')],
  ['gpt-99-ultra-preview', closed('openai')],
  ['o3-mini', closed('openai')],
  ['chatgpt-4o-latest', closed('openai')],
  ['gpt-4-0613', closed('openai')],
  ['gpt-3.5-turbo-0301', closed('openai')],
  ['gpt-3.5-turbo-instruct', closed('openai', { modality: 'completion' })],
  ['text-davinci-003', closed('openai', { modality: 'completion' })],
  ['code-davinci-002', closed('openai')],
  ['davinci', closed('openai')],
  ['ada', closed('openai')],
  ['text-embedding-ada-002', closed('openai', { modality: 'embedding' })],
  ['text-embedding-3-small', closed('openai', { modality: 'embedding' })],
  ['whisper-1', closed('openai', { modality: 'transcription' })],
  ['whisper-large-v3', open('openai', { modality: 'transcription' })],
  ['gpt-4o-transcribe', closed('openai', { modality: 'transcription' })],
  ['tts-1', closed('openai', { modality: 'speech' })],
  ['gpt-4o-mini-tts', closed('openai', { modality: 'speech' })],
  ['dall-e-3', closed('openai', { modality: 'image' })],
  ['gpt-image-1', closed('openai', { modality: 'image' })],
  ['gpt-4o-realtime-preview-2024-12-17', closed('openai', { modality: 'realtime' })],
  ['omni-moderation-latest', closed('openai', { modality: 'moderation' })],
  ['gpt-oss-120b', open('openai')],
  ['claude-sonnet-5', closed('anthropic')],
  ['claude-3-5-sonnet-latest', closed('anthropic', { id: 'anthropic/claude-3-5-sonnet-20241022' })],
  ['claude-instant-1', closed('anthropic')],
  ['claude-2.1', closed('anthropic')],
  ['gemini-pro', closed('google')],
  ['gemini-2.5-flash-preview-tts', closed('google', { modality: 'speech' })],
  ['gemini-embedding-001', closed('google', { modality: 'embedding' })],
  ['text-embedding-004', closed('google', { modality: 'embedding' })],
  ['text-bison@002', closed('google')],
  ['imagen-3.0-generate-002', closed('google', { modality: 'image' })],
  ['gemma2-9b-it', open('google')],
  ['gemma-3-27b-it', open('google')],
  ['command-r-plus', open('cohere')],
  ['command-light', closed('cohere')],
  ['embed-english-v3.0', closed('cohere', { modality: 'embedding' })],
  ['rerank-v3.5', closed('cohere', { modality: 'rerank' })],
  ['mistral-large-latest', open('mistral')],
  ['mistral-large-2402', closed('mistral')],
  ['mistral-medium-2505', closed('mistral')],
  ['mistral-small-latest', open('mistral')],
  ['open-mixtral-8x22b', open('mistral')],
  ['codestral', open('mistral')],
  ['codestral-2501', closed('mistral')],
  ['mistral-embed', closed('mistral', { modality: 'embedding' })],
  ['grok-1', open('xai')],
  ['grok-4', closed('xai')],
  ['deepseek-chat', open('deepseek')],
  ['deepseek-r1-distill-llama-70b', open('deepseek')],
  ['qwen-max', closed('alibaba')],
  ['qwen-3-32b', open('alibaba', { id: 'alibaba/qwen3-32b' })],
  ['alibaba/qwen-3.6-plus', closed('alibaba'), 'vercel-gateway'],
  ['qwen-turbo-latest', closed('alibaba')],
  ['qwen3-coder-plus', closed('alibaba')],
  ['qwen2.5-72b-instruct', open('alibaba')],
  ['moonshot-v1-8k', closed('moonshotai')],
  ['kimi-k2-0711-preview', open('moonshotai')],
  ['glm-4-plus', closed('zhipuai')],
  ['glm-4.6', open('zhipuai')],
  ['abab6.5s-chat', closed('minimax')],
  ['MiniMax-M2', open('minimax')],
  ['sonar-pro', closed('perplexity')],
  ['llama-3.1-sonar-small-128k-online', closed('perplexity')],
  ['r1-1776', open('perplexity')],
  ['morph-v3-large', closed('morph')],
  ['voyage-3-large', closed('voyage', { modality: 'embedding' })],
  ['jina-embeddings-v3', open('jina')],
  ['eleven_multilingual_v2', closed('elevenlabs', { modality: 'speech' })],
  ['jamba-1.5-large', open('ai21')],
  ['j2-ultra', closed('ai21')],
  ['solar-pro2', closed('upstage')],
  ['doubao-seed-1.6', closed('bytedance')],
  ['ernie-4.5-21b-a3b', open('baidu')],
  ['ernie-5.0-thinking-preview', closed('baidu')],
  // Vertex AI
  ['claude-3-7-sonnet@20250219', closed('anthropic', { id: 'anthropic/claude-3-7-sonnet-20250219' }), 'google'],
  ['publishers/google/models/gemini-2.5-pro', closed('google', { id: 'google/gemini-2.5-pro' })],
  ['projects/p/locations/us/publishers/meta/models/llama-3.3-70b-instruct-maas', open('meta')],
  ['models/gemini-1.5-pro', closed('google')],
  ['tunedModels/my-model-123', closed('google')],
  // Bedrock
  ['anthropic.claude-3-5-sonnet-20241022-v2:0', closed('anthropic', { id: 'anthropic/claude-3-5-sonnet-20241022' }), 'bedrock'],
  ['us.anthropic.claude-3-5-sonnet-20241022-v2:0', closed('anthropic', { id: 'anthropic/claude-3-5-sonnet-20241022' })],
  ['anthropic.claude-v2:1', closed('anthropic')],
  ['amazon.titan-embed-text-v1', closed('amazon', { modality: 'embedding' })],
  ['amazon.nova-pro-v1:0', closed('amazon')],
  ['apac.amazon.nova-lite-v1:0', closed('amazon')],
  ['meta.llama3-70b-instruct-v1:0', open('meta')],
  ['mistral.mistral-large-2402-v1:0', closed('mistral')],
  ['cohere.command-text-v14', closed('cohere')],
  ['openai.gpt-oss-120b-1:0', open('openai')],
  ['deepseek.r1-v1:0', open('deepseek')],
  ['stability.stable-image-ultra-v1:0', closed('stability')],
  ['arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0', closed('anthropic')],
  ['arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.meta.llama3-1-70b-instruct-v1:0', open('meta')],
  ['arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc', unknown],
  ['arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc', unknown],
  // Gateways, routers, hosts
  ['openai/gpt-5', closed('openai', { id: 'openai/gpt-5' }), 'openrouter'],
  ['openai/gpt-oss-20b:free', open('openai'), 'openrouter'],
  ['anthropic/claude-3.5-sonnet', closed('anthropic'), 'openrouter'],
  ['meta-llama/llama-3.1-8b-instruct:free', open('meta'), 'openrouter'],
  ['openrouter/anthropic/claude-3.5-sonnet', closed('anthropic')],
  ['openai:gpt-4o', closed('openai', { id: 'openai/gpt-4o' })],
  ['azure/gpt-4o', closed('openai')],
  ['azure:gpt-35-turbo', closed('openai')],
  ['google-vertexai:gemini-1.5-pro', closed('google')],
  ['anthropic:claude-3-opus-20240229', closed('anthropic')],
  ['groq/llama3-70b-8192', open('meta')],
  ['mixtral-8x7b-32768', open('mistral'), 'groq'],
  ['together_ai/meta-llama/Llama-3-70b-chat-hf', open('meta')],
  ['meta-llama/Llama-3.1-8B-Instruct', open('meta')],
  ['togethercomputer/m2-bert-80M-8k-retrieval', open(undefined, { modality: 'embedding' }), 'together'],
  ['accounts/fireworks/models/llama-v3p1-405b-instruct', open('meta'), 'fireworks'],
  ['accounts/fireworks/models/qwen3p7-plus', closed('alibaba'), 'fireworks'],
  ['@cf/meta/llama-3.1-8b-instruct', open('meta'), 'cloudflare'],
  ['meta/llama-2-70b-chat:02e509c789964a7ea8736978a43525956ef40397be9033abf9fd2badfe68c9e3', open('meta'), 'replicate'],
  ['black-forest-labs/flux-1.1-pro', closed('bfl', { modality: 'image' }), 'replicate'],
  ['black-forest-labs/flux-schnell', open('bfl', { modality: 'image' }), 'replicate'],
  ['fal-ai/flux/dev', open('bfl'), 'fal'],
  ['fal-ai/flux-pro/v1.1', closed('bfl'), 'fal'],
  ['fal-ai/kling-video/v1/standard/text-to-video', closed('kwai', { modality: 'video' }), 'fal'],
  ['databricks-claude-sonnet-4', closed('anthropic'), 'databricks'],
  // Ollama and LM Studio
  ['llama3', open('meta'), 'ollama'],
  ['llama3:8b', open('meta'), 'ollama'],
  ['ollama/llama3', open('meta')],
  ['ollama_chat/qwen3:8b', open('alibaba')],
  ['mistral', open('mistral'), 'ollama'],
  ['mistral:7b', open('mistral'), 'ollama'],
  ['mistral:mistral-small-latest', open('mistral')],
  ['gpt-oss:120b-cloud', open('openai'), 'ollama'],
  ['nomic-embed-text', open('nomic', { modality: 'embedding' })],
  ['text-embedding-nomic-embed-text-v1.5', open('nomic', { modality: 'embedding' }), 'lmstudio'],
  ['qwen/qwen3-8b', open('alibaba'), 'lmstudio'],
  // Fine-tunes stay where they were trained
  ['ft:gpt-3.5-turbo-0613:acme::8abc', closed('openai')],
  ['openai/ft:gpt-4o-mini-2024-07-18:acme:bot:8abc', closed('openai')],
  ['ft:open-mistral-7b:acme:20240101:abc', closed('mistral')],
  // Names too common to judge alone
  ['best', unknown],
  ['best', closed('assemblyai'), 'assemblyai'],
  ['nova-2', closed('deepgram', { modality: 'transcription' })],
  // A parameter count gives open weights away
  ['somebody/some-model-7b-v2', open()],
  // A closed vendor's host is closed whatever the id; a deployment's name says nothing
  ['potato!', closed(), 'openai'],
  ['potato!', unknown],
  ['my-deployment', unknown, 'azure-openai'],
  ['my-deployment', unknown, 'openrouter'],
  // Not a model id
  ['', unknown],
  ['   ', unknown],
  ['\uFFFC', unknown],
  ['gpt-\uFFFC', unknown],
  ['a model', unknown],
  ['${model}', unknown],
  ['constructor', unknown],
  ['__proto__', unknown],
  ['x'.repeat(10_000), unknown],
  ['hasOwnProperty', unknown, '__proto__'],
  ['///', unknown],
  [':', unknown],
];

describe('model', () => {
  const catalog = loadCatalog();
  for (const [id, expected, provider] of cases) {
    it(`${id.slice(0, 80).trim() || '(blank)'}${provider ? ` at ${provider}` : ''} is ${expected.weights}${expected.lab ? ` by ${expected.lab}` : ''}`, () => {
      const facts = catalog.model(id, provider);
      const seen = Object.fromEntries(Object.keys(expected).map((name) => [name, facts[name as keyof Expected]]));
      assert.deepEqual(seen, expected);
      if (facts.weights !== 'unknown') assert.ok(facts.source, 'no source');
    });
  }

  it('takes the provider names of the data for vendor ids', () => {
    assert.deepEqual(catalog.model('openai/gpt-oss-20b', 'togetherai'), catalog.model('openai/gpt-oss-20b', 'together'));
  });
});

describe('retirement', () => {
  const catalog = loadCatalog();
  const shutdown = (id: string, provider?: string): string | null | undefined => catalog.model(id, provider).retirement?.shutdown;

  it('gives dates, replacement and source', () => {
    assert.deepEqual(catalog.model('claude-3-opus-20240229', 'anthropic').retirement, {
      status: 'retired',
      announced: '2025-06-30',
      shutdown: '2026-01-05',
      replacement: 'claude-opus-4-8',
      vendor: 'anthropic',
      source: 'https://platform.claude.com/docs/en/about-claude/model-deprecations',
      checked: '2026-07-30',
    });
  });

  it('knows aliases', () => assert.equal(shutdown('claude-3-5-sonnet-latest', 'anthropic'), '2025-10-28'));
  it('follows gateways to the lab', () => assert.equal(shutdown('openai/gpt-4-0314', 'openrouter'), shutdown('gpt-4-0314', 'openai')));
  it('does not lend a lab’s dates to vendors with their own', () => {
    assert.equal(shutdown('anthropic.claude-3-opus-20240229-v1:0', 'bedrock'), undefined);
    assert.equal(shutdown('gpt-4', 'azure-openai'), undefined);
    assert.equal(shutdown('azure/gpt-4'), undefined);
  });
  it('does not retire what anyone can run', () => {
    assert.equal(shutdown('qwen3:8b', 'ollama'), undefined);
    assert.equal(shutdown('qwen3-8b'), undefined);
    assert.equal(shutdown('qwen3-8b', 'alibaba'), '2026-10-10');
  });
  it('is absent for models that stay', () => assert.equal(catalog.model('gpt-5.6-luna', 'openai').retirement, undefined));
});
