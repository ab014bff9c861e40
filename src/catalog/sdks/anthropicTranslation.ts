import type { RewriteRecipe } from '../../core/match/rewriteRecipe';
import type { FieldTranslation, ReadPattern, TranslatedBlocks, TranslatedCall } from '../../core/match/translation';
import { ignored, renamed } from './fieldTranslations';
import { chatCompletionsClient } from './chatCompletionsClient';

/** `MessageCreateParams` of `@anthropic-ai/sdk` 1.14.0, as far as chat completions have the same. */
const fields: Readonly<Record<string, FieldTranslation>> = {
  system: { kind: 'system', role: 'system' },
  max_tokens: renamed('max_tokens'),
  temperature: renamed('temperature'),
  top_p: renamed('top_p'),
  stop_sequences: renamed('stop'),
  tools: { kind: 'functions', keeps: ['name', 'description', 'strict'], schema: 'input_schema', type: 'custom' },
  tool_choice: { kind: 'required', byType: { auto: 'auto', any: 'required', none: 'none' }, named: 'tool' },
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

/**
 * Reasons for which an answer ends, by Anthropic's. The end of a turn and a text to stop at are one there, and a function that must be
 * asked for ends an answer like others.
 */
const reasons: readonly { readonly now: string; readonly then: string; readonly unless?: string }[] = [
  { now: 'end_turn', then: 'stop', unless: 'stop_sequences' },
  { now: 'max_tokens', then: 'length' },
  { now: 'tool_use', then: 'tool_calls', unless: 'tool_choice' },
];
const reasonReads = reasons.flatMap(({ now, then, unless }): ReadPattern[] =>
  ['===', '!=='].map((operator) => ({
    code: `.stop_reason ${operator} '${now}'`,
    becomes: `${reason} ${operator} '${then}'`,
    ...(unless !== undefined && { unless }),
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

/** Answers as lists of blocks, for programs that go through them. */
const blocks: TranslatedBlocks = {
  member: 'content',
  reads: ['type', 'text', 'id', 'name', 'input'],
  helper: {
    name: 'blocksOf',
    suffix: '',
    names: ['blocksOf', 'AnswerText', 'AnswerCall'],
    types: { TextBlock: 'AnswerText', ToolUseBlock: 'AnswerCall', ContentBlock: '(AnswerText | AnswerCall)' },
    typed: `
type AnswerText = { type: 'text'; text: string };
type AnswerCall = { type: 'tool_use'; id: string; name: string; input: unknown };

function blocksOf(answer: CLIENT.ChatCompletion): (AnswerText | AnswerCall)[] {
  const message = answer.choices[0]?.message;
  const blocks: (AnswerText | AnswerCall)[] = message?.content ? [{ type: 'text', text: message.content }] : [];
  for (const call of message?.tool_calls ?? []) {
    if (call.type !== 'function') continue;
    const { name, arguments: input } = call.function;
    blocks.push({ type: 'tool_use', id: call.id, name, input: JSON.parse(input || '{}') });
  }
  return blocks;
}`.trim(),
    plain: `
function blocksOf(answer) {
  const message = answer.choices[0]?.message;
  const blocks = message?.content ? [{ type: 'text', text: message.content }] : [];
  for (const call of message?.tool_calls ?? []) {
    if (call.type !== 'function') continue;
    const { name, arguments: input } = call.function;
    blocks.push({ type: 'tool_use', id: call.id, name, input: JSON.parse(input || '{}') });
  }
  return blocks;
}`.trim(),
  },
};

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

/** What requests of messages have in common, streamed or not. */
const messages: Pick<
  TranslatedCall,
  'messages' | 'roles' | 'parts' | 'text' | 'textType' | 'image' | 'results' | 'repeated' | 'types' | 'reads' | 'options'
> = {
  messages: 'messages',
  roles: { user: 'user', assistant: 'assistant' },
  parts: 'content',
  text: 'text',
  textType: 'text',
  image,
  results: {
    type: 'tool_result',
    id: 'tool_use_id',
    content: 'content',
    drops: { is_error: 'only the text tells that a function failed: `is_error` has no counterpart' },
    role: 'tool',
    newId: 'tool_call_id',
  },
  repeated: { member: 'content', typed: '.choices[0]!.message', plain: '.choices[0].message' },
  types: {
    message: 'ChatCompletionMessageParam',
    function: 'ChatCompletionTool',
    result: 'ChatCompletionToolMessageParam',
    answer: 'ChatCompletion',
  },
  reads: {},
  options: ['signal', 'timeout', 'maxRetries'],
};

const streamed: TranslatedCall = {
  ...messages,
  becomes: 'chat.completions.create',
  stream: true,
  fields: { ...fields, stream: { kind: 'kept' } },
  patterns: eventReads,
  streamMembers: ['controller'],
};

/** `stream: true` tells whether an answer comes in parts. */
const create: TranslatedCall = {
  ...messages,
  becomes: 'chat.completions.create',
  fields,
  patterns: answerReads,
  blocks,
  streamed,
};

/** `MessageStream` and `ChatCompletionStream` do the same under other names; token counts come only where a request asks for them. */
const heard: TranslatedCall = {
  ...messages,
  becomes: 'chat.completions.stream',
  fields,
  patterns: eventReads,
  heard: {
    events: { text: 'content', connect: 'connect', end: 'end', abort: 'abort', error: 'error' },
    answered: { message: 'chatCompletion', finalMessage: 'finalChatCompletion' },
    text: { finalText: 'finalContent' },
    whole: { finalMessage: 'finalChatCompletion' },
    keeps: ['abort', 'aborted', 'controller', 'done', 'ended', 'errored'],
    answer: { ...create, patterns: answerReads.filter(({ code }) => !code.startsWith('.usage')) },
  },
};

/** Errors that both packages have under the same name (`core/error.d.ts`). */
const errors = [
  'APIError',
  'APIConnectionError',
  'APIConnectionTimeoutError',
  'APIUserAbortError',
  'AuthenticationError',
  'BadRequestError',
  'ConflictError',
  'InternalServerError',
  'NotFoundError',
  'PermissionDeniedError',
  'RateLimitError',
  'UnprocessableEntityError',
] as const;

/** How a client of Anthropic's protocol becomes one of chat completions, for servers that do not speak it. */
export const anthropicTranslation: RewriteRecipe = {
  protocol: 'openai',
  surfaces: ['messages'],
  asks: { messages: 'chat' },
  headersOption: 'defaultHeaders',
  translation: {
    ...chatCompletionsClient,
    drops: ['apiKey', 'authToken', 'baseURL'],
    keeps: ['timeout', 'maxRetries'],
    versions: {
      with: '@anthropic-ai/sdk',
      byMajor: {
        ...Object.fromEntries(Array.from({ length: 120 }, (_, minor) => [`0.${minor}`, '^6.49.0'])),
        '1': '^6.49.0',
      },
    },
    errors: {
      classes: { ...Object.fromEntries(errors.map((name) => [name, name])), AnthropicError: 'OpenAIError' },
      reads: ['cause', 'headers', 'message', 'name', 'requestID', 'stack', 'status'],
    },
    calls: { 'messages.create': create, 'messages.stream': heard },
  },
};
