import type { Operation, SdkDescription } from '../../../core/match/description';
import { allAsk, asks, makesClient, runNoModel } from './operations';

/** Ollama's client; its default export is one for the local server. */
export const ollama: SdkDescription = {
  id: 'ollama',
  language: 'javascript',
  packages: ['ollama', 'ollama/browser'],
  exports: { default: 'Client', Ollama: 'Ollama' },
  shapes: {
    Ollama: { construct: makesClient('Client', { host: '0.host' }, { vendor: 'ollama' }) },
    Client: {
      members: {
        ...allAsk('chat', ['chat']),
        ...allAsk('completions', ['generate']),
        ...allAsk('embeddings', ['embed', 'embeddings']),
        ...runNoModel('models', ['list', 'ps', 'show', 'pull', 'push', 'create', 'copy', 'delete']),
      },
    },
  },
  vendor: 'ollama',
  defaultBaseUrl: 'http://127.0.0.1:11434',
  versions: '0.6.4',
  source: 'https://github.com/ollama/ollama-js',
};

/** Tasks of Hugging Face's client, by what they ask for. */
const tasks: Readonly<Record<string, string>> = {
  chatCompletion: 'chat',
  chatCompletionStream: 'chat',
  textGeneration: 'completions',
  textGenerationStream: 'completions',
  featureExtraction: 'embeddings',
  sentenceSimilarity: 'embeddings',
  textToImage: 'images',
  imageToImage: 'images',
  imageTextToImage: 'images',
  textToVideo: 'videos',
  imageToVideo: 'videos',
  imageTextToVideo: 'videos',
  automaticSpeechRecognition: 'transcriptions',
  textToSpeech: 'speech',
  textToAudio: 'speech',
  ...Object.fromEntries(
    ['summarization', 'translation', 'questionAnswering', 'tableQuestionAnswering', 'documentQuestionAnswering', 'visualQuestionAnswering']
      .concat(['textClassification', 'tokenClassification', 'zeroShotClassification', 'zeroShotImageClassification', 'fillMask'])
      .concat(['imageClassification', 'imageSegmentation', 'imageToText', 'objectDetection', 'audioClassification', 'audioToAudio'])
      .concat(['tabularClassification', 'tabularRegression', 'request', 'streamingRequest'])
      .map((task) => [task, 'tasks']),
  ),
};
const taskNames = Object.keys(tasks);
const perform = (task: string): Operation =>
  asks(tasks[task] ?? 'tasks', null, { settings: { model: '0.model', baseUrl: '0.endpointUrl' } });

/** Hugging Face's client: a class with a method for every task, and the tasks as functions. */
export const huggingface: SdkDescription = {
  id: '@huggingface/inference',
  language: 'javascript',
  packages: ['@huggingface/inference'],
  exports: {
    InferenceClient: 'ClientClass',
    HfInference: 'ClientClass',
    InferenceClientEndpoint: 'ClientClass',
    HfInferenceEndpoint: 'EndpointClass',
    ...Object.fromEntries(taskNames.map((task) => [task, task])),
  },
  shapes: {
    ClientClass: { construct: makesClient('Client', { key: '0', baseUrl: '1.endpointUrl' }) },
    EndpointClass: { construct: makesClient('Client', { baseUrl: '0', key: '1' }) },
    Client: {
      members: {
        ...Object.fromEntries(taskNames.map((task) => [task, perform(task)])),
        endpoint: { settings: { baseUrl: '0' }, returns: '@self' },
      },
    },
    ...Object.fromEntries(taskNames.map((task) => [task, { call: perform(task) }])),
  },
  vendor: 'huggingface',
  defaultBaseUrl: 'https://router.huggingface.co',
  keyVariables: ['HF_TOKEN'],
  versions: '2.8.1, 4.13.30',
  source: 'https://github.com/huggingface/huggingface.js/tree/main/packages/inference',
};

/** Replicate's client; a model is `owner/name`, with a version behind a colon. */
export const replicate: SdkDescription = {
  id: 'replicate',
  language: 'javascript',
  packages: ['replicate'],
  exports: { default: 'Replicate' },
  shapes: {
    Replicate: { construct: makesClient('Client', { key: '0.auth', baseUrl: '0.baseUrl' }) },
    Client: {
      members: {
        ...allAsk('predictions', ['run', 'stream'], '0'),
        ...allAsk('predictions', ['predictions.create'], ['0.model', '0.version']),
        'deployments.predictions.create': asks('predictions', '1', { deployment: true }),
        ...runNoModel('predictions', ['predictions.get', 'predictions.list', 'predictions.cancel']),
        ...runNoModel('models', ['models.get', 'models.list', 'models.search', 'models.versions.list', 'models.versions.get']),
        ...runNoModel('fine-tuning', ['trainings.create', 'trainings.get', 'trainings.list', 'trainings.cancel']),
        ...runNoModel('files', ['files.create', 'files.list', 'files.get', 'files.delete']),
      },
    },
  },
  vendor: 'replicate',
  defaultBaseUrl: 'https://api.replicate.com/v1',
  keyVariables: ['REPLICATE_API_TOKEN'],
  versions: '1.4.0',
  source: 'https://github.com/replicate/replicate-javascript',
};

const falMembers: Readonly<Record<string, Operation>> = {
  ...allAsk('predictions', ['run', 'subscribe', 'stream', 'queue.submit', 'streaming.stream', 'queue.subscribe'], '0'),
  ...allAsk('realtime', ['realtime.connect'], '0'),
  ...runNoModel('predictions', ['queue.status', 'queue.result', 'queue.cancel', 'queue.subscribeToStatus']),
  ...runNoModel('files', ['storage.upload']),
};
const falFunction = (member: string): Operation => falMembers[member] ?? {};

/** fal's clients: one object, or, in the former package, its members as functions. */
export const fal: SdkDescription = {
  id: '@fal-ai/client',
  language: 'javascript',
  packages: ['@fal-ai/client', '@fal-ai/serverless-client'],
  exports: {
    fal: 'Client',
    createFalClient: 'CreateClient',
    run: 'Run',
    subscribe: 'Run',
    stream: 'Run',
    queue: 'Queue',
    realtime: 'Realtime',
  },
  shapes: {
    CreateClient: { call: makesClient('Client', { key: '0.credentials' }) },
    Client: { members: falMembers },
    Run: { call: falFunction('run') },
    Queue: { members: { submit: falFunction('queue.submit'), status: falFunction('queue.status'), result: falFunction('queue.result') } },
    Realtime: { members: { connect: falFunction('realtime.connect') } },
  },
  vendor: 'fal',
  defaultBaseUrl: 'https://fal.run',
  keyVariables: ['FAL_KEY'],
  versions: '1.10.1, serverless-client 0.15.0',
  source: 'https://github.com/fal-ai/fal-js',
};

/** OpenRouter's own client; requests are wrapped in an object named after their kind. */
export const openrouter: SdkDescription = {
  id: '@openrouter/sdk',
  language: 'javascript',
  packages: ['@openrouter/sdk', '@openrouter/sdk/*'],
  exports: { OpenRouter: 'OpenRouter' },
  shapes: {
    OpenRouter: { construct: makesClient('Client', { baseUrl: '0.serverURL', key: '0.apiKey' }) },
    Client: {
      members: {
        callModel: asks('responses'),
        'chat.send': asks('chat', ['0.chatRequest.model', '0.chatGenerationParams.model', '0.model']),
        'responses.send': asks('responses', ['0.responsesRequest.model', '0.model']),
        'beta.responses.send': asks('responses', ['0.responsesRequest.model', '0.openResponsesRequest.model', '0.model']),
        'embeddings.generate': asks('embeddings', ['0.requestBody.model', '0.model']),
        'images.generate': asks('images', ['0.imageGenerationRequest.model', '0.model']),
        'rerank.rerank': asks('rerank', ['0.requestBody.model', '0.model']),
        'tts.createSpeech': asks('speech', ['0.speechRequest.model', '0.model']),
        'stt.createTranscription': asks('transcriptions', ['0.sttRequest.model', '0.model']),
        'videoGeneration.generate': asks('videos', ['0.videoGenerationRequest.model', '0.model']),
        ...runNoModel('models', ['models.list', 'models.count', 'models.listForUser', 'embeddings.listModels']),
      },
    },
  },
  vendor: 'openrouter',
  defaultBaseUrl: 'https://openrouter.ai/api/v1',
  baseUrlVariables: ['OPENROUTER_BASE_URL'],
  keyVariables: ['OPENROUTER_API_KEY'],
  versions: '1.3.19',
  source: 'https://github.com/OpenRouterTeam/typescript-sdk',
};
