import type { PackageVersions } from '../../../../../core/match/packages';
import type { ClassExchange, ModelOptions, RewriteRecipe } from '../../../../../core/match/rewriteRecipe';
import type { ClassMove } from '../classes';

/** What types ask for around a key. LangChain builds on Pydantic 2, whose class this is, since 0.3. */
const keyClass = {
  package: 'pydantic',
  name: 'SecretStr',
  since: { langchain: 3, 'langchain-core': 3, 'langchain-community': 3, 'langchain-openai': 2, 'langchain-anthropic': 2 },
};

const general = {
  baseUrl: 'base_url',
  keys: ['api_key'],
  models: ['model', 'model_name'],
  named: true,
  aliases: { openai_api_base: 'base_url', openai_api_key: 'api_key' },
  keyClass,
} as const satisfies ModelOptions;

/** What a request's options of OpenAI's classes ask for. */
export const openaiFeatures = {
  n: 'n=',
  logprobs: 'logprobs=',
  top_logprobs: 'top_logprobs=',
  logit_bias: 'logit_bias=',
  dimensions: 'dimensions=',
  store: 'store=',
  extra_fields: 'model_kwargs=',
  responses_api: ['use_responses_api=', 'use_previous_response_id=', 'reasoning=', 'include=', 'truncation='],
} as const;

/** `ChatOpenAI` sends the limit of an answer's length as `max_completion_tokens`, by whatever name it is given. */
export const limitOfAnswers = { max_completion_tokens: ['max_tokens=', 'max_completion_tokens=', 'max_output_tokens='] } as const;
export const openaiChatFeatures = { ...openaiFeatures, ...limitOfAnswers } as const;

const headers = { protocol: 'openai', headersOption: 'default_headers', customerOptions: ['organization', 'openai_organization'] } as const;

/** How models of OpenAI's classes move. */
export const generalModels: RewriteRecipe = { ...headers, surfaces: ['chat', 'completions'], own: general };

/** The class cuts texts into tokens of the vendor's models and sends those, unless it is told not to. */
const vectors: RewriteRecipe = {
  ...headers,
  surfaces: ['embeddings'],
  own: { ...general, constants: { check_embedding_ctx_length: false } },
};

export const openaiMoves: Readonly<Record<string, ClassMove>> = {
  OpenAIEmbeddings: { rewrite: vectors },
};

/** The options by which Azure's classes name a deployment. */
export const azureModel = ['azure_deployment=', 'deployment_name=', 'deployment=', 'engine=', 'model=', 'model_name='];
const azureOptions: ClassExchange['drop'] = {
  azure_endpoint: 'base_url',
  azure_deployment: 'model',
  deployment_name: 'model',
  deployment: 'model',
  api_version: null,
  openai_api_version: null,
  openai_api_type: null,
  azure_ad_token: 'api_key',
  azure_ad_token_provider: 'api_key',
  azure_ad_async_token_provider: null,
  model_version: null,
  validate_base_url: null,
};
/** Azure's classes stand beside the general ones, which take all their other options. */
const azure = (name: string, becomes: string, rewrite: RewriteRecipe): ClassMove => ({
  exchange: { baseUrl: 'base_url', keys: ['api_key'], becomes: { [name]: becomes }, drop: azureOptions },
  rewrite,
});
export const azureMoves: Readonly<Record<string, ClassMove>> = {
  AzureChatOpenAI: azure('AzureChatOpenAI', 'ChatOpenAI', generalModels),
  AzureOpenAI: azure('AzureOpenAI', 'OpenAI', generalModels),
  AzureOpenAIEmbeddings: azure('AzureOpenAIEmbeddings', 'OpenAIEmbeddings', vectors),
};

/** Releases of `langchain-openai` by that of what they are used with: both build on the same `langchain-core`. */
const releases: PackageVersions['byMajor'] = { '0.1': '>=0.0.8,<0.2', '0.2': '>=0.1.8,<0.2', '0.3': '>=0.2.0,<1.0', '1': '>=1.0,<2.0' };

/** Arguments that all providers' models take alike, or that the functions themselves read. */
const ofAllProviders = [
  'api_key',
  'base_url',
  'cache',
  'callbacks',
  'configurable_fields',
  'disable_streaming',
  'max_retries',
  'max_tokens',
  'metadata',
  'name',
  'profile',
  'rate_limiter',
  'streaming',
  'tags',
  'temperature',
  'timeout',
  'top_p',
  'verbose',
];

/** How a model moves that a function makes of whatever provider it is told: `init_chat_model("openai:gpt-5")`. */
const routed = (option: string, more: Partial<ModelOptions> = {}): ModelOptions => ({
  baseUrl: 'base_url',
  keys: ['api_key'],
  models: ['model'],
  named: true,
  routed: {
    provider: 'openai',
    option,
    keeps: ofAllProviders,
    hides: ['config_prefix'],
    package: 'langchain-openai',
    versions: { with: 'langchain', byMajor: releases },
  },
  ...more,
});
export const routedModels: RewriteRecipe = { ...headers, surfaces: ['chat'], own: routed('model_provider') };
export const routedVectors: RewriteRecipe = {
  ...headers,
  surfaces: ['embeddings'],
  own: routed('provider', { constants: { check_embedding_ctx_length: false } }),
};

/** Options that every class has from LangChain itself, and those that all of them hand on alike. */
const ofModels = ['cache', 'callbacks', 'custom_get_token_ids', 'disable_streaming', 'metadata', 'name', 'rate_limiter', 'tags', 'verbose'];
const ofChat = [...ofModels, 'max_retries', 'streaming', 'temperature', 'timeout', 'top_p'];
const ofEmbeddings = ['chunk_size', 'max_retries', 'timeout'];

const from: ClassExchange['from'] = {
  package: 'langchain_openai',
  distribution: 'langchain-openai',
  versions: { with: 'langchain-core', orWith: ['langchain'], byMajor: releases },
  named: true,
};
const address: Pick<ClassExchange, 'baseUrl' | 'keys' | 'from'> = { baseUrl: 'base_url', keys: ['api_key'], from };

/** Types know the limit of an answer by this name alone; all classes send it as this one. */
const length = { max_tokens: 'max_completion_tokens' };

/** A vendor's chat class. `drop`: options that say where the vendor is, sign in to it, or tune its models alone. */
const chat = (name: string, drop: ClassExchange['drop'], renames: Readonly<Record<string, string>> = {}): ClassMove => ({
  exchange: { ...address, becomes: { [name]: 'ChatOpenAI' }, drop, keeps: ofChat, renames: { ...length, ...renames } },
  rewrite: generalModels,
});
const embeddings = (name: string, drop: ClassExchange['drop'], renames: Readonly<Record<string, string>> = {}): ClassMove => ({
  exchange: { ...address, becomes: { [name]: 'OpenAIEmbeddings' }, drop, keeps: ofEmbeddings, renames },
  rewrite: vectors,
});

const mistral = { mistral_api_key: 'api_key', endpoint: 'base_url' };
export const mistralMoves: Readonly<Record<string, ClassMove>> = {
  ChatMistralAI: chat(
    'ChatMistralAI',
    { ...mistral, max_concurrent_requests: null, safe_mode: null, safe_prompt: null },
    { random_seed: 'seed' },
  ),
  MistralAIEmbeddings: embeddings('MistralAIEmbeddings', { ...mistral, max_concurrent_requests: null, wait_time: null, tokenizer: null }),
};

const gemini = { google_api_key: 'api_key', client_options: 'base_url', credentials: null, transport: null };
const cloud = { location: 'base_url', project: 'api_key', credentials: null, request_parallelism: null };
const vendorOnly = { convert_system_message_to_human: null, safety_settings: null };
const googleNames = { max_output_tokens: 'max_completion_tokens' };
export const geminiMoves: Readonly<Record<string, ClassMove>> = {
  ChatGoogleGenerativeAI: chat('ChatGoogleGenerativeAI', { ...gemini, ...vendorOnly }, googleNames),
  GoogleGenerativeAIEmbeddings: embeddings('GoogleGenerativeAIEmbeddings', { ...gemini, task_type: null }),
};
export const vertexMoves: Readonly<Record<string, ClassMove>> = {
  ChatVertexAI: chat('ChatVertexAI', { ...cloud, ...vendorOnly }, googleNames),
  VertexAIEmbeddings: embeddings('VertexAIEmbeddings', cloud),
};

const aws = {
  region_name: 'base_url',
  endpoint_url: 'base_url',
  credentials_profile_name: 'api_key',
  aws_access_key_id: 'api_key',
  aws_secret_access_key: null,
  aws_session_token: null,
  provider: null,
};
const awsNames = { model_id: 'model' };
export const bedrockMoves: Readonly<Record<string, ClassMove>> = {
  ChatBedrock: chat('ChatBedrock', aws, awsNames),
  ChatBedrockConverse: chat('ChatBedrockConverse', aws, awsNames),
  BedrockEmbeddings: embeddings('BedrockEmbeddings', aws, awsNames),
};

const cohere = { cohere_api_key: 'api_key' };
export const cohereMoves: Readonly<Record<string, ClassMove>> = {
  ChatCohere: chat('ChatCohere', cohere, { timeout_seconds: 'timeout' }),
  CohereEmbeddings: embeddings('CohereEmbeddings', { ...cohere, truncate: null, embedding_types: null }),
};

export const xaiMoves: Readonly<Record<string, ClassMove>> = {
  ChatXAI: chat('ChatXAI', { xai_api_key: 'api_key', xai_api_base: 'base_url' }),
};

/** The options of Anthropic's class. */
export const anthropicModels: RewriteRecipe = {
  protocol: 'anthropic',
  surfaces: ['chat'],
  asks: { chat: 'messages' },
  authorization: true,
  headersOption: 'default_headers',
  own: {
    baseUrl: 'base_url',
    keys: ['api_key'],
    models: ['model', 'model_name'],
    named: true,
    aliases: { anthropic_api_url: 'base_url', anthropic_api_key: 'api_key' },
    keyClass,
  },
  // Where a target does not speak its protocol.
  otherwise: {
    ...generalModels,
    classes: {
      ...address,
      becomes: { ChatAnthropic: 'ChatOpenAI' },
      drop: { anthropic_api_key: 'api_key', anthropic_api_url: 'base_url' },
      keeps: [...ofChat, 'stop_sequences', 'stream_usage'],
      renames: {
        ...length,
        model_name: 'model',
        max_tokens_to_sample: 'max_completion_tokens',
        default_request_timeout: 'timeout',
        stop: 'stop_sequences',
      },
    },
  },
};
