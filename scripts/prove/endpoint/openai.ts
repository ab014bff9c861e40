import type OpenAI from 'openai';
import { created, greeting, place, vector, words, type Answer } from './answer';

type ChatRequest = OpenAI.Chat.ChatCompletionCreateParams;
type Response = OpenAI.Responses.Response;
type ResponseEvent = OpenAI.Responses.ResponseStreamEvent;

const usage = { prompt_tokens: 9, completion_tokens: 3, total_tokens: 12 };

/** A chat: calls the first tool once, answers with what a tool said, with JSON where it is asked for, else with the greeting. */
export function chatAnswer(request: ChatRequest): Answer {
  // Each answer of a conversation has an id of its own.
  const head = { id: `chatcmpl-${request.messages.length}`, created, model: request.model };
  const call = calledTool(request);
  const text = answerText(request);
  if (request.stream === true) {
    const chunk = (
      delta: OpenAI.Chat.ChatCompletionChunk.Choice.Delta,
      finish: OpenAI.Chat.ChatCompletionChunk.Choice['finish_reason'] = null,
    ): OpenAI.Chat.ChatCompletionChunk => ({
      ...head,
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta, finish_reason: finish }],
    });
    const parts = call
      ? [
          chunk({ role: 'assistant', tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: { name: call, arguments: '' } }] }),
          ...[place.slice(0, 5), place.slice(5)].map((part) => chunk({ tool_calls: [{ index: 0, function: { arguments: part } }] })),
          chunk({}, 'tool_calls'),
        ]
      : [
          chunk({ role: 'assistant', content: '' }),
          ...(text === greeting ? words : [text]).map((content) => chunk({ content })),
          chunk({}, 'stop'),
        ];
    const last: OpenAI.Chat.ChatCompletionChunk = { ...head, object: 'chat.completion.chunk', choices: [], usage };
    const chunks = request.stream_options?.include_usage === true ? [...parts, last] : parts;
    return { events: chunks.map((data) => ({ data })), end: '[DONE]' };
  }
  const message: OpenAI.Chat.ChatCompletionMessage = {
    role: 'assistant',
    refusal: null,
    content: call ? null : text,
    ...(call && { tool_calls: [{ id: 'call_1', type: 'function', function: { name: call, arguments: place } }] }),
  };
  const body: OpenAI.Chat.ChatCompletion = {
    ...head,
    object: 'chat.completion',
    choices: [{ index: 0, message, finish_reason: call ? 'tool_calls' : 'stop', logprobs: null }],
    usage,
  };
  return { body };
}

function calledTool({ tools, messages }: ChatRequest): string | null {
  const first = tools?.[0];
  if (first?.type !== 'function' || messages.some(({ role }) => role === 'tool')) return null;
  return first.function.name;
}

function answerText({ messages, response_format: format }: ChatRequest): string {
  const last = messages.at(-1);
  if (last?.role === 'tool' && typeof last.content === 'string') return last.content;
  return format && format.type !== 'text' ? place : greeting;
}

/** The Responses API, without any state. */
export function responsesAnswer(request: OpenAI.Responses.ResponseCreateParams): Answer {
  const tool = request.tools?.find((each) => each.type === 'function');
  const output: Response['output'] = tool
    ? [{ type: 'function_call', id: 'fc_1', call_id: 'call_1', name: tool.name, arguments: place, status: 'completed' }]
    : [
        {
          type: 'message',
          id: 'msg_1',
          role: 'assistant',
          status: 'completed',
          content: [{ type: 'output_text', text: greeting, annotations: [] }],
        },
      ];
  const response: Omit<Response, 'output_text'> = {
    id: 'resp_1',
    object: 'response',
    created_at: created,
    model: request.model ?? '',
    status: 'completed',
    output,
    error: null,
    incomplete_details: null,
    instructions: request.instructions ?? null,
    metadata: null,
    parallel_tool_calls: true,
    temperature: null,
    top_p: null,
    tool_choice: 'auto',
    tools: request.tools ?? [],
  };
  if (request.stream !== true) return { body: response };
  const whole = response as Response;
  const part = { type: 'output_text' as const, text: '', annotations: [] };
  const position = { item_id: 'msg_1', output_index: 0, content_index: 0 };
  const events: ResponseEvent[] = [
    { type: 'response.created', sequence_number: 0, response: { ...whole, status: 'in_progress', output: [] } },
    {
      type: 'response.output_item.added',
      sequence_number: 1,
      output_index: 0,
      item: { type: 'message', id: 'msg_1', role: 'assistant', status: 'in_progress', content: [] },
    },
    { type: 'response.content_part.added', sequence_number: 2, ...position, part },
    ...words.map((delta, index): ResponseEvent => ({
      type: 'response.output_text.delta',
      sequence_number: 3 + index,
      ...position,
      delta,
      logprobs: [],
    })),
    { type: 'response.output_text.done', sequence_number: 6, ...position, text: greeting, logprobs: [] },
    { type: 'response.completed', sequence_number: 7, response: whole },
  ];
  return { events: events.map((data) => ({ event: data.type, data })) };
}

/** Text completions. */
export function completionsAnswer(request: OpenAI.CompletionCreateParams): Answer {
  const body: OpenAI.Completion = {
    id: 'cmpl-1',
    object: 'text_completion',
    created,
    model: request.model,
    choices: [{ index: 0, text: greeting, finish_reason: 'stop', logprobs: null }],
    usage,
  };
  return { body };
}

/** Vectors, as numbers or, as the SDK asks by itself, as the bytes of 32-bit floats. */
export function embeddingsAnswer(request: OpenAI.EmbeddingCreateParams): Answer {
  const count = Array.isArray(request.input) && typeof request.input[0] !== 'number' ? request.input.length : 1;
  const encoded = Buffer.from(Float32Array.from(vector).buffer).toString('base64');
  const data = Array.from({ length: count }, (_, index) => ({
    object: 'embedding',
    index,
    embedding: request.encoding_format === 'base64' ? encoded : vector,
  }));
  return { body: { object: 'list', model: request.model, data, usage: { prompt_tokens: 2, total_tokens: 2 } } };
}

/** A transcription. */
export function transcriptionAnswer(): Answer {
  const body: OpenAI.Audio.Transcription = { text: greeting };
  return { body };
}

/** The models that are served. */
export function modelsAnswer(models: readonly string[]): Answer {
  const data = models.map((id): OpenAI.Model => ({ id, object: 'model', created, owned_by: 'library' }));
  return { body: { object: 'list', data } };
}
