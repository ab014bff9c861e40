import type { SdkDescription, Shape } from '../../../../../core/match/description';
import { exportsOf } from '../../pythonic';
import { classShapes, type Framework, type ModelClasses } from '../classes';
import { azureHost, bedrockHost, openaiHost, runs } from './shared';

const framework: Framework = {
  sends: {
    chat: ['invoke', 'ainvoke', 'invoke_stream', 'ainvoke_stream', 'response', 'aresponse', 'response_stream', 'aresponse_stream'],
    embeddings: ['get_embedding', 'get_embedding_and_usage', 'async_get_embedding', 'async_get_embedding_and_usage'],
  },
  additions: [],
  model: ['id=', 'model=', '0'],
};
const vertexHost = 'https://\uFFFC-aiplatform.googleapis.com';

const groups: readonly ModelClasses[] = [
  {
    vendor: 'openai',
    defaultBaseUrl: openaiHost,
    baseUrl: ['base_url='],
    classes: {
      chat: { OpenAIChat: 'gpt-4o', OpenAIResponses: 'gpt-4o', OpenAILike: null },
      embeddings: { OpenAIEmbedder: 'text-embedding-3-small' },
    },
  },
  {
    vendor: 'azure-openai',
    defaultBaseUrl: azureHost,
    baseUrl: ['azure_endpoint='],
    deployment: true,
    classes: { chat: { AzureOpenAI: null, AzureOpenAIChat: null }, embeddings: { AzureOpenAIEmbedder: null } },
  },
  { vendor: 'azure-ai', baseUrl: ['azure_endpoint='], classes: { chat: { AzureAIFoundry: null } } },
  { vendor: 'anthropic', defaultBaseUrl: 'https://api.anthropic.com', classes: { chat: { Claude: 'claude-3-5-sonnet-20241022' } } },
  { vendor: 'bedrock', defaultBaseUrl: bedrockHost, classes: { chat: { AwsBedrock: null }, embeddings: { AwsBedrockEmbedder: null } } },
  {
    vendor: 'google',
    defaultBaseUrl: 'https://generativelanguage.googleapis.com',
    classes: { chat: { Gemini: 'gemini-2.0-flash-001', GeminiOpenAI: 'gemini-2.0-flash-001' }, embeddings: { GeminiEmbedder: null } },
  },
  { vendor: 'groq', defaultBaseUrl: 'https://api.groq.com', baseUrl: ['base_url='], classes: { chat: { Groq: null } } },
  {
    vendor: 'mistral',
    defaultBaseUrl: 'https://api.mistral.ai',
    baseUrl: ['endpoint='],
    classes: { chat: { MistralChat: 'mistral-large-latest', Mistral: null }, embeddings: { MistralEmbedder: 'mistral-embed' } },
  },
  {
    vendor: 'cohere',
    defaultBaseUrl: 'https://api.cohere.com',
    classes: { chat: { Cohere: null, CohereChat: null }, embeddings: { CohereEmbedder: 'embed-english-v3.0' } },
  },
  {
    vendor: 'ollama',
    defaultBaseUrl: 'http://localhost:11434',
    baseUrl: ['host='],
    classes: {
      chat: { Ollama: 'llama3.1', OllamaTools: 'llama3.1', OllamaHermes: 'hermes3', Hermes: 'hermes3' },
      embeddings: { OllamaEmbedder: 'openhermes' },
    },
  },
  { vendor: 'voyage', defaultBaseUrl: 'https://api.voyageai.com', classes: { embeddings: { VoyageAIEmbedder: 'voyage-2' } } },
  { vendor: 'jina', defaultBaseUrl: 'https://api.jina.ai', classes: { embeddings: { JinaEmbedder: 'jina-embeddings-v3' } } },
  {
    vendor: 'huggingface',
    defaultBaseUrl: 'https://router.huggingface.co',
    baseUrl: ['base_url='],
    classes: { chat: { HuggingFace: null, HuggingFaceChat: null }, embeddings: { HuggingfaceCustomEmbedder: null } },
  },
  { vendor: 'watsonx', classes: { chat: { WatsonX: null } } },
  ...openaiShaped([
    ['deepseek', 'https://api.deepseek.com', ['DeepSeek', 'DeepSeekChat']],
    ['together', 'https://api.together.xyz/v1', ['Together']],
    ['fireworks', 'https://api.fireworks.ai/inference/v1', ['Fireworks']],
    ['openrouter', 'https://openrouter.ai/api/v1', ['OpenRouter']],
    ['perplexity', 'https://api.perplexity.ai', ['Perplexity']],
    ['xai', 'https://api.x.ai/v1', ['xAI']],
    ['nvidia', 'https://integrate.api.nvidia.com/v1', ['Nvidia']],
    ['sambanova', 'https://api.sambanova.ai/v1', ['Sambanova']],
    ['cerebras', 'https://api.cerebras.ai/v1', ['Cerebras', 'CerebrasOpenAI']],
    ['deepinfra', 'https://api.deepinfra.com/v1/openai', ['DeepInfra']],
    ['meta', 'https://api.llama.com/v1', ['Llama', 'LlamaOpenAI']],
    ['alibaba', 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1', ['DashScope']],
    ['nebius', 'https://api.studio.nebius.com/v1', ['Nebius']],
    ['aimlapi', 'https://api.aimlapi.com/v1', ['AIMLAPI', 'AIMLApi']],
    ['v0', 'https://api.v0.dev/v1', ['V0']],
    ['requesty', 'https://router.requesty.ai/v1', ['Requesty']],
    ['siliconflow', 'https://api.siliconflow.com/v1', ['Siliconflow']],
    ['lmstudio', 'http://127.0.0.1:1234/v1', ['LMStudio']],
    ['vllm', 'http://localhost:8000/v1', ['VLLM']],
    ['llama.cpp', 'http://127.0.0.1:8080/v1', ['LlamaCpp']],
  ]),
  { vendor: 'together', defaultBaseUrl: 'https://api.together.xyz/v1', classes: { embeddings: { TogetherEmbedder: null } } },
  { vendor: 'fireworks', defaultBaseUrl: 'https://api.fireworks.ai/inference/v1', classes: { embeddings: { FireworksEmbedder: null } } },
];

/** Vendors whose servers speak OpenAI's protocol: Agno gives each a class that knows its address. */
function openaiShaped(
  rows: readonly (readonly [vendor: string, defaultBaseUrl: string, names: readonly string[]])[],
): readonly ModelClasses[] {
  return rows.map(([vendor, defaultBaseUrl, names]) => ({
    vendor,
    defaultBaseUrl,
    baseUrl: ['base_url='],
    classes: { chat: Object.fromEntries(names.map((name) => [name, null])) },
  }));
}

const models = classShapes(framework, groups);
/** An agent without a model asks OpenAI; since 2.0 one can be named by text. */
const agents: Readonly<Record<string, Shape>> = {
  AgentClass: {
    construct: {
      site: { kind: 'model-binding', surface: 'chat' },
      from: ['model=', 'llm='],
      onlyNamed: true,
      defaultModel: 'gpt-4o',
      returns: 'Agent',
    },
  },
  Agent: runs(['run', 'arun', 'print_response', 'aprint_response', 'cli_app', 'acli_app']),
};

/** Agno, once Phidata: agents over a class for every vendor. */
const agno: SdkDescription = {
  id: 'agno',
  language: 'python',
  packages: ['agno.models.*', 'agno.agent', 'agno.agent.agent', 'agno.embedder.*', 'agno.knowledge.embedder.*'].concat([
    'phi.model.*',
    'phi.llm.*',
    'phi.agent',
    'phi.agent.agent',
    'phi.assistant',
    'phi.embedder.*',
  ]),
  distributions: ['agno', 'phidata'],
  exports: { ...models.exports, ...exportsOf(['Agent', 'Assistant'], 'AgentClass') },
  shapes: { ...models.shapes, ...agents },
  vendor: 'openai',
  defaultBaseUrl: openaiHost,
  keyVariables: ['OPENAI_API_KEY'],
  routing: {
    separator: ':',
    vendors: {
      openai: 'openai',
      'openai-responses': 'openai',
      anthropic: 'anthropic',
      google: 'google',
      groq: 'groq',
      mistral: 'mistral',
      cohere: 'cohere',
      deepseek: 'deepseek',
      ollama: 'ollama',
      openrouter: 'openrouter',
      together: 'together',
      fireworks: 'fireworks',
      perplexity: 'perplexity',
      xai: 'xai',
      'aws-bedrock': 'bedrock',
      'azure-openai': 'azure-openai',
      'azure-ai-foundry': 'azure-ai',
    },
  },
  versions: 'phidata 2.7.10, agno 2.3.0',
  source: 'https://github.com/agno-agi/agno',
};

/** Claude through a cloud: classes that have the name of Anthropic's own. */
const agnoCloud = (id: string, packages: readonly string[], vendor: string, defaultBaseUrl: string): SdkDescription => {
  const shapes = classShapes(framework, [{ vendor, defaultBaseUrl, classes: { chat: { Claude: null, AwsBedrock: null, Gemini: null } } }]);
  return {
    id,
    language: 'python',
    packages,
    distributions: [],
    ...shapes,
    vendor,
    defaultBaseUrl,
    versions: 'phidata 2.7.10, agno 2.3.0',
    source: 'https://github.com/agno-agi/agno',
  };
};

export const agnoSdks: readonly SdkDescription[] = [
  agno,
  agnoCloud('agno[aws]', ['agno.models.aws', 'agno.models.aws.*', 'phi.model.aws', 'phi.model.aws.*'], 'bedrock', bedrockHost),
  agnoCloud(
    'agno[vertexai]',
    ['agno.models.vertexai', 'agno.models.vertexai.*', 'phi.model.vertexai', 'phi.model.vertexai.*'],
    'google',
    vertexHost,
  ),
];
