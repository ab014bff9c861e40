import type { Operation, Pick, SdkDescription, Shape } from '../../core/match/description';
import { compatibleProviderRecipe } from './aiSdkExchange';
import { gatewayMembers, modelBinding, providerShape } from './aiSdkProvider';

const modelFeatures: Operation['features'] = {
  tools: '0.tools',
  tool_choice: '0.toolChoice',
  json_schema: ['0.schema', '0.output', '0.experimental_output'],
};

const uses = (surface: string): Operation => ({
  site: { kind: 'call', surface },
  from: '0.model',
  features: modelFeatures,
});

/** Functions that send, by what they ask for. Each is or was exported as `experimental_…` too. */
const functions: Readonly<Record<string, string>> = {
  generateText: 'chat',
  streamText: 'chat',
  streamUI: 'chat',
  generateObject: 'chat',
  streamObject: 'chat',
  embed: 'embeddings',
  embedMany: 'embeddings',
  rerank: 'rerank',
  generateImage: 'images',
  transcribe: 'transcriptions',
  streamTranscribe: 'transcriptions',
  generateSpeech: 'speech',
  streamSpeech: 'speech',
  generateVideo: 'videos',
  startVideo: 'videos',
  streamTextLowMemory: 'chat',
  streamLanguageModelCall: 'chat',
  streamTranslate: 'translations',
  decide: 'decisions',
  extract: 'extractions',
};

/** Methods of registries and custom providers, by what the model they give is asked for and where a custom provider keeps them. */
const lookups: Readonly<Record<string, { readonly surface: string; readonly within: readonly string[] }>> = {
  languageModel: { surface: 'chat', within: ['languageModels'] },
  embeddingModel: { surface: 'embeddings', within: ['embeddingModels', 'textEmbeddingModels'] },
  textEmbeddingModel: { surface: 'embeddings', within: ['textEmbeddingModels', 'embeddingModels'] },
  imageModel: { surface: 'images', within: ['imageModels'] },
  transcriptionModel: { surface: 'transcriptions', within: ['transcriptionModels'] },
  speechModel: { surface: 'speech', within: ['speechModels'] },
  rerankingModel: { surface: 'rerank', within: ['rerankingModels'] },
  videoModel: { surface: 'videos', within: ['videoModels'] },
};

function lookup(pick: (within: readonly string[]) => Pick): Shape {
  const members = Object.entries(lookups).map(([name, { surface, within }]): [string, Operation] => [
    name,
    { ...modelBinding(surface), pick: pick(within) },
  ]);
  return { members: Object.fromEntries(members) };
}

const names = Object.keys(functions);
const shapeOfFunction = (name: string): [string, Shape] => [name, { call: uses(functions[name] ?? 'chat') }];

/** The AI SDK's own functions: the model object, or a string that goes to Vercel's gateway, decides. */
export const aiSdk: SdkDescription = {
  id: 'ai',
  language: 'javascript',
  // `ai-sdk-ollama` hands the same functions on, with repairs for small models.
  packages: ['ai', 'ai/rsc', '@ai-sdk/rsc', 'ai-sdk-ollama'],
  exports: {
    ...Object.fromEntries(names.flatMap((name) => [name, `experimental_${name}`].map((exported) => [exported, name]))),
    experimental_startBatch: 'StartBatch',
    ToolLoopAgent: 'AgentClass',
    Experimental_Agent: 'AgentClass',
    Agent: 'AgentClass',
    wrapLanguageModel: 'Wrapper',
    experimental_wrapLanguageModel: 'Wrapper',
    wrapEmbeddingModel: 'Wrapper',
    wrapImageModel: 'Wrapper',
    wrapProvider: 'ProviderWrapper',
    createProviderRegistry: 'CreateRegistry',
    experimental_createProviderRegistry: 'CreateRegistry',
    customProvider: 'CreateCustomProvider',
    experimental_customProvider: 'CreateCustomProvider',
    gateway: 'Gateway',
    createGateway: 'CreateGateway',
    GatewayProvider: 'CreateGateway',
  },
  shapes: {
    ...Object.fromEntries(names.map(shapeOfFunction)),
    StartBatch: { call: { site: { kind: 'call', surface: 'batches', inference: false }, from: '0.provider' } },
    AgentClass: {
      construct: { from: '0.model', site: { kind: 'model-binding', surface: 'chat' }, features: modelFeatures, returns: 'Agent' },
    },
    Agent: { members: { generate: { site: { kind: 'call', surface: 'chat' } }, stream: { site: { kind: 'call', surface: 'chat' } } } },
    Wrapper: { call: { from: '0.model', returns: '@from' } },
    ProviderWrapper: { call: { from: '0.provider', returns: '@from' } },
    CreateRegistry: { call: { settings: { table: '0', separator: '1.separator' }, returns: 'Registry' } },
    Registry: lookup(() => ({ name: '0', separator: ':' })),
    CreateCustomProvider: { call: { settings: { table: '0' }, returns: 'CustomProvider' } },
    CustomProvider: lookup((within) => ({ name: '0', within, fallback: 'fallbackProvider' })),
    Gateway: providerShape('chat', {}, gatewayMembers),
    CreateGateway: { call: { site: { kind: 'client' }, settings: { baseUrl: '0.baseURL', key: '0.apiKey' }, returns: 'Gateway' } },
    Model: {},
  },
  vendor: 'vercel-gateway',
  isHandedModels: true,
  defaultBaseUrl: 'https://ai-gateway.vercel.sh',
  keyVariables: ['AI_GATEWAY_API_KEY'],
  rewrite: compatibleProviderRecipe,
  versions: '3.x, 4.x, 5.x, 6.0.326, 7.0.173',
  source: 'https://github.com/vercel/ai',
};
