import type { ProviderExchange, RewriteRecipe } from '../../core/match/rewriteRecipe';

/** Options of single requests (`providerOptions.openai`) that tune the vendor's models, and mean nothing to other ones. */
const tuning: readonly string[] = [
  // OpenAI, Azure
  'reasoningEffort',
  'reasoningSummary',
  'textVerbosity',
  'parallelToolCalls',
  'serviceTier',
  'user',
  'metadata',
  'promptCacheKey',
  'promptCacheRetention',
  'safetyIdentifier',
  'strictJsonSchema',
  'structuredOutputs',
  'strictSchemas',
  'systemMessageMode',
  'forceReasoning',
  'maxCompletionTokens',
  'imageDetail',
  'reasoningMode',
  'reasoningContext',
  // It counts calls of the vendor's own tools only.
  'maxToolCalls',
  // Anthropic
  'thinking',
  'effort',
  'cacheControl',
  'sendReasoning',
  'disableParallelToolUse',
  'toolStreaming',
  'structuredOutputMode',
  // Google
  'thinkingConfig',
  'safetySettings',
  'labels',
  'inferenceGeo',
  'taskBudget',
  'taskType',
  // How the arguments of a tool call arrive, not which.
  'streamFunctionCallArguments',
  // Amazon Bedrock
  'reasoningConfig',
  'cachePoint',
  // Length and number format of vectors, of which every rewrite of embeddings warns: Bedrock, Mistral, Google.
  'embeddingDimension',
  'embeddingPurpose',
  'outputDimension',
  'outputDtype',
  'outputDimensionality',
  // Mistral, xAI, Vercel's gateway
  'safePrompt',
  'order',
  'only',
  'tags',
];

const kept = "what the vendor's server keeps";
const logprobs = 'probabilities of tokens in this form';
const search = "the vendor's web search";

/** Options of single requests for what only the vendor offers. */
const vendorOnly: Readonly<Record<string, string>> = {
  // OpenAI, Azure
  previousResponseId: kept,
  conversation: kept,
  store: kept,
  logprobs,
  topLogprobs: logprobs,
  prompt: "prompts stored on the vendor's server",
  compactionTrigger: 'conversations shortened by the server',
  contextManagement: 'conversations shortened by the server',
  // Anthropic
  mcpServers: 'MCP servers called by the vendor',
  container: 'code containers',
  fallbacks: 'other models to fall back on',
  // Google
  responseModalities: 'pictures and sound in answers',
  imageConfig: 'pictures in answers',
  cachedContent: kept,
  content: 'vectors of pictures, sound and files',
  previousInteractionId: kept,
  environment: "agents that run on the vendor's server",
  agent: "agents that run on the vendor's server",
  // Amazon Bedrock
  guardrailConfig: "the vendor's guardrails",
  // Perplexity, xAI
  web_search_options: search,
  search_recency_filter: search,
  search_mode: search,
  search_domain_filter: search,
  return_images: search,
  return_related_questions: search,
  searchParameters: search,
  // Vercel's gateway
  models: 'other models to fall back on',
};

/** Options that only tune, as long as they ask for nothing but this: reasoning is handed back to the vendor's model unread. */
const tuningValues: Readonly<Record<string, readonly string[]>> = { include: ['reasoning.encrypted_content'] };

/** Options of factories that say where a cloud's service is, or sign in to it. */
const cloudOptions: readonly string[] = [
  'project',
  'location',
  'googleAuthOptions',
  'region',
  'accessKeyId',
  'secretAccessKey',
  'sessionToken',
  'credentialProvider',
  'resourceName',
  'apiVersion',
  'useDeploymentBasedUrls',
  'organization',
];

/** Options of single requests that name what the vendor's server keeps of earlier ones. */
const continues: readonly string[] = ['previousResponseId', 'previousInteractionId', 'conversation', 'container'];

/** Major versions of the providers by that of `ai`: https://github.com/vercel/ai */
const sameRelease = (
  three: string,
  four: string,
  five: string,
  six: string,
): { readonly with: string; readonly byMajor: Readonly<Record<string, string>> } => ({
  with: 'ai',
  byMajor: { '4': three, '5': four, '6': five, '7': six },
});

const keptOptions = ['headers', 'fetch', 'name'] as const;

/** The vendor's own package: its factory takes every base URL, and `chat` asks for chat completions. */
const openaiExchange: ProviderExchange = {
  package: '@ai-sdk/openai',
  factory: 'createOpenAI',
  baseUrlOption: 'baseURL',
  keyOption: 'apiKey',
  options: {},
  keeps: keptOptions,
  drops: cloudOptions,
  vendorOnly,
  models: {
    chat: { member: 'chat', surface: 'chat' },
    // Answers that build on earlier ones name what the vendor's server has kept of them.
    responses: { member: 'chat', surface: 'chat' },
    completions: { member: 'completion', surface: 'completions' },
    embeddings: { member: 'embedding', surface: 'embeddings' },
    transcriptions: { member: 'transcription', surface: 'transcriptions' },
  },
  versions: sameRelease('^1.3.24', '^2.0.0', '^3.0.0', '^4.0.0'),
  handsOnUrls: true,
  // `providerOptionsName` of @ai-sdk/openai 3.0.141: the second for Azure's clients.
  optionNames: ['openai', 'azure'],
  ignores: tuning,
  ignoresValues: tuningValues,
  continues,
  // `OPENAI_BASE_URL` is read by 3.0.0 and not by 2.0.40.
  ambient: {
    variables: { baseUrl: 'OPENAI_BASE_URL', key: 'OPENAI_API_KEY', others: [] },
    since: 3,
    unmoved: { responses: "its provider asks through the Responses API, and names what the vendor's server keeps of earlier steps" },
  },
};

/** The package that is made for servers of every sort. */
const compatibleExchange: ProviderExchange = {
  package: '@ai-sdk/openai-compatible',
  factory: 'createOpenAICompatible',
  baseUrlOption: 'baseURL',
  keyOption: 'apiKey',
  nameOption: 'name',
  options: { supportsStructuredOutputs: true },
  keeps: keptOptions,
  // The package takes pictures and sound, and throws at other files.
  loses: ['documents'],
  drops: cloudOptions,
  vendorOnly,
  models: {
    chat: { member: '', surface: 'chat' },
    responses: { member: '', surface: 'chat' },
    messages: { member: '', surface: 'chat' },
    // Every version has this one; `embeddingModel` came with the second.
    embeddings: { member: 'textEmbeddingModel', surface: 'embeddings' },
  },
  versions: sameRelease('^0.2.16', '^1.0.0', '^2.0.0', '^3.0.0'),
  ignores: tuning,
  ignoresValues: tuningValues,
  continues,
};

/** How models of every other provider move. */
export const compatibleProviderRecipe: RewriteRecipe = {
  protocol: 'openai',
  surfaces: Object.keys(compatibleExchange.models),
  exchange: compatibleExchange,
  headersOption: 'headers',
};

/** How models of OpenAI's provider move. */
export const openaiProviderRecipe: RewriteRecipe = {
  protocol: 'openai',
  surfaces: Object.keys(openaiExchange.models),
  exchange: openaiExchange,
  // A registry asks providers for a `languageModel`, which this package takes for one of the Responses API.
  picked: compatibleProviderRecipe,
  headersOption: 'headers',
  customerOptions: ['organization', 'project'],
};
