import type { ClassGroup } from '../classes';

/** Where a package's classes give the address away: LangChain hands it on to the vendor's own client. */
const openaiBase = ['configuration.baseURL', 'configuration.basePath', 'baseURL', 'basePath', 'baseUrl'];
const azureKeys = ['azureOpenAIApiKey', 'openAIApiKey', 'apiKey'];
const azureAddress = ['azureOpenAIEndpoint', 'azureOpenAIBasePath'];
const azureDefault = 'https://\uFFFC.openai.azure.com';

/** What the options of OpenAI's classes ask for. */
const openaiFeatures: ClassGroup['features'] = {
  n: '0.n',
  logprobs: '0.logprobs',
  top_logprobs: '0.topLogprobs',
  logit_bias: '0.logitBias',
  user: '0.user',
  audio: '0.audio',
  dimensions: '0.dimensions',
  model_kwargs: '0.modelKwargs',
  responses_surface: '0.useResponsesApi',
};

export const openaiGroup: ClassGroup = {
  vendor: 'openai',
  defaultBaseUrl: 'https://api.openai.com/v1',
  baseUrl: openaiBase,
  key: ['apiKey', 'openAIApiKey'],
  features: openaiFeatures,
  // Before the Azure classes there were, and still beside them: the same class with Azure's options.
  variants: [
    'azureOpenAIApiKey',
    'azureOpenAIApiInstanceName',
    'azureOpenAIApiDeploymentName',
    'azureOpenAIBasePath',
    'azureOpenAIEndpoint',
  ].map((option) => ({ present: `0.${option}`, vendor: 'azure-openai', defaultBaseUrl: azureDefault, deployment: true })),
  classes: {
    chat: {
      ChatOpenAI: 'gpt-3.5-turbo',
      ChatOpenAICompletions: 'gpt-3.5-turbo',
      BaseChatOpenAI: 'gpt-3.5-turbo',
      PromptLayerChatOpenAI: 'gpt-3.5-turbo',
      OpenAIChat: 'gpt-3.5-turbo',
      PromptLayerOpenAIChat: 'gpt-3.5-turbo',
    },
    responses: { ChatOpenAIResponses: 'gpt-3.5-turbo' },
    completions: { OpenAI: 'gpt-3.5-turbo-instruct', PromptLayerOpenAI: 'text-davinci-003' },
    embeddings: { OpenAIEmbeddings: 'text-embedding-ada-002' },
    images: { DallEAPIWrapper: 'dall-e-3' },
    transcriptions: { OpenAIWhisperAudio: 'whisper-1' },
  },
};

export const azureGroup: ClassGroup = {
  vendor: 'azure-openai',
  exclusive: true,
  defaultBaseUrl: azureDefault,
  baseUrl: [...azureAddress, ...openaiBase],
  key: azureKeys,
  model: [
    'azureOpenAIApiDeploymentName',
    'deploymentName',
    'azureOpenAIApiEmbeddingsDeploymentName',
    'azureOpenAIApiCompletionsDeploymentName',
    'model',
    'modelName',
  ],
  deployment: true,
  features: openaiFeatures,
  classes: {
    chat: { AzureChatOpenAI: null, AzureChatOpenAICompletions: null },
    responses: { AzureChatOpenAIResponses: null },
    completions: { AzureOpenAI: null },
    embeddings: { AzureOpenAIEmbeddings: null },
  },
};

export const anthropicGroup: ClassGroup = {
  vendor: 'anthropic',
  defaultBaseUrl: 'https://api.anthropic.com',
  baseUrl: ['anthropicApiUrl', 'clientOptions.baseURL'],
  key: ['apiKey', 'anthropicApiKey'],
  features: { thinking_budget: '0.thinking.budget_tokens', model_kwargs: '0.invocationKwargs', context_management: '0.contextManagement' },
  classes: { chat: { ChatAnthropic: 'claude-sonnet-4-5-20250929', ChatAnthropicMessages: 'claude-sonnet-4-5-20250929' } },
};

const geminiBase = 'https://generativelanguage.googleapis.com';
const vertexBase = 'https://\uFFFC-aiplatform.googleapis.com';

export const geminiGroup: ClassGroup = {
  vendor: 'google',
  defaultBaseUrl: geminiBase,
  baseUrl: ['baseUrl'],
  classes: {
    chat: { ChatGoogleGenerativeAI: 'gemini-pro', ChatGoogle: null },
    embeddings: { GoogleGenerativeAIEmbeddings: 'embedding-001' },
  },
};

export const vertexGroup: ClassGroup = {
  vendor: 'google',
  defaultBaseUrl: vertexBase,
  host: ['endpoint'],
  classes: {
    chat: { ChatVertexAI: 'gemini-pro', ChatGoogleVertexAI: 'chat-bison' },
    completions: { VertexAI: 'gemini-pro', GoogleVertexAI: 'text-bison' },
    embeddings: { VertexAIEmbeddings: 'text-embedding-004', GoogleVertexAIEmbeddings: 'textembedding-gecko' },
  },
};

export const palmGroup: ClassGroup = {
  vendor: 'google',
  defaultBaseUrl: geminiBase,
  classes: {
    chat: { ChatGooglePaLM: 'models/chat-bison-001' },
    completions: { GooglePaLM: 'models/text-bison-001' },
    embeddings: { GooglePaLMEmbeddings: 'models/embedding-gecko-001' },
  },
};

export const mistralGroup: ClassGroup = {
  vendor: 'mistral',
  defaultBaseUrl: 'https://api.mistral.ai',
  baseUrl: ['serverURL', 'endpoint'],
  classes: {
    chat: { ChatMistralAI: 'mistral-small-latest' },
    completions: { MistralAI: 'codestral-latest' },
    embeddings: { MistralAIEmbeddings: 'mistral-embed' },
  },
};

export const cohereGroup: ClassGroup = {
  vendor: 'cohere',
  defaultBaseUrl: 'https://api.cohere.com',
  classes: {
    chat: { ChatCohere: 'command-r-plus' },
    completions: { Cohere: 'command' },
    embeddings: { CohereEmbeddings: 'embed-english-v3.0' },
    rerank: { CohereRerank: 'rerank-english-v3.0' },
  },
};

export const bedrockGroup: ClassGroup = {
  vendor: 'bedrock',
  exclusive: true,
  defaultBaseUrl: 'https://bedrock-runtime.\uFFFC.amazonaws.com',
  host: ['endpointHost', 'endpointUrl'],
  key: ['credentials'],
  classes: {
    chat: {
      ChatBedrockConverse: 'anthropic.claude-haiku-4-5-20251001-v1:0',
      BedrockChat: 'amazon.titan-tg1-large',
      ChatBedrock: 'amazon.titan-tg1-large',
    },
    completions: { Bedrock: 'amazon.titan-tg1-large' },
    embeddings: { BedrockEmbeddings: 'amazon.titan-embed-text-v1' },
  },
};

export const xaiGroup: ClassGroup = {
  vendor: 'xai',
  defaultBaseUrl: 'https://api.x.ai/v1',
  baseUrl: ['baseURL'],
  classes: { chat: { ChatXAI: 'grok-3-fast' }, responses: { ChatXAIResponses: 'grok-3' } },
};

export const groqGroup: ClassGroup = {
  vendor: 'groq',
  defaultBaseUrl: 'https://api.groq.com',
  baseUrl: ['baseUrl'],
  classes: { chat: { ChatGroq: null } },
};

export const ollamaGroup: ClassGroup = {
  vendor: 'ollama',
  defaultBaseUrl: 'http://127.0.0.1:11434',
  baseUrl: ['baseUrl'],
  classes: { chat: { ChatOllama: 'llama3' }, completions: { Ollama: 'llama3' }, embeddings: { OllamaEmbeddings: 'mxbai-embed-large' } },
};

export const deepseekGroup: ClassGroup = {
  vendor: 'deepseek',
  defaultBaseUrl: 'https://api.deepseek.com',
  baseUrl: ['configuration.baseURL'],
  classes: { chat: { ChatDeepSeek: null } },
};

export const cerebrasGroup: ClassGroup = {
  vendor: 'cerebras',
  defaultBaseUrl: 'https://api.cerebras.ai',
  classes: { chat: { ChatCerebras: null } },
};

export const togetherGroup: ClassGroup = {
  vendor: 'together',
  defaultBaseUrl: 'https://api.together.xyz/v1',
  baseUrl: ['configuration.baseURL'],
  key: ['apiKey', 'togetherAIApiKey'],
  classes: {
    chat: { ChatTogetherAI: null },
    completions: { TogetherAI: null },
    embeddings: { TogetherAIEmbeddings: 'togethercomputer/m2-bert-80M-8k-retrieval' },
  },
};

export const fireworksGroup: ClassGroup = {
  vendor: 'fireworks',
  defaultBaseUrl: 'https://api.fireworks.ai/inference/v1',
  baseUrl: ['configuration.baseURL'],
  key: ['apiKey', 'fireworksApiKey'],
  classes: {
    chat: { ChatFireworks: null },
    completions: { Fireworks: null },
    embeddings: { FireworksEmbeddings: 'nomic-ai/nomic-embed-text-v1.5' },
  },
};

export const perplexityGroup: ClassGroup = {
  vendor: 'perplexity',
  defaultBaseUrl: 'https://api.perplexity.ai',
  classes: { chat: { ChatPerplexity: null } },
};

export const openrouterGroup: ClassGroup = {
  vendor: 'openrouter',
  defaultBaseUrl: 'https://openrouter.ai/api/v1',
  baseUrl: ['baseURL'],
  classes: { chat: { ChatOpenRouter: null } },
};

export const cloudflareGroup: ClassGroup = {
  vendor: 'cloudflare',
  exclusive: true,
  baseUrl: ['baseUrl'],
  key: ['cloudflareApiToken'],
  classes: {
    chat: { ChatCloudflareWorkersAI: '@cf/meta/llama-2-7b-chat-int8' },
    completions: { CloudflareWorkersAI: '@cf/meta/llama-2-7b-chat-int8' },
    embeddings: { CloudflareWorkersAIEmbeddings: '@cf/baai/bge-base-en-v1.5' },
  },
};

export const watsonxGroup: ClassGroup = {
  vendor: 'watsonx',
  exclusive: true,
  baseUrl: ['serviceUrl'],
  classes: { chat: { ChatWatsonx: null }, completions: { WatsonxLLM: null }, embeddings: { WatsonxEmbeddings: null } },
};

export const mixedbreadGroup: ClassGroup = {
  vendor: 'mixedbread',
  baseUrl: ['baseUrl'],
  classes: { embeddings: { MixedbreadAIEmbeddings: null }, rerank: { MixedbreadAIReranker: null } },
};

export const baiduGroup: ClassGroup = {
  vendor: 'baidu',
  defaultBaseUrl: 'https://qianfan.baidubce.com',
  key: ['qianfanAccessKey'],
  classes: { chat: { ChatBaiduQianfan: 'ERNIE-Bot-turbo' }, embeddings: { BaiduQianfanEmbeddings: 'Embedding-V1' } },
};

/** Integrations that have no package of their own. */
export const communityGroups: readonly ClassGroup[] = [
  {
    vendor: 'deepinfra',
    defaultBaseUrl: 'https://api.deepinfra.com/v1/openai',
    classes: {
      chat: { ChatDeepInfra: 'meta-llama/Meta-Llama-3-70B-Instruct' },
      completions: { DeepInfraLLM: 'mistralai/Mixtral-8x22B-Instruct-v0.1' },
      embeddings: { DeepInfraEmbeddings: 'sentence-transformers/clip-ViT-B-32' },
    },
  },
  {
    vendor: 'friendli',
    defaultBaseUrl: 'https://inference.friendli.ai',
    baseUrl: ['baseUrl'],
    key: ['friendliToken'],
    classes: { chat: { ChatFriendli: 'meta-llama-3-8b-instruct' }, completions: { Friendli: 'mixtral-8x7b-instruct-v0-1' } },
  },
  { vendor: 'novita', defaultBaseUrl: 'https://api.novita.ai/v3/openai', classes: { chat: { ChatNovitaAI: null } } },
  {
    vendor: 'alibaba',
    defaultBaseUrl: 'https://dashscope.aliyuncs.com',
    key: ['alibabaApiKey', 'apiKey'],
    classes: { chat: { ChatAlibabaTongyi: 'qwen-turbo' }, embeddings: { AlibabaTongyiEmbeddings: 'text-embedding-v2' } },
  },
  {
    vendor: 'minimax',
    defaultBaseUrl: 'https://api.minimax.chat/v1',
    classes: { chat: { ChatMinimax: 'abab5.5-chat' }, embeddings: { MinimaxEmbeddings: 'embo-01' } },
  },
  { vendor: 'moonshot', defaultBaseUrl: 'https://api.moonshot.cn/v1', classes: { chat: { ChatMoonshot: 'moonshot-v1-8k' } } },
  {
    vendor: 'zhipu',
    defaultBaseUrl: 'https://open.bigmodel.cn/api/paas/v4',
    key: ['apiKey', 'zhipuAIApiKey'],
    classes: { chat: { ChatZhipuAI: 'glm-3-turbo' }, embeddings: { ZhipuAIEmbeddings: 'embedding-2' } },
  },
  {
    vendor: 'tencent',
    classes: { chat: { ChatTencentHunyuan: 'hunyuan-pro' }, embeddings: { TencentHunyuanEmbeddings: 'hunyuan-embedding' } },
  },
  {
    vendor: 'volcengine',
    defaultBaseUrl: 'https://ark.cn-beijing.volces.com/api/v3',
    classes: { embeddings: { ByteDanceDoubaoEmbeddings: null } },
  },
  {
    vendor: 'portkey',
    defaultBaseUrl: 'https://api.portkey.ai/v1',
    baseUrl: ['baseURL'],
    classes: { chat: { PortkeyChat: null }, completions: { Portkey: null } },
  },
  {
    vendor: 'ai21',
    defaultBaseUrl: 'https://api.ai21.com/studio/v1',
    baseUrl: ['baseUrl'],
    key: ['ai21ApiKey'],
    classes: { completions: { AI21: 'j2-jumbo-instruct' } },
  },
  {
    vendor: 'huggingface',
    defaultBaseUrl: 'https://router.huggingface.co',
    baseUrl: ['endpointUrl'],
    classes: { completions: { HuggingFaceInference: 'gpt2' }, embeddings: { HuggingFaceInferenceEmbeddings: 'BAAI/bge-base-en-v1.5' } },
  },
  { vendor: 'replicate', defaultBaseUrl: 'https://api.replicate.com/v1', classes: { completions: { Replicate: null } } },
  { vendor: 'sagemaker', exclusive: true, model: ['endpointName'], classes: { completions: { SageMakerEndpoint: null } } },
  {
    vendor: 'voyage',
    defaultBaseUrl: 'https://api.voyageai.com/v1',
    baseUrl: ['basePath'],
    classes: { embeddings: { VoyageEmbeddings: 'voyage-01' } },
  },
  {
    vendor: 'jina',
    defaultBaseUrl: 'https://api.jina.ai/v1',
    baseUrl: ['baseUrl'],
    classes: { embeddings: { JinaEmbeddings: 'jina-clip-v2' } },
  },
  {
    vendor: 'llama.cpp',
    model: ['modelPath'],
    factory: 'initialize',
    classes: { chat: { ChatLlamaCpp: null }, completions: { LlamaCpp: null }, embeddings: { LlamaCppEmbeddings: null } },
  },
];
