import type { SdkDescription } from '../../../core/match/description';
import { classShapes, modelShape, shapeName, type Asked, type ClassGroup, type Methods } from './classes';

const llm = ['chat', 'complete', 'exec', 'streamExec'];

const methods: Methods = {
  sends: {
    chat: llm,
    responses: llm,
    embeddings: ['getTextEmbedding', 'getTextEmbeddings', 'getQueryEmbedding', 'getTextEmbeddingsBatch', 'getImageEmbedding'],
    rerank: ['postprocessNodes'],
  },
  additions: [],
};

const azureDefault = 'https://\uFFFC.openai.azure.com';

/** Each class has a function of the same options beside it, in lower case. */
const groups: readonly ClassGroup[] = [
  {
    vendor: 'openai',
    defaultBaseUrl: 'https://api.openai.com/v1',
    baseUrl: ['baseURL', 'additionalSessionOptions.baseURL', 'session.baseURL'],
    model: ['model'],
    variants: [{ present: '0.azure', vendor: 'azure-openai', defaultBaseUrl: azureDefault, deployment: true }],
    classes: {
      chat: { OpenAI: 'gpt-4o', openai: 'gpt-4o' },
      responses: { OpenAIResponses: 'gpt-4o', openaiResponses: 'gpt-4o' },
      embeddings: { OpenAIEmbedding: 'text-embedding-ada-002' },
    },
  },
  {
    vendor: 'azure-openai',
    exclusive: true,
    defaultBaseUrl: azureDefault,
    baseUrl: ['endpoint', 'baseURL'],
    model: ['deployment', 'deploymentName', 'model'],
    deployment: true,
    classes: { chat: { AzureOpenAI: null }, responses: { AzureOpenAIResponses: null }, embeddings: { AzureOpenAIEmbedding: null } },
  },
  {
    vendor: 'anthropic',
    defaultBaseUrl: 'https://api.anthropic.com',
    baseUrl: ['baseURL'],
    classes: { chat: { Anthropic: 'claude-3-opus', anthropic: 'claude-3-opus' } },
  },
  {
    vendor: 'google',
    defaultBaseUrl: 'https://generativelanguage.googleapis.com',
    baseUrl: ['requestOptions.baseUrl', 'httpOptions.baseUrl'],
    classes: {
      chat: { Gemini: 'gemini-pro', gemini: 'gemini-pro', GoogleStudio: null },
      embeddings: { GeminiEmbedding: 'embedding-001' },
    },
  },
  {
    vendor: 'mistral',
    defaultBaseUrl: 'https://api.mistral.ai',
    classes: {
      chat: { MistralAI: 'mistral-small-latest', mistral: 'mistral-small-latest' },
      embeddings: { MistralAIEmbedding: 'mistral-embed' },
    },
  },
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

const { exports, shapes } = classShapes(methods, groups);
const typed = (asked: Asked): SdkDescription['shapes'][string] => ({ construct: { returns: shapeName(asked) } });

/** LlamaIndex: every model class, from its own package or from the one that had them all. */
export const llamaindex: SdkDescription = {
  id: 'llamaindex',
  language: 'javascript',
  packages: ['llamaindex', 'llamaindex/*', '@llamaindex/*'],
  exports: { ...exports, BaseLLM: 'LlmType', ToolCallLLM: 'LlmType', LLM: 'LlmType', BaseEmbedding: 'EmbeddingType' },
  shapes: {
    ...shapes,
    [shapeName('chat')]: modelShape(methods, 'chat'),
    LlmType: typed('chat'),
    EmbeddingType: typed('embeddings'),
  },
  vendor: null,
  callTexts: ['llm.chat(', 'llm.complete(', '.getTextEmbedding(', '.getQueryEmbedding('],
  unmoved: "a LlamaIndex model is exchanged together with its class, its options and its package's import",
  versions:
    'llamaindex 0.12.1, openai 0.4.22, anthropic 0.3.26, google 0.4.0, mistral 0.1.22, groq 0.0.50, ollama 0.1.23, azure 0.1.33, aws 0.0.121',
  source: 'https://github.com/run-llama/LlamaIndexTS',
};
