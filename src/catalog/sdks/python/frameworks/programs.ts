import type { Operation, Routing, SdkDescription, Shape } from '../../../../core/match/description';
import { exportsOf } from '../pythonic';
import { litellmModels, litellmRouting } from '../routing';
import { classShapes, type Framework, type ModelClasses } from './classes';

const openai = 'https://api.openai.com/v1';
const azure = 'https://\uFFFC.openai.azure.com';

const models = litellmModels(
  ['chat', 'embeddings'],
  ['batch_size', 'cache', 'cache_in_memory', 'caching', 'callbacks', 'frequency_penalty', 'max_tokens', 'n', 'num_retries'].concat([
    'presence_penalty',
    'seed',
    'stop',
    'temperature',
    'timeout',
    'top_p',
  ]),
);

/** DSPy: programs over one model, which LiteLLM asks. */
const dspy: SdkDescription = {
  id: 'dspy',
  language: 'python',
  distributions: ['dspy', 'dspy-ai'],
  packages: ['dspy', 'dspy.clients', 'dspy.clients.lm', 'dspy.clients.embedding', 'dspy.dsp.modules.lm', 'dspy.dsp.modules'],
  exports: { LM: 'LmClass', Embedder: 'EmbedderClass', ...exportsOf(['OpenAI', 'AzureOpenAI'], 'FormerClass') },
  shapes: {
    LmClass: {
      construct: {
        site: { kind: 'model-binding', surface: 'chat' },
        settings: { model: ['model=', '0'], baseUrl: ['api_base=', 'base_url='], key: 'api_key=' },
        returns: 'Lm',
      },
    },
    Lm: {
      call: { site: { kind: 'call', surface: 'chat' } },
      members: { forward: { site: { kind: 'call', surface: 'chat' } }, copy: { returns: '@self' } },
    },
    EmbedderClass: {
      construct: {
        site: { kind: 'model-binding', surface: 'embeddings' },
        settings: { model: ['model=', '0'], baseUrl: 'api_base=', key: 'api_key=' },
        returns: 'Embeds',
      },
    },
    Embeds: { call: { site: { kind: 'call', surface: 'embeddings' } } },
    FormerClass: {
      construct: {
        site: { kind: 'model-binding', surface: 'chat' },
        settings: { model: ['model=', '0'], baseUrl: 'api_base=', key: 'api_key=' },
        defaultVendor: 'openai',
        defaultBaseUrl: openai,
        returns: 'Lm',
        unmoved: 'it is written for releases before 2.5, which had a class for every vendor',
      },
    },
  },
  vendor: null,
  routing: litellmRouting,
  rewrite: models,
  versions: '2.6.0, 3.4.1',
  source: 'https://github.com/stanfordnlp/dspy',
};

const components: Framework = {
  sends: { chat: ['run', 'run_async'], completions: ['run'], embeddings: ['run', 'run_async'], images: ['run'] },
  additions: [],
  model: ['model='],
};
const haystackClasses: readonly ModelClasses[] = [
  {
    vendor: 'openai',
    defaultBaseUrl: openai,
    baseUrl: ['api_base_url='],
    classes: {
      chat: { OpenAIChatGenerator: 'gpt-5-mini', OpenAIResponsesChatGenerator: 'gpt-5-mini' },
      completions: { OpenAIGenerator: 'gpt-4o-mini' },
      images: { DALLEImageGenerator: 'dall-e-3', OpenAIImageGenerator: 'gpt-image-2' },
      embeddings: { OpenAITextEmbedder: 'text-embedding-ada-002', OpenAIDocumentEmbedder: 'text-embedding-ada-002' },
    },
  },
  {
    vendor: 'azure-openai',
    defaultBaseUrl: azure,
    baseUrl: ['azure_endpoint='],
    model: ['azure_deployment='],
    deployment: true,
    classes: {
      chat: { AzureOpenAIChatGenerator: null, AzureOpenAIResponsesChatGenerator: null },
      completions: { AzureOpenAIGenerator: null },
      embeddings: { AzureOpenAITextEmbedder: null, AzureOpenAIDocumentEmbedder: null },
    },
  },
  {
    vendor: 'huggingface',
    defaultBaseUrl: 'https://router.huggingface.co',
    baseUrl: ['api_params=.url'],
    model: ['api_params=.model'],
    classes: { chat: { HuggingFaceAPIChatGenerator: null }, completions: { HuggingFaceAPIGenerator: null } },
  },
  {
    vendor: 'anthropic',
    defaultBaseUrl: 'https://api.anthropic.com',
    classes: { chat: { AnthropicChatGenerator: 'claude-sonnet-4-5' }, completions: { AnthropicGenerator: null } },
  },
  {
    vendor: 'cohere',
    defaultBaseUrl: 'https://api.cohere.com',
    baseUrl: ['api_base_url='],
    classes: { chat: { CohereChatGenerator: 'command-a-03-2025' }, completions: { CohereGenerator: null } },
  },
  {
    vendor: 'mistral',
    defaultBaseUrl: 'https://api.mistral.ai/v1',
    baseUrl: ['api_base_url='],
    classes: { chat: { MistralChatGenerator: 'mistral-small-latest' } },
  },
  {
    vendor: 'ollama',
    defaultBaseUrl: 'http://localhost:11434',
    baseUrl: ['url='],
    classes: { chat: { OllamaChatGenerator: 'qwen3:0.6b' }, completions: { OllamaGenerator: null } },
  },
  { vendor: 'bedrock', classes: { chat: { AmazonBedrockChatGenerator: null }, completions: { AmazonBedrockGenerator: null } } },
  {
    vendor: 'google',
    classes: { chat: { GoogleGenAIChatGenerator: null, GoogleAIGeminiChatGenerator: null, VertexAIGeminiChatGenerator: null } },
  },
];
const haystack: SdkDescription = {
  id: 'haystack-ai',
  language: 'python',
  distributions: ['haystack-ai'],
  packages: ['haystack.components.*', 'haystack_integrations.components.*'],
  ...classShapes(components, haystackClasses),
  vendor: null,
  keyVariables: ['OPENAI_API_KEY', 'AZURE_OPENAI_API_KEY'],
  versions: '2.9.0, 3.4.1, and the integrations of 2026-11',
  source: 'https://github.com/deepset-ai/haystack',
};

const guided: Framework = { sends: {}, additions: ['copy', 'set', 'append'], model: ['model=', '0'] };
const guidanceModels = classShapes(guided, [
  {
    vendor: 'openai',
    defaultBaseUrl: openai,
    baseUrl: ['base_url='],
    classes: { chat: { OpenAI: null, OpenAIChat: null, OpenAIInstruct: null } },
  },
  {
    vendor: 'azure-openai',
    defaultBaseUrl: azure,
    baseUrl: ['azure_endpoint='],
    deployment: true,
    classes: { chat: { AzureOpenAI: null, AzureOpenAIChat: null, create_azure_openai_model: null } },
  },
  { vendor: 'anthropic', defaultBaseUrl: 'https://api.anthropic.com', classes: { chat: { Anthropic: null } } },
  {
    vendor: 'google',
    defaultBaseUrl: 'https://generativelanguage.googleapis.com',
    classes: { chat: { GoogleAI: null, GoogleAIChat: null } },
  },
  {
    vendor: 'google',
    defaultBaseUrl: 'https://\uFFFC-aiplatform.googleapis.com',
    classes: { chat: { VertexAI: null, VertexAIChat: null } },
  },
  { vendor: 'together', defaultBaseUrl: 'https://api.together.xyz', classes: { chat: { TogetherAI: null, TogetherAIChat: null } } },
  { vendor: 'cohere', classes: { chat: { Cohere: null } } },
  { vendor: null, classes: { chat: { LiteLLM: null, LiteLLMChat: null } } },
]);
/** Guidance: text and requests in one; a model is asked by adding to it, which is no call. */
const guidance: SdkDescription = {
  id: 'guidance',
  language: 'python',
  packages: ['guidance', 'guidance.models'],
  exports: { ...guidanceModels.exports, models: 'Models' },
  shapes: { ...guidanceModels.shapes, Models: { properties: guidanceModels.exports } },
  vendor: null,
  routing: litellmRouting,
  keyVariables: ['OPENAI_API_KEY'],
  versions: '0.1.16, 0.3.1',
  source: 'https://github.com/guidance-ai/guidance',
};

/** Outlines wraps clients of other SDKs; the model that it gives is called. */
const wraps = ['openai', 'anthropic', 'gemini', 'mistral', 'ollama', 'lmstudio', 'vllm', 'sglang', 'tgi', 'dottxt'];
const wrap: Operation = {
  site: { kind: 'model-binding', surface: 'chat' },
  from: ['client=', '0'],
  settings: { model: ['model_name=', '1'] },
  returns: 'Model',
};
const formerModel: Operation = {
  site: { kind: 'model-binding', surface: 'chat' },
  from: ['client=', '0'],
  settings: { model: 'model_name=' },
  defaultVendor: 'openai',
  returns: 'Model',
};
const outlines: SdkDescription = {
  id: 'outlines',
  language: 'python',
  packages: ['outlines', 'outlines.models', 'outlines.models.*'],
  exports: {
    ...exportsOf(
      wraps.map((name) => `from_${name}`),
      'Wrap',
    ),
    models: 'Models',
    openai: 'Former',
    azure_openai: 'FormerAzure',
    Generator: 'GeneratorClass',
  },
  shapes: {
    Wrap: { call: wrap },
    Models: { members: { openai: formerModel, azure_openai: { ...formerModel, defaultVendor: 'azure-openai' } }, properties: {} },
    Former: { call: formerModel },
    FormerAzure: { call: { ...formerModel, defaultVendor: 'azure-openai' } },
    Model: { call: { site: { kind: 'call', surface: 'chat' } }, members: { stream: { site: { kind: 'call', surface: 'chat' } } } },
    GeneratorClass: { construct: { from: ['model=', '0'], returns: 'Model' } },
  },
  vendor: null,
  versions: '0.1.13, 1.3.3',
  source: 'https://github.com/dottxt-ai/outlines',
};

/** Marvin asks OpenAI unless it is told another model. */
const marvelled = ['classify', 'extract', 'cast', 'generate', 'summarize', 'say', 'plan', 'run'];
const marvel: Operation = { site: { kind: 'call', surface: 'chat' }, settings: { model: 'model=' } };
const marvin: SdkDescription = {
  id: 'marvin',
  language: 'python',
  packages: ['marvin', 'marvin.fns', 'marvin.fns.*'],
  exports: {
    ...exportsOf(
      marvelled.flatMap((name) => [name, `${name}_async`]),
      'Function',
    ),
    Agent: 'AgentClass',
  },
  shapes: {
    Function: { call: marvel },
    AgentClass: {
      construct: {
        site: { kind: 'model-binding', surface: 'chat' },
        from: 'model=',
        onlyNamed: true,
        defaultModel: 'openai:gpt-4o',
        returns: 'Agent',
      },
    },
    Agent: { members: { run: marvel, run_async: marvel, say: marvel } },
  },
  vendor: 'openai',
  defaultBaseUrl: openai,
  keyVariables: ['OPENAI_API_KEY'],
  defaultModel: 'openai:gpt-4o',
  routing: {
    separator: ':',
    vendors: {
      openai: 'openai',
      anthropic: 'anthropic',
      google: 'google',
      'google-gla': 'google',
      groq: 'groq',
      mistral: 'mistral',
      bedrock: 'bedrock',
    },
  },
  versions: '3.2.7',
  source: 'https://github.com/PrefectHQ/marvin',
};

const mirascopeRouting: Routing = {
  separator: '/',
  vendors: {
    openai: 'openai',
    anthropic: 'anthropic',
    google: 'google',
    openrouter: 'openrouter',
    together: 'together',
    ollama: 'ollama',
    xai: 'xai',
    minimax: 'minimax',
    azure: 'azure-openai',
  },
};
/** Up to 1.x a module for every vendor, each with a decorator `call`. */
const mirascopeVendors: Readonly<Record<string, string>> = {
  openai: 'openai',
  anthropic: 'anthropic',
  gemini: 'google',
  google: 'google',
  groq: 'groq',
  mistral: 'mistral',
  cohere: 'cohere',
  bedrock: 'bedrock',
  azure: 'azure-ai',
  vertex: 'google',
};
const asked: Operation = { site: { kind: 'call', surface: 'chat' }, settings: { model: ['model=', '0'] } };
const mirascope: SdkDescription = {
  id: 'mirascope',
  language: 'python',
  packages: ['mirascope', 'mirascope.llm', 'mirascope.core'],
  exports: {
    llm: 'Module',
    call: 'Call',
    model: 'ModelClass',
    Model: 'ModelClass',
    ...Object.fromEntries(Object.keys(mirascopeVendors).map((name) => [name, `module ${name}`])),
    litellm: 'Module',
  },
  shapes: {
    Module: {
      members: { call: { ...asked, settings: { model: ['model=', '0'], provider: 'provider=' } } },
      properties: { Model: 'ModelClass', model: 'ModelClass' },
    },
    Call: { call: { ...asked, settings: { model: ['model=', '0'], provider: 'provider=' } } },
    ModelClass: {
      construct: { site: { kind: 'model-binding', surface: 'chat' }, settings: { model: ['model_id=', '0'] }, returns: 'Model' },
    },
    Model: {
      members: Object.fromEntries(
        ['call', 'call_async', 'stream', 'stream_async'].map((name): [string, Operation] => [
          name,
          { site: { kind: 'call', surface: 'chat' } },
        ]),
      ),
    },
    ...Object.fromEntries(
      Object.entries(mirascopeVendors).map(([name, vendor]): [string, Shape] => [
        `module ${name}`,
        { members: { call: { ...asked, from: 'client=', defaultVendor: vendor } } },
      ]),
    ),
  },
  vendor: null,
  routing: mirascopeRouting,
  versions: '1.18.0, 2.8.2',
  source: 'https://github.com/Mirascope/mirascope',
};

/** Frameworks for programs and typed answers. */
export const pythonPrograms: readonly SdkDescription[] = [dspy, haystack, guidance, outlines, marvin, mirascope];
