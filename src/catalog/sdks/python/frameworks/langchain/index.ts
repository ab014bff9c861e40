import type { RewriteRecipe } from '../../../../../core/match/rewriteRecipe';
import type { Operation, Routing, SdkDescription, Shape } from '../../../../../core/match/description';
import { exportsOf } from '../../pythonic';
import { litellmRouting } from '../../routing';
import { classShapes, modelShape, modelShapeName } from '../classes';
import { langchain } from './methods';
import { openaiChatFeatures, openaiFeatures, routedModels, routedVectors } from './moves';
import { langchainPackages } from './packages';

const source = 'https://github.com/langchain-ai/langchain';

const partners = langchainPackages.map(({ groups, moves, methods = langchain, ...row }): SdkDescription => ({
  ...row,
  language: 'python',
  ...classShapes(methods, groups, moves),
  vendor: groups[0]?.vendor ?? null,
  ...(groups[0]?.defaultBaseUrl === undefined ? {} : { defaultBaseUrl: groups[0].defaultBaseUrl }),
  source,
}));

/** Provider names of `init_chat_model` and `init_embeddings`, and what is inferred from a bare model id. */
const routing: Routing = {
  separator: ':',
  vendors: {
    openai: 'openai',
    azure_openai: 'azure-openai',
    azure_ai: 'azure-ai',
    anthropic: 'anthropic',
    anthropic_bedrock: 'bedrock',
    baseten: 'baseten',
    bedrock: 'bedrock',
    bedrock_converse: 'bedrock',
    bedrock_mantle_anthropic: 'bedrock',
    bedrock_mantle_openai: 'bedrock',
    cohere: 'cohere',
    deepseek: 'deepseek',
    fireworks: 'fireworks',
    google_anthropic_vertex: 'google',
    google_genai: 'google',
    google_vertexai: 'google',
    groq: 'groq',
    huggingface: 'huggingface',
    ibm: 'watsonx',
    langsmith: 'langsmith',
    litellm: 'litellm',
    meta: 'meta',
    mistralai: 'mistral',
    nvidia: 'nvidia',
    ollama: 'ollama',
    openrouter: 'openrouter',
    perplexity: 'perplexity',
    together: 'together',
    upstage: 'upstage',
    xai: 'xai',
  },
  infer: [
    ['gpt-', 'openai'],
    ['o1', 'openai'],
    ['o3', 'openai'],
    ['chatgpt', 'openai'],
    ['text-davinci', 'openai'],
    ['claude', 'anthropic'],
    ['command', 'cohere'],
    ['accounts/fireworks', 'fireworks'],
    ['gemini', 'google'],
    ['amazon.', 'bedrock'],
    ['anthropic.', 'bedrock'],
    ['meta.', 'bedrock'],
    ['mistral', 'mistral'],
    ['mixtral', 'mistral'],
    ['deepseek', 'deepseek'],
    ['grok', 'xai'],
    ['sonar', 'perplexity'],
    ['solar', 'upstage'],
  ],
};

const initialised = (asked: string, rewrite: RewriteRecipe): Shape => ({
  call: {
    site: { kind: 'model-binding', surface: asked },
    settings: {
      model: ['model=', '0'],
      provider: ['model_provider=', 'provider='],
      baseUrl: ['base_url=', 'azure_endpoint=', 'api_base='],
      key: 'api_key=',
    },
    features: asked === 'chat' ? openaiChatFeatures : openaiFeatures,
    returns: modelShapeName(asked),
    rewrite,
  },
});
const runs = ['invoke', 'ainvoke', 'stream', 'astream', 'batch', 'abatch', 'astream_events'];
const agent: Operation = { site: { kind: 'model-binding', surface: 'chat' }, from: ['model=', '0'], onlyNamed: true, returns: 'Agent' };

/** What LangChain makes of a model's name. */
const named: SdkDescription = {
  id: 'langchain',
  language: 'python',
  packages: ['langchain.chat_models', 'langchain.chat_models.base', 'langchain.embeddings', 'langchain.embeddings.base']
    .concat(['langchain.agents', 'langchain.agents.factory', 'langchain.agents.react_agent'])
    .concat(['langgraph.prebuilt', 'langgraph.prebuilt.chat_agent_executor', 'deepagents']),
  exports: {
    init_chat_model: 'InitChatModel',
    init_embeddings: 'InitEmbeddings',
    ...exportsOf(['create_agent', 'create_react_agent', 'create_deep_agent'], 'AgentMaker'),
  },
  shapes: {
    InitChatModel: initialised('chat', routedModels),
    InitEmbeddings: initialised('embeddings', routedVectors),
    AgentMaker: { call: agent },
    Agent: { members: Object.fromEntries(runs.map((name): [string, Operation] => [name, { site: { kind: 'call', surface: 'chat' } }])) },
    [modelShapeName('chat')]: modelShape(langchain, 'chat'),
    [modelShapeName('embeddings')]: modelShape(langchain, 'embeddings'),
  },
  vendor: null,
  routing,
  versions: 'langchain 1.5.2, langgraph-prebuilt 1.1.3, deepagents 0.7.32',
  source,
};

/** The classes as they stood in one package before each vendor had its own, and as the community keeps them. */
const community: SdkDescription = {
  id: 'langchain-community',
  language: 'python',
  packages: ['langchain', 'langchain.chat_models', 'langchain.llms', 'langchain.embeddings', 'langchain.llms.*', 'langchain.chat_models.*']
    .concat(['langchain.embeddings.*', 'langchain_community.*', 'langchain_community.chat_models', 'langchain_community.llms'])
    .concat(['langchain_community.embeddings']),
  ...classShapes(langchain, [
    ...langchainPackages.flatMap(({ groups }) => groups),
    { vendor: null, baseUrl: ['api_base='], classes: { chat: { ChatLiteLLM: null } } },
    { vendor: 'replicate', defaultBaseUrl: 'https://api.replicate.com/v1', classes: { completions: { Replicate: null } } },
    {
      vendor: 'deepinfra',
      defaultBaseUrl: 'https://api.deepinfra.com',
      classes: { chat: { ChatDeepInfra: null }, completions: { DeepInfra: null } },
    },
    {
      vendor: 'alibaba',
      defaultBaseUrl: 'https://dashscope.aliyuncs.com',
      classes: { chat: { ChatTongyi: null }, completions: { Tongyi: null } },
    },
    { vendor: 'zhipu', defaultBaseUrl: 'https://open.bigmodel.cn', baseUrl: ['api_base='], classes: { chat: { ChatZhipuAI: null } } },
    { vendor: 'moonshot', defaultBaseUrl: 'https://api.moonshot.cn/v1', classes: { chat: { MoonshotChat: null } } },
    { vendor: 'cohere', defaultBaseUrl: 'https://api.cohere.com', classes: { completions: { Cohere: null } } },
  ]),
  vendor: null,
  routing: litellmRouting,
  baseUrlVariables: langchainPackages.flatMap((each) => each.baseUrlVariables ?? []),
  keyVariables: langchainPackages.flatMap((each) => each.keyVariables),
  versions: 'langchain 0.0.350, langchain-community 0.4.2',
  source,
};

/** LangChain: a package for each vendor, the packages before them, and models by name. */
export const pythonLangchain: readonly SdkDescription[] = [...partners, community, named];
