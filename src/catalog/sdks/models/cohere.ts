import type { SdkDescription } from '../../../core/match/description';
import { allAsk, makesClient, runNoModel } from './operations';

const requests = {
  ...allAsk('chat', ['chat', 'chatStream', 'v2.chat', 'v2.chatStream']),
  ...allAsk('embeddings', ['embed', 'v2.embed']),
  ...allAsk('rerank', ['rerank', 'v2.rerank']),
  ...allAsk('completions', ['generate', 'generateStream', 'summarize']),
  ...allAsk('classifications', ['classify']),
  ...allAsk('ocr', ['parse', 'v2.parse']),
  ...allAsk('transcriptions', ['audio.transcriptions.create']),
  ...runNoModel('tokenize', ['tokenize', 'detokenize']),
  ...runNoModel('models', ['models.list', 'models.get', 'checkApiKey']),
  ...runNoModel('batches', ['embedJobs.create', 'embedJobs.list', 'embedJobs.get', 'embedJobs.cancel', 'batches.create', 'batches.list']),
  ...runNoModel('files', ['datasets.create', 'datasets.list', 'datasets.get', 'datasets.delete']),
  ...runNoModel('fine-tuning', ['finetuning.createFinetunedModel', 'finetuning.listFinetunedModels', 'finetuning.getFinetunedModel']),
};
const client = makesClient('Client', { baseUrl: ['0.baseUrl', '0.environment'], key: '0.token' });

/** `cohere-ai`: clients since v7, before that one ready-made object. */
export const cohere: SdkDescription = {
  id: 'cohere-ai',
  language: 'javascript',
  packages: ['cohere-ai', 'cohere-ai/aws'],
  exports: {
    CohereClient: 'Cohere',
    CohereClientV2: 'Cohere',
    BedrockClient: 'OnBedrock',
    BedrockClientV2: 'OnBedrock',
    SagemakerClient: 'OnSagemaker',
    SagemakerClientV2: 'OnSagemaker',
    default: 'Client',
  },
  shapes: {
    Cohere: { construct: client },
    Client: { members: requests },
    OnBedrock: { construct: { ...client, vendor: 'bedrock', defaultBaseUrl: 'https://bedrock-runtime.\uFFFC.amazonaws.com' } },
    OnSagemaker: { construct: { ...client, vendor: 'sagemaker', defaultBaseUrl: 'https://runtime.sagemaker.\uFFFC.amazonaws.com' } },
  },
  vendor: 'cohere',
  defaultBaseUrl: 'https://api.cohere.com',
  keyVariables: ['CO_API_KEY'],
  versions: '6.2.2, 7.21.0, 8.1.0',
  source: 'https://github.com/cohere-ai/cohere-typescript',
};
