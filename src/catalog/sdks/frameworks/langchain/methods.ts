import type { Methods } from '../classes';

const language = [
  'invoke',
  'stream',
  'batch',
  'streamEvents',
  'streamLog',
  'call',
  'callPrompt',
  'predict',
  'predictMessages',
  'generate',
  'generatePrompt',
];

/** The methods of LangChain's models. A model piped into something else is a chain, not a model. */
export const langchainMethods: Methods = {
  sends: {
    chat: language,
    responses: language,
    completions: language,
    embeddings: ['embedQuery', 'embedDocuments'],
    rerank: ['rerank', 'compressDocuments'],
    images: ['invoke', 'call'],
    transcriptions: ['load', 'loadAndSplit'],
  },
  additions: ['bind', 'bindTools', 'withConfig', 'withRetry', 'withFallbacks', 'withListeners', 'withStructuredOutput'],
  features: { tools: '1.tools', tool_choice: '1.tool_choice' },
  added: {
    bind: { tools: '0.tools', tool_choice: '0.tool_choice', json_schema: '0.response_format' },
    withConfig: { tools: '0.tools', tool_choice: '0.tool_choice', json_schema: '0.response_format' },
    bindTools: { tools: '0', tool_choice: '1.tool_choice' },
    withStructuredOutput: { json_schema: '0' },
  },
};

/** Claude's answers have a structure by a function that must be called by its name (`@langchain/anthropic` 1.5.11, dist/chat_models.js). */
export const claudeMethods: Methods = {
  ...langchainMethods,
  added: { ...langchainMethods.added, withStructuredOutput: { json_schema: '0', named_tool_choice: '0' } },
};
