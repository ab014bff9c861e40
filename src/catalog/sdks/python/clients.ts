import type { SdkDescription, Shape } from '../../../core/match/description';
import { allAsk, asks, makesClient, runNoModel, some } from '../models/operations';
import { openaiPythonMembers } from './openai';
import { exportsOf, moduleClient, moduleFunctions, withRawResponses } from './pythonic';

const coherePaths = { chat: ['chat', 'chat_stream'], embeddings: ['embed'], rerank: ['rerank'] };
const cohereMembers = {
  ...Object.fromEntries(
    Object.entries(coherePaths).flatMap(([surface, names]) =>
      Object.entries(allAsk(surface, [...names, ...names.map((name) => `v2.${name}`)], 'model=')),
    ),
  ),
  ...allAsk('completions', ['generate', 'generate_stream', 'summarize'], 'model='),
  ...allAsk('classifications', ['classify'], 'model='),
  ...runNoModel('tokenize', ['tokenize', 'detokenize']),
  ...runNoModel('models', ['models.list', 'models.get', 'check_api_key']),
  ...runNoModel('batches', ['embed_jobs.create', 'embed_jobs.list', 'embed_jobs.get', 'embed_jobs.cancel']),
  ...runNoModel('files', ['datasets.create', 'datasets.list', 'datasets.get', 'datasets.delete']),
};
const cohereClient = makesClient('Client', { baseUrl: 'base_url=', key: ['api_key=', '0'] });

const cohere: SdkDescription = {
  id: 'cohere',
  language: 'python',
  packages: ['cohere', 'cohere.client', 'cohere.client_v2'],
  exports: {
    ...exportsOf(['Client', 'AsyncClient', 'ClientV2', 'AsyncClientV2'], 'Cohere'),
    ...exportsOf(['BedrockClient', 'BedrockClientV2'], 'OnBedrock'),
    ...exportsOf(['SagemakerClient', 'SagemakerClientV2'], 'OnSagemaker'),
  },
  shapes: {
    Cohere: { construct: cohereClient },
    OnBedrock: { construct: { ...cohereClient, vendor: 'bedrock', defaultBaseUrl: 'https://bedrock-runtime.\uFFFC.amazonaws.com' } },
    OnSagemaker: { construct: { ...cohereClient, vendor: 'sagemaker', defaultBaseUrl: 'https://runtime.sagemaker.\uFFFC.amazonaws.com' } },
    Client: { members: cohereMembers },
  },
  vendor: 'cohere',
  defaultBaseUrl: 'https://api.cohere.com',
  keyVariables: ['CO_API_KEY'],
  baseUrlVariables: ['CO_API_URL'],
  versions: '5.15.0, 7.3.1',
  source: 'https://github.com/cohere-ai/cohere-python',
};

/** Every method of Mistral's client has an asynchronous twin. */
const withAsync = (names: readonly string[]): string[] => names.flatMap((name) => [name, `${name}_async`]);

const mistral: SdkDescription = {
  id: 'mistralai',
  language: 'python',
  packages: ['mistralai', 'mistralai.client', 'mistralai.async_client', 'mistralai.azure.client', 'mistralai.gcp.client'],
  exports: {
    Mistral: 'Mistral',
    ...exportsOf(['MistralClient', 'MistralAsyncClient'], 'FormerClass'),
    MistralAzure: 'OnAzure',
    MistralGCP: 'OnGoogle',
  },
  shapes: {
    Mistral: { construct: makesClient('Client', { baseUrl: 'server_url=', key: 'api_key=' }) },
    OnAzure: { construct: makesClient('Client', { baseUrl: 'server_url=', key: 'api_key=' }, { vendor: 'azure-ai' }) },
    OnGoogle: { construct: makesClient('Client', {}, { vendor: 'google', defaultBaseUrl: 'https://\uFFFC-aiplatform.googleapis.com' }) },
    Client: {
      members: {
        ...allAsk('chat', withAsync(['chat.complete', 'chat.stream', 'chat.parse', 'chat.parse_stream']), 'model='),
        ...allAsk('chat', withAsync(['beta.conversations.start', 'beta.conversations.append']), 'model='),
        ...allAsk('chat', withAsync(['agents.complete', 'agents.stream']), null),
        ...allAsk('completions', withAsync(['fim.complete', 'fim.stream']), 'model='),
        ...allAsk('embeddings', withAsync(['embeddings.create']), 'model='),
        ...allAsk('ocr', withAsync(['ocr.process']), 'model='),
        ...allAsk('moderations', withAsync(['classifiers.moderate', 'classifiers.moderate_chat', 'classifiers.classify']), 'model='),
        ...allAsk('speech', withAsync(['audio.speech.complete']), 'model='),
        ...allAsk('transcriptions', withAsync(['audio.transcriptions.complete', 'audio.transcriptions.stream']), 'model='),
        ...runNoModel('models', withAsync(['models.list', 'models.retrieve', 'models.delete'])),
        ...runNoModel('files', withAsync(['files.upload', 'files.list', 'files.retrieve', 'files.delete', 'files.get_signed_url'])),
        ...runNoModel('batches', withAsync(['batch.jobs.create', 'batch.jobs.list', 'batch.jobs.get', 'batch.jobs.cancel'])),
      },
    },
    FormerClass: { construct: makesClient('FormerClient', { key: ['api_key=', '0'], baseUrl: 'endpoint=' }) },
    FormerClient: {
      members: {
        ...allAsk('chat', ['chat', 'chat_stream'], 'model='),
        ...allAsk('completions', ['completion', 'completion_stream'], 'model='),
        ...allAsk('embeddings', ['embeddings'], 'model='),
        ...runNoModel('models', ['list_models']),
      },
    },
  },
  vendor: 'mistral',
  defaultBaseUrl: 'https://api.mistral.ai',
  keyVariables: ['MISTRAL_API_KEY'],
  versions: '0.4.2, 3.7.0',
  source: 'https://github.com/mistralai/client-python',
};

const groqMembers = withRawResponses(
  some(openaiPythonMembers, [
    'chat.completions.create',
    'embeddings.create',
    'audio.transcriptions.create',
    'audio.translations.create',
    'audio.speech.create',
    'models.list',
    'models.retrieve',
  ]),
);

const groq: SdkDescription = {
  id: 'groq',
  language: 'python',
  packages: ['groq'],
  exports: exportsOf(['Groq', 'AsyncGroq', 'Client', 'AsyncClient'], 'Groq'),
  shapes: { Groq: { construct: makesClient('Client', { baseUrl: 'base_url=', key: 'api_key=' }) }, Client: { members: groqMembers } },
  vendor: 'groq',
  defaultBaseUrl: 'https://api.groq.com',
  baseUrlVariables: ['GROQ_BASE_URL'],
  keyVariables: ['GROQ_API_KEY'],
  versions: '1.7.0',
  source: 'https://github.com/groq/groq-python',
};

const formerTogether = (surface: string): Shape => ({
  members: { create: asks(surface, ['model=', '1']), create_streaming: asks(surface, ['model=', '1']) },
});

const together: SdkDescription = {
  id: 'together',
  language: 'python',
  packages: ['together'],
  exports: {
    ...exportsOf(['Together', 'AsyncTogether', 'Client', 'AsyncClient'], 'Together'),
    Complete: 'Complete',
    Embeddings: 'Embeddings',
    Image: 'Image',
  },
  shapes: {
    Together: { construct: makesClient('Client', { baseUrl: 'base_url=', key: 'api_key=' }) },
    Client: {
      members: {
        ...some(openaiPythonMembers, ['chat.completions.create', 'completions.create', 'embeddings.create', 'images.generate']),
        ...some(openaiPythonMembers, ['audio.transcriptions.create', 'audio.translations.create', 'audio.speech.create', 'models.list']),
        'rerank.create': asks('rerank', 'model='),
        ...runNoModel('files', ['files.upload', 'files.list', 'files.retrieve', 'files.delete']),
        ...runNoModel('fine-tuning', ['fine_tuning.create', 'fine_tuning.list', 'fine_tuning.retrieve', 'fine_tuning.cancel']),
      },
    },
    Complete: formerTogether('completions'),
    Embeddings: formerTogether('embeddings'),
    Image: formerTogether('images'),
  },
  vendor: 'together',
  defaultBaseUrl: 'https://api.together.ai',
  baseUrlVariables: ['TOGETHER_BASE_URL'],
  keyVariables: ['TOGETHER_API_KEY'],
  versions: '0.2.11, 3.1.1',
  source: 'https://github.com/togethercomputer/together-python',
};

const ollamaMembers = {
  ...allAsk('chat', ['chat'], ['model=', '0']),
  ...allAsk('completions', ['generate'], ['model=', '0']),
  ...allAsk('embeddings', ['embed', 'embeddings'], ['model=', '0']),
  ...runNoModel('models', ['list', 'ps', 'show', 'pull', 'push', 'create', 'copy', 'delete']),
};
const ollamaModule = moduleFunctions(ollamaMembers);

const ollama: SdkDescription = {
  id: 'ollama',
  language: 'python',
  packages: ['ollama'],
  exports: { ...ollamaModule.exports, ...exportsOf(['Client', 'AsyncClient'], 'Ollama') },
  shapes: {
    ...ollamaModule.shapes,
    Ollama: { construct: makesClient('Client', { host: ['host=', '0'] }, { vendor: 'ollama' }) },
    Client: { members: ollamaMembers },
  },
  vendor: 'ollama',
  defaultBaseUrl: 'http://127.0.0.1:11434',
  baseUrlVariables: ['OLLAMA_HOST'],
  versions: '0.6.3',
  source: 'https://github.com/ollama/ollama-python',
};

const replicateMembers = {
  ...allAsk('predictions', ['run', 'async_run', 'stream', 'async_stream'], ['ref=', '0']),
  ...allAsk('predictions', ['predictions.create', 'predictions.async_create'], ['model=', 'version=']),
  ...runNoModel('predictions', ['predictions.get', 'predictions.list', 'predictions.cancel']),
  ...runNoModel('models', ['models.get', 'models.list', 'models.versions.list']),
  ...runNoModel('fine-tuning', ['trainings.create', 'trainings.get', 'trainings.list']),
  ...runNoModel('files', ['files.create', 'files.list', 'files.get', 'files.delete']),
};
const replicateFunctions = moduleFunctions(replicateMembers);
const replicateObjects = moduleClient(replicateMembers);

const replicate: SdkDescription = {
  id: 'replicate',
  language: 'python',
  packages: ['replicate', 'replicate.client'],
  exports: {
    ...replicateFunctions.exports,
    ...replicateObjects.exports,
    Client: 'Replicate',
  },
  shapes: {
    ...replicateFunctions.shapes,
    ...replicateObjects.shapes,
    Replicate: { construct: makesClient('Client', { key: 'api_token=', baseUrl: 'base_url=' }) },
    Client: { members: replicateMembers },
  },
  vendor: 'replicate',
  defaultBaseUrl: 'https://api.replicate.com/v1',
  keyVariables: ['REPLICATE_API_TOKEN'],
  versions: '1.0.7',
  source: 'https://github.com/replicate/replicate-python',
};

const zhipuMembers = {
  ...some(openaiPythonMembers, ['chat.completions.create', 'embeddings.create', 'moderations.create', 'audio.transcriptions.create']),
  ...allAsk('images', ['images.generations'], 'model='),
  ...allAsk('videos', ['videos.generations'], 'model='),
  ...allAsk('speech', ['audio.speech'], 'model='),
  ...allAsk('chat', ['chat.asyncCompletions.create'], 'model='),
  ...runNoModel('files', ['files.create', 'files.list', 'files.delete', 'files.content']),
};

/** Zhipu's package, and its successor for Z.ai. */
const zhipu: SdkDescription = {
  id: 'zhipuai',
  language: 'python',
  packages: ['zhipuai', 'zai'],
  exports: exportsOf(['ZhipuAI', 'ZaiClient', 'ZhipuAiClient'], 'Zhipu'),
  shapes: { Zhipu: { construct: makesClient('Client', { baseUrl: 'base_url=', key: 'api_key=' }) }, Client: { members: zhipuMembers } },
  vendor: 'zhipu',
  defaultBaseUrl: 'https://open.bigmodel.cn/api/paas/v4',
  baseUrlVariables: ['ZHIPUAI_BASE_URL', 'ZAI_BASE_URL'],
  keyVariables: ['ZHIPUAI_API_KEY', 'ZAI_API_KEY'],
  versions: 'zhipuai 2.1.5, zai-sdk 0.2.3',
  source: 'https://github.com/MetaGLM/zhipuai-sdk-python-v4',
};

const dashscopeClasses: Readonly<Record<string, string>> = {
  Generation: 'chat',
  AioGeneration: 'chat',
  MultiModalConversation: 'chat',
  AioMultiModalConversation: 'chat',
  TextEmbedding: 'embeddings',
  ImageSynthesis: 'images',
};
const dashscope: SdkDescription = {
  id: 'dashscope',
  language: 'python',
  packages: ['dashscope', 'dashscope.*'],
  exports: Object.fromEntries(Object.keys(dashscopeClasses).map((name) => [name, name])),
  shapes: Object.fromEntries(
    Object.entries(dashscopeClasses).map(([name, surface]): [string, Shape] => [
      name,
      { members: allAsk(surface, ['call', 'async_call'], ['model=', '0']) },
    ]),
  ),
  vendor: 'alibaba',
  defaultBaseUrl: 'https://dashscope.aliyuncs.com/api/v1',
  baseUrlVariables: ['DASHSCOPE_HTTP_BASE_URL'],
  keyVariables: ['DASHSCOPE_API_KEY'],
  moduleSettings: { settings: { base_http_api_url: 'baseUrl', api_key: 'key' } },
  versions: '2.0.2',
  source: 'https://github.com/dashscope/dashscope-sdk-python',
};

/** Python packages of one vendor each. */
export const pythonClients: readonly SdkDescription[] = [cohere, mistral, groq, together, ollama, replicate, zhipu, dashscope];
