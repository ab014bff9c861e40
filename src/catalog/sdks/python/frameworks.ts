import type { Operation, SdkDescription, Shape, Slot } from '../../../core/match/description';

/** Classes of a framework that bind a model of one vendor. */
interface ModelClasses {
  readonly vendor: string;
  readonly defaultBaseUrl?: string;
  readonly baseUrl?: readonly string[];
  /** Arguments that name the model, where they are not the usual ones. */
  readonly model?: readonly string[];
  readonly deployment?: boolean;
  /** Class names by what they ask for, each with the model it uses when none is named. */
  readonly classes: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
}

/** A framework's packages for one vendor. */
interface Integration extends ModelClasses {
  readonly id: string;
  readonly packages: readonly string[];
  readonly versions: string;
  readonly source: string;
}

interface Framework {
  /** Methods that send, by what a model is asked for. */
  readonly sends: Readonly<Record<string, readonly string[]>>;
  /** Methods that give the same model with something added. */
  readonly additions: readonly string[];
  readonly model: readonly string[];
}

const langchain: Framework = {
  sends: {
    chat: [
      'invoke',
      'ainvoke',
      'stream',
      'astream',
      'batch',
      'abatch',
      'predict',
      'apredict',
      'predict_messages',
      'generate',
      'agenerate',
      'astream_events',
    ],
    completions: ['invoke', 'ainvoke', 'stream', 'astream', 'batch', 'abatch', 'predict', 'apredict', 'generate', 'agenerate'],
    embeddings: ['embed_query', 'embed_documents', 'aembed_query', 'aembed_documents'],
  },
  additions: ['bind', 'bind_tools', 'with_config', 'with_retry', 'with_fallbacks', 'with_structured_output'],
  model: ['model=', 'model_name='],
};

const llamaindex: Framework = {
  sends: {
    chat: [
      'complete',
      'acomplete',
      'chat',
      'achat',
      'stream_complete',
      'astream_complete',
      'stream_chat',
      'astream_chat',
      'predict',
      'apredict',
      'structured_predict',
    ],
    embeddings: ['get_text_embedding', 'aget_text_embedding', 'get_query_embedding', 'aget_query_embedding', 'get_text_embedding_batch'],
  },
  additions: ['as_structured_llm'],
  model: ['model=', 'model_name='],
};

const openaiDefault = 'https://api.openai.com/v1';
const openaiClasses: ModelClasses = {
  vendor: 'openai',
  defaultBaseUrl: openaiDefault,
  baseUrl: ['base_url=', 'openai_api_base='],
  classes: {
    chat: { ChatOpenAI: 'gpt-3.5-turbo' },
    completions: { OpenAI: 'gpt-3.5-turbo-instruct' },
    embeddings: { OpenAIEmbeddings: 'text-embedding-ada-002' },
  },
};
const azureClasses: ModelClasses = {
  vendor: 'azure-openai',
  defaultBaseUrl: 'https://\uFFFC.openai.azure.com',
  baseUrl: ['azure_endpoint=', 'openai_api_base=', 'base_url='],
  model: ['azure_deployment=', 'deployment_name=', 'deployment=', 'engine=', 'model=', 'model_name='],
  deployment: true,
  classes: { chat: { AzureChatOpenAI: null }, completions: { AzureOpenAI: null }, embeddings: { AzureOpenAIEmbeddings: null } },
};
const anthropicClasses: ModelClasses = {
  vendor: 'anthropic',
  defaultBaseUrl: 'https://api.anthropic.com',
  baseUrl: ['base_url=', 'anthropic_api_url='],
  classes: { chat: { ChatAnthropic: null }, completions: { AnthropicLLM: null } },
};
const langchainSource = 'https://github.com/langchain-ai/langchain';
const llamaSource = 'https://github.com/run-llama/llama_index/tree/main/llama-index-integrations/llms';

/** Azure's classes stand in the same package as OpenAI's. */
const langchainOpenai: readonly ModelClasses[] = [openaiClasses, azureClasses];

const llamaRow = (
  name: string,
  versions: string,
  row: Omit<ModelClasses, 'classes'>,
  classes: Readonly<Record<string, string | null>>,
): Integration => ({
  ...row,
  id: `llama-index-llms-${name.replace(/_/g, '-')}`,
  packages: [`llama_index.llms.${name}`, `llama_index.llms.${name}.base`],
  classes: { chat: classes },
  versions,
  source: llamaSource,
});

const llamaIntegrations: readonly Integration[] = [
  llamaRow(
    'openai',
    '0.8.3',
    { vendor: 'openai', defaultBaseUrl: openaiDefault, baseUrl: ['api_base='] },
    { OpenAI: 'gpt-3.5-turbo', OpenAIResponses: null },
  ),
  llamaRow(
    'azure_openai',
    '0.6.1',
    {
      vendor: 'azure-openai',
      defaultBaseUrl: 'https://\uFFFC.openai.azure.com',
      baseUrl: ['azure_endpoint='],
      model: ['engine=', 'deployment_name=', 'model='],
      deployment: true,
    },
    { AzureOpenAI: null, AzureOpenAIResponses: null },
  ),
  llamaRow(
    'anthropic',
    '0.12.3',
    { vendor: 'anthropic', defaultBaseUrl: 'https://api.anthropic.com', baseUrl: ['base_url='] },
    { Anthropic: 'claude-2.1' },
  ),
  llamaRow(
    'gemini',
    '0.6.2',
    { vendor: 'google', defaultBaseUrl: 'https://generativelanguage.googleapis.com', baseUrl: ['api_base='] },
    { Gemini: 'gemini-pro' },
  ),
  llamaRow(
    'google_genai',
    '0.11.3',
    { vendor: 'google', defaultBaseUrl: 'https://generativelanguage.googleapis.com' },
    { GoogleGenAI: 'gemini-3.7-flash' },
  ),
  llamaRow(
    'mistralai',
    '0.11.0',
    { vendor: 'mistral', defaultBaseUrl: 'https://api.mistral.ai', baseUrl: ['endpoint='] },
    { MistralAI: 'mistral-large-latest' },
  ),
  llamaRow('groq', '0.6.1', { vendor: 'groq', defaultBaseUrl: 'https://api.groq.com/openai/v1', baseUrl: ['api_base='] }, { Groq: null }),
  llamaRow('ollama', '0.11.0', { vendor: 'ollama', defaultBaseUrl: 'http://localhost:11434', baseUrl: ['base_url='] }, { Ollama: null }),
];

function shapesOf(framework: Framework, groups: readonly ModelClasses[]): Pick<SdkDescription, 'exports' | 'shapes'> {
  const exports: Record<string, string> = {};
  const shapes: Record<string, Shape> = {};
  for (const group of groups) {
    for (const [asked, classes] of Object.entries(group.classes)) {
      const sends = (framework.sends[asked] ?? []).map((name): [string, Operation] => [name, { site: { kind: 'call', surface: asked } }]);
      const additions = framework.additions.map((name): [string, Operation] => [name, { returns: '@self' }]);
      shapes[`model for ${asked}`] = { members: Object.fromEntries(asked === 'embeddings' ? sends : [...sends, ...additions]) };
      for (const [name, defaultModel] of Object.entries(classes)) {
        exports[name] = `class ${name}`;
        shapes[`class ${name}`] = { construct: construction(framework, group, asked, defaultModel) };
      }
    }
  }
  return { exports, shapes };
}

function construction(framework: Framework, group: ModelClasses, asked: string, defaultModel: string | null): Operation {
  const { vendor, defaultBaseUrl, baseUrl, deployment } = group;
  const model: Slot = group.model ?? framework.model;
  return {
    site: { kind: 'model-binding', surface: asked },
    settings: { model, ...(baseUrl === undefined ? {} : { baseUrl }), key: ['api_key=', `${vendor}_api_key=`.replace(/-/g, '_')] },
    returns: `model for ${asked}`,
    ...(deployment === true ? { vendor, deployment } : { defaultVendor: vendor }),
    ...(defaultBaseUrl === undefined ? {} : { defaultBaseUrl }),
    ...(defaultModel === null ? {} : { defaultModel }),
  };
}

const langchainPackages: readonly SdkDescription[] = [
  {
    id: 'langchain-openai',
    language: 'python',
    packages: ['langchain_openai', 'langchain_openai.chat_models', 'langchain.chat_models', 'langchain.llms', 'langchain.embeddings']
      .concat([
        'langchain.chat_models.openai',
        'langchain.llms.openai',
        'langchain.embeddings.openai',
        'langchain.chat_models.azure_openai',
      ])
      .concat(['langchain_community.chat_models', 'langchain_community.llms', 'langchain_community.embeddings'])
      .concat(['langchain_community.chat_models.openai', 'langchain_community.embeddings.openai', 'langchain_openai.embeddings']),
    ...shapesOf(langchain, langchainOpenai),
    vendor: 'openai',
    defaultBaseUrl: openaiDefault,
    baseUrlVariables: ['OPENAI_API_BASE', 'OPENAI_BASE_URL'],
    keyVariables: ['OPENAI_API_KEY'],
    versions: 'langchain 0.0.350, langchain-community 0.3.20, langchain-openai 1.7.4',
    source: langchainSource,
  },
  {
    id: 'langchain-anthropic',
    language: 'python',
    packages: ['langchain_anthropic', 'langchain_anthropic.chat_models', 'langchain.chat_models', 'langchain.chat_models.anthropic'].concat(
      ['langchain_community.chat_models', 'langchain_community.chat_models.anthropic'],
    ),
    ...shapesOf(langchain, [anthropicClasses]),
    vendor: 'anthropic',
    defaultBaseUrl: 'https://api.anthropic.com',
    baseUrlVariables: ['ANTHROPIC_BASE_URL', 'ANTHROPIC_API_URL'],
    keyVariables: ['ANTHROPIC_API_KEY'],
    versions: 'langchain 0.0.350, langchain-community 0.3.20, langchain-anthropic 1.7.10',
    source: langchainSource,
  },
];

/** Models of LangChain and LlamaIndex, a package for each vendor. */
export const pythonFrameworks: readonly SdkDescription[] = [
  ...langchainPackages,
  ...llamaIntegrations.map(({ id, packages, versions, source, ...group }): SdkDescription => ({
    id,
    language: 'python',
    packages,
    ...shapesOf(llamaindex, [group]),
    vendor: group.vendor,
    ...(group.defaultBaseUrl === undefined ? {} : { defaultBaseUrl: group.defaultBaseUrl }),
    versions,
    source,
  })),
];
