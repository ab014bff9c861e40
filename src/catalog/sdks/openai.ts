import type { Operation, SdkDescription, Shape } from '../../core/match/description';

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
} as const;

const responseFeatures = {
  tools: '0.tools',
  tool_choice: '0.tool_choice',
  json_schema: '0.text.format',
  previous_response_id: '0.previous_response_id',
  conversation: '0.conversation',
  store: '0.store',
  background: '0.background',
} as const;

const model = { model: '0.model' } as const;
const chat: Operation = { site: { kind: 'call', surface: 'chat' }, settings: model, features: chatFeatures };
const responses: Operation = { site: { kind: 'call', surface: 'responses' }, settings: model, features: responseFeatures };

/** A call that runs no model and has no counterpart on open-weight servers. */
function serverState(surface: string, what: string): Operation {
  return { site: { kind: 'call', surface, inference: false }, locked: `${what} live on the vendor's server` };
}

function state(surface: string, what: string, names: readonly string[]): Record<string, Operation> {
  return Object.fromEntries(names.map((name) => [name, serverState(surface, what)]));
}

const assistantsReason = "assistants, threads and runs live on the vendor's server";
const runs: Operation = { site: { kind: 'call', surface: 'assistants' }, settings: { model: '1.model' }, locked: assistantsReason };

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
  ...state('responses', 'stored responses', ['responses.retrieve', 'responses.cancel', 'responses.delete', 'responses.inputItems.list']),
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
  ...state('files', 'uploaded files', [
    'files.create',
    'files.list',
    'files.retrieve',
    'files.content',
    'files.retrieveContent',
    'files.del',
    'files.delete',
    'files.waitForProcessing',
    'uploads.create',
    'uploads.complete',
    'uploads.parts.create',
  ]),
  ...state('batches', 'batches', ['batches.create', 'batches.retrieve', 'batches.list', 'batches.cancel']),
  ...state('fine-tuning', 'fine-tuning jobs', [
    'fineTuning.jobs.create',
    'fineTuning.jobs.retrieve',
    'fineTuning.jobs.list',
    'fineTuning.jobs.cancel',
    'fineTuning.jobs.listEvents',
    'fineTunes.create',
    'fineTunes.list',
    'fineTunes.retrieve',
  ]),
  ...Object.fromEntries(
    ['vectorStores', 'beta.vectorStores'].flatMap((root) =>
      [
        'create',
        'retrieve',
        'update',
        'list',
        'del',
        'delete',
        'search',
        'files.create',
        'files.createAndPoll',
        'files.upload',
        'files.uploadAndPoll',
        'files.list',
        'files.retrieve',
        'files.poll',
        'files.del',
        'files.delete',
        'fileBatches.create',
        'fileBatches.createAndPoll',
        'fileBatches.uploadAndPoll',
        'fileBatches.retrieve',
        'fileBatches.poll',
      ].map((name) => [`${root}.${name}`, serverState('vectorStores', 'vector stores')]),
    ),
  ),
  ...state('assistants', 'assistants and threads', [
    'beta.assistants.retrieve',
    'beta.assistants.list',
    'beta.assistants.del',
    'beta.assistants.delete',
    'beta.threads.create',
    'beta.threads.retrieve',
    'beta.threads.update',
    'beta.threads.del',
    'beta.threads.delete',
    'beta.threads.messages.create',
    'beta.threads.messages.list',
    'beta.threads.messages.retrieve',
    'beta.threads.messages.update',
    'beta.threads.messages.del',
    'beta.threads.runs.retrieve',
    'beta.threads.runs.list',
    'beta.threads.runs.cancel',
    'beta.threads.runs.poll',
    'beta.threads.runs.steps.list',
    'beta.threads.runs.steps.retrieve',
    'conversations.create',
    'conversations.retrieve',
    'conversations.items.create',
    'conversations.items.list',
  ]),
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
  'realtime.clientSecrets.create': {
    site: { kind: 'call', surface: 'realtime' },
    settings: { model: '0.session.model' },
    locked: 'no open-weight server offers this realtime protocol',
  },
  'beta.realtime.sessions.create': {
    site: { kind: 'call', surface: 'realtime' },
    settings: model,
    locked: 'no open-weight server offers this realtime protocol',
  },
  'videos.create': {
    site: { kind: 'call', surface: 'videos' },
    settings: model,
    locked: 'no open-weight server offers videos through this call',
  },
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
  listModels: { site: { kind: 'call', surface: 'models', inference: false } },
  retrieveModel: { site: { kind: 'call', surface: 'models', inference: false } },
  ...state('files', 'uploaded files', ['createFile', 'listFiles', 'retrieveFile', 'downloadFile', 'deleteFile']),
  ...state('fine-tuning', 'fine-tuning jobs', ['createFineTune', 'listFineTunes', 'retrieveFineTune', 'cancelFineTune']),
};

const realtime: Operation = {
  site: { kind: 'call', surface: 'realtime' },
  settings: { model: '0.model' },
  locked: 'no open-weight server offers this realtime protocol',
};

/** The official `openai` package, v3 to v7, and its fork for edge runtimes. */
export const openai: SdkDescription = {
  id: 'openai',
  language: 'javascript',
  packages: ['openai', 'openai/index', 'openai/index.mjs', 'openai/client', 'openai/azure', 'openai/beta/*', 'openai/realtime/*'],
  exports: {
    default: 'OpenAI',
    OpenAI: 'OpenAI',
    AzureOpenAI: 'AzureOpenAI',
    OpenAIApi: 'OpenAIApi',
    Configuration: 'Configuration',
    OpenAIRealtimeWebSocket: 'Realtime',
    OpenAIRealtimeWS: 'Realtime',
  },
  shapes: {
    OpenAI: { construct: { site: { kind: 'client' }, settings: { baseUrl: '0.baseURL', key: '0.apiKey' }, returns: 'Client' } },
    Client: client,
    AzureOpenAI: {
      construct: {
        site: { kind: 'client' },
        settings: { baseUrl: ['0.endpoint', '0.baseURL'], key: '0.apiKey' },
        returns: 'AzureClient',
        vendor: 'azure-openai',
        defaultBaseUrl: 'https://\uFFFC.openai.azure.com',
        deployment: true,
      },
    },
    AzureClient: azureClient,
    Configuration: { construct: { settings: { baseUrl: '0.basePath', key: '0.apiKey' }, returns: 'ConfigurationObject' } },
    ConfigurationObject: {},
    OpenAIApi: { construct: { site: { kind: 'client' }, from: '0', settings: { baseUrl: '1' }, returns: 'LegacyClient' } },
    LegacyClient: { members: legacyMembers },
    Realtime: { construct: realtime },
  },
  vendor: 'openai',
  defaultBaseUrl: 'https://api.openai.com/v1',
  baseUrlVariables: ['OPENAI_BASE_URL', 'OPENAI_API_BASE'],
  keyVariables: ['OPENAI_API_KEY'],
  rewrite: {
    protocol: 'openai',
    surfaces: ['chat', 'responses', 'completions', 'embeddings', 'transcriptions', 'translations', 'models'],
    credentialOptions: ['workloadIdentity', 'provider', 'adminAPIKey'],
  },
  versions: '3.3, 4.x, 6.49.0, 7.57.0',
  source: 'https://github.com/openai/openai-node',
};
