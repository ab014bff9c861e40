import type { Operation, SdkDescription, Shape } from '../../../core/match/description';
import { allAsk, asks, makesClient, runNoModel, some } from '../models/operations';
import { openaiPythonMembers } from './openai';
import { exportsOf, withRawResponses } from './pythonic';

const tasks: Readonly<Record<string, readonly string[]>> = {
  chat: ['chat_completion', 'chat.completions.create'],
  completions: ['text_generation', 'summarization', 'translation', 'question_answering', 'conversational'],
  embeddings: ['feature_extraction', 'sentence_similarity'],
  images: ['text_to_image', 'image_to_image'],
  videos: ['text_to_video', 'image_to_video'],
  speech: ['text_to_speech', 'audio_to_audio'],
  transcriptions: ['automatic_speech_recognition'],
  classifications: ['text_classification', 'token_classification', 'zero_shot_classification', 'image_classification', 'fill_mask'].concat([
    'audio_classification',
    'object_detection',
    'image_segmentation',
    'image_to_text',
    'visual_question_answering',
    'document_question_answering',
  ]),
};
/** Hugging Face's client: one task each, at one of many providers behind one host. */
const huggingface: SdkDescription = {
  id: 'huggingface-hub',
  language: 'python',
  // Programs have it to download files, most of them by way of another package.
  distributions: [],
  packages: ['huggingface_hub', 'huggingface_hub.inference', 'huggingface_hub.inference._client'],
  exports: exportsOf(['InferenceClient', 'AsyncInferenceClient'], 'ClientClass'),
  shapes: {
    ClientClass: {
      construct: makesClient('Client', { model: ['model=', '0'], baseUrl: 'base_url=', key: ['token=', 'api_key='] }),
    },
    Client: {
      members: Object.fromEntries(Object.entries(tasks).flatMap(([surface, names]) => Object.entries(allAsk(surface, names, 'model=')))),
    },
  },
  vendor: 'huggingface',
  defaultBaseUrl: 'https://router.huggingface.co',
  baseUrlVariables: ['HF_INFERENCE_ENDPOINT'],
  keyVariables: ['HF_TOKEN'],
  versions: '0.26.0, 2.4.0',
  source: 'https://github.com/huggingface/huggingface_hub',
};

/** A client made from the same generator as OpenAI's, with some of its members. */
const shaped = (members: readonly string[]): Shape => ({ members: withRawResponses(some(openaiPythonMembers, members)) });

const former = (surface: string): Shape => ({ members: allAsk(surface, ['create', 'acreate'], ['model=', '0']) });
const fireworks: SdkDescription = {
  id: 'fireworks-ai',
  language: 'python',
  packages: ['fireworks', 'fireworks.client', 'fireworks.client.*'],
  exports: {
    ...exportsOf(['Fireworks', 'AsyncFireworks'], 'ClientClass'),
    ChatCompletion: 'ChatCompletion',
    Completion: 'Completion',
    LLM: 'LlmClass',
  },
  shapes: {
    ClientClass: { construct: makesClient('Client', { baseUrl: 'base_url=', key: 'api_key=' }) },
    Client: {
      members: {
        ...shaped(['chat.completions.create', 'completions.create', 'embeddings.create']).members,
        ...allAsk('chat', ['chat.completions.acreate', 'completion.acreate', 'completion.create'], 'model='),
      },
    },
    ChatCompletion: former('chat'),
    Completion: former('completions'),
    LlmClass: {
      construct: {
        site: { kind: 'model-binding', surface: 'chat' },
        settings: { model: ['model=', '0'], key: 'api_key=' },
        returns: 'Llm',
      },
    },
    Llm: shaped(['chat.completions.create', 'completions.create']),
  },
  vendor: 'fireworks',
  defaultBaseUrl: 'https://api.fireworks.ai/inference/v1',
  baseUrlVariables: ['FIREWORKS_BASE_URL'],
  keyVariables: ['FIREWORKS_API_KEY'],
  versions: '0.15.0, 1.2.30',
  source: 'https://github.com/fw-ai/fireworks-ai-python',
};

const cerebras: SdkDescription = {
  id: 'cerebras-cloud-sdk',
  language: 'python',
  packages: ['cerebras.cloud.sdk', 'cerebras'],
  exports: exportsOf(['Cerebras', 'AsyncCerebras', 'Client', 'AsyncClient'], 'ClientClass'),
  shapes: {
    ClientClass: { construct: makesClient('Client', { baseUrl: 'base_url=', key: 'api_key=' }) },
    Client: shaped(['chat.completions.create', 'completions.create', 'models.list', 'models.retrieve']),
  },
  vendor: 'cerebras',
  defaultBaseUrl: 'https://api.cerebras.ai',
  baseUrlVariables: ['CEREBRAS_BASE_URL'],
  keyVariables: ['CEREBRAS_API_KEY'],
  versions: '1.91.0',
  source: 'https://github.com/Cerebras/cerebras-cloud-sdk-python',
};

const created: Operation = { site: { kind: 'model-binding', surface: 'chat' }, settings: { model: ['model=', '0'] }, returns: 'Chat' };
/** xAI's own protocol: a chat is made first, and then asked. */
const xai: SdkDescription = {
  id: 'xai-sdk',
  language: 'python',
  packages: ['xai_sdk', 'xai_sdk.sync', 'xai_sdk.aio', 'xai_sdk.client'],
  exports: exportsOf(['Client', 'AsyncClient'], 'ClientClass'),
  shapes: {
    ClientClass: { construct: makesClient('Client', { host: 'api_host=', key: 'api_key=' }) },
    Client: {
      members: {
        'chat.create': created,
        ...allAsk('images', ['image.sample', 'image.sample_batch'], ['model=', '1']),
        ...allAsk('videos', ['video.generate', 'video.start'], ['model=', '1']),
        ...runNoModel('tokenize', ['tokenize.tokenize_text']),
        ...runNoModel('models', ['models.list_language_models', 'models.get_language_model']),
        ...runNoModel('files', ['files.upload', 'files.list', 'files.get', 'files.delete']),
      },
    },
    Chat: { members: allAsk('chat', ['sample', 'sample_batch', 'stream', 'stream_batch', 'parse', 'defer'], null) },
  },
  vendor: 'xai',
  defaultBaseUrl: 'https://api.x.ai',
  keyVariables: ['XAI_API_KEY'],
  versions: '1.21.0',
  source: 'https://github.com/xai-org/xai-sdk-python',
};

const voyage: SdkDescription = {
  id: 'voyageai',
  language: 'python',
  packages: ['voyageai', 'voyageai.client', 'voyageai.client_async'],
  exports: { ...exportsOf(['Client', 'AsyncClient'], 'ClientClass'), Embedding: 'Resource', Reranking: 'Resource' },
  shapes: {
    ClientClass: { construct: makesClient('Client', { baseUrl: 'base_url=', key: ['api_key=', '0'] }) },
    Client: {
      members: {
        embed: asks('embeddings', ['model=', '1'], { defaultModel: 'voyage-2' }),
        ...allAsk('embeddings', ['multimodal_embed', 'contextualized_embed'], ['model=', '1']),
        rerank: asks('rerank', ['model=', '2']),
        ...runNoModel('tokenize', ['tokenize', 'count_tokens']),
      },
    },
    Resource: { members: allAsk('embeddings', ['create', 'acreate'], 'model=') },
  },
  vendor: 'voyage',
  defaultBaseUrl: 'https://api.voyageai.com/v1',
  keyVariables: ['VOYAGE_API_KEY'],
  versions: '0.5.0',
  source: 'https://github.com/voyage-ai/voyageai-python',
};

/** Clients of hosts that mostly serve open weights, and of xAI and Voyage. */
export const pythonHosts: readonly SdkDescription[] = [huggingface, fireworks, cerebras, xai, voyage];
