import type { Operation, Routing, SdkDescription, Shape } from '../../../../../core/match/description';
import type { RewriteRecipe } from '../../../../../core/match/rewriteRecipe';
import { exportsOf } from '../../pythonic';
import { azureHost, bedrockHost, openaiHost, runs } from './shared';

const pydanticRouting: Routing = {
  separator: ':',
  through: ['gateway/'],
  vendors: {
    openai: 'openai',
    'openai-chat': 'openai',
    'openai-responses': 'openai',
    azure: 'azure-openai',
    'azure-responses': 'azure-openai',
    anthropic: 'anthropic',
    google: 'google',
    'google-gla': 'google',
    'google-vertex': 'google',
    'google-cloud': 'google',
    bedrock: 'bedrock',
    'bedrock-mantle': 'bedrock',
    groq: 'groq',
    mistral: 'mistral',
    cohere: 'cohere',
    cerebras: 'cerebras',
    deepseek: 'deepseek',
    openrouter: 'openrouter',
    vercel: 'vercel-gateway',
    xai: 'xai',
    grok: 'xai',
    moonshotai: 'moonshot',
    fireworks: 'fireworks',
    together: 'together',
    huggingface: 'huggingface',
    ollama: 'ollama',
    github: 'github-models',
    'github-copilot': 'copilot',
    litellm: 'litellm',
    vllm: 'vllm',
    nebius: 'nebius',
    ovhcloud: 'ovhcloud',
    alibaba: 'alibaba',
    sambanova: 'sambanova',
    snowflake: 'snowflake',
    voyageai: 'voyage',
    zai: 'zhipu',
    meta: 'meta',
  },
  infer: [
    ['gpt-', 'openai'],
    ['o1', 'openai'],
    ['o3', 'openai'],
    ['claude', 'anthropic'],
    ['gemini', 'google'],
  ],
};

/** Model classes of Pydantic AI by vendor. */
const pydanticModels: Readonly<Record<string, readonly string[]>> = {
  openai: ['OpenAIModel', 'OpenAIChatModel', 'OpenAIResponsesModel'],
  anthropic: ['AnthropicModel'],
  google: ['GoogleModel', 'GeminiModel', 'VertexAIModel'],
  groq: ['GroqModel'],
  mistral: ['MistralModel'],
  cohere: ['CohereModel'],
  bedrock: ['BedrockConverseModel'],
  huggingface: ['HuggingFaceModel'],
  openrouter: ['OpenRouterModel'],
  xai: ['XaiModel', 'GrokModel'],
  cerebras: ['CerebrasModel'],
  ollama: ['OllamaModel'],
};
/** Providers by vendor, each with where it asks. */
const pydanticProviders: Readonly<Record<string, readonly [name: string, vendor: string, baseUrl: string]>> = {
  openai: ['OpenAIProvider', 'openai', openaiHost],
  azure: ['AzureProvider', 'azure-openai', azureHost],
  anthropic: ['AnthropicProvider', 'anthropic', 'https://api.anthropic.com'],
  google: ['GoogleProvider', 'google', 'https://generativelanguage.googleapis.com'],
  google_gla: ['GoogleGLAProvider', 'google', 'https://generativelanguage.googleapis.com'],
  google_vertex: ['GoogleVertexProvider', 'google', 'https://\uFFFC-aiplatform.googleapis.com'],
  google_cloud: ['GoogleCloudProvider', 'google', 'https://\uFFFC-aiplatform.googleapis.com'],
  groq: ['GroqProvider', 'groq', 'https://api.groq.com'],
  mistral: ['MistralProvider', 'mistral', 'https://api.mistral.ai'],
  cohere: ['CohereProvider', 'cohere', 'https://api.cohere.com'],
  bedrock: ['BedrockProvider', 'bedrock', bedrockHost],
  huggingface: ['HuggingFaceProvider', 'huggingface', 'https://router.huggingface.co'],
  openrouter: ['OpenRouterProvider', 'openrouter', 'https://openrouter.ai/api/v1'],
  deepseek: ['DeepSeekProvider', 'deepseek', 'https://api.deepseek.com'],
  xai: ['XaiProvider', 'xai', 'https://api.x.ai/v1'],
  cerebras: ['CerebrasProvider', 'cerebras', 'https://api.cerebras.ai/v1'],
  fireworks: ['FireworksProvider', 'fireworks', 'https://api.fireworks.ai/inference/v1'],
  together: ['TogetherProvider', 'together', 'https://api.together.xyz/v1'],
  moonshotai: ['MoonshotAIProvider', 'moonshot', 'https://api.moonshot.ai/v1'],
  vercel: ['VercelProvider', 'vercel-gateway', 'https://ai-gateway.vercel.sh/v1'],
  litellm: ['LiteLLMProvider', 'litellm', 'http://localhost:4000'],
};
/** An Ollama server has no address but the one that code or `OLLAMA_BASE_URL` gives. */
const ollamaProvider: Operation = {
  site: { kind: 'client' },
  settings: { baseUrl: ['base_url=', '0'] },
  defaultVendor: 'ollama',
  returns: 'Provider',
};

/** An agent is given its model by name: it gets an object of the class whose provider takes every address. */
const named: RewriteRecipe = {
  protocol: 'openai',
  surfaces: ['chat'],
  headersOption: 'default_headers',
  exchange: {
    package: 'pydantic_ai.models.openai',
    factory: 'OpenAIChatModel',
    perModel: 'model_name',
    through: {
      option: 'provider',
      class: { package: 'pydantic_ai.providers.openai', name: 'OpenAIProvider' },
      since: { 'pydantic-ai': Infinity, 'pydantic-ai-slim': Infinity },
    },
    baseUrlOption: 'base_url',
    keyOption: 'api_key',
    options: {},
    keeps: [],
    models: { chat: { member: '', surface: 'chat' } },
    versions: { with: 'pydantic-ai', byMajor: {} },
    ignores: [],
  },
};

export const pydanticAi: SdkDescription = {
  id: 'pydantic-ai',
  language: 'python',
  distributions: ['pydantic-ai', 'pydantic-ai-slim'],
  packages: [
    'pydantic_ai',
    'pydantic_ai.agent',
    'pydantic_ai.direct',
    'pydantic_ai.models',
    'pydantic_ai.models.*',
    'pydantic_ai.providers.*',
  ],
  exports: {
    Agent: 'AgentClass',
    infer_model: 'Infer',
    ...exportsOf(['model_request', 'model_request_sync', 'model_request_stream', 'model_request_stream_sync'], 'Request'),
    ...Object.fromEntries(Object.values(pydanticModels).flatMap((names) => names.map((name) => [name, name]))),
    ...Object.fromEntries(Object.values(pydanticProviders).map(([name]) => [name, name])),
    OllamaProvider: 'OllamaProvider',
  },
  shapes: {
    AgentClass: {
      construct: {
        site: { kind: 'model-binding', surface: 'chat' },
        from: ['model=', '0'],
        onlyNamed: true,
        features: {
          // Answers with a form come as calls of a tool that must be called.
          tool_choice: ['output_type=', 'result_type='],
          builtin_tools: ['builtin_tools=', 'capabilities='],
          max_completion_tokens: 'model_settings=.max_tokens',
        },
        rewrite: named,
        returns: 'Agent',
      },
    },
    Agent: runs(['run', 'run_sync', 'run_stream', 'run_stream_sync', 'run_stream_events', 'iter'], {
      settings: { model: 'model=' },
      features: { run_model: 'model=', tool_choice: ['output_type=', 'result_type='], builtin_tools: 'builtin_tools=' },
    }),
    Infer: { call: { site: { kind: 'model-binding', surface: 'chat' }, settings: { model: ['model=', '0'] }, returns: 'Model' } },
    Request: { call: { site: { kind: 'call', surface: 'chat' }, from: ['model=', '0'] } },
    Model: {},
    Provider: {},
    OllamaProvider: { construct: ollamaProvider },
    ...Object.fromEntries(
      Object.entries(pydanticModels).flatMap(([vendor, names]) =>
        names.map((name): [string, Shape] => [
          name,
          {
            construct: {
              site: { kind: 'model-binding', surface: 'chat' },
              from: ['provider=', 'openai_client=', 'anthropic_client=', 'groq_client='],
              settings: { model: ['model_name=', '0'], baseUrl: 'base_url=', key: 'api_key=' },
              defaultVendor: vendor,
              ...baseUrlOf(vendor),
              returns: 'Model',
            },
          },
        ]),
      ),
    ),
    ...Object.fromEntries(
      Object.values(pydanticProviders).map(([name, vendor, defaultBaseUrl]): [string, Shape] => [
        name,
        {
          construct: {
            site: { kind: 'client' },
            from: [
              'openai_client=',
              'anthropic_client=',
              'groq_client=',
              'mistral_client=',
              'cohere_client=',
              'client=',
              'bedrock_client=',
            ],
            settings: { baseUrl: ['base_url=', 'azure_endpoint='], key: 'api_key=' },
            ...(vendor === 'azure-openai' ? { vendor, deployment: true } : { defaultVendor: vendor }),
            defaultBaseUrl,
            returns: 'Provider',
          },
        },
      ]),
    ),
  },
  vendor: null,
  routing: pydanticRouting,
  baseUrlVariables: ['OPENAI_BASE_URL', 'GROQ_BASE_URL', 'CO_BASE_URL'],
  keyVariables: [
    'OPENAI_API_KEY',
    'ANTHROPIC_API_KEY',
    'GOOGLE_API_KEY',
    'GEMINI_API_KEY',
    'GROQ_API_KEY',
    'MISTRAL_API_KEY',
    'CO_API_KEY',
  ],
  versions: '2.68.0',
  source: 'https://github.com/pydantic/pydantic-ai',
};

function baseUrlOf(vendor: string): { readonly defaultBaseUrl?: string } {
  const defaultBaseUrl = pydanticProviders[vendor]?.[2];
  return defaultBaseUrl === undefined ? {} : { defaultBaseUrl };
}
