import type { SdkDescription } from '../../../core/match/description';
import { mistralRecipe } from './mistralTranslation';
import { allAsk, makesClient, runNoModel } from './operations';

const conversations = ['start', 'startStream', 'append', 'appendStream', 'restart', 'restartStream'].map(
  (name) => `beta.conversations.${name}`,
);

const features = {
  tools: '0.tools',
  tool_choice: '0.toolChoice',
  json_schema: '0.responseFormat',
  n: '0.n',
  prediction: '0.prediction',
} as const;

/** `@mistralai/mistralai`: the class `Mistral` since v1, before it the default export `MistralClient`. */
export const mistral: SdkDescription = {
  id: '@mistralai/mistralai',
  language: 'javascript',
  packages: ['@mistralai/mistralai', '@mistralai/mistralai/sdk/*'],
  exports: { Mistral: 'Mistral', default: 'MistralClient', MistralClient: 'MistralClient' },
  shapes: {
    Mistral: { construct: makesClient('Client', { baseUrl: '0.serverURL', key: '0.apiKey' }) },
    Client: {
      members: {
        ...allAsk('chat', ['chat.complete', 'chat.stream', 'chat.parse', 'chat.parseStream'], '0.model', { features }),
        ...allAsk('chat', conversations, '0.model', { locked: "conversations live on the vendor's server" }),
        ...allAsk('chat', ['agents.complete', 'agents.stream'], null, { locked: "hosted agents live on the vendor's server" }),
        ...allAsk('completions', ['fim.complete', 'fim.stream']),
        ...allAsk('embeddings', ['embeddings.create']),
        ...allAsk('ocr', ['ocr.process']),
        ...allAsk('moderations', ['classifiers.moderate', 'classifiers.moderateChat', 'classifiers.classify', 'classifiers.classifyChat']),
        ...allAsk('transcriptions', ['audio.transcriptions.complete', 'audio.transcriptions.stream']),
        ...allAsk('speech', ['audio.speech.complete']),
        ...runNoModel('models', ['models.list', 'models.retrieve', 'models.delete']),
        ...runNoModel('files', ['files.upload', 'files.list', 'files.retrieve', 'files.delete', 'files.download', 'files.getSignedUrl']),
        ...runNoModel('batches', ['batch.jobs.create', 'batch.jobs.list', 'batch.jobs.get', 'batch.jobs.cancel']),
        ...runNoModel('assistants', ['beta.agents.create', 'beta.agents.list', 'beta.agents.get', 'beta.agents.update']),
      },
    },
    MistralClient: { construct: makesClient('LegacyClient', { key: '0', baseUrl: '1' }) },
    LegacyClient: {
      members: {
        ...allAsk('chat', ['chat', 'chatStream']),
        ...allAsk('completions', ['completion', 'completionStream']),
        ...allAsk('embeddings', ['embeddings']),
        ...runNoModel('models', ['listModels']),
      },
    },
  },
  vendor: 'mistral',
  defaultBaseUrl: 'https://api.mistral.ai',
  keyVariables: ['MISTRAL_API_KEY'],
  rewrite: mistralRecipe,
  versions: '0.5.0, 2.7.0',
  source: 'https://github.com/mistralai/client-ts',
};
