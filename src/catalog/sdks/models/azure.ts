import type { SdkDescription } from '../../../core/match/description';
import { allAsk, makesClient } from './operations';

const deployment = '0';

/** `@azure/openai` before v2, which has types only: the first argument of every call names a deployment. */
export const azureOpenAi: SdkDescription = {
  id: '@azure/openai',
  language: 'javascript',
  packages: ['@azure/openai'],
  exports: { OpenAIClient: 'OpenAIClient' },
  shapes: {
    OpenAIClient: { construct: makesClient('Client', { baseUrl: '0', key: '1' }, { vendor: 'azure-openai', deployment: true }) },
    Client: {
      members: {
        ...allAsk('chat', ['getChatCompletions', 'streamChatCompletions', 'listChatCompletions'], deployment),
        ...allAsk('completions', ['getCompletions', 'streamCompletions', 'listCompletions'], deployment),
        ...allAsk('embeddings', ['getEmbeddings'], deployment),
        ...allAsk('images', ['getImages'], deployment),
        ...allAsk('transcriptions', ['getAudioTranscription'], deployment),
        ...allAsk('translations', ['getAudioTranslation'], deployment),
      },
    },
  },
  vendor: 'azure-openai',
  defaultBaseUrl: 'https://\uFFFC.openai.azure.com',
  baseUrlVariables: ['AZURE_OPENAI_ENDPOINT'],
  keyVariables: ['AZURE_OPENAI_API_KEY'],
  versions: '1.0.0-beta.13',
  source: 'https://www.npmjs.com/package/@azure/openai/v/1.0.0-beta.13',
};

/** Azure's client for models of every lab: a path is asked with a body. */
export const azureInference: SdkDescription = {
  id: '@azure-rest/ai-inference',
  language: 'javascript',
  packages: ['@azure-rest/ai-inference'],
  exports: { default: 'CreateClient', ModelClient: 'ClientType' },
  shapes: {
    CreateClient: { call: makesClient('Client', { baseUrl: '0', key: '1' }, { vendor: 'azure-ai' }) },
    ClientType: { construct: { returns: 'Client', vendor: 'azure-ai' } },
    Client: {
      members: { path: { settings: { path: '0' }, returns: 'Path' }, pathUnchecked: { settings: { path: '0' }, returns: 'Path' } },
    },
    Path: { members: { post: { site: { kind: 'call' }, settings: { model: '0.body.model' } } } },
  },
  paths: [
    { contains: '/chat/completions', surface: 'chat' },
    { contains: '/images/embeddings', surface: 'embeddings' },
    { contains: '/embeddings', surface: 'embeddings' },
  ],
  vendor: 'azure-ai',
  defaultBaseUrl: 'https://\uFFFC.services.ai.azure.com/models',
  baseUrlVariables: ['AZURE_INFERENCE_ENDPOINT'],
  keyVariables: ['AZURE_INFERENCE_CREDENTIAL'],
  versions: '1.0.0-beta.6',
  source: 'https://www.npmjs.com/package/@azure-rest/ai-inference',
};
