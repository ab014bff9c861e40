import type { Operation, SdkDescription, Shape } from '../../../core/match/description';
import { routerVendors } from '../../models/routers';
import { modelBinding } from '../aiSdkProvider';
import { makesClient } from '../models/operations';
import { namedIn } from './named';

const unmoved = 'a Genkit model is exchanged by its name, together with the plugin that serves it';

const chat: Operation = {
  site: { kind: 'call', surface: 'chat' },
  from: '0.model',
  features: { tools: '0.tools', tool_choice: '0.toolChoice' },
};
const embeddings: Operation = { site: { kind: 'call', surface: 'embeddings' }, from: '0.embedder' };
const follows: Operation = { site: { kind: 'call', surface: 'chat' } };

/** Genkit: models by `plugin/model` names, or as references that the plugins give. */
const genkit: SdkDescription = {
  id: 'genkit',
  language: 'javascript',
  packages: ['genkit', 'genkit/beta'],
  exports: { genkit: 'Create', Genkit: 'Create' },
  shapes: {
    Create: namedIn('0.model', { returns: 'Genkit' }),
    Genkit: {
      members: {
        generate: chat,
        generateStream: chat,
        generateOperation: chat,
        embed: embeddings,
        embedMany: embeddings,
        rerank: { site: { kind: 'call', surface: 'rerank' }, from: '0.reranker' },
        definePrompt: { from: '0.model', returns: 'Prompt' },
        prompt: { returns: 'Prompt' },
        chat: { from: '0.model', returns: 'Chat' },
        createSession: { returns: '@self' },
      },
    },
    Prompt: { call: follows, members: { stream: follows } },
    Chat: { members: { send: follows, sendStream: follows } },
  },
  vendor: null,
  routing: { separator: '/', vendors: routerVendors },
  callTexts: ['ai.generate(', 'ai.generateStream(', 'ai.embed(', '.definePrompt(', '.defineFlow('],
  unmoved,
  versions: '1.42.0',
  source: 'https://github.com/firebase/genkit',
};

const reference = 'Reference';

/** A plugin: called it is a client, asked for a model it gives a reference to one. */
function plugin(defaults: Partial<Operation> = {}): Shape {
  const asked = (surface: string): Operation => ({ ...modelBinding(surface), returns: reference, ...defaults });
  return {
    call: makesClient('Plugin', { baseUrl: ['0.baseUrl', '0.baseURL', '0.serverAddress'], key: '0.apiKey' }, defaults),
    members: { model: asked('chat'), embedder: asked('embeddings'), image: asked('images') },
  };
}

const pluginShapes: SdkDescription['shapes'] = { Plugin: {}, [reference]: {} };

/** References to models that Google's plugins export by name. */
const geminiReferences = [
  'gemini10Pro',
  'gemini15Flash',
  'gemini15Flash8b',
  'gemini15Pro',
  'gemini20Flash',
  'gemini20FlashExp',
  'gemini20FlashLite',
  'gemini20ProExp0205',
  'gemini25FlashLite',
  'gemini25FlashPreview0417',
  'gemini25ProExp0325',
  'gemini25ProPreview0325',
  'geminiEmbedding001',
  'textEmbedding004',
  'textEmbedding005',
  'textEmbeddingGecko001',
  'textEmbeddingGecko003',
  'imagen2',
  'imagen3',
  'imagen3Fast',
];

const google: SdkDescription = {
  id: '@genkit-ai/google-genai',
  language: 'javascript',
  packages: ['@genkit-ai/google-genai', '@genkit-ai/googleai', '@genkit-ai/vertexai', '@genkit-ai/vertexai/*'],
  exports: {
    googleAI: 'GoogleAI',
    vertexAI: 'GoogleAI',
    default: 'GoogleAI',
    gemini: 'Named',
    ...Object.fromEntries(geminiReferences.map((name) => [name, reference])),
  },
  shapes: { GoogleAI: plugin(), Named: { call: { ...modelBinding('chat'), returns: reference } }, ...pluginShapes },
  vendor: 'google',
  defaultBaseUrl: 'https://generativelanguage.googleapis.com',
  keyVariables: ['GEMINI_API_KEY', 'GOOGLE_API_KEY', 'GOOGLE_GENAI_API_KEY'],
  unmoved,
  versions: '1.42.0, googleai 1.28.0, vertexai 1.42.0',
  source: 'https://www.npmjs.com/package/@genkit-ai/google-genai',
};

const compatible: SdkDescription = {
  id: '@genkit-ai/compat-oai',
  language: 'javascript',
  packages: ['@genkit-ai/compat-oai', '@genkit-ai/compat-oai/*'],
  exports: { openAI: 'OpenAI', openAICompatible: 'Compatible', deepSeek: 'DeepSeek', xAI: 'XAI' },
  shapes: {
    OpenAI: plugin({ defaultVendor: 'openai', defaultBaseUrl: 'https://api.openai.com/v1' }),
    DeepSeek: plugin({ defaultVendor: 'deepseek', defaultBaseUrl: 'https://api.deepseek.com' }),
    XAI: plugin({ defaultVendor: 'xai', defaultBaseUrl: 'https://api.x.ai/v1' }),
    Compatible: plugin(),
    ...pluginShapes,
  },
  vendor: null,
  baseUrlVariables: ['OPENAI_BASE_URL'],
  keyVariables: ['OPENAI_API_KEY', 'DEEPSEEK_API_KEY', 'XAI_API_KEY'],
  unmoved,
  versions: '1.42.0',
  source: 'https://www.npmjs.com/package/@genkit-ai/compat-oai',
};

/** References to models that the community's plugin for OpenAI exports by name. */
const openaiReferences = [
  'gpt35Turbo',
  'gpt4',
  'gpt4Turbo',
  'gpt4Vision',
  'gpt4o',
  'gpt4oMini',
  'gpt41',
  'gpt41Mini',
  'gpt41Nano',
  'gpt45',
  'o1',
  'o1Mini',
  'o1Preview',
  'o3',
  'o3Mini',
  'o4Mini',
  'dallE3',
  'tts1',
  'tts1Hd',
  'gpt4oMiniTts',
  'gpt4oTranscribe',
  'whisper1',
  'textEmbedding3Small',
  'textEmbedding3Large',
  'textEmbeddingAda002',
];

const community: SdkDescription = {
  id: 'genkitx-openai',
  language: 'javascript',
  packages: ['genkitx-openai'],
  exports: { default: 'OpenAI', openAI: 'OpenAI', ...Object.fromEntries(openaiReferences.map((name) => [name, reference])) },
  shapes: { OpenAI: plugin(), ...pluginShapes },
  vendor: 'openai',
  defaultBaseUrl: 'https://api.openai.com/v1',
  keyVariables: ['OPENAI_API_KEY'],
  unmoved,
  versions: '0.30.0',
  source: 'https://www.npmjs.com/package/genkitx-openai',
};

const anthropic: SdkDescription = {
  id: '@genkit-ai/anthropic',
  language: 'javascript',
  packages: ['@genkit-ai/anthropic', 'genkitx-anthropic'],
  exports: { anthropic: 'Anthropic', default: 'Anthropic' },
  shapes: { Anthropic: plugin(), ...pluginShapes },
  vendor: 'anthropic',
  defaultBaseUrl: 'https://api.anthropic.com',
  keyVariables: ['ANTHROPIC_API_KEY'],
  unmoved,
  versions: '0.3.0, genkitx-anthropic 0.30.0',
  source: 'https://www.npmjs.com/package/@genkit-ai/anthropic',
};

const ollama: SdkDescription = {
  id: 'genkitx-ollama',
  language: 'javascript',
  packages: ['genkitx-ollama'],
  exports: { ollama: 'Ollama' },
  shapes: { Ollama: plugin(), ...pluginShapes },
  vendor: 'ollama',
  defaultBaseUrl: 'http://localhost:11434',
  versions: '1.42.0',
  source: 'https://www.npmjs.com/package/genkitx-ollama',
};

/** Genkit and its plugins. */
export const genkitSdks: readonly SdkDescription[] = [genkit, google, compatible, community, anthropic, ollama];
