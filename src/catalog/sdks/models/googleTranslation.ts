import type { FieldTranslation, RewriteRecipe, TranslatedCall, TranslatedConversation } from '../../../core/match/description';

const renamed = (name: string): FieldTranslation => ({ kind: 'renamed', name });
const ignored: FieldTranslation = { kind: 'ignored' };

/** `GenerateContentConfig` of `@google/genai` 2.32.0, as far as chat completions have the same. */
const fields: Readonly<Record<string, FieldTranslation>> = {
  systemInstruction: { kind: 'system', role: 'system' },
  temperature: renamed('temperature'),
  topP: renamed('top_p'),
  maxOutputTokens: renamed('max_tokens'),
  stopSequences: renamed('stop'),
  seed: renamed('seed'),
  presencePenalty: renamed('presence_penalty'),
  frequencyPenalty: renamed('frequency_penalty'),
  responseMimeType: {
    kind: 'coded',
    byText: { 'application/json': { name: 'response_format', code: "{ type: 'json_object' }" }, 'text/plain': null },
  },
  topK: ignored,
  thinkingConfig: ignored,
  safetySettings: ignored,
  labels: ignored,
};

const generate: TranslatedCall = {
  becomes: 'chat.completions.create',
  messages: 'contents',
  roles: { user: 'user', model: 'assistant' },
  parts: 'parts',
  text: 'text',
  settings: 'config',
  fields,
  reads: { text: 'choices[0]?.message.content' },
};

const streamed: Partial<TranslatedCall> = { stream: true, reads: { text: 'choices[0]?.delta.content' } };

/** `Chat` of `@google/genai` sends all turns with each question, and keeps what is answered. */
const chat: TranslatedConversation = {
  begun: { ...generate, messages: 'history', becomes: 'ChatCompletionCreateParamsNonStreaming' },
  asked: {
    sendMessage: { call: { ...generate, messages: 'message' }, kept: 'choices[0]?.message.content' },
    sendMessageStream: {
      call: { ...generate, ...streamed, messages: 'message', becomes: 'chat.completions.stream' },
      kept: 'finalContent()',
      awaited: true,
    },
  },
  turns: 'getHistory',
};

/** How a client of Gemini's own protocol becomes one of chat completions. */
export const genaiRecipe: RewriteRecipe = {
  protocol: 'openai',
  surfaces: ['chat'],
  headersOption: 'defaultHeaders',
  translation: {
    client: { package: 'openai', name: 'OpenAI' },
    baseUrlOption: 'baseURL',
    keyOption: 'apiKey',
    drops: ['apiKey', 'vertexai', 'project', 'location', 'apiVersion', 'googleAuthOptions', 'enterprise'],
    versions: { with: '@google/genai', byMajor: { '1': '^6.49.0', '2': '^6.49.0', '3': '^6.49.0' } },
    calls: {
      'models.generateContent': generate,
      'models.generateContentStream': { ...generate, ...streamed },
    },
    conversations: { 'chats.create': chat },
  },
};
