import type { RewriteRecipe } from '../../core/match/rewriteRecipe';
import type { FieldTranslation, ReadPattern, TranslatedCall } from '../../core/match/translation';
import { ignored, renamed } from './fieldTranslations';

/** `MessageCreateParams` of `@anthropic-ai/sdk` 1.14.0, as far as chat completions have the same. */
const fields: Readonly<Record<string, FieldTranslation>> = {
  system: { kind: 'system', role: 'system' },
  max_tokens: renamed('max_tokens'),
  temperature: renamed('temperature'),
  top_p: renamed('top_p'),
  stop_sequences: renamed('stop'),
  stream: { kind: 'coded', byText: { false: null } },
  top_k: ignored,
  metadata: ignored,
  thinking: ignored,
  service_tier: ignored,
};

const text = '.choices[0]?.message.content';
const absent = "''";
const reason = '.choices[0]?.finish_reason';
const isText = "=> @block.type === 'text'";
const textOf = "=> @part.type === 'text' ? @part.text : ''";

/** Reasons for which an answer ends, by Anthropic's. */
const reasons = { end_turn: 'stop', stop_sequence: 'stop', max_tokens: 'length', tool_use: 'tool_calls' } as const;
const reasonReads = Object.entries(reasons).flatMap(([now, then]): ReadPattern[] =>
  // Both ends are one there; whether it was this one can't be asked.
  then === 'stop'
    ? []
    : ['===', '!=='].map((operator) => ({
        code: `.stop_reason ${operator} '${now}'`,
        becomes: `${reason} ${operator} '${then}'`,
      })),
);

/** How programs read the text of a block that they hold. */
const blockReads: readonly ReadPattern[] = [
  { code: ".type === 'text' ? @self.text : #", becomes: '?.content ?? #' },
  { code: ".type === 'text'", becomes: '?.content != null', condition: '?.content' },
  { code: ".type !== 'text'", becomes: '?.content == null' },
  { code: '.text', becomes: '?.content', absent },
];

/** How programs read an answer, whose text is a list of blocks. */
const answerReads: readonly ReadPattern[] = [
  { code: ".content[0].type === 'text' ? @self.content[0].text : #", becomes: `${text} ?? #` },
  { code: ".content[0].type === 'text'", becomes: `${text} != null`, condition: text },
  { code: ".content[0].type !== 'text'", becomes: `${text} == null` },
  { code: '.content[0].text', becomes: text, absent },
  { code: '.content[0] as any).text', becomes: text, absent, opened: true },
  { code: '.content[0] as @name.TextBlock).text', becomes: text, absent, opened: true },
  { code: '.content[0] as TextBlock).text', becomes: text, absent, opened: true },
  { code: `.content.find(@block ${isText}).text`, becomes: text, absent },
  { code: `.content.filter(@block ${isText}).map(@part => @part.text).join(#)`, becomes: text, absent },
  { code: `.content.map(@part ${textOf}).join(#)`, becomes: text, absent },
  { code: `.content.filter(@block ${isText})[0].text`, becomes: text, absent },
  { code: '.content[0]', becomes: '.choices[0]?.message', parts: blockReads },
  { code: '.usage.input_tokens', becomes: '.usage?.prompt_tokens', absent: '0' },
  { code: '.usage.output_tokens', becomes: '.usage?.completion_tokens', absent: '0' },
  ...reasonReads,
  { code: '.model', becomes: '.model' },
  { code: '.id', becomes: '.id' },
];

const part = '.choices[0]?.delta.content';

/** How programs read the events of a stream: those with text; without tools there are no others with content. */
const eventReads: readonly ReadPattern[] = [
  { code: ".type === 'content_block_delta' && @self.delta.type === 'text_delta'", becomes: `${part} != null`, condition: part },
  { code: ".type === 'content_block_delta' && 'text' in @self.delta", becomes: `${part} != null`, condition: part },
  { code: ".type === 'content_block_delta'", becomes: `${part} != null`, condition: part },
  { code: ".delta.type === 'text_delta'", becomes: `${part} != null`, condition: part },
  { code: '.delta.text', becomes: part, absent },
];

/** Pictures that are written out in a message; those behind an address would be fetched by the server, which few do. */
const image: TranslatedCall['image'] = {
  within: 'source',
  type: 'media_type',
  data: 'data',
  types: { part: 'image', content: 'base64' },
};

const streamed: TranslatedCall = {
  becomes: 'chat.completions.create',
  stream: true,
  messages: 'messages',
  roles: { user: 'user', assistant: 'assistant' },
  parts: 'content',
  text: 'text',
  textType: 'text',
  image,
  fields: { ...fields, stream: { kind: 'kept' } },
  reads: {},
  patterns: eventReads,
  options: ['signal', 'timeout', 'maxRetries'],
  streamMembers: ['controller'],
};

/** `stream: true` tells whether an answer comes in parts. */
const create: TranslatedCall = {
  becomes: 'chat.completions.create',
  messages: 'messages',
  roles: { user: 'user', assistant: 'assistant' },
  parts: 'content',
  text: 'text',
  textType: 'text',
  image,
  fields,
  reads: {},
  patterns: answerReads,
  options: ['signal', 'timeout', 'maxRetries'],
  streamed,
};

/** How a client of Anthropic's protocol becomes one of chat completions, for servers that do not speak it. */
export const anthropicTranslation: RewriteRecipe = {
  protocol: 'openai',
  surfaces: ['messages'],
  asks: { messages: 'chat' },
  headersOption: 'defaultHeaders',
  translation: {
    client: { package: 'openai', name: 'OpenAI' },
    baseUrlOption: 'baseURL',
    keyOption: 'apiKey',
    drops: ['apiKey', 'authToken', 'baseURL'],
    keeps: ['timeout', 'maxRetries'],
    versions: {
      with: '@anthropic-ai/sdk',
      byMajor: {
        ...Object.fromEntries(Array.from({ length: 120 }, (_, minor) => [`0.${minor}`, '^6.49.0'])),
        '1': '^6.49.0',
      },
    },
    calls: { 'messages.create': create },
  },
};
