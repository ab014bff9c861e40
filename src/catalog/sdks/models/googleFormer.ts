import type { RewriteRecipe } from '../../../core/match/rewriteRecipe';
import type { FieldTranslation, TranslatedCall, TranslatedConversation } from '../../../core/match/translation';
import { generativeAiHeeded } from './googleHeeded';
import { fields, generate, part, text } from './googleTranslation';
import { chatCompletionsClient } from '../chatCompletionsClient';

/** The former client: settings stand with the model, and texts are given by functions. */
const formerFields: Readonly<Record<string, FieldTranslation>> = {
  ...Object.fromEntries(Object.entries(fields).filter(([name]) => !['abortSignal', 'responseJsonSchema', 'seed', 'labels'].includes(name))),
};
const formerRequest: TranslatedCall = {
  ...generate,
  settings: 'generationConfig',
  beside: ['systemInstruction', 'safetySettings', 'tools', 'toolConfig'],
  fields: formerFields,
};

const formerAnswer: TranslatedCall = { ...formerRequest, bare: true };

const streamed: Partial<TranslatedCall> = {
  stream: true,
  streamAt: 'stream',
  reads: { 'text()': { text: part }, 'candidates[0].content.parts[0].text': part },
};

/** What becomes of a model, and of what is asked of it; `reads`: what is read of its answers. */
function modelOf(reads: TranslatedCall['reads']): TranslatedConversation {
  const answer = { ...formerAnswer, reads };
  const stream = { ...answer, ...streamed };
  const begun = { ...formerRequest, messages: 'history', becomes: 'ChatCompletionCreateParamsNonStreaming' };
  return {
    begun,
    asked: { generateContent: { call: answer }, generateContentStream: { call: stream } },
    // `ChatSession` sends all turns with each question, and keeps what is answered.
    begins: {
      startChat: {
        begun: { ...begun, optional: true },
        asked: {
          sendMessage: { call: answer, kept: text },
          sendMessageStream: { call: { ...stream, becomes: 'chat.completions.stream' }, kept: 'finalContent()', awaited: true },
        },
        turns: 'getHistory',
      },
    },
  };
}

const usage = {
  'response.usageMetadata.promptTokenCount': 'usage?.prompt_tokens',
  'response.usageMetadata.candidatesTokenCount': 'usage?.completion_tokens',
  'response.usageMetadata.totalTokenCount': 'usage?.total_tokens',
};

/** How a client of `@google/generative-ai` 0.24.1 becomes one of chat completions: its model becomes the settings of requests. */
const generativeAiTranslation: RewriteRecipe = {
  protocol: 'openai',
  surfaces: ['chat'],
  headersOption: 'defaultHeaders',
  translation: {
    ...chatCompletionsClient,
    keyAlone: true,
    drops: [],
    versions: { with: '@google/generative-ai', byMajor: { '0.24': '^6.49.0', '0.21': '^6.49.0' } },
    calls: {},
    conversations: { getGenerativeModel: modelOf({ 'response.text()': { text }, response: { itself: true }, ...usage }) },
  },
};

/** How `@google/generative-ai` moves: its models are told the address where the target speaks Gemini's protocol and heeds what is asked. */
export const generativeAiRecipe: RewriteRecipe = {
  protocol: 'gemini',
  surfaces: ['chat', 'count-tokens'],
  headersOption: 'customHeaders',
  heeded: generativeAiHeeded,
  keyAlone: true,
  modelPrefix: 'models/',
  otherwise: generativeAiTranslation,
};

const vertexModel = modelOf({ 'response.candidates[0].content.parts[0].text': text, response: { itself: true }, ...usage });

/** How a client of `@google-cloud/vertexai` 1.12.0 becomes one of chat completions. It signs in to Google's cloud, which no other server does. */
export const vertexAiRecipe: RewriteRecipe = {
  protocol: 'openai',
  surfaces: ['chat'],
  headersOption: 'defaultHeaders',
  translation: {
    ...chatCompletionsClient,
    drops: ['project', 'location', 'apiEndpoint', 'googleAuthOptions'],
    versions: { with: '@google-cloud/vertexai', byMajor: { '1': '^6.49.0' } },
    calls: {},
    conversations: { 'preview.getGenerativeModel': vertexModel, getGenerativeModel: vertexModel },
  },
};
