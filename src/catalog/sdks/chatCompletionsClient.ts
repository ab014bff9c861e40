import type { Translation } from '../../core/match/translation';

/** The client that speaks to servers of chat completions, which clients of other protocols become. */
export const chatCompletionsClient: Pick<Translation, 'client' | 'baseUrlOption' | 'keyOption'> = {
  client: { package: 'openai', name: 'OpenAI' },
  baseUrlOption: 'baseURL',
  keyOption: 'apiKey',
};
