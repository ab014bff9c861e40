import { asRecord, type Answer } from './answer';

/** A request that shows whether an endpoint can do something, small enough to cost next to nothing. */
export interface CapabilityCheck {
  readonly id: 'chat' | 'stream' | 'tools' | 'json_schema' | 'embeddings';
  readonly title: string;
  readonly path: string;
  /** Which of the endpoint's models is asked. */
  readonly family: 'chat' | 'embeddings';
  readonly body: (model: string) => Record<string, unknown>;
  /** Why an answer with status 200 does not show it; null when it does. */
  readonly fault: (answer: Answer) => string | null;
}

/** Room for models that think before they answer. */
const maxTokens = 512;
const question = (content: string): Record<string, unknown> => ({ messages: [{ role: 'user', content }], max_tokens: maxTokens });
const weather = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'], additionalProperties: false };

/** In the order in which they are asked. */
export const capabilityChecks: readonly CapabilityCheck[] = [
  {
    id: 'chat',
    title: 'chat completions',
    path: 'chat/completions',
    family: 'chat',
    body: (model) => ({ model, ...question('Say hello.') }),
    fault: ({ json }) => (messageOf(json) ? null : 'the answer has no message'),
  },
  {
    id: 'stream',
    title: 'streamed answers',
    path: 'chat/completions',
    family: 'chat',
    body: (model) => ({ model, ...question('Say hello.'), stream: true }),
    fault: ({ type, text }) =>
      type.startsWith('text/event-stream') && /^data: ?\{/m.test(text) ? null : 'the answer does not come as a stream of events',
  },
  {
    id: 'tools',
    title: 'tools',
    path: 'chat/completions',
    family: 'chat',
    body: (model) => ({
      model,
      ...question('How is the weather in Oslo? Call the tool.'),
      tools: [{ type: 'function', function: { name: 'weather', description: 'The weather in a city.', parameters: weather } }],
    }),
    fault: ({ json }) => {
      const calls = messageOf(json)?.tool_calls;
      return Array.isArray(calls) && calls.length > 0 ? null : 'the model answered without calling the tool';
    },
  },
  {
    id: 'json_schema',
    title: 'structured output',
    path: 'chat/completions',
    family: 'chat',
    body: (model) => ({
      model,
      ...question('Where does the king of Norway live?'),
      response_format: { type: 'json_schema', json_schema: { name: 'place', strict: true, schema: weather } },
    }),
    fault: ({ json }) => {
      const content = messageOf(json)?.content;
      return typeof content === 'string' && typeof asRecord(parsed(content))?.city === 'string'
        ? null
        : 'the answer does not follow the schema';
    },
  },
  {
    id: 'embeddings',
    title: 'embeddings',
    path: 'embeddings',
    family: 'embeddings',
    body: (model) => ({ model, input: 'Hello.' }),
    fault: ({ json }) => {
      const data = asRecord(json)?.data;
      const vector = Array.isArray(data) ? asRecord(data[0])?.embedding : undefined;
      return Array.isArray(vector) && vector.length > 0 ? null : 'the answer has no vector';
    },
  },
];

function messageOf(json: unknown): Record<string, unknown> | undefined {
  const choices = asRecord(json)?.choices;
  return Array.isArray(choices) ? asRecord(asRecord(choices[0])?.message) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
