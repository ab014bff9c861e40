import type { Operation, SdkDescription, Shape } from '../../core/match/description';

const uses = (surface: string): Operation => ({
  site: { kind: 'call', surface },
  from: '0.model',
  features: { tools: '0.tools', tool_choice: '0.toolChoice' },
});
const binding = (surface: string): Operation => ({ site: { kind: 'model-binding', surface }, settings: { model: '0' }, returns: 'Model' });

/** The AI SDK's own functions: the model object, or a string that goes to Vercel's gateway, decides. */
export const aiSdk: SdkDescription = {
  id: 'ai',
  language: 'javascript',
  packages: ['ai', 'ai/rsc', '@ai-sdk/rsc'],
  exports: {
    ...Object.fromEntries(
      [
        'generateText',
        'streamText',
        'generateObject',
        'streamObject',
        'streamUI',
        'experimental_generateText',
        'experimental_streamText',
        'experimental_generateObject',
        'experimental_streamObject',
        'embed',
        'embedMany',
        'rerank',
        'generateImage',
        'experimental_generateImage',
        'transcribe',
        'experimental_transcribe',
        'generateSpeech',
        'experimental_generateSpeech',
        'experimental_generateVideo',
      ].map((name) => [name, name]),
    ),
    ToolLoopAgent: 'AgentClass',
    Experimental_Agent: 'AgentClass',
    Agent: 'AgentClass',
    wrapLanguageModel: 'Wrapper',
    experimental_wrapLanguageModel: 'Wrapper',
    gateway: 'Gateway',
    createGateway: 'CreateGateway',
  },
  shapes: {
    generateText: { call: uses('chat') },
    streamText: { call: uses('chat') },
    streamUI: { call: uses('chat') },
    generateObject: { call: uses('chat') },
    streamObject: { call: uses('chat') },
    experimental_generateText: { call: uses('chat') },
    experimental_streamText: { call: uses('chat') },
    experimental_generateObject: { call: uses('chat') },
    experimental_streamObject: { call: uses('chat') },
    embed: { call: uses('embeddings') },
    embedMany: { call: uses('embeddings') },
    rerank: { call: uses('rerank') },
    generateImage: { call: uses('images') },
    experimental_generateImage: { call: uses('images') },
    transcribe: { call: uses('transcriptions') },
    experimental_transcribe: { call: uses('transcriptions') },
    generateSpeech: { call: uses('speech') },
    experimental_generateSpeech: { call: uses('speech') },
    experimental_generateVideo: { call: uses('videos') },
    AgentClass: { construct: { from: '0.model', site: { kind: 'model-binding', surface: 'chat' }, returns: 'Agent' } },
    Agent: { members: { generate: { site: { kind: 'call', surface: 'chat' } }, stream: { site: { kind: 'call', surface: 'chat' } } } },
    Wrapper: { call: { from: '0.model', returns: '@from' } },
    Gateway: {
      call: binding('chat'),
      members: {
        languageModel: binding('chat'),
        textEmbeddingModel: binding('embeddings'),
        embeddingModel: binding('embeddings'),
        imageModel: binding('images'),
      },
    },
    CreateGateway: { call: { site: { kind: 'client' }, settings: { baseUrl: '0.baseURL', key: '0.apiKey' }, returns: 'Gateway' } },
    Model: {},
  },
  vendor: 'vercel-gateway',
  defaultBaseUrl: 'https://ai-gateway.vercel.sh',
  keyVariables: ['AI_GATEWAY_API_KEY'],
  versions: '3.x, 4.x, 5.x, 6.0.326, 7.0.173',
  source: 'https://github.com/vercel/ai',
};

/** One provider package of the AI SDK, as a row. */
export interface ProviderRow {
  readonly package: string;
  readonly vendor: string;
  /** The ready-made provider's name. */
  readonly instance: string;
  /** Names of the functions that make a provider. */
  readonly factories: readonly string[];
  readonly defaultBaseUrl?: string;
  readonly baseUrlVariables?: readonly string[];
  readonly keyVariables?: readonly string[];
  /** What calling the provider itself asks for. */
  readonly surface?: string;
  /** The id names a deployment (Azure). */
  readonly deployment?: boolean;
  readonly rewrite?: SdkDescription['rewrite'];
  readonly versions: string;
}

/** Methods of a provider, and what each model they give is asked for. */
const methods: Readonly<Record<string, string>> = {
  chat: 'chat',
  chatModel: 'chat',
  languageModel: 'chat',
  messages: 'messages',
  responses: 'responses',
  completion: 'completions',
  completionModel: 'completions',
  embedding: 'embeddings',
  embeddingModel: 'embeddings',
  textEmbedding: 'embeddings',
  textEmbeddingModel: 'embeddings',
  image: 'images',
  imageModel: 'images',
  transcription: 'transcriptions',
  transcriptionModel: 'transcriptions',
  speech: 'speech',
  speechModel: 'speech',
  reranking: 'rerank',
  rerankingModel: 'rerank',
  video: 'videos',
  videoModel: 'videos',
};

/** The description of a provider package: they differ in data only. */
export function providerDescription(row: ProviderRow): SdkDescription {
  const bind = (surface: string): Operation => ({ ...binding(surface), ...(row.deployment === true ? { deployment: true } : {}) });
  const provider: Shape = {
    call: bind(row.surface ?? 'chat'),
    members: Object.fromEntries(Object.entries(methods).map(([name, surface]) => [name, bind(surface)])),
  };
  return {
    id: row.package,
    language: 'javascript',
    packages: [row.package, `${row.package}/*`],
    exports: { [row.instance]: 'Provider', ...Object.fromEntries(row.factories.map((name) => [name, 'Factory'])) },
    shapes: {
      Provider: provider,
      Factory: {
        call: { site: { kind: 'client' }, settings: { baseUrl: '0.baseURL', key: '0.apiKey' }, returns: 'Provider' },
        construct: { site: { kind: 'client' }, settings: { baseUrl: '0.baseURL', key: '0.apiKey' }, returns: 'Provider' },
      },
      Model: {},
    },
    vendor: row.vendor,
    ...(row.defaultBaseUrl === undefined ? {} : { defaultBaseUrl: row.defaultBaseUrl }),
    ...(row.baseUrlVariables === undefined ? {} : { baseUrlVariables: row.baseUrlVariables }),
    ...(row.keyVariables === undefined ? {} : { keyVariables: row.keyVariables }),
    ...(row.rewrite === undefined ? {} : { rewrite: row.rewrite }),
    versions: row.versions,
    source: `https://www.npmjs.com/package/${row.package}`,
  };
}

/** Provider packages of the AI SDK. */
export const providerRows: readonly ProviderRow[] = [
  {
    package: '@ai-sdk/openai',
    vendor: 'openai',
    instance: 'openai',
    factories: ['createOpenAI', 'OpenAI'],
    defaultBaseUrl: 'https://api.openai.com/v1',
    baseUrlVariables: ['OPENAI_BASE_URL'],
    keyVariables: ['OPENAI_API_KEY'],
    surface: 'responses',
    versions: '3.0.141, 4.0.118',
  },
  {
    package: '@ai-sdk/anthropic',
    vendor: 'anthropic',
    instance: 'anthropic',
    factories: ['createAnthropic', 'Anthropic'],
    defaultBaseUrl: 'https://api.anthropic.com/v1',
    baseUrlVariables: ['ANTHROPIC_BASE_URL'],
    keyVariables: ['ANTHROPIC_API_KEY'],
    surface: 'messages',
    versions: '3.0.139, 4.0.105',
  },
];
