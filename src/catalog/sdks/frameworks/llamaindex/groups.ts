import type { ClassGroup } from '../classes';
import { sentAlong } from './methods';

const azureDefault = 'https://\uFFFC.openai.azure.com';

/** Each class has a function of the same options beside it, in lower case. */
export const openaiGroup: ClassGroup = {
  vendor: 'openai',
  defaultBaseUrl: 'https://api.openai.com/v1',
  // A client that is handed over is the one that asks; the session's options stand over the model's own.
  baseUrl: ['session.baseURL', 'additionalSessionOptions.baseURL', 'baseURL'],
  model: ['model'],
  features: {
    ...sentAlong,
    builtin_tools: '0.builtInTools',
    dimensions: '0.dimensions',
    handed_client: '0.session',
    previous_response_id: [...[sentAlong.previous_response_id ?? []].flat(), '0.previousResponseId'],
    session_key: '0.additionalSessionOptions.apiKey',
    store: [...[sentAlong.store ?? []].flat(), '0.store'],
    tracked_responses: '0.trackPreviousResponses',
  },
  variants: [{ present: '0.azure', vendor: 'azure-openai', defaultBaseUrl: azureDefault, deployment: true }],
  classes: {
    chat: { OpenAI: 'gpt-4o', openai: 'gpt-4o' },
    responses: { OpenAIResponses: 'gpt-4o', openaiResponses: 'gpt-4o' },
    embeddings: { OpenAIEmbedding: 'text-embedding-ada-002' },
  },
};

export const azureGroup: ClassGroup = {
  vendor: 'azure-openai',
  exclusive: true,
  defaultBaseUrl: azureDefault,
  baseUrl: ['endpoint', 'baseURL'],
  model: ['deployment', 'deploymentName', 'model'],
  deployment: true,
  features: { handed_client: '0.session', dimensions: '0.dimensions', ...sentAlong },
  classes: { chat: { AzureOpenAI: null }, responses: { AzureOpenAIResponses: null }, embeddings: { AzureOpenAIEmbedding: null } },
};

export const anthropicGroup: ClassGroup = {
  vendor: 'anthropic',
  defaultBaseUrl: 'https://api.anthropic.com',
  baseUrl: ['baseURL'],
  classes: { chat: { Anthropic: 'claude-3-opus', anthropic: 'claude-3-opus' } },
};

export const geminiGroup: ClassGroup = {
  vendor: 'google',
  defaultBaseUrl: 'https://generativelanguage.googleapis.com',
  baseUrl: ['requestOptions.baseUrl', 'httpOptions.baseUrl'],
  classes: {
    chat: { Gemini: 'gemini-pro', gemini: 'gemini-pro', GoogleStudio: null },
    embeddings: { GeminiEmbedding: 'embedding-001' },
  },
};

export const mistralGroup: ClassGroup = {
  vendor: 'mistral',
  defaultBaseUrl: 'https://api.mistral.ai',
  classes: {
    chat: { MistralAI: 'mistral-small-latest', mistral: 'mistral-small-latest' },
    embeddings: { MistralAIEmbedding: 'mistral-embed' },
  },
};

/** Classes of vendors whose packages hold nothing but them, and of hosts of open models. */
export const otherGroups: readonly ClassGroup[] = [
  {
    vendor: 'bedrock',
    exclusive: true,
    defaultBaseUrl: 'https://bedrock-runtime.\uFFFC.amazonaws.com',
    classes: { chat: { Bedrock: null } },
  },
  {
    vendor: 'groq',
    defaultBaseUrl: 'https://api.groq.com',
    baseUrl: ['additionalSessionOptions.baseURL'],
    classes: { chat: { Groq: null, groq: null } },
  },
  {
    vendor: 'ollama',
    defaultBaseUrl: 'http://127.0.0.1:11434',
    baseUrl: ['config.host', 'host'],
    classes: { chat: { Ollama: null, ollama: null }, embeddings: { OllamaEmbedding: null } },
  },
  {
    vendor: 'together',
    defaultBaseUrl: 'https://api.together.xyz/v1',
    classes: { chat: { TogetherLLM: null, together: null }, embeddings: { TogetherEmbedding: null } },
  },
  {
    vendor: 'fireworks',
    defaultBaseUrl: 'https://api.fireworks.ai/inference/v1',
    classes: { chat: { FireworksLLM: null, fireworks: null }, embeddings: { FireworksEmbedding: null } },
  },
  { vendor: 'deepseek', defaultBaseUrl: 'https://api.deepseek.com', classes: { chat: { DeepSeekLLM: null, deepseek: null } } },
  { vendor: 'perplexity', defaultBaseUrl: 'https://api.perplexity.ai', classes: { chat: { Perplexity: null, perplexity: null } } },
  { vendor: 'xai', defaultBaseUrl: 'https://api.x.ai/v1', classes: { chat: { XAILLM: null, xai: null } } },
  { vendor: 'cohere', defaultBaseUrl: 'https://api.cohere.com', classes: { rerank: { CohereRerank: 'rerank-english-v2.0' } } },
  {
    vendor: 'deepinfra',
    defaultBaseUrl: 'https://api.deepinfra.com/v1',
    classes: { chat: { DeepInfra: null }, embeddings: { DeepInfraEmbedding: null } },
  },
  {
    vendor: 'huggingface',
    baseUrl: ['endpointUrl'],
    classes: { chat: { HuggingFaceInferenceAPI: null }, embeddings: { HuggingFaceInferenceAPIEmbedding: null } },
  },
  { vendor: 'replicate', defaultBaseUrl: 'https://api.replicate.com/v1', classes: { chat: { ReplicateLLM: null, LlamaDeuce: null } } },
  { vendor: 'portkey', defaultBaseUrl: 'https://api.portkey.ai/v1', baseUrl: ['baseURL'], classes: { chat: { Portkey: null } } },
  { vendor: 'vllm', defaultBaseUrl: 'http://localhost:8000/v1', baseUrl: ['baseURL'], classes: { chat: { VLLM: null } } },
  { vendor: 'voyage', defaultBaseUrl: 'https://api.voyageai.com/v1', classes: { embeddings: { VoyageAIEmbedding: 'voyage-3' } } },
  {
    vendor: 'jina',
    defaultBaseUrl: 'https://api.jina.ai/v1',
    classes: { embeddings: { JinaAIEmbedding: 'jina-embeddings-v3' }, rerank: { JinaAIReranker: 'jina-reranker-v1-base-en' } },
  },
  {
    vendor: 'mixedbread',
    classes: { embeddings: { MixedbreadAIEmbeddings: 'mixedbread-ai/mxbai-embed-large-v1' }, rerank: { MixedbreadAIReranker: null } },
  },
];
