import type { Operation, SdkDescription } from '../../../core/match/description';
import { openai, openaiLegacyShapes, openaiMembers } from '../openai';
import { allAsk, asks, makesClient, runNoModel, some } from './operations';

/** What an SDK made after the official `openai` package differs in. */
interface OpenAiShaped {
  readonly id: string;
  /** The class, also the default export. */
  readonly name: string;
  readonly vendor: string;
  readonly defaultBaseUrl: string;
  readonly baseUrlVariables?: readonly string[];
  readonly keyVariables: readonly string[];
  readonly members: Readonly<Record<string, Operation>>;
  readonly versions: string;
  readonly source: string;
}

const modelLists = ['models.list', 'models.retrieve'];

const rows: readonly OpenAiShaped[] = [
  {
    id: 'groq-sdk',
    name: 'Groq',
    vendor: 'groq',
    defaultBaseUrl: 'https://api.groq.com',
    baseUrlVariables: ['GROQ_BASE_URL'],
    keyVariables: ['GROQ_API_KEY'],
    members: {
      ...some(openaiMembers, ['chat.completions.create', 'embeddings.create', ...modelLists, 'models.delete']),
      ...some(openaiMembers, ['audio.transcriptions.create', 'audio.translations.create', 'audio.speech.create']),
      ...some(openaiMembers, [
        'batches.create',
        'batches.list',
        'batches.retrieve',
        'files.create',
        'files.list',
        'files.content',
        'files.delete',
      ]),
    },
    versions: '1.6.0',
    source: 'https://github.com/groq/groq-typescript',
  },
  {
    id: 'together-ai',
    name: 'Together',
    vendor: 'together',
    defaultBaseUrl: 'https://api.together.ai/v1',
    baseUrlVariables: ['TOGETHER_BASE_URL'],
    keyVariables: ['TOGETHER_API_KEY'],
    members: {
      ...some(openaiMembers, ['chat.completions.create', 'chat.completions.stream', 'completions.create', 'embeddings.create']),
      ...some(openaiMembers, ['audio.transcriptions.create', 'audio.translations.create', 'audio.speech.create', 'videos.create']),
      ...some(openaiMembers, ['images.generate', 'models.list', 'batches.create', 'batches.list', 'batches.retrieve', 'batches.cancel']),
      'images.create': asks('images'),
      'rerank.create': asks('rerank'),
      ...runNoModel('files', ['files.upload', 'files.list', 'files.retrieve', 'files.delete', 'files.content']),
      ...runNoModel('fine-tuning', ['fineTuning.create', 'fineTuning.list', 'fineTuning.retrieve', 'fineTuning.cancel']),
    },
    versions: '0.6.0, 0.52.0',
    source: 'https://github.com/togethercomputer/together-typescript',
  },
  {
    id: '@cerebras/cerebras_cloud_sdk',
    name: 'Cerebras',
    vendor: 'cerebras',
    defaultBaseUrl: 'https://api.cerebras.ai',
    baseUrlVariables: ['CEREBRAS_BASE_URL'],
    keyVariables: ['CEREBRAS_API_KEY'],
    members: some(openaiMembers, ['chat.completions.create', 'completions.create', ...modelLists]),
    versions: '1.91.0',
    source: 'https://github.com/Cerebras/cerebras-cloud-sdk-node',
  },
  {
    id: '@perplexity-ai/perplexity_ai',
    name: 'Perplexity',
    vendor: 'perplexity',
    defaultBaseUrl: 'https://api.perplexity.ai',
    baseUrlVariables: ['PERPLEXITY_BASE_URL'],
    keyVariables: ['PERPLEXITY_API_KEY'],
    members: {
      ...some(openaiMembers, ['chat.completions.create', 'responses.create', 'embeddings.create']),
      'contextualizedEmbeddings.create': asks('embeddings'),
      'async.chat.completions.create': asks('chat', '0.request.model'),
      'search.create': asks('search', null),
    },
    versions: '0.38.5',
    source: 'https://github.com/perplexityai/perplexity-node',
  },
  {
    id: 'ai21',
    name: 'AI21',
    vendor: 'ai21',
    defaultBaseUrl: 'https://api.ai21.com/studio/v1',
    baseUrlVariables: ['AI21_BASE_URL'],
    keyVariables: ['AI21_API_KEY'],
    members: {
      ...some(openaiMembers, ['chat.completions.create', 'files.create', 'files.list', 'files.delete']),
      'conversationalRag.create': asks('chat'),
    },
    versions: '1.1.0',
    source: 'https://github.com/AI21Labs/ai21-typescript',
  },
  {
    id: 'portkey-ai',
    name: 'Portkey',
    vendor: 'portkey',
    defaultBaseUrl: 'https://api.portkey.ai/v1',
    baseUrlVariables: ['PORTKEY_BASE_URL'],
    keyVariables: ['PORTKEY_API_KEY'],
    members: { ...openaiMembers, ...allAsk('chat', ['prompts.completions.create', 'generations.create'], null) },
    versions: '3.1.0',
    source: 'https://github.com/Portkey-AI/portkey-node-sdk',
  },
];

/** SDKs of other vendors that are made like the official `openai` package. */
export const openaiShaped: readonly SdkDescription[] = rows.map(({ name, members, ...row }) => ({
  ...row,
  language: 'javascript',
  packages: [row.id, `${row.id}/*`],
  exports: { default: name, [name]: name },
  shapes: {
    [name]: { construct: makesClient('Client', { baseUrl: '0.baseURL', key: '0.apiKey' }) },
    Client: { members },
  },
}));

/** The fork of `openai` v3 for edge runtimes. */
export const openaiEdge: SdkDescription = {
  ...openai,
  id: 'openai-edge',
  packages: ['openai-edge'],
  exports: { OpenAIApi: 'OpenAIApi', Configuration: 'Configuration' },
  shapes: openaiLegacyShapes,
  versions: '1.2.2',
  source: 'https://github.com/dan-kwiat/openai-edge',
};
