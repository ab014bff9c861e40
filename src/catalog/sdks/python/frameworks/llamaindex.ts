import type { SdkDescription } from '../../../../core/match/description';
import { litellmRouting } from '../routing';
import { classShapes, type Framework, type ModelClasses } from './classes';

const llamaindex: Framework = {
  sends: {
    chat: ['complete', 'acomplete', 'chat', 'achat', 'stream_complete', 'astream_complete', 'stream_chat', 'astream_chat']
      .concat(['chat_with_tools', 'achat_with_tools', 'predict_and_call', 'apredict_and_call'])
      .concat(['predict', 'apredict', 'structured_predict', 'astructured_predict']),
    embeddings: ['get_text_embedding', 'aget_text_embedding', 'get_query_embedding', 'aget_query_embedding', 'get_text_embedding_batch'],
  },
  additions: ['as_structured_llm'],
  model: ['model=', 'model_name='],
};

/** A module of LlamaIndex for one vendor. */
interface Integration {
  /** The last part of the module's name. */
  readonly name: string;
  readonly row: Omit<ModelClasses, 'classes'>;
  readonly classes: Readonly<Record<string, string | null>>;
  readonly versions: string;
}

const openai = { vendor: 'openai', defaultBaseUrl: 'https://api.openai.com/v1', baseUrl: ['api_base='] };
const azure = { vendor: 'azure-openai', defaultBaseUrl: 'https://\uFFFC.openai.azure.com', baseUrl: ['azure_endpoint='], deployment: true };
const gemini = { vendor: 'google', defaultBaseUrl: 'https://generativelanguage.googleapis.com' };
const mistral = { vendor: 'mistral', defaultBaseUrl: 'https://api.mistral.ai', baseUrl: ['endpoint='] };
const ollama = { vendor: 'ollama', defaultBaseUrl: 'http://localhost:11434', baseUrl: ['base_url='] };
const cohere = { vendor: 'cohere', defaultBaseUrl: 'https://api.cohere.com', baseUrl: ['base_url='] };
const together = { vendor: 'together', defaultBaseUrl: 'https://api.together.xyz/v1', baseUrl: ['api_base='] };
const fireworks = { vendor: 'fireworks', defaultBaseUrl: 'https://api.fireworks.ai/inference/v1', baseUrl: ['api_base='] };
const bedrock = { vendor: 'bedrock', defaultBaseUrl: 'https://bedrock-runtime.\uFFFC.amazonaws.com', baseUrl: ['endpoint_url='] };
const huggingface = { vendor: 'huggingface', defaultBaseUrl: 'https://router.huggingface.co' };

const llms: readonly Integration[] = [
  { name: 'openai', row: openai, classes: { OpenAI: 'gpt-3.5-turbo', OpenAIResponses: null }, versions: '0.8.3' },
  {
    name: 'azure_openai',
    row: { ...azure, model: ['engine=', 'deployment_name=', 'model='] },
    classes: { AzureOpenAI: null, AzureOpenAIResponses: null },
    versions: '0.6.1',
  },
  {
    name: 'anthropic',
    row: { vendor: 'anthropic', defaultBaseUrl: 'https://api.anthropic.com', baseUrl: ['base_url='] },
    classes: { Anthropic: 'claude-2.1' },
    versions: '0.12.3',
  },
  { name: 'gemini', row: { ...gemini, baseUrl: ['api_base='] }, classes: { Gemini: 'gemini-pro' }, versions: '0.6.2' },
  { name: 'google_genai', row: gemini, classes: { GoogleGenAI: 'gemini-3.7-flash' }, versions: '0.11.3' },
  {
    name: 'vertex',
    row: { vendor: 'google', defaultBaseUrl: 'https://\uFFFC-aiplatform.googleapis.com' },
    classes: { Vertex: 'text-bison' },
    versions: '0.8.0',
  },
  { name: 'mistralai', row: mistral, classes: { MistralAI: 'mistral-large-latest' }, versions: '0.11.0' },
  { name: 'cohere', row: cohere, classes: { Cohere: 'command-r' }, versions: '0.9.0' },
  {
    name: 'groq',
    row: { vendor: 'groq', defaultBaseUrl: 'https://api.groq.com/openai/v1', baseUrl: ['api_base='] },
    classes: { Groq: null },
    versions: '0.6.1',
  },
  { name: 'ollama', row: ollama, classes: { Ollama: null }, versions: '0.11.0' },
  // For servers other than OpenAI's: which one, only its address says.
  {
    name: 'openai_like',
    row: { vendor: null, baseUrl: ['api_base='] },
    classes: { OpenAILike: null, OpenAILikeResponses: null },
    versions: '0.8.1',
  },
  { name: 'together', row: together, classes: { TogetherLLM: null }, versions: '0.6.1' },
  { name: 'fireworks', row: fireworks, classes: { Fireworks: 'accounts/fireworks/models/llama-v3p1-8b-instruct' }, versions: '0.6.0' },
  {
    name: 'deepseek',
    row: { vendor: 'deepseek', defaultBaseUrl: 'https://api.deepseek.com', baseUrl: ['api_base='] },
    classes: { DeepSeek: null },
    versions: '0.4.1',
  },
  {
    name: 'openrouter',
    row: { vendor: 'openrouter', defaultBaseUrl: 'https://openrouter.ai/api/v1', baseUrl: ['api_base='] },
    classes: { OpenRouter: 'gryphe/mythomax-l2-13b' },
    versions: '0.6.0',
  },
  {
    name: 'perplexity',
    row: { vendor: 'perplexity', defaultBaseUrl: 'https://api.perplexity.ai', baseUrl: ['api_base='] },
    classes: { Perplexity: 'sonar-pro' },
    versions: '0.6.1',
  },
  {
    name: 'cerebras',
    row: { vendor: 'cerebras', defaultBaseUrl: 'https://api.cerebras.ai/v1', baseUrl: ['api_base='] },
    classes: { Cerebras: null },
    versions: '0.5.0',
  },
  { name: 'bedrock_converse', row: bedrock, classes: { BedrockConverse: null }, versions: '0.15.5' },
  { name: 'bedrock', row: bedrock, classes: { Bedrock: null }, versions: '0.15.5 (bedrock_converse)' },
  {
    name: 'replicate',
    row: { vendor: 'replicate', defaultBaseUrl: 'https://api.replicate.com/v1' },
    classes: { Replicate: null },
    versions: '0.7.0',
  },
  {
    name: 'huggingface_api',
    row: huggingface,
    classes: { HuggingFaceInferenceAPI: null },
    versions: '0.8.0',
  },
  {
    name: 'lmstudio',
    row: { vendor: 'lmstudio', defaultBaseUrl: 'http://localhost:1234/v1', baseUrl: ['base_url='] },
    classes: { LMStudio: null },
    versions: '0.6.0',
  },
];

const embeddings: readonly Integration[] = [
  { name: 'openai', row: openai, classes: { OpenAIEmbedding: 'text-embedding-ada-002' }, versions: '0.7.0' },
  {
    name: 'azure_openai',
    row: { ...azure, model: ['deployment_name=', 'model='] },
    classes: { AzureOpenAIEmbedding: null },
    versions: '0.6.1',
  },
  { name: 'gemini', row: { ...gemini, baseUrl: ['api_base='] }, classes: { GeminiEmbedding: 'models/embedding-001' }, versions: '0.4.2' },
  { name: 'google_genai', row: gemini, classes: { GoogleGenAIEmbedding: 'gemini-embedding-2-preview' }, versions: '0.6.0' },
  { name: 'mistralai', row: { ...mistral, baseUrl: [] }, classes: { MistralAIEmbedding: 'mistral-embed' }, versions: '0.6.0' },
  { name: 'cohere', row: cohere, classes: { CohereEmbedding: 'embed-english-v3.0' }, versions: '0.9.0' },
  { name: 'ollama', row: ollama, classes: { OllamaEmbedding: null }, versions: '0.10.0' },
  {
    name: 'voyageai',
    row: { vendor: 'voyage', defaultBaseUrl: 'https://api.voyageai.com/v1' },
    classes: { VoyageEmbedding: null },
    versions: '0.7.0',
  },
];

function described(kind: 'llms' | 'embeddings', { name, row, classes, versions }: Integration): SdkDescription {
  const former =
    kind === 'llms' ? ['llama_index.llms', 'llama_index.core.llms'] : ['llama_index.embeddings', 'llama_index.core.embeddings'];
  const id = `llama-index-${kind}-${name.replace(/_/g, '-')}`;
  return {
    id,
    language: 'python',
    // The package of the whole brings this one, and asks it when no model is named.
    ...(id === 'llama-index-llms-openai' ? { distributions: [id, 'llama-index'] } : {}),
    packages: [`llama_index.${kind}.${name}`, `llama_index.${kind}.${name}.base`, ...former, 'llama_index'],
    ...classShapes(llamaindex, [{ ...row, classes: { [kind === 'llms' ? 'chat' : 'embeddings']: classes } }]),
    vendor: row.vendor,
    ...(row.defaultBaseUrl === undefined ? {} : { defaultBaseUrl: row.defaultBaseUrl }),
    versions,
    source: `https://github.com/run-llama/llama_index/tree/main/llama-index-integrations/${kind}`,
  };
}

/** LlamaIndex: a package for each vendor; up to 0.9 all stood in one. */
export const pythonLlamaindex: readonly SdkDescription[] = [
  ...llms.map((each) => described('llms', each)),
  ...embeddings.map((each) => described('embeddings', each)),
  {
    id: 'llama-index-llms-litellm',
    language: 'python',
    packages: ['llama_index.llms.litellm', 'llama_index.llms.litellm.base'],
    ...classShapes(llamaindex, [{ vendor: null, baseUrl: ['api_base='], classes: { chat: { LiteLLM: 'gpt-3.5-turbo' } } }]),
    routing: litellmRouting,
    vendor: null,
    versions: '0.8.0',
    source: 'https://github.com/run-llama/llama_index/tree/main/llama-index-integrations/llms',
  },
];
