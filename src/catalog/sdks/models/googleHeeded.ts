import type { HeededRequests } from '../../../core/match/heededRequests';

/**
 * What LiteLLM 1.110.2 heeds of Gemini's requests once another lab's model answers them: `google_genai/adapters/transformation.py`
 * makes chat completions of them, and passes over all that is not named here.
 */
const heeded = {
  ignores: {
    topK: null,
    thinkingConfig: null,
    labels: null,
    safetySettings: 'what `safetySettings` kept out of answers is no longer kept out',
  },
  schemas: ['responseSchema', 'responseJsonSchema'],
  json: { property: 'responseMimeType', text: 'application/json' },
  instruction: 'systemInstruction',
  within: { toolConfig: ['allowedFunctionNames', 'retrievalConfig'] },
  roles: ['user', 'model'],
  parts: ['fileData', 'executableCode', 'codeExecutionResult', 'videoMetadata'],
  media: { part: 'inlineData', type: 'mimeType' },
} as const;

const settings = ['temperature', 'topP', 'maxOutputTokens', 'stopSequences', 'responseMimeType', 'responseSchema', 'responseJsonSchema'];
const request = ['model', 'contents', 'history', 'systemInstruction', 'tools', 'toolConfig'];

/** `GenerateContentParameters` of `@google/genai` 3.3.0, and what begins and continues its chats. */
export const genaiHeeded: HeededRequests = {
  ...heeded,
  objects: ['0', '0.config'],
  keeps: [...request, ...settings, 'config', 'message', 'automaticFunctionCalling', 'abortSignal'],
  // The part that ends a stream says nothing, and the SDK gives `undefined` for its text.
  streams: ['generateContentStream', 'sendMessageStream'],
  said: ['0.contents', '0.history', '0.message'],
};

/** `ModelParams`, `GenerateContentRequest` and `StartChatParams` of `@google/generative-ai` 0.24.1. It sends what functions answered under a role of its own. */
export const generativeAiHeeded: HeededRequests = {
  ...heeded,
  objects: ['0', '0.generationConfig', '1'],
  keeps: [...request, ...settings, 'generationConfig', 'signal', 'timeout'],
  // For the part that ends a stream the SDK gives an empty text.
  streams: [],
  said: ['0'],
  parts: [...heeded.parts, 'functionResponse'],
};
