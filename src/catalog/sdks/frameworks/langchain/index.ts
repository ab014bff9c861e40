import type { Operation, Routing, SdkDescription, Shape, Slot } from '../../../../core/match/description';
import { classShapes, modelShape, shapeName, type Asked } from '../classes';
import { namedIn } from '../named';
import { langchainMethods } from './methods';
import { allGroups, langchainPackages, unmoved } from './packages';
import { openaiGroup } from './groups';
import { namedByLangchain, namedByLanggraph, routedModels } from './recipes';

/** Provider names of `initChatModel`, and what it infers from a bare model id. */
const routing: Routing = {
  separator: ':',
  vendors: {
    openai: 'openai',
    anthropic: 'anthropic',
    azure_openai: 'azure-openai',
    langsmith: 'langsmith',
    cohere: 'cohere',
    google: 'google',
    'google-vertexai': 'google',
    'google-vertexai-web': 'google',
    'google-genai': 'google',
    ollama: 'ollama',
    mistralai: 'mistral',
    mistral: 'mistral',
    groq: 'groq',
    bedrock: 'bedrock',
    aws: 'bedrock',
    deepseek: 'deepseek',
    xai: 'xai',
    cerebras: 'cerebras',
    fireworks: 'fireworks',
    together: 'together',
    perplexity: 'perplexity',
  },
  infer: [
    ['gpt-3', 'openai'],
    ['gpt-4', 'openai'],
    ['gpt-5', 'openai'],
    ['o1', 'openai'],
    ['o3', 'openai'],
    ['o4', 'openai'],
    ['claude', 'anthropic'],
    ['command', 'cohere'],
    ['accounts/fireworks', 'fireworks'],
    ['gemini', 'google'],
    ['amazon.', 'bedrock'],
    ['mistral', 'mistral'],
    ['sonar', 'perplexity'],
    ['pplx', 'perplexity'],
  ],
};

const configurable = 'configurable model';

/** Features of a class, where its options are a function's second argument. */
function inOptions(features: Operation['features'] = {}): Readonly<Record<string, Slot>> {
  return Object.fromEntries(
    Object.entries(features).map(([feature, slot]) => [feature, [slot].flat().map((each) => each.replace(/^0\./, '1.'))]),
  );
}

/** What an agent asks of its model. */
const agentFeatures: Partial<Operation> = { features: { tools: '0.tools', json_schema: '0.responseFormat' } };

const universal: SdkDescription['shapes'] = {
  InitChatModel: {
    call: {
      site: { kind: 'model-binding', surface: 'chat' },
      settings: {
        model: ['0', '1.model'],
        provider: '1.modelProvider',
        baseUrl: ['1.configuration.baseURL', '1.baseUrl', '1.baseURL', '1.anthropicApiUrl'],
        key: '1.apiKey',
      },
      features: inOptions(openaiGroup.features),
      returns: configurable,
      rewrite: routedModels,
    },
  },
  [configurable]: modelShape(langchainMethods, 'chat', { model: '1.configurable.model', provider: '1.configurable.modelProvider' }),
  Agent: namedIn('0.model', { ...agentFeatures, rewrite: namedByLangchain }),
  Fallback: namedIn('0', { rewrite: namedByLangchain }),
};

const assistants: Operation = {
  site: { kind: 'call', surface: 'assistants' },
  locked: "assistants, threads and runs live on the vendor's server",
};

/** Runs of OpenAI's assistants as a LangChain object. */
const assistant: SdkDescription['shapes'] = {
  Assistant: {
    construct: { defaultVendor: 'openai', defaultBaseUrl: 'https://api.openai.com/v1', from: '0.client', returns: 'AssistantRunnable' },
    members: {
      createAssistant: {
        ...assistants,
        site: { kind: 'call', surface: 'assistants', inference: false },
        defaultVendor: 'openai',
        settings: { model: '0.model' },
        returns: 'AssistantRunnable',
      },
    },
  },
  AssistantRunnable: { members: { invoke: assistants, stream: assistants } },
};

const all = classShapes(langchainMethods, allGroups);

/** LangChain's own package, with the classes it exported itself before each vendor had a package. */
const langchain: SdkDescription = {
  id: 'langchain',
  language: 'javascript',
  packages: ['langchain', 'langchain/*', '@langchain/classic', '@langchain/classic/*'],
  exports: {
    ...all.exports,
    initChatModel: 'InitChatModel',
    createAgent: 'Agent',
    summarizationMiddleware: 'Agent',
    llmToolSelectorMiddleware: 'Agent',
    toolEmulatorMiddleware: 'Agent',
    modelFallbackMiddleware: 'Fallback',
    OpenAIAssistantRunnable: 'Assistant',
  },
  shapes: { ...all.shapes, ...universal, ...assistant },
  vendor: null,
  routing,
  // Everything that runs has an `invoke`: the receiver's name must tell of a model.
  callTexts: [
    ...['odel', 'lm', 'LM', 'hat', 'gpt', 'GPT', 'penai', 'OpenAI', 'laude', 'nthropic', 'emini', 'istral', 'llama', 'Tools'].map(
      (end) => `${end}.invoke(`,
    ),
    '.withStructuredOutput',
    '.bindTools',
    '.embedQuery(',
    '.embedDocuments(',
  ],
  unmoved,
  versions: '0.0.150, 1.5.14, classic 1.0.50',
  source: 'https://github.com/langchain-ai/langchainjs',
};

/** Integrations of the community, a module each. */
const community: SdkDescription = {
  id: '@langchain/community',
  language: 'javascript',
  packages: ['@langchain/community', '@langchain/community/*'],
  ...all,
  vendor: null,
  unmoved,
  versions: '1.1.29',
  source: 'https://github.com/langchain-ai/langchainjs-community',
};

const typed = (asked: Asked): Shape => ({ construct: { returns: shapeName(asked) } });

/** The types under which models are passed around: what is called is known, who answers is not. */
const core: SdkDescription = {
  id: '@langchain/core',
  language: 'javascript',
  packages: [
    '@langchain/core/language_models/*',
    '@langchain/core/embeddings',
    'langchain/base_language',
    'langchain/chat_models/base',
    'langchain/llms/base',
    'langchain/embeddings/base',
    'langchain/schema/language_model',
  ],
  exports: {
    BaseChatModel: 'ChatModel',
    SimpleChatModel: 'ChatModel',
    BaseLanguageModel: 'ChatModel',
    BaseLanguageModelInterface: 'ChatModel',
    BaseLLM: 'TextModel',
    LLM: 'TextModel',
    Embeddings: 'EmbeddingModel',
    EmbeddingsInterface: 'EmbeddingModel',
  },
  shapes: {
    ChatModel: typed('chat'),
    TextModel: typed('completions'),
    EmbeddingModel: typed('embeddings'),
    [shapeName('chat')]: { ...modelShape(langchainMethods, 'chat'), abstract: true },
    [shapeName('completions')]: { ...modelShape(langchainMethods, 'completions'), abstract: true },
    [shapeName('embeddings')]: { ...modelShape(langchainMethods, 'embeddings'), abstract: true },
  },
  vendor: null,
  unmoved,
  versions: '1.4.0',
  source: 'https://www.npmjs.com/package/@langchain/core',
};

/** LangGraph's ready-made agents, which take a model or its name. */
const langgraph: SdkDescription = {
  id: '@langchain/langgraph',
  language: 'javascript',
  packages: ['@langchain/langgraph', '@langchain/langgraph/*', '@langchain/langgraph-supervisor', '@langchain/langgraph-swarm'],
  exports: { createReactAgent: 'Agent', createSupervisor: 'Agent' },
  shapes: { Agent: namedIn('0.llm', { ...agentFeatures, rewrite: namedByLanggraph }) },
  vendor: null,
  routing,
  unmoved,
  versions: '1.7.3, supervisor 1.1.3',
  source: 'https://github.com/langchain-ai/langgraphjs',
};

/** LangChain's deep agents: a Claude model where none is named. */
const deepagents: SdkDescription = {
  id: 'deepagents',
  language: 'javascript',
  packages: ['deepagents'],
  exports: { createDeepAgent: 'Agent' },
  shapes: { Agent: namedIn('0.model', agentFeatures) },
  vendor: 'anthropic',
  defaultBaseUrl: 'https://api.anthropic.com',
  defaultModel: 'claude-sonnet-4-6',
  routing,
  unmoved,
  versions: '1.14.1',
  source: 'https://github.com/langchain-ai/deepagentsjs',
};

/** Everything LangChain. */
export const langchainSdks: readonly SdkDescription[] = [...langchainPackages, langchain, community, core, langgraph, deepagents];
