import type { SdkDescription } from '../../../core/match/description';
import { asks, makesClient } from './operations';

/** The community package `chatgpt`: the API, or ChatGPT itself behind somebody's proxy. */
export const chatgpt: SdkDescription = {
  id: 'chatgpt',
  language: 'javascript',
  packages: ['chatgpt'],
  exports: { ChatGPTAPI: 'ChatGPTAPI', ChatGPTUnofficialProxyAPI: 'UnofficialProxy' },
  shapes: {
    ChatGPTAPI: { construct: makesClient('Client', { baseUrl: '0.apiBaseUrl', key: '0.apiKey', model: '0.completionParams.model' }) },
    UnofficialProxy: { construct: makesClient('Client', { key: '0.accessToken', model: '0.model' }) },
    Client: { members: { sendMessage: asks('chat', '1.completionParams.model') } },
  },
  vendor: 'openai',
  defaultBaseUrl: 'https://api.openai.com/v1',
  keyVariables: ['OPENAI_API_KEY'],
  defaultModel: 'gpt-3.5-turbo',
  versions: '5.2.5',
  source: 'https://github.com/transitive-bullshit/chatgpt-api',
};
