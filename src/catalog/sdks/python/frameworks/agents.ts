import type { Operation, Routing, SdkDescription, Shape } from '../../../../core/match/description';
import { exportsOf } from '../pythonic';
import { litellmRouting } from '../routing';
import { classShapes, type Framework, type ModelClasses } from './classes';

const openai = 'https://api.openai.com/v1';
const azure = 'https://\uFFFC.openai.azure.com';
const bedrock = 'https://bedrock-runtime.\uFFFC.amazonaws.com';

/** Methods of an agent that ask its model. */
const runs = (names: readonly string[], more: Partial<Operation> = {}): Shape => ({
  members: Object.fromEntries(names.map((name): [string, Operation] => [name, { site: { kind: 'call', surface: 'chat' }, ...more }])),
});

/** OpenAI's agents: without a model they ask OpenAI, and so do bare names unless a provider or a default client says otherwise. */
const run: Operation = { site: { kind: 'call', surface: 'responses' }, from: ['starting_agent=', '0'] };
const binds = (surface: string): Operation => ({
  site: { kind: 'model-binding', surface },
  from: ['openai_client=', '1'],
  settings: { model: ['model=', '0'] },
  returns: 'Model',
});
const openaiAgents: SdkDescription = {
  id: 'openai-agents',
  language: 'python',
  packages: [
    'agents',
    'agents.agent',
    'agents.run',
    'agents.models',
    'agents.models.openai_chatcompletions',
    'agents.models.openai_responses',
  ].concat(['agents.models.openai_provider', 'agents.extensions.models.litellm_model', 'agents.extensions.models.litellm_provider']),
  exports: {
    Agent: 'AgentClass',
    Runner: 'Runner',
    OpenAIProvider: 'ProviderClass',
    OpenAIChatCompletionsModel: 'ChatModelClass',
    OpenAIResponsesModel: 'ResponsesModelClass',
    LitellmModel: 'LitellmClass',
    set_default_openai_client: 'SetDefault',
  },
  shapes: {
    AgentClass: {
      construct: { site: { kind: 'model-binding', surface: 'responses' }, from: 'model=', onlyNamed: true, returns: 'Agent' },
    },
    Agent: { members: { clone: { from: 'model=', returns: '@self' } } },
    Runner: { members: { run, run_sync: run, run_streamed: run } },
    ProviderClass: {
      construct: {
        site: { kind: 'client' },
        from: 'openai_client=',
        settings: { baseUrl: 'base_url=', key: 'api_key=' },
        returns: 'Provider',
      },
    },
    Provider: { members: { get_model: { settings: { model: ['model_name=', '0'] }, returns: 'Model' } } },
    ChatModelClass: { construct: binds('chat') },
    ResponsesModelClass: { construct: binds('responses') },
    LitellmClass: {
      construct: {
        site: { kind: 'model-binding', surface: 'chat' },
        settings: { model: ['model=', '0'], baseUrl: ['base_url=', '1'], key: 'api_key=' },
        returns: 'Model',
      },
    },
    Model: {},
    SetDefault: { call: { from: ['client=', '0'], ambient: true } },
  },
  vendor: 'openai',
  defaultBaseUrl: openai,
  baseUrlVariables: ['OPENAI_BASE_URL'],
  keyVariables: ['OPENAI_API_KEY'],
  defaultModel: 'gpt-5.6-luna',
  routing: litellmRouting,
  versions: '0.24.0',
  source: 'https://github.com/openai/openai-agents-python',
};

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
  openai: ['OpenAIProvider', 'openai', openai],
  azure: ['AzureProvider', 'azure-openai', azure],
  anthropic: ['AnthropicProvider', 'anthropic', 'https://api.anthropic.com'],
  google: ['GoogleProvider', 'google', 'https://generativelanguage.googleapis.com'],
  google_gla: ['GoogleGLAProvider', 'google', 'https://generativelanguage.googleapis.com'],
  google_vertex: ['GoogleVertexProvider', 'google', 'https://\uFFFC-aiplatform.googleapis.com'],
  google_cloud: ['GoogleCloudProvider', 'google', 'https://\uFFFC-aiplatform.googleapis.com'],
  groq: ['GroqProvider', 'groq', 'https://api.groq.com'],
  mistral: ['MistralProvider', 'mistral', 'https://api.mistral.ai'],
  cohere: ['CohereProvider', 'cohere', 'https://api.cohere.com'],
  bedrock: ['BedrockProvider', 'bedrock', bedrock],
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

const pydanticAi: SdkDescription = {
  id: 'pydantic-ai',
  language: 'python',
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
      construct: { site: { kind: 'model-binding', surface: 'chat' }, from: ['model=', '0'], onlyNamed: true, returns: 'Agent' },
    },
    Agent: runs(['run', 'run_sync', 'run_stream', 'run_stream_sync', 'run_stream_events', 'iter'], { settings: { model: 'model=' } }),
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

const crewModel: Operation = { site: { kind: 'model-binding', surface: 'chat' }, onlyNamed: true };
/** CrewAI: a model of its own class or a model's name; agents without one ask OpenAI. What a configuration file gives is not seen. */
const crewai: SdkDescription = {
  id: 'crewai',
  language: 'python',
  packages: ['crewai', 'crewai.llm', 'crewai.agent', 'crewai.agent.core', 'crewai.crew', 'crewai.lite_agent'],
  exports: { LLM: 'LlmClass', Agent: 'AgentClass', LiteAgent: 'AgentClass', Crew: 'CrewClass' },
  shapes: {
    LlmClass: {
      construct: {
        site: { kind: 'model-binding', surface: 'chat' },
        settings: { model: ['model=', '0'], provider: 'provider=', baseUrl: ['base_url=', 'api_base='], key: 'api_key=' },
        returns: 'Llm',
      },
    },
    Llm: runs(['call', 'acall']),
    AgentClass: {
      construct: { ...crewModel, from: ['llm=', 'config=.llm'], defaultVendor: 'openai', defaultModel: 'gpt-4.1-mini', returns: 'Agent' },
    },
    Agent: runs(['kickoff', 'kickoff_async', 'akickoff']),
    CrewClass: { construct: { ...crewModel, from: ['manager_llm=', 'planning_llm=', 'chat_llm=', 'function_calling_llm='] } },
  },
  vendor: null,
  routing: litellmRouting,
  baseUrlVariables: ['OPENAI_API_BASE', 'OPENAI_BASE_URL'],
  keyVariables: ['OPENAI_API_KEY'],
  versions: '1.15.30',
  source: 'https://github.com/crewAIInc/crewAI',
};

/** AutoGen up to 0.2, and AG2: agents with a configuration of their own. */
const configured = ['llm_config=.config_list.0', 'llm_config=', 'config_list=.0'];
const agentConfig = (name: string): string[] => configured.map((slot) => `${slot}.${name}`);
const conversable: Operation = {
  site: { kind: 'model-binding', surface: 'chat' },
  from: 'llm_config=',
  onlyNamed: true,
  settings: { model: agentConfig('model'), baseUrl: agentConfig('base_url'), key: agentConfig('api_key') },
  returns: 'Agent',
};
const autogen: SdkDescription = {
  id: 'autogen',
  language: 'python',
  packages: ['autogen', 'autogen.agentchat', 'autogen.agentchat.*', 'ag2', 'pyautogen'],
  exports: {
    ...exportsOf(['ConversableAgent', 'AssistantAgent', 'UserProxyAgent', 'GroupChatManager', 'CaptainAgent'], 'AgentClass'),
    OpenAIWrapper: 'WrapperClass',
  },
  shapes: {
    AgentClass: { construct: conversable },
    Agent: runs(['generate_reply', 'a_generate_reply', 'initiate_chat', 'a_initiate_chat', 'run', 'a_run']),
    WrapperClass: {
      construct: {
        site: { kind: 'client' },
        settings: { model: ['config_list=.0.model', 'model='], baseUrl: ['config_list=.0.base_url', 'base_url='], key: 'api_key=' },
        returns: 'Wrapper',
      },
    },
    Wrapper: { members: { create: { site: { kind: 'call', surface: 'chat' }, settings: { model: 'model=' } } } },
  },
  vendor: 'openai',
  defaultBaseUrl: openai,
  keyVariables: ['OPENAI_API_KEY'],
  versions: '0.2.35, ag2 1.2.1',
  source: 'https://github.com/ag2ai/ag2',
};

const created: Framework = { sends: { chat: ['create', 'create_stream'] }, additions: [], model: ['model='] };
const autogenClients: readonly ModelClasses[] = [
  { vendor: 'openai', defaultBaseUrl: openai, baseUrl: ['base_url='], classes: { chat: { OpenAIChatCompletionClient: null } } },
  {
    vendor: 'azure-openai',
    defaultBaseUrl: azure,
    baseUrl: ['azure_endpoint='],
    deployment: true,
    classes: { chat: { AzureOpenAIChatCompletionClient: null } },
  },
  { vendor: 'azure-ai', baseUrl: ['endpoint='], classes: { chat: { AzureAIChatCompletionClient: null } } },
  {
    vendor: 'anthropic',
    defaultBaseUrl: 'https://api.anthropic.com',
    baseUrl: ['base_url='],
    classes: { chat: { AnthropicChatCompletionClient: null } },
  },
  { vendor: 'bedrock', defaultBaseUrl: bedrock, classes: { chat: { AnthropicBedrockChatCompletionClient: null } } },
  {
    vendor: 'ollama',
    defaultBaseUrl: 'http://localhost:11434',
    baseUrl: ['host='],
    classes: { chat: { OllamaChatCompletionClient: null } },
  },
];
/** AutoGen since 0.4: model clients in a package of their own. */
const autogenExt: SdkDescription = {
  id: 'autogen-ext',
  language: 'python',
  packages: ['autogen_ext.models.*'],
  ...classShapes(created, autogenClients),
  vendor: null,
  baseUrlVariables: ['OPENAI_BASE_URL'],
  keyVariables: ['OPENAI_API_KEY', 'ANTHROPIC_API_KEY'],
  versions: '0.7.5',
  source: 'https://github.com/microsoft/autogen',
};

const smol: Framework = { sends: { chat: ['generate', 'generate_stream'] }, additions: [], callable: true, model: ['model_id=', '0'] };
const smolModels = classShapes(smol, [
  {
    vendor: 'openai',
    defaultBaseUrl: openai,
    baseUrl: ['api_base=', '1'],
    model: ['model_id=', '0'],
    classes: { chat: { OpenAIModel: null, OpenAIServerModel: null } },
  },
  {
    vendor: 'azure-openai',
    defaultBaseUrl: azure,
    baseUrl: ['azure_endpoint='],
    deployment: true,
    classes: { chat: { AzureOpenAIModel: null, AzureOpenAIServerModel: null } },
  },
  { vendor: 'bedrock', defaultBaseUrl: bedrock, classes: { chat: { AmazonBedrockModel: null, AmazonBedrockServerModel: null } } },
  {
    vendor: 'huggingface',
    defaultBaseUrl: 'https://router.huggingface.co',
    baseUrl: ['base_url='],
    classes: { chat: { InferenceClientModel: 'Qwen/Qwen3-Next-80B-A3B-Thinking', HfApiModel: 'Qwen/Qwen2.5-Coder-32B-Instruct' } },
  },
  {
    vendor: null,
    baseUrl: ['api_base=', '1'],
    classes: { chat: { LiteLLMModel: 'anthropic/claude-3-5-sonnet-20240620' } },
  },
]);
/** Hugging Face's smolagents; models that run in the program itself send nothing. */
const smolagents: SdkDescription = {
  id: 'smolagents',
  language: 'python',
  packages: ['smolagents', 'smolagents.models', 'smolagents.agents'],
  exports: { ...smolModels.exports, ...exportsOf(['CodeAgent', 'ToolCallingAgent', 'MultiStepAgent'], 'AgentClass') },
  shapes: {
    ...smolModels.shapes,
    AgentClass: { construct: { from: ['model=', '1'], returns: 'Agent' } },
    Agent: runs(['run']),
  },
  vendor: null,
  routing: litellmRouting,
  keyVariables: ['HF_TOKEN', 'OPENAI_API_KEY'],
  versions: '1.26.0',
  source: 'https://github.com/huggingface/smolagents',
};

const browsing: Framework = { sends: { chat: ['ainvoke'] }, additions: [], model: ['model=', '0'] };
const browserModels = classShapes(browsing, [
  { vendor: 'openai', defaultBaseUrl: openai, baseUrl: ['base_url='], classes: { chat: { ChatOpenAI: null } } },
  {
    vendor: 'azure-openai',
    defaultBaseUrl: azure,
    baseUrl: ['azure_endpoint=', 'base_url='],
    deployment: true,
    classes: { chat: { ChatAzureOpenAI: null } },
  },
  { vendor: 'anthropic', defaultBaseUrl: 'https://api.anthropic.com', baseUrl: ['base_url='], classes: { chat: { ChatAnthropic: null } } },
  { vendor: 'google', defaultBaseUrl: 'https://generativelanguage.googleapis.com', classes: { chat: { ChatGoogle: null } } },
  { vendor: 'groq', defaultBaseUrl: 'https://api.groq.com', baseUrl: ['base_url='], classes: { chat: { ChatGroq: null } } },
  { vendor: 'ollama', defaultBaseUrl: 'http://localhost:11434', baseUrl: ['host='], classes: { chat: { ChatOllama: null } } },
  {
    vendor: 'bedrock',
    defaultBaseUrl: bedrock,
    classes: {
      chat: {
        ChatAWSBedrock: 'anthropic.claude-3-5-sonnet-20240620-v1:0',
        ChatAnthropicBedrock: 'anthropic.claude-3-5-sonnet-20240620-v1:0',
      },
    },
  },
  {
    vendor: 'deepseek',
    defaultBaseUrl: 'https://api.deepseek.com/v1',
    baseUrl: ['base_url='],
    classes: { chat: { ChatDeepSeek: 'deepseek-v4-flash' } },
  },
  {
    vendor: 'mistral',
    defaultBaseUrl: 'https://api.mistral.ai/v1',
    baseUrl: ['base_url='],
    classes: { chat: { ChatMistral: 'mistral-medium-latest' } },
  },
  {
    vendor: 'cerebras',
    defaultBaseUrl: 'https://api.cerebras.ai/v1',
    baseUrl: ['base_url='],
    classes: { chat: { ChatCerebras: 'gpt-oss-120b' } },
  },
  {
    vendor: 'openrouter',
    defaultBaseUrl: 'https://openrouter.ai/api/v1',
    baseUrl: ['base_url='],
    classes: { chat: { ChatOpenRouter: null } },
  },
  {
    vendor: 'vercel-gateway',
    defaultBaseUrl: 'https://ai-gateway.vercel.sh/v1',
    baseUrl: ['base_url='],
    classes: { chat: { ChatVercel: null } },
  },
]);
/** Browser Use: agents with models of its own classes. */
const browserUse: SdkDescription = {
  id: 'browser-use',
  language: 'python',
  packages: ['browser_use', 'browser_use.llm', 'browser_use.llm.*', 'browser_use.agent.service'],
  exports: { ...browserModels.exports, Agent: 'AgentClass' },
  shapes: {
    ...browserModels.shapes,
    AgentClass: { construct: { from: 'llm=', returns: 'Agent' } },
    Agent: runs(['run', 'run_sync', 'step']),
  },
  vendor: null,
  keyVariables: ['OPENAI_API_KEY', 'ANTHROPIC_API_KEY', 'GOOGLE_API_KEY'],
  versions: '0.13.14',
  source: 'https://github.com/browser-use/browser-use',
};

/** Agents, and the models that they bring along. */
export const pythonAgents: readonly SdkDescription[] = [openaiAgents, pydanticAi, crewai, autogen, autogenExt, smolagents, browserUse];
