import type { Operation, SdkDescription, Shape } from '../../../core/match/description';
import { asks, makesClient } from '../models/operations';

const defaultBaseUrl = 'https://api.openai.com/v1';

const makes: Operation = makesClient('Client', { baseUrl: '0.baseUrl', key: '0.apiKey' });
const client: Shape = {
  members: {
    createChatCompletion: asks('chat'),
    streamChatCompletion: asks('chat'),
    createCompletions: asks('completions'),
    streamCompletion: asks('completions'),
    createEmbeddings: asks('embeddings'),
    createModeration: asks('moderations', '0.model', { locked: 'no open-weight server offers moderations' }),
    createSpeech: asks('speech'),
  },
};

/** `openai-fetch`: a small client for OpenAI's API. */
const openaiFetch: SdkDescription = {
  id: 'openai-fetch',
  language: 'javascript',
  packages: ['openai-fetch'],
  exports: { OpenAIClient: 'OpenAIClient' },
  shapes: { OpenAIClient: { construct: makes }, Client: client },
  vendor: 'openai',
  defaultBaseUrl,
  keyVariables: ['OPENAI_API_KEY'],
  unmoved: 'its client names options and methods of its own',
  versions: '3.4.2',
  source: 'https://github.com/dexaai/openai-fetch',
};

/** A model of Dexter: over a client of `openai-fetch`, its own where none is given. */
function model(surface: string, defaultModel: string): Pick<SdkDescription, 'shapes'>['shapes'] {
  return {
    [`class for ${surface}`]: {
      construct: {
        site: { kind: 'model-binding', surface },
        from: '0.client',
        settings: { model: '0.params.model' },
        defaultModel,
        returns: `model for ${surface}`,
      },
    },
    [`model for ${surface}`]: {
      members: { run: asks(surface), extend: { settings: { model: '0.params.model' }, returns: '@self' } },
    },
  };
}

const runs: Operation = { from: '0.chatModel', returns: 'Runner' };

/** Dexter: models, and runners over them. */
const dexter: SdkDescription = {
  id: '@dexaai/dexter',
  language: 'javascript',
  packages: ['@dexaai/dexter', '@dexaai/dexter/*'],
  exports: {
    createOpenAIClient: 'CreateClient',
    ChatModel: 'class for chat',
    CompletionModel: 'class for completions',
    EmbeddingModel: 'class for embeddings',
    createAIRunner: 'CreateRunner',
    createExtractFunction: 'CreateRunner',
    createAIExtractFunction: 'CreateRunner',
  },
  shapes: {
    CreateClient: { call: makes },
    Client: client,
    ...model('chat', 'gpt-3.5-turbo'),
    ...model('completions', 'gpt-3.5-turbo-instruct'),
    ...model('embeddings', 'text-embedding-ada-002'),
    CreateRunner: { call: runs },
    Runner: { call: asks('chat', null) },
  },
  vendor: 'openai',
  defaultBaseUrl,
  keyVariables: ['OPENAI_API_KEY'],
  unmoved: 'a model is exchanged together with the client it is asked through',
  versions: '4.1.1',
  source: 'https://github.com/dexaai/dexter',
};

/** Dexa's client for OpenAI, and its models over it. */
export const openaiFetchSdks: readonly SdkDescription[] = [openaiFetch, dexter];
