import type Anthropic from '@anthropic-ai/sdk';
import { greeting, place, words, type Answer } from './answer';

type Message = Anthropic.Message;
type Event = Anthropic.RawMessageStreamEvent;

/** A message: calls the first tool once, answers with what a tool said, else with the greeting. */
export function messagesAnswer(request: Anthropic.MessageCreateParams): Answer {
  const said = toolResult(request);
  const [tool] = request.tools ?? [];
  const called = tool && 'input_schema' in tool && said === null ? tool.name : null;
  const reason: Message['stop_reason'] = called === null ? 'end_turn' : 'tool_use';
  const body = {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: request.model,
    content:
      called === null
        ? [{ type: 'text', text: said ?? greeting, citations: null }]
        : [{ type: 'tool_use', id: 'toolu_1', name: called, input: JSON.parse(place) as object }],
    stop_reason: reason,
    stop_sequence: null,
    usage: { input_tokens: 9, output_tokens: 3 },
  } as const;
  if (request.stream !== true) return { body };
  // Servers of open models leave out most of what the vendor tells about usage.
  const events: readonly { readonly type: Event['type']; readonly [name: string]: unknown }[] = [
    { type: 'message_start', message: { ...body, content: [], stop_reason: null } },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '', citations: null } },
    ...words.map((text) => ({ type: 'content_block_delta' as const, index: 0, delta: { type: 'text_delta', text } })),
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason: reason, stop_sequence: null }, usage: { output_tokens: 3 } },
    { type: 'message_stop' },
  ];
  return { events: events.map((data) => ({ event: data.type, data })) };
}

function toolResult({ messages }: Anthropic.MessageCreateParams): string | null {
  const content = messages.at(-1)?.content ?? '';
  if (typeof content === 'string') return null;
  const result = content.find((block) => block.type === 'tool_result');
  return typeof result?.content === 'string' ? result.content : null;
}

/** A count of tokens. */
export function countTokensAnswer(): Answer {
  const body: Anthropic.MessageTokensCount = { input_tokens: 9 };
  return { body };
}
