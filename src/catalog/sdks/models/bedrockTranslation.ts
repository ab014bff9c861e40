import type { RewriteRecipe } from '../../../core/match/rewriteRecipe';
import type { FieldTranslation, TranslatedCall } from '../../../core/match/translation';
import { chatCompletionsClient } from '../chatCompletionsClient';
import { ignored, renamed } from '../fieldTranslations';

/** `ConverseRequest` of `@aws-sdk/client-bedrock-runtime` 3.1164.0, as far as chat completions have the same. */
const fields: Readonly<Record<string, FieldTranslation>> = {
  system: { kind: 'system', role: 'system' },
  maxTokens: renamed('max_tokens'),
  temperature: renamed('temperature'),
  topP: renamed('top_p'),
  stopSequences: renamed('stop'),
  performanceConfig: ignored,
  requestMetadata: ignored,
};

const converse: TranslatedCall = {
  becomes: 'chat.completions.create',
  model: 'modelId',
  messages: 'messages',
  roles: { user: 'user', assistant: 'assistant' },
  parts: 'content',
  text: 'text',
  settings: 'inferenceConfig',
  beside: ['system', 'performanceConfig', 'requestMetadata'],
  fields,
  reads: {
    'output.message.content[0].text': 'choices[0]?.message.content',
    'usage.inputTokens': 'usage?.prompt_tokens',
    'usage.outputTokens': 'usage?.completion_tokens',
    'usage.totalTokens': 'usage?.total_tokens',
  },
};

const part = '.choices[0]?.delta.content';

const converseStream: TranslatedCall = {
  ...converse,
  stream: true,
  streamAt: 'stream',
  reads: {},
  patterns: [
    { code: '.contentBlockDelta.delta.text', becomes: part, absent: "''" },
    { code: '.contentBlockDelta.delta', becomes: `${part} != null`, condition: part, onlyAsked: true },
    { code: '.contentBlockDelta', becomes: `${part} != null`, condition: part, onlyAsked: true },
  ],
};

/** How a client of Bedrock's conversations becomes one of chat completions; what else it is asked for keeps it. */
export const bedrockRecipe: RewriteRecipe = {
  protocol: 'openai',
  surfaces: ['chat'],
  headersOption: 'defaultHeaders',
  translation: {
    ...chatCompletionsClient,
    drops: ['region', 'credentials', 'profile', 'token'],
    versions: { with: '@aws-sdk/client-bedrock-runtime', byMajor: { '3': '^6.49.0' } },
    calls: { converse, converseStream },
    commands: { send: { ConverseCommand: converse, ConverseStreamCommand: converseStream } },
  },
};
