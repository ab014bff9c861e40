import type { Operation, SdkDescription, Shape } from '../../../core/match/description';
import { allAsk, makesClient, runNoModel } from '../models/operations';
import { googleGenai } from '../models/google';
import { exportsOf, pythonMembers } from './pythonic';
import { unmistakable } from '../unmistakable';

const clientMembers = pythonMembers(googleGenai.shapes['Client']?.members ?? {});
/** The asynchronous client is a member of the synchronous one. */
const genaiMembers: Readonly<Record<string, Operation>> = {
  ...clientMembers,
  ...Object.fromEntries(Object.entries(clientMembers).map(([path, operation]) => [`aio.${path}`, operation])),
};
const sends = ['send_message', 'send_message_stream', 'send_message_async'];
const chat: Shape = { members: allAsk('chat', sends, null) };

/** Google's `google-genai`: Gemini API and Vertex AI through one client. */
export const googleGenaiPython: SdkDescription = {
  id: 'google-genai',
  language: 'python',
  packages: ['google.genai', 'google.genai.client'],
  exports: exportsOf(['Client', 'AsyncClient'], 'GenaiClient'),
  shapes: {
    GenaiClient: {
      construct: makesClient(
        'Client',
        { baseUrl: 'http_options=.base_url', key: 'api_key=' },
        {
          variants: ['vertexai=', 'enterprise='].map((present) => ({
            present,
            vendor: 'google',
            defaultBaseUrl: 'https://\uFFFC-aiplatform.googleapis.com',
          })),
        },
      ),
    },
    Client: { members: genaiMembers },
    Chat: chat,
  },
  vendor: 'google',
  defaultBaseUrl: 'https://generativelanguage.googleapis.com',
  baseUrlVariables: ['GOOGLE_GEMINI_BASE_URL', 'GOOGLE_VERTEX_BASE_URL'],
  keyVariables: ['GEMINI_API_KEY', 'GOOGLE_API_KEY'],
  told: unmistakable(
    clientMembers,
    { 'models.generate_content': [], 'models.generate_content_stream': [], 'models.embed_content': [] },
    'google',
  ),
  versions: '1.10.0, 3.6.1',
  source: 'https://github.com/googleapis/python-genai',
};

const boundModel: Shape = {
  members: {
    ...allAsk('chat', ['generate_content', 'generate_content_async'], null),
    ...runNoModel('count-tokens', ['count_tokens', 'count_tokens_async']),
    start_chat: { returns: 'Chat' },
  },
};
const bindsModel: Operation = { site: { kind: 'model-binding' }, settings: { model: ['model_name=', '0'] }, returns: 'Model' };

/** The former `google-generativeai`. */
export const googleGenerativeAiPython: SdkDescription = {
  id: 'google-generativeai',
  language: 'python',
  packages: ['google.generativeai', 'google.generativeai.generative_models'],
  exports: {
    GenerativeModel: 'GenerativeModel',
    ChatSession: 'ChatClass',
    chat: 'FormerChat',
    chat_async: 'FormerChat',
    generate_text: 'FormerText',
    generate_embeddings: 'Embed',
    embed_content: 'Embed',
    embed_content_async: 'Embed',
    list_models: 'Models',
    get_model: 'Models',
    upload_file: 'Files',
    get_file: 'Files',
    list_files: 'Files',
    delete_file: 'Files',
  },
  shapes: {
    GenerativeModel: { construct: bindsModel, members: { from_cached_content: { ...bindsModel, settings: {} } } },
    Model: boundModel,
    ChatClass: { construct: { returns: 'Chat' } },
    Chat: chat,
    Embed: { call: { site: { kind: 'call', surface: 'embeddings' }, settings: { model: ['model=', '0'] } } },
    // Up to 0.3, for PaLM.
    FormerChat: { call: { site: { kind: 'call', surface: 'chat' }, settings: { model: 'model=' } } },
    FormerText: { call: { site: { kind: 'call', surface: 'completions' }, settings: { model: 'model=' } } },
    Models: { call: { site: { kind: 'call', surface: 'models', inference: false } } },
    Files: { call: { site: { kind: 'call', surface: 'files', inference: false } } },
  },
  vendor: 'google',
  defaultBaseUrl: 'https://generativelanguage.googleapis.com',
  keyVariables: ['GEMINI_API_KEY', 'GOOGLE_API_KEY'],
  versions: '0.3.2, 0.8.6',
  source: 'https://github.com/google-gemini/deprecated-generative-ai-python',
};
