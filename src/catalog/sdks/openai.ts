import type { AmbientVariables, Operation, SdkDescription, Shape } from '../../core/match/description';
import { openaiStored, state } from './openaiStored';
import { unmistakable } from './unmistakable';

const chatFeatures = {
  tools: '0.tools',
  tool_choice: '0.tool_choice',
  json_schema: '0.response_format',
  logprobs: '0.logprobs',
  top_logprobs: '0.top_logprobs',
  logit_bias: '0.logit_bias',
  n: '0.n',
  user: '0.user',
  seed: '0.seed',
  store: '0.store',
  audio: '0.audio',
  prediction: '0.prediction',
  web_search: '0.web_search_options',
  functions: '0.functions',
  moderation: '0.moderation',
  fallbacks: '0.models',
  max_completion_tokens: '0.max_completion_tokens',
} as const;

const responseFeatures = {
  tools: '0.tools',
  tool_choice: '0.tool_choice',
  json_schema: '0.text.format',
  previous_response_id: '0.previous_response_id',
  conversation: '0.conversation',
  store: '0.store',
  background: '0.background',
  stored_prompt: '0.prompt',
  context_management: '0.context_management',
  multi_agent: '0.multi_agent',
  moderation: '0.moderation',
} as const;

const model = { model: '0.model' } as const;
const chat: Operation = { site: { kind: 'call', surface: 'chat' }, settings: model, features: chatFeatures };
const responses: Operation = { site: { kind: 'call', surface: 'responses' }, settings: model, features: responseFeatures };

const assistantsReason = "assistants, threads and runs live on the vendor's server";
const runs: Operation = { site: { kind: 'call', surface: 'assistants' }, settings: { model: '1.model' }, locked: assistantsReason };

const agentsReason = "hosted agents live on the vendor's server";

/** A call that opens a realtime session, or hands out the secret it is opened with. */
function opensRealtime(slot: string): Operation {
  return {
    site: { kind: 'call', surface: 'realtime' },
    settings: { model: slot },
    locked: 'no open-weight server offers this realtime protocol',
  };
}

/** Members of a client of the `openai` package; SDKs generated from the same API share them. */
export const openaiMembers: Readonly<Record<string, Operation>> = {
  'chat.completions.create': chat,
  'chat.completions.parse': chat,
  'chat.completions.stream': chat,
  'chat.completions.runTools': chat,
  'chat.completions.runFunctions': chat,
  'beta.chat.completions.create': chat,
  'beta.chat.completions.parse': chat,
  'beta.chat.completions.stream': chat,
  'beta.chat.completions.runTools': chat,
  'beta.chat.completions.runFunctions': chat,
  'responses.create': responses,
  'responses.parse': responses,
  'responses.stream': responses,
  'responses.compact': { ...responses, locked: 'no open-weight server compacts conversations' },
  'responses.inputTokens.count': { site: { kind: 'call', surface: 'count-tokens', inference: false }, settings: model },
  'beta.responses.create': responses,
  'beta.responses.compact': { ...responses, locked: 'no open-weight server compacts conversations' },
  'beta.responses.inputTokens.count': { site: { kind: 'call', surface: 'count-tokens', inference: false }, settings: model },
  'completions.create': {
    site: { kind: 'call', surface: 'completions' },
    settings: model,
    features: { logprobs: '0.logprobs', logit_bias: '0.logit_bias', n: '0.n' },
  },
  'embeddings.create': { site: { kind: 'call', surface: 'embeddings' }, settings: model, features: { dimensions: '0.dimensions' } },
  'images.generate': { site: { kind: 'call', surface: 'images' }, settings: model },
  'images.edit': {
    site: { kind: 'call', surface: 'images' },
    settings: model,
    locked: 'no open-weight server edits images through this call',
  },
  'images.createVariation': {
    site: { kind: 'call', surface: 'images' },
    settings: model,
    locked: 'no open-weight server varies images through this call',
  },
  'audio.transcriptions.create': { site: { kind: 'call', surface: 'transcriptions' }, settings: model },
  'audio.translations.create': { site: { kind: 'call', surface: 'translations' }, settings: model },
  'audio.speech.create': { site: { kind: 'call', surface: 'speech' }, settings: model },
  'moderations.create': {
    site: { kind: 'call', surface: 'moderations' },
    settings: model,
    locked: 'no open-weight server offers moderations',
  },
  'models.list': { site: { kind: 'call', surface: 'models', inference: false } },
  'models.retrieve': { site: { kind: 'call', surface: 'models', inference: false } },
  'models.del': { site: { kind: 'call', surface: 'models', inference: false } },
  'models.delete': { site: { kind: 'call', surface: 'models', inference: false } },
  ...openaiStored,
  'beta.assistants.create': { site: { kind: 'call', surface: 'assistants', inference: false }, settings: model, locked: assistantsReason },
  'beta.assistants.update': {
    site: { kind: 'call', surface: 'assistants', inference: false },
    settings: { model: '1.model' },
    locked: assistantsReason,
  },
  'beta.threads.createAndRun': { ...runs, settings: model },
  'beta.threads.createAndRunPoll': { ...runs, settings: model },
  'beta.threads.createAndRunStream': { ...runs, settings: model },
  'beta.threads.runs.create': runs,
  'beta.threads.runs.createAndPoll': runs,
  'beta.threads.runs.createAndStream': runs,
  'beta.threads.runs.stream': runs,
  'beta.threads.runs.submitToolOutputs': { ...runs, settings: {} },
  'beta.threads.runs.submitToolOutputsAndPoll': { ...runs, settings: {} },
  'beta.threads.runs.submitToolOutputsStream': { ...runs, settings: {} },
  'realtime.clientSecrets.create': opensRealtime('0.session.model'),
  'realtime.translations.clientSecrets.create': opensRealtime('0.session.model'),
  'realtime.calls.create': opensRealtime('0.session.model'),
  'realtime.calls.accept': opensRealtime('1.model'),
  'beta.realtime.sessions.create': opensRealtime('0.model'),
  'beta.realtime.transcriptionSessions.create': opensRealtime('0.input_audio_transcription.model'),
  'live.create': opensRealtime('0.session.model'),
  'beta.agents.create': { site: { kind: 'call', surface: 'agents', inference: false }, settings: model, locked: agentsReason },
  'beta.agents.sessions.create': { site: { kind: 'call', surface: 'agents' }, settings: { model: '0.agent.model' }, locked: agentsReason },
  'beta.agents.sessions.events.create': { site: { kind: 'call', surface: 'agents' }, locked: agentsReason },
  'beta.agents.sessions.stream': { site: { kind: 'call', surface: 'agents' }, locked: agentsReason },
  'decisions.create': { site: { kind: 'call', surface: 'decisions' }, settings: model, locked: 'no open-weight server answers decisions' },
  ...Object.fromEntries(
    ['create', 'edit', 'extend', 'remix'].map((name) => [
      `videos.${name}`,
      { site: { kind: 'call', surface: 'videos' }, settings: model, locked: 'no open-weight server offers videos through this call' },
    ]),
  ),
  withOptions: { settings: { baseUrl: '0.baseURL', key: '0.apiKey' }, returns: '@self' },
};

const azureMembers: Readonly<Record<string, Operation>> = Object.fromEntries(
  Object.entries(openaiMembers).map(([path, operation]) => [path, { ...operation, deployment: true }]),
);

const client: Shape = { members: openaiMembers };
const azureClient: Shape = { members: azureMembers };

/** v3: `new OpenAIApi(configuration).createChatCompletion()`. */
const legacyMembers: Readonly<Record<string, Operation>> = {
  createChatCompletion: { ...chat, settings: model },
  createCompletion: { site: { kind: 'call', surface: 'completions' }, settings: model },
  createEdit: { site: { kind: 'call', surface: 'completions' }, settings: model, locked: 'edits were never offered elsewhere' },
  createEmbedding: { site: { kind: 'call', surface: 'embeddings' }, settings: model },
  createImage: { site: { kind: 'call', surface: 'images' }, settings: model },
  createImageEdit: { site: { kind: 'call', surface: 'images' } },
  createImageVariation: { site: { kind: 'call', surface: 'images' } },
  createTranscription: { site: { kind: 'call', surface: 'transcriptions' }, settings: { model: '1' } },
  createTranslation: { site: { kind: 'call', surface: 'translations' }, settings: { model: '1' } },
  createModeration: { site: { kind: 'call', surface: 'moderations' }, settings: model, locked: 'no open-weight server offers moderations' },
  ...Object.fromEntries(
    ['createAnswer', 'createClassification', 'createSearch'].map((name) => [
      name,
      {
        site: { kind: 'call', surface: 'completions' },
        settings: name === 'createSearch' ? { model: '0' } : model,
        locked: 'its API was closed',
      },
    ]),
  ),
  listModels: { site: { kind: 'call', surface: 'models', inference: false } },
  retrieveModel: { site: { kind: 'call', surface: 'models', inference: false } },
  ...state('files', 'uploaded files', ['createFile', 'listFiles', 'retrieveFile', 'downloadFile', 'deleteFile']),
  ...state('fine-tuning', 'fine-tuning jobs', [
    'createFineTune',
    'listFineTunes',
    'listFineTuneEvents',
    'retrieveFineTune',
    'cancelFineTune',
  ]),
};

/** Its clients take the address apart from their options, and its calls answer in another form. */
const legacyUnmoved = 'its client is of version 3 of the package, which is called in another way than later ones';

function unmoved(operation: Operation): Operation {
  return operation.locked === undefined ? { ...operation, unmoved: legacyUnmoved } : operation;
}

/** Clients of v3, which a fork carries on. */
export const openaiLegacyShapes: Readonly<Record<string, Shape>> = {
  Configuration: { construct: { settings: { baseUrl: '0.basePath', key: '0.apiKey' }, returns: 'ConfigurationObject' } },
  ConfigurationObject: {},
  OpenAIApi: { construct: unmoved({ site: { kind: 'client' }, from: '0', settings: { baseUrl: '1' }, returns: 'LegacyClient' }) },
  LegacyClient: { members: Object.fromEntries(Object.entries(legacyMembers).map(([name, operation]) => [name, unmoved(operation)])) },
};

const realtimeOfClient: Operation = { ...opensRealtime('1.model'), from: '0' };
const realtime: Shape = {
  construct: opensRealtime('0.model'),
  members: { create: realtimeOfClient, azure: { ...realtimeOfClient, settings: { model: '1.deploymentName' } } },
};

/** What leads to Amazon's address for the same API. */
const bedrock: Operation = {
  settings: { baseUrl: '0.baseURL', key: '0.apiKey' },
  vendor: 'bedrock',
  defaultBaseUrl: 'https://bedrock-mantle.\uFFFC.api.aws/openai/v1',
};

/** What the official clients of every language read by themselves: `client.js` of 6.49.0, `_client_auth.py` of 3.57.0. */
export const openaiVariables: AmbientVariables = {
  baseUrl: 'OPENAI_BASE_URL',
  key: 'OPENAI_API_KEY',
  others: ['OPENAI_ORG_ID', 'OPENAI_PROJECT_ID', 'OPENAI_CUSTOM_HEADERS'],
};

/** Calls that show OpenAI's protocol whatever client makes them; many vendors' servers speak it. */
const told = unmistakable(
  // The second: what the client's `chat` was taken from.
  { ...openaiMembers, 'completions.create': chat, createChatCompletion: unmoved(chat) },
  Object.fromEntries(
    ['chat.completions.create', 'completions.create', 'chat.completions.parse', 'chat.completions.stream', 'createChatCompletion'].map(
      (path) => [path, ['0.messages']],
    ),
  ),
  null,
);

/** The official `openai` package, v3 to v7, and its fork for edge runtimes. */
export const openai: SdkDescription = {
  id: 'openai',
  language: 'javascript',
  packages: [
    'openai',
    'openai/index',
    'openai/index.mjs',
    'openai/client',
    'openai/azure',
    'openai/bedrock',
    'openai/beta/*',
    'openai/realtime/*',
    'openai/providers/*',
  ],
  exports: {
    default: 'OpenAI',
    OpenAI: 'OpenAI',
    AzureOpenAI: 'AzureOpenAI',
    BedrockOpenAI: 'BedrockOpenAI',
    OpenAIApi: 'OpenAIApi',
    Configuration: 'Configuration',
    bedrock: 'BedrockProvider',
    vertex: 'VertexProvider',
    OpenAIRealtimeWebSocket: 'Realtime',
    OpenAIRealtimeWS: 'Realtime',
    OpenAIRealtimeTranslationWS: 'Realtime',
  },
  callTexts: ['.createEmbedding(', '.createCompletion(', '.createImage(', '.createTranscription(', '.createModeration('],
  shapes: {
    OpenAI: {
      construct: {
        site: { kind: 'client' },
        from: '0.provider',
        settings: { baseUrl: '0.baseURL', key: '0.apiKey' },
        ambientVariables: openaiVariables,
        returns: 'Client',
      },
    },
    BedrockProvider: { call: { ...bedrock, returns: 'ProviderObject' } },
    VertexProvider: { call: { settings: { baseUrl: '0.baseURL' }, vendor: 'google', returns: 'ProviderObject' } },
    ProviderObject: {},
    Client: client,
    AzureOpenAI: {
      construct: {
        site: { kind: 'client' },
        settings: { baseUrl: ['0.endpoint', '0.baseURL'], key: '0.apiKey' },
        returns: 'AzureClient',
        vendor: 'azure-openai',
        defaultBaseUrl: 'https://\uFFFC.openai.azure.com',
        deployment: true,
        exchange: {
          becomes: { AzureOpenAI: 'OpenAI' },
          baseUrl: 'baseURL',
          keys: ['apiKey'],
          drop: { endpoint: 'baseURL', azureADTokenProvider: 'apiKey', apiVersion: null, deployment: null },
        },
      },
    },
    AzureClient: azureClient,
    BedrockOpenAI: { construct: { ...bedrock, site: { kind: 'client' }, returns: 'Client' } },
    ...openaiLegacyShapes,
    Realtime: realtime,
  },
  vendor: 'openai',
  defaultBaseUrl: 'https://api.openai.com/v1',
  baseUrlVariables: ['OPENAI_BASE_URL', 'OPENAI_API_BASE'],
  keyVariables: ['OPENAI_API_KEY'],
  told,
  rewrite: {
    protocol: 'openai',
    raw: {
      addresses: [
        { url: 'https://api.openai.com/v1/chat/completions', surface: 'chat', path: '/chat/completions' },
        { url: 'https://api.openai.com/v1/embeddings', surface: 'embeddings', path: '/embeddings' },
        { url: 'https://api.openai.com/v1/responses', surface: 'responses', path: '/responses' },
      ],
      keyHeader: 'authorization',
      bearer: true,
      plainHeaders: [],
    },
    surfaces: ['chat', 'responses', 'completions', 'embeddings', 'transcriptions', 'translations', 'models'],
    headersOption: 'defaultHeaders',
    keyHeaders: ['authorization'],
    customerOptions: ['organization', 'project'],
    credentialOptions: ['workloadIdentity', 'provider', 'adminAPIKey', 'credential', 'x509Transport', 'dataResidency'],
    browserOption: 'dangerouslyAllowBrowser',
  },
  versions: '3.3.0, 4.104.0, 6.49.0, 7.57.0',
  source: 'https://github.com/openai/openai-node',
};
