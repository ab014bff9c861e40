import assert from 'node:assert/strict';
import { loadCatalog } from '../../src/catalog';

/** Stands for an undecided part. */
const H = '\uFFFC';

const cases: readonly (readonly [url: string, vendor: string | null])[] = [
  // Literal hosts
  ['https://api.openai.com/v1', 'openai'],
  ['https://eu.api.openai.com/v1', 'openai'],
  ['https://api.anthropic.com', 'anthropic'],
  ['https://generativelanguage.googleapis.com/v1beta/models/gemini-pro:generateContent', 'google'],
  ['https://aiplatform.googleapis.com/v1', 'google'],
  ['https://us-central1-aiplatform.googleapis.com/v1/projects/p', 'google'],
  ['https://bedrock-runtime.us-east-1.amazonaws.com', 'bedrock'],
  ['https://bedrock-runtime-fips.us-gov-west-1.amazonaws.com', 'bedrock'],
  ['https://my-resource.openai.azure.com/openai/deployments/d/chat/completions?api-version=2024-02-01', 'azure-openai'],
  ['https://my-resource.cognitiveservices.azure.com/openai', 'azure-openai'],
  ['https://my-resource.services.ai.azure.com/openai/v1', 'azure-openai'],
  ['https://my-resource.services.ai.azure.com/models', 'azure-ai'],
  ['https://Llama-3.eastus2.models.ai.azure.com', 'azure-ai'],
  ['https://models.github.ai/inference', 'github-models'],
  ['https://models.inference.ai.azure.com', 'github-models'],
  ['https://api.githubcopilot.com/chat/completions', 'copilot'],
  ['https://api.x.ai/v1', 'xai'],
  ['https://api.perplexity.ai', 'perplexity'],
  ['https://api.morphllm.com/v1', 'morph'],
  ['https://api.aimlapi.com/v1', 'aimlapi'],
  ['https://api.groq.com/openai/v1', 'groq'],
  ['https://api.together.xyz/v1', 'together'],
  ['https://api.together.ai/v1', 'together'],
  ['https://api.fireworks.ai/inference/v1', 'fireworks'],
  ['https://api.deepseek.com/beta', 'deepseek'],
  ['https://open.bigmodel.cn/api/paas/v4/', 'zhipu'],
  ['https://api.z.ai/api/anthropic', 'zhipu'],
  ['https://api.moonshot.cn/v1', 'moonshot'],
  ['https://dashscope.aliyuncs.com/compatible-mode/v1', 'alibaba'],
  ['https://router.huggingface.co/v1', 'huggingface'],
  ['https://abc.us-east-1.aws.endpoints.huggingface.cloud/v1/', 'huggingface'],
  ['https://openrouter.ai/api/v1/chat/completions', 'openrouter'],
  ['https://openrouter.ai', 'openrouter'],
  ['https://openrouter.ai/docs', null],
  ['https://ai-gateway.vercel.sh/v1', 'vercel-gateway'],
  ['https://api.cloudflare.com/client/v4/accounts/123/ai/v1', 'cloudflare'],
  ['https://api.cloudflare.com/client/v4/zones', null],
  ['https://ollama.com/v1', 'ollama-cloud'],
  ['https://ollama.com/library/llama3', null],
  // Proxies named after who answers behind them
  ['https://oai.helicone.ai/v1', 'openai'],
  ['https://anthropic.helicone.ai', 'anthropic'],
  ['https://gateway.ai.cloudflare.com/v1/account/gateway/openai', 'openai'],
  ['https://gateway.ai.cloudflare.com/v1/account/gateway/workers-ai/v1', 'cloudflare'],
  ['https://gateway.ai.cloudflare.com/v1/account/gateway/compat', 'cloudflare-gateway'],
  // Spellings of a URL
  ['HTTPS://API.OpenAI.com/v1', 'openai'],
  ['wss://api.openai.com/v1/realtime?model=gpt-4o', 'openai'],
  ['ws://localhost:11434', 'ollama'],
  ['api.openai.com', 'openai'],
  ['//api.openai.com/v1', 'openai'],
  ['  https://api.openai.com/v1 ', 'openai'],
  ['https://api.openai.com:443/v1', 'openai'],
  ['https://api.openai.com./v1', 'openai'],
  ['https://key@api.openai.com/v1', 'openai'],
  ['https://api.openai.com?x=1', 'openai'],
  // Local servers by port
  ['http://localhost:11434/v1', 'ollama'],
  ['http://127.0.0.1:11434', 'ollama'],
  ['http://127.1.2.3:11434', 'ollama'],
  ['http://[::1]:11434/api/chat', 'ollama'],
  ['http://0.0.0.0:11434', 'ollama'],
  ['http://host.docker.internal:11434/v1', 'ollama'],
  ['http://ollama:11434', 'ollama'],
  ['http://192.168.1.20:11434', 'ollama'],
  ['localhost:11434', 'ollama'],
  ['http://localhost:8000/v1', 'vllm'],
  ['http://localhost:8000', 'vllm'],
  ['http://localhost:8000/', 'vllm'],
  ['http://host.docker.internal:8000/v1', 'vllm'],
  ['http://vllm:8000/v1', 'vllm'],
  ['http://localhost:8080/v1', 'llama.cpp'],
  ['http://localhost:1234/v1', 'lmstudio'],
  ['http://localhost:30000/v1', 'sglang'],
  ['http://localhost:4000', 'litellm'],
  // The user's own services on the same ports
  ['http://localhost:8000/api/users', null],
  ['http://localhost:8080/health', null],
  ['http://localhost:1234/index.html', null],
  ['http://localhost:3000/v1', null],
  ['http://localhost', null],
  // Holes
  [`https://${H}.openai.azure.com/openai`, 'azure-openai'],
  [`https://${H}openai.azure.com`, 'azure-openai'],
  [`https://my-${H}.openai.azure.com`, 'azure-openai'],
  [`https://bedrock-runtime.${H}.amazonaws.com`, 'bedrock'],
  [`https://${H}-aiplatform.googleapis.com/v1`, 'google'],
  [`https://api.openai.com${H}`, 'openai'],
  [`https://api.openai.com${H}/chat/completions`, 'openai'],
  [`https://api.openai.com:${H}/v1`, 'openai'],
  [`https://api.openai.com/${H}/chat`, 'openai'],
  [`${H}api.openai.com/v1`, 'openai'],
  [`${H}://api.openai.com/v1`, 'openai'],
  [`${H}//api.openai.com/v1`, 'openai'],
  [`https://${H}.openai.com/v1`, 'openai'],
  [`https://api.${H}.elevenlabs.io`, 'elevenlabs'],
  [`http://${H}:11434/v1`, 'ollama'],
  [`http://localhost:11434${H}`, 'ollama'],
  [`https://gateway.ai.cloudflare.com/v1/${H}/${H}/anthropic`, 'anthropic'],
  [`https://api.cloudflare.com/client/v4/accounts/${H}/ai/run/${H}`, 'cloudflare'],
  [`https://${H}`, null],
  [`https://${H}/v1/chat/completions`, null],
  [`https://api.${H}`, null],
  [`https://api.${H}.com/v1`, null],
  [`https://api.openai.${H}`, null],
  [`${H}/v1/chat/completions`, null],
  [H, null],
  [`http://localhost:${H}/v1`, null],
  [`http://${H}:8000/v1`, null],
  [`https://${H}.googleapis.com`, null],
  [`https://${H}.amazonaws.com`, null],
  [`https://${H}.azure.com`, null],
  [`https://api.openai.com${H}.evil.com`, null],
  // Not a vendor
  ['https://api.openai.com.evil.com/v1', null],
  ['https://evilapi.openai.com', null],
  ['https://api.openai.com@evil.com/v1', null],
  ['https://evil.com/api.openai.com', null],
  ['https://evil.com\\@api.openai.com', null],
  ['https://xopenai.azure.com', null],
  ['https://storage.googleapis.com/bucket', null],
  ['https://s3.us-east-1.amazonaws.com', null],
  ['postgres://localhost:11434/db', null],
  ['file:///api.openai.com', null],
  ['mailto:me@api.openai.com', null],
  ['/v1/chat/completions', null],
  ['./api.openai.com', null],
  ['', null],
  ['not a url', null],
  ['https://', null],
  ['https://[::1', null],
  ['http://:11434', null],
];

describe('vendorOfUrl', () => {
  const catalog = loadCatalog();
  for (const [url, vendor] of cases) {
    it(`${url.replaceAll(H, '…') || '(empty)'} is ${vendor ?? 'nobody'}`, () => {
      assert.equal(catalog.vendorOfUrl(url)?.id ?? null, vendor);
    });
  }

  it('finds every vendor at each of its own hosts', () => {
    for (const row of catalog.vendors.values()) {
      for (const host of row.hosts) {
        const url = `https://${host.replace('$', '').replaceAll('*', 'x1')}`;
        assert.equal(catalog.vendorOfUrl(url)?.id, row.id, host);
      }
    }
  });

  it('answers the same when asked again', () => {
    const url = 'https://first.openai.azure.com';
    assert.equal(catalog.vendorOfUrl(url), catalog.vendorOfUrl(url));
  });

  it('survives any text', () => {
    for (const text of ['\0', '%', 'https://%zz', '::::', '@@@', `${H}${H}${H}`, 'a'.repeat(100_000), 'http://[[[', '\uD800']) {
      assert.equal(catalog.vendorOfUrl(text), null);
    }
  });
});
