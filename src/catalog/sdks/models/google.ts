import type { Operation, SdkDescription, Shape } from '../../../core/match/description';
import { geminiTools } from './geminiTools';
import { generativeAiRecipe, vertexAiRecipe } from './googleFormer';
import { genaiRecipe } from './googleTranslation';
import { unmistakable } from '../unmistakable';
import { allAsk, asks, makesClient, runNoModel } from './operations';

/** Members of a model object and of a chat begun with it; the model was named when the object was made. */
const boundModel: Shape = {
  members: {
    ...allAsk('chat', ['generateContent', 'generateContentStream'], null),
    ...allAsk('embeddings', ['embedContent', 'batchEmbedContents'], null),
    ...runNoModel('count-tokens', ['countTokens']),
    startChat: { returns: 'Chat' },
  },
};
const chat: Shape = { members: allAsk('chat', ['sendMessage', 'sendMessageStream'], null) };
const bindsModel = (model: string, more: Partial<Operation> = {}): Operation => ({
  site: { kind: 'model-binding' },
  settings: { model },
  returns: 'Model',
  ...more,
});

const generateContent: Operation = asks('chat', '0.model', {
  features: {
    tools: '0.config.tools',
    cached_content: '0.config.cachedContent',
    media_answers: ['0.config.responseModalities', '0.config.speechConfig', '0.config.imageConfig'],
  },
});

const genaiFiles = ['files.upload', 'files.list', 'files.get', 'files.delete', 'files.download', 'files.registerFiles'];

/** Google's `@google/genai`: Gemini API and Vertex AI through one client. */
export const googleGenai: SdkDescription = {
  id: '@google/genai',
  language: 'javascript',
  packages: ['@google/genai', '@google/genai/node', '@google/genai/web'],
  exports: { GoogleGenAI: 'GoogleGenAI', Chat: 'ChatClass' },
  shapes: {
    GoogleGenAI: {
      construct: makesClient('Client', { baseUrl: '0.httpOptions.baseUrl', key: '0.apiKey' }),
    },
    Client: {
      members: {
        'models.generateContent': generateContent,
        'models.generateContentStream': generateContent,
        'interactions.create': asks('chat', '0.model', { locked: "interactions live on the vendor's server" }),
        'models.embedContent': asks('embeddings', '0.model', { features: { dimensions: '0.config.outputDimensionality' } }),
        ...allAsk('images', [
          'models.generateImages',
          'models.editImage',
          'models.upscaleImage',
          'models.recontextImage',
          'models.segmentImage',
        ]),
        ...allAsk('videos', ['models.generateVideos']),
        ...allAsk('realtime', ['live.connect', 'live.music.connect']),
        'chats.create': { ...bindsModel('0.model'), returns: 'Chat' },
        ...runNoModel('count-tokens', ['models.countTokens', 'models.computeTokens'], '0.model'),
        ...runNoModel('models', ['models.list', 'models.get', 'models.update', 'models.delete']),
        ...runNoModel('files', genaiFiles),
        ...runNoModel('caches', ['caches.create', 'caches.list', 'caches.get', 'caches.update', 'caches.delete']),
        ...runNoModel('batches', [
          'batches.create',
          'batches.createEmbeddings',
          'batches.list',
          'batches.get',
          'batches.cancel',
          'batches.delete',
        ]),
        ...runNoModel('fine-tuning', ['tunings.tune', 'tunings.list', 'tunings.get']),
        ...runNoModel('videos', ['operations.get', 'operations.getVideosOperation']),
      },
    },
    ChatClass: { construct: { returns: 'Chat' } },
    Chat: { members: allAsk('chat', ['sendMessage', 'sendMessageStream'], null) },
  },
  vendorToolMembers: geminiTools,
  rewrite: genaiRecipe,
  vendor: 'google',
  defaultBaseUrl: 'https://generativelanguage.googleapis.com',
  baseUrlVariables: ['GOOGLE_GEMINI_BASE_URL', 'GOOGLE_VERTEX_BASE_URL'],
  keyVariables: ['GEMINI_API_KEY', 'GOOGLE_API_KEY'],
  told: unmistakable(
    { 'models.generateContent': generateContent, 'models.generateContentStream': generateContent },
    { 'models.generateContent': ['0.contents'], 'models.generateContentStream': ['0.contents'] },
    'google',
  ),
  versions: '1.52.0, 2.32.0',
  source: 'https://github.com/googleapis/js-genai',
};

/** The former `@google/generative-ai`. */
export const googleGenerativeAi: SdkDescription = {
  id: '@google/generative-ai',
  language: 'javascript',
  packages: ['@google/generative-ai', '@google/generative-ai/server'],
  exports: {
    GoogleGenerativeAI: 'GoogleGenerativeAI',
    GenerativeModel: 'GenerativeModel',
    ChatSession: 'ChatClass',
    GoogleAIFileManager: 'FileManager',
    GoogleAICacheManager: 'CacheManager',
  },
  shapes: {
    GoogleGenerativeAI: { construct: makesClient('Client', { key: '0' }) },
    Client: {
      members: {
        getGenerativeModel: bindsModel('0.model', { settings: { model: '0.model', baseUrl: '1.baseUrl' } }),
        getGenerativeModelFromCachedContent: bindsModel('1.model', { settings: { model: ['1.model', '0.model'], baseUrl: '2.baseUrl' } }),
      },
    },
    GenerativeModel: { construct: bindsModel('1.model', { settings: { key: '0', model: '1.model', baseUrl: '2.baseUrl' } }) },
    Model: boundModel,
    ChatClass: { construct: { returns: 'Chat' } },
    Chat: chat,
    FileManager: { construct: makesClient('Files', { key: '0', baseUrl: '1.baseUrl' }) },
    Files: { members: runNoModel('files', ['uploadFile', 'listFiles', 'getFile', 'deleteFile']) },
    CacheManager: { construct: makesClient('Caches', { key: '0', baseUrl: '1.baseUrl' }) },
    Caches: { members: runNoModel('caches', ['create', 'list', 'get', 'update', 'delete']) },
  },
  rewrite: generativeAiRecipe,
  vendor: 'google',
  defaultBaseUrl: 'https://generativelanguage.googleapis.com',
  keyVariables: ['GEMINI_API_KEY', 'GOOGLE_API_KEY'],
  vendorToolMembers: geminiTools,
  callTexts: ['.generateContent(', '.generateContentStream('],
  versions: '0.24.1',
  source: 'https://github.com/google-gemini/deprecated-generative-ai-js',
};

const vertexBaseUrl = 'https://\uFFFC-aiplatform.googleapis.com';

/** `@google-cloud/vertexai`: Gemini on Vertex AI. */
export const googleVertexAi: SdkDescription = {
  id: '@google-cloud/vertexai',
  language: 'javascript',
  packages: ['@google-cloud/vertexai'],
  exports: {
    VertexAI: 'VertexAI',
    GenerativeModel: 'GenerativeModel',
    GenerativeModelPreview: 'GenerativeModel',
    ChatSession: 'ChatClass',
  },
  shapes: {
    VertexAI: { construct: makesClient('Client', { host: '0.apiEndpoint' }, { vendor: 'google' }) },
    Client: {
      members: {
        getGenerativeModel: bindsModel('0.model'),
        getGenerativeModelFromCachedContent: bindsModel('1.model', { settings: { model: ['1.model', '0.model'] } }),
      },
      properties: { preview: 'Client' },
    },
    GenerativeModel: { construct: bindsModel('0.model') },
    Model: boundModel,
    ChatClass: { construct: { returns: 'Chat' } },
    Chat: chat,
  },
  rewrite: vertexAiRecipe,
  vendor: 'google',
  defaultBaseUrl: vertexBaseUrl,
  vendorToolMembers: geminiTools,
  versions: '1.12.0',
  source: 'https://github.com/googleapis/nodejs-vertexai',
};

/** The prediction service of `@google-cloud/aiplatform`; the model is part of the endpoint's resource name. */
export const googleAiPlatform: SdkDescription = {
  id: '@google-cloud/aiplatform',
  language: 'javascript',
  packages: ['@google-cloud/aiplatform'],
  exports: { PredictionServiceClient: 'PredictionService', v1: 'Version', v1beta1: 'Version' },
  shapes: {
    Version: { properties: { PredictionServiceClient: 'PredictionService' } },
    PredictionService: { construct: makesClient('Client', { host: '0.apiEndpoint' }, { vendor: 'google' }) },
    Client: {
      members: {
        ...allAsk(
          'predict',
          ['predict', 'rawPredict', 'streamRawPredict', 'directPredict', 'directRawPredict', 'serverStreamingPredict'],
          null,
        ),
        generateContent: asks('chat'),
        streamGenerateContent: asks('chat'),
      },
    },
  },
  vendor: 'google',
  defaultBaseUrl: vertexBaseUrl,
  versions: '6.11.0',
  source: 'https://github.com/googleapis/google-cloud-node/tree/main/packages/google-cloud-aiplatform',
};
