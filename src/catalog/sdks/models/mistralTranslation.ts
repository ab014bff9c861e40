import type { RewriteRecipe } from '../../../core/match/rewriteRecipe';
import type { FieldTranslation, ReadHelper, TranslatedCall } from '../../../core/match/translation';
import { ignored, renamed } from '../fieldTranslations';
import { chatCompletionsClient } from '../chatCompletionsClient';

/** `ChatCompletionRequest` of `@mistralai/mistralai` 2.7.0: chat completions with names in another case. */
const fields: Readonly<Record<string, FieldTranslation>> = {
  temperature: { kind: 'kept' },
  topP: renamed('top_p'),
  maxTokens: renamed('max_tokens'),
  stop: { kind: 'kept' },
  randomSeed: renamed('seed'),
  presencePenalty: renamed('presence_penalty'),
  frequencyPenalty: renamed('frequency_penalty'),
  n: { kind: 'kept' },
  stream: { kind: 'coded', byText: { false: null } },
  parallelToolCalls: renamed('parallel_tool_calls'),
  responseFormat: {
    kind: 'object',
    name: 'response_format',
    properties: {
      type: { name: 'type', texts: ['text', 'json_object', 'json_schema'] },
      jsonSchema: {
        name: 'json_schema',
        properties: {
          name: { name: 'name' },
          description: { name: 'description' },
          strict: { name: 'strict' },
          schemaDefinition: { name: 'schema' },
        },
      },
    },
  },
  tools: {
    kind: 'object',
    list: true,
    name: 'tools',
    properties: {
      type: { name: 'type', texts: ['function'] },
      function: {
        name: 'function',
        properties: Object.fromEntries(['name', 'description', 'parameters', 'strict'].map((name) => [name, { name }])),
      },
    },
  },
  toolChoice: {
    kind: 'coded',
    byText: {
      auto: null,
      any: { name: 'tool_choice', code: "'required'" },
      required: { name: 'tool_choice', code: "'required'" },
      none: { name: 'tool_choice', code: "'none'" },
    },
  },
  safePrompt: { kind: 'ignored', changes: 'the prompt that `safePrompt` put before each question is no longer there' },
  metadata: ignored,
  promptMode: ignored,
  reasoningEffort: ignored,
  promptCacheKey: ignored,
  serviceTier: ignored,
};

/** `toolCalls` of an answer, which is undefined where there are none. */
const toolCalls: ReadHelper = {
  name: 'toolCallsOf',
  suffix: 'ToolCalls',
  typed: `function toolCallsOf(answer: CLIENT.ChatCompletion) {
  const calls = (answer.choices[0]?.message.tool_calls ?? []).flatMap((call) => (call.type === 'function' ? [call] : []));
  return calls.length > 0 ? calls : undefined;
}`,
  plain: `function toolCallsOf(answer) {
  const calls = (answer.choices[0]?.message.tool_calls ?? []).flatMap((call) => (call.type === 'function' ? [call] : []));
  return calls.length > 0 ? calls : undefined;
}`,
};

const complete: TranslatedCall = {
  becomes: 'chat.completions.create',
  messages: 'messages',
  sameTurns: { image: 'imageUrl' },
  roles: { system: 'system', user: 'user', assistant: 'assistant' },
  parts: 'content',
  text: 'text',
  textType: 'text',
  fields,
  reads: {
    'choices[0].message.content': 'choices[0]?.message.content',
    'choices[0].message.toolCalls': { helper: toolCalls },
    'usage.promptTokens': 'usage?.prompt_tokens',
    'usage.completionTokens': 'usage?.completion_tokens',
    'usage.totalTokens': 'usage?.total_tokens',
    model: { same: 'model' },
    id: { same: 'id' },
  },
  options: ['signal'],
};

const streamed: TranslatedCall = {
  ...complete,
  stream: true,
  fields: { ...fields, stream: { kind: 'coded', byText: {} } },
  reads: { 'data.choices[0].delta.content': 'choices[0]?.delta.content' },
};

/** Texts are asked about under another name, and vectors have the same form. */
const embed: TranslatedCall = {
  becomes: 'embeddings.create',
  messages: 'inputs',
  input: 'input',
  sameInput: true,
  roles: {},
  parts: '',
  text: '',
  fields: { outputDimension: { kind: 'renamed', name: 'dimensions', uses: 'dimensions' }, metadata: ignored },
  reads: { data: { same: 'data' }, model: { same: 'model' }, 'usage.totalTokens': { same: 'usage.total_tokens' } },
  options: ['signal'],
};

/** How a client of `@mistralai/mistralai` becomes one of chat completions. */
export const mistralRecipe: RewriteRecipe = {
  protocol: 'openai',
  // What is asked of others than these two has a counterpart that no call is translated to.
  surfaces: ['chat', 'embeddings', 'transcriptions', 'models'],
  headersOption: 'defaultHeaders',
  translation: {
    ...chatCompletionsClient,
    drops: ['apiKey', 'serverURL', 'server'],
    versions: { with: '@mistralai/mistralai', byMajor: { '1': '^6.49.0', '2': '^6.49.0' } },
    calls: { 'chat.complete': complete, 'chat.stream': streamed, 'embeddings.create': embed },
  },
};
