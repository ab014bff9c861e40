import type { SdkDescription } from '../../../core/match/description';
import { routerVendors } from '../../models/routers';
import { asks, makesClient } from '../models/operations';
import { namedIn } from './named';

/**
 * Instructor wraps a client, which asks as before: by a function that must be called, the older form of it, JSON, or JSON with a schema
 * beside it, as its mode says (`zod-stream` 3.0.0, dist/index.js).
 */
export const instructor: SdkDescription = {
  id: '@instructor-ai/instructor',
  language: 'javascript',
  packages: ['@instructor-ai/instructor'],
  exports: { default: 'Create', createInstructor: 'Create' },
  shapes: {
    Create: {
      call: {
        from: '0.client',
        returns: '@from',
        features: { mode_of_tools: '0.mode', mode_of_functions: '0.mode', mode_of_schemas: '0.mode' },
      },
    },
  },
  vendor: null,
  unmoved: 'the client that it wraps is exchanged',
  versions: '1.7.0',
  source: 'https://github.com/instructor-ai/instructor-js',
};

/** Token.js: every request names its provider. */
export const tokenJs: SdkDescription = {
  id: 'token.js',
  language: 'javascript',
  packages: ['token.js', 'fluency.js'],
  exports: { TokenJS: 'TokenJS' },
  shapes: {
    TokenJS: { construct: makesClient('Client', { baseUrl: '0.baseURL', key: '0.apiKey' }) },
    Client: { members: { 'chat.completions.create': asks('chat', '0.model', { settings: { model: '0.model', provider: '0.provider' } }) } },
  },
  vendor: null,
  routing: { vendors: routerVendors },
  unmoved: 'the provider that each request names is exchanged',
  versions: '0.7.1',
  source: 'https://github.com/token-js/token.js',
};

/** TypeChat: a model of OpenAI or Azure, and translators that ask it. */
export const typechat: SdkDescription = {
  id: 'typechat',
  language: 'javascript',
  packages: ['typechat', 'typechat/*'],
  exports: {
    createLanguageModel: 'FromEnvironment',
    createOpenAILanguageModel: 'OpenAI',
    createAzureOpenAILanguageModel: 'Azure',
    createJsonTranslator: 'CreateTranslator',
  },
  shapes: {
    FromEnvironment: {
      call: {
        site: { kind: 'model-binding', surface: 'chat' },
        settings: { model: '0.OPENAI_MODEL', baseUrl: '0.OPENAI_ENDPOINT', key: '0.OPENAI_API_KEY' },
        returns: 'Model',
      },
    },
    OpenAI: {
      call: { site: { kind: 'model-binding', surface: 'chat' }, settings: { key: '0', model: '1', baseUrl: '2' }, returns: 'Model' },
    },
    Azure: {
      call: {
        site: { kind: 'model-binding', surface: 'chat' },
        settings: { key: '0', baseUrl: '1' },
        vendor: 'azure-openai',
        deployment: true,
        returns: 'Model',
      },
    },
    Model: { members: { complete: { site: { kind: 'call', surface: 'chat' } } } },
    CreateTranslator: { call: { from: '0', returns: 'Translator' } },
    Translator: { members: { translate: { site: { kind: 'call', surface: 'chat' } } } },
  },
  vendor: 'openai',
  defaultBaseUrl: 'https://api.openai.com/v1',
  baseUrlVariables: ['OPENAI_ENDPOINT', 'AZURE_OPENAI_ENDPOINT'],
  keyVariables: ['OPENAI_API_KEY', 'AZURE_OPENAI_API_KEY'],
  unmoved: 'its model is made from the whole URL of the request',
  versions: '0.1.2',
  source: 'https://github.com/microsoft/TypeChat',
};

/** CopilotKit's adapters bind a model to its runtime; its own agent takes a model's name. */
export const copilotkit: SdkDescription = {
  id: '@copilotkit/runtime',
  language: 'javascript',
  packages: ['@copilotkit/runtime', '@copilotkit/runtime/*', '@copilotkitnext/agent', '@copilotkit/backend'],
  exports: {
    OpenAIAdapter: 'OpenAI',
    OpenAIAssistantAdapter: 'OpenAIAssistant',
    AnthropicAdapter: 'Anthropic',
    GoogleGenerativeAIAdapter: 'Google',
    GroqAdapter: 'Groq',
    BedrockAdapter: 'Bedrock',
    ExperimentalOllamaAdapter: 'Ollama',
    BuiltInAgent: 'Agent',
    BasicAgent: 'Agent',
  },
  shapes: {
    OpenAI: adapter('openai', 'https://api.openai.com/v1', 'gpt-4o', '0.openai'),
    OpenAIAssistant: {
      construct: {
        site: { kind: 'model-binding', surface: 'assistants' },
        from: '0.openai',
        defaultVendor: 'openai',
        defaultBaseUrl: 'https://api.openai.com/v1',
        locked: "assistants, threads and runs live on the vendor's server",
      },
    },
    Anthropic: adapter('anthropic', 'https://api.anthropic.com', 'claude-opus-4-8', '0.anthropic'),
    Google: adapter('google', 'https://generativelanguage.googleapis.com', 'gemini-2.5-flash'),
    Groq: adapter('groq', 'https://api.groq.com', 'llama-3.3-70b-versatile', '0.groq'),
    Bedrock: adapter('bedrock', 'https://bedrock-runtime.\uFFFC.amazonaws.com', 'amazon.nova-lite-v1:0'),
    Ollama: adapter('ollama', 'http://127.0.0.1:11434', null),
    Agent: namedIn('0.model'),
  },
  vendor: null,
  routing: { separator: '/', vendors: routerVendors },
  unmoved: 'an adapter is exchanged together with the client it is given',
  versions: '1.75.0',
  source: 'https://github.com/CopilotKit/CopilotKit',
};

function adapter(vendor: string, defaultBaseUrl: string, defaultModel: string | null, client?: string): SdkDescription['shapes'][string] {
  return {
    construct: {
      site: { kind: 'model-binding', surface: 'chat' },
      settings: { model: '0.model', key: '0.apiKey' },
      ...(client === undefined ? {} : { from: client }),
      defaultVendor: vendor,
      defaultBaseUrl,
      ...(defaultModel === null ? {} : { defaultModel }),
    },
  };
}
