import type { RewriteRecipe } from '../../../core/match/rewriteRecipe';
import type {
  FieldTranslation,
  ReadHelper,
  SchemaTranslation,
  ToolsTranslation,
  TranslatedCall,
  TranslatedConversation,
} from '../../../core/match/translation';
import { ignored, renamed } from '../fieldTranslations';
import { genaiHeeded } from './googleHeeded';
import { chatCompletionsClient } from '../chatCompletionsClient';

/** `Schema` of `@google/genai` 3.3.0 and `@google/generative-ai` 0.24.1: OpenAPI's, with types in capitals. */
const schema: SchemaTranslation = {
  type: 'type',
  types: ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'],
  absent: 'nullable',
  keeps: ['title', 'description', 'enum', 'default', 'required', 'minimum', 'maximum', 'pattern', 'additionalProperties'],
  // Examples and the order of properties tell a model nothing that it must keep to; formats of OpenAPI are no formats of JSON Schema.
  drops: ['propertyOrdering', 'example', 'format'],
  counts: ['minItems', 'maxItems', 'minLength', 'maxLength', 'minProperties', 'maxProperties'],
  one: ['items'],
  list: ['anyOf'],
  each: ['properties'],
};

const tools: ToolsTranslation = {
  declarations: 'functionDeclarations',
  called: { member: 'callTool', makers: ['mcpToTool'] },
  keeps: ['name', 'description'],
  schemas: { parameters: 'vendor', parametersJsonSchema: 'json' },
  schema,
  choice: {
    within: 'functionCallingConfig',
    mode: 'mode',
    names: 'allowedFunctionNames',
    modes: { AUTO: null, ANY: 'required', NONE: 'none' },
  },
};

/** `GenerateContentConfig` of `@google/genai` 2.32.0, as far as chat completions have the same. */
export const fields: Readonly<Record<string, FieldTranslation>> = {
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
  responseSchema: { kind: 'schema', form: 'vendor', schema },
  responseJsonSchema: { kind: 'schema', form: 'json' },
  tools: { kind: 'tools', tools },
  toolConfig: { kind: 'choice', tools },
  candidateCount: { kind: 'renamed', name: 'n', uses: 'n' },
  abortSignal: { kind: 'option', name: 'signal' },
  topK: ignored,
  thinkingConfig: ignored,
  safetySettings: { kind: 'ignored', changes: 'what `safetySettings` kept out of answers is no longer kept out' },
  labels: ignored,
};

/** `functionCalls` of an answer, which is undefined where there are none. */
const functionCalls: ReadHelper = {
  name: 'functionCallsOf',
  suffix: 'Calls',
  typed: `function functionCallsOf(answer: CLIENT.ChatCompletion) {
  const calls = (answer.choices[0]?.message.tool_calls ?? []).flatMap((call) =>
    call.type === 'function'
      ? [{ id: call.id, name: call.function.name, args: JSON.parse(call.function.arguments) as Record<string, unknown> }]
      : [],
  );
  return calls.length > 0 ? calls : undefined;
}`,
  plain: `function functionCallsOf(answer) {
  const calls = (answer.choices[0]?.message.tool_calls ?? []).flatMap((call) =>
    call.type === 'function' ? [{ id: call.id, name: call.function.name, args: JSON.parse(call.function.arguments) }] : [],
  );
  return calls.length > 0 ? calls : undefined;
}`,
};

export const text = 'choices[0]?.message.content';

export const generate: TranslatedCall = {
  becomes: 'chat.completions.create',
  messages: 'contents',
  roles: { user: 'user', model: 'assistant' },
  parts: 'parts',
  text: 'text',
  image: { within: 'inlineData', type: 'mimeType', data: 'data' },
  settings: 'config',
  fields,
  reads: {
    text,
    'candidates[0].content.parts[0].text': text,
    functionCalls: { helper: functionCalls },
    'usageMetadata.promptTokenCount': 'usage?.prompt_tokens',
    'usageMetadata.candidatesTokenCount': 'usage?.completion_tokens',
    'usageMetadata.totalTokenCount': 'usage?.total_tokens',
  },
};

export const part = 'choices[0]?.delta.content';
const streamed: Partial<TranslatedCall> = { stream: true, reads: { text: part, 'candidates[0].content.parts[0].text': part } };

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

/** `EmbedContentConfig` of `@google/genai` 3.3.0. */
const embed: TranslatedCall = {
  becomes: 'embeddings.create',
  messages: 'contents',
  input: 'input',
  roles: { user: 'user' },
  parts: 'parts',
  text: 'text',
  settings: 'config',
  fields: {
    outputDimensionality: { kind: 'renamed', name: 'dimensions', uses: 'dimensions' },
    taskType: ignored,
    title: ignored,
  },
  reads: {
    'embeddings[0].values': { same: 'data[0]?.embedding' },
    embeddings: { same: 'data.map(({ embedding }) => ({ values: embedding }))' },
  },
};

/** How a client of Gemini's own protocol becomes one of chat completions. */
const genaiTranslation: RewriteRecipe = {
  protocol: 'openai',
  surfaces: ['chat', 'embeddings'],
  headersOption: 'defaultHeaders',
  translation: {
    ...chatCompletionsClient,
    drops: ['apiKey', 'vertexai', 'project', 'location', 'apiVersion', 'googleAuthOptions', 'enterprise'],
    versions: { with: '@google/genai', byMajor: { '1': '^6.49.0', '2': '^6.49.0', '3': '^6.49.0' } },
    calls: {
      'models.embedContent': embed,
      'models.generateContent': generate,
      'models.generateContentStream': { ...generate, ...streamed },
    },
    conversations: { 'chats.create': chat },
  },
};

/** How `@google/genai` moves: by its address where the target speaks Gemini's protocol and heeds what is asked. */
export const genaiRecipe: RewriteRecipe = {
  protocol: 'gemini',
  surfaces: ['chat', 'count-tokens'],
  headersOption: 'headers',
  heeded: genaiHeeded,
  // The version that servers know; the SDK asks for `v1` from 3.0 on.
  adds: { 'httpOptions.apiVersion': 'v1beta' },
  drops: ['apiVersion', 'project', 'location', 'googleAuthOptions'],
  sets: { vertexai: 'false', enterprise: 'false' },
  otherwise: genaiTranslation,
};
