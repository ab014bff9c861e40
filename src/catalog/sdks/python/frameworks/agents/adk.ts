import type { SdkDescription } from '../../../../../core/match/description';
import { exportsOf } from '../../pythonic';
import { litellmRouting } from '../../routing';

/** Google's Agent Development Kit: agents name a Gemini model by text, or are given one that LiteLLM asks. */
export const googleAdk: SdkDescription = {
  id: 'google-adk',
  language: 'python',
  packages: ['google.adk', 'google.adk.agents', 'google.adk.agents.*', 'google.adk.models', 'google.adk.models.*'],
  exports: { ...exportsOf(['Agent', 'LlmAgent'], 'AgentClass'), Gemini: 'GeminiClass', LiteLlm: 'LiteLlmClass', Claude: 'ClaudeClass' },
  shapes: {
    AgentClass: {
      construct: {
        site: { kind: 'model-binding', surface: 'chat' },
        from: 'model=',
        onlyNamed: true,
        defaultVendor: 'google',
        defaultBaseUrl: 'https://generativelanguage.googleapis.com',
      },
    },
    GeminiClass: {
      construct: {
        site: { kind: 'model-binding', surface: 'chat' },
        settings: { model: 'model=', baseUrl: 'base_url=' },
        defaultVendor: 'google',
        defaultBaseUrl: 'https://generativelanguage.googleapis.com',
        returns: 'Model',
      },
    },
    ClaudeClass: {
      construct: {
        site: { kind: 'model-binding', surface: 'chat' },
        settings: { model: 'model=' },
        defaultVendor: 'google',
        defaultBaseUrl: 'https://\uFFFC-aiplatform.googleapis.com',
        returns: 'Model',
      },
    },
    LiteLlmClass: {
      construct: {
        site: { kind: 'model-binding', surface: 'chat' },
        settings: { model: ['model=', '0'], baseUrl: ['api_base=', 'base_url='], key: 'api_key=' },
        returns: 'Model',
      },
    },
    Model: {},
  },
  vendor: null,
  routing: litellmRouting,
  keyVariables: ['GOOGLE_API_KEY'],
  versions: '1.18.0',
  source: 'https://github.com/google/adk-python',
};
