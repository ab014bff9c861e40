import type { IncomingMessage, ServerResponse } from 'node:http';
import type Anthropic from '@anthropic-ai/sdk';
import type OpenAI from 'openai';
import type { Protocol, TargetRow } from '../../../src/core/catalog/catalog';
import type { Answer } from './answer';
import { countTokensAnswer, messagesAnswer } from './anthropic';
import { LoopbackServer } from './loopback';
import { chatAnswer, completionsAnswer, embeddingsAnswer, modelsAnswer, responsesAnswer, transcriptionAnswer } from './openai';
import { generateAnswer, geminiCountAnswer, streamAnswer, unheeded } from './gemini';
import type { RequestCheck, RequestType } from './requestCheck';
import type { GenerateContentRequest } from './requestTypes';

interface Route {
  readonly protocol: Protocol;
  readonly surface: string;
  /** What its body must be; absent where it has none, or is not JSON. */
  readonly type?: RequestType;
  readonly answer: (body: unknown, target: TargetRow) => Answer;
}

const routes: Readonly<Record<string, Route>> = {
  'POST /chat/completions': {
    protocol: 'openai',
    surface: 'chat',
    type: 'ChatRequest',
    answer: (body) => chatAnswer(body as OpenAI.Chat.ChatCompletionCreateParams),
  },
  'POST /responses': {
    protocol: 'openai',
    surface: 'responses',
    type: 'ResponsesRequest',
    answer: (body) => responsesAnswer(body as OpenAI.Responses.ResponseCreateParams),
  },
  'POST /completions': {
    protocol: 'openai',
    surface: 'completions',
    type: 'CompletionsRequest',
    answer: (body) => completionsAnswer(body as OpenAI.CompletionCreateParams),
  },
  'POST /embeddings': {
    protocol: 'openai',
    surface: 'embeddings',
    type: 'EmbeddingsRequest',
    answer: (body) => embeddingsAnswer(body as OpenAI.EmbeddingCreateParams),
  },
  'POST /audio/transcriptions': { protocol: 'openai', surface: 'transcriptions', answer: transcriptionAnswer },
  'GET /models': { protocol: 'openai', surface: 'models', answer: (_body, target) => modelsAnswer(Object.values(target.models)) },
  'POST /v1/messages': {
    protocol: 'anthropic',
    surface: 'messages',
    type: 'MessagesRequest',
    answer: (body) => messagesAnswer(body as Anthropic.MessageCreateParams),
  },
  'POST /v1/messages/count_tokens': {
    protocol: 'anthropic',
    surface: 'count-tokens',
    type: 'CountTokensRequest',
    answer: countTokensAnswer,
  },
  'POST /v1beta/models/*:generateContent': {
    protocol: 'gemini',
    surface: 'chat',
    type: 'GenerateContentRequest',
    answer: (body) => generateAnswer(body as GenerateContentRequest),
  },
  'POST /v1beta/models/*:streamGenerateContent': {
    protocol: 'gemini',
    surface: 'chat',
    type: 'GenerateContentRequest',
    answer: (body) => streamAnswer(body as GenerateContentRequest),
  },
  'POST /v1beta/models/*:countTokens': {
    protocol: 'gemini',
    surface: 'count-tokens',
    type: 'GeminiCountRequest',
    answer: geminiCountAnswer,
  },
};

/** A route that was asked for, and the model that its path names. */
type Asked = Route & { readonly model: string | null };

/** What every key of a vendor starts with while programs are proven: none of it may reach a target. */
export const vendorSecret = 'vendor-secret';

/** Settings that a target must not be asked for where it lacks them, and the value that asks for nothing. */
const settings: Readonly<Record<string, unknown>> = { tool_choice: 'auto', logprobs: false, n: 1, previous_response_id: null };

/**
 * An endpoint on loopback that stands for one target: it answers in the target's forms and writes down what is wrong. `key` is the
 * one it takes; without one it turns every request down, and only looks whether a vendor's key is sent along. `models` may be asked
 * for beside the target's usual ones.
 */
export class RecordingEndpoint extends LoopbackServer {
  requests = 0;
  readonly faults: string[] = [];

  constructor(
    private readonly target: TargetRow,
    private readonly check: RequestCheck,
    private readonly key: string | null,
    private readonly models: readonly string[] = [],
  ) {
    super();
  }

  protected async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    this.requests++;
    if (this.key === null) {
      if (JSON.stringify(request.headers).includes(vendorSecret))
        this.faults.push(`the vendor's key is sent where the target's is not set`);
      response.writeHead(401, { 'content-type': 'application/json' }).end('{"error":{"message":"no key"}}');
      return;
    }
    const route = this.#route(request);
    if (!route) {
      this.faults.push(`${this.target.name} does not answer ${request.method ?? ''} ${request.url ?? ''}`);
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":{"message":"not found"}}');
      return;
    }
    const isJson = request.headers['content-type']?.startsWith('application/json') === true;
    const body: unknown = isJson ? JSON.parse(text) : null;
    this.faults.push(...this.#faultsOf(request, route, body, text));
    send(response, route.answer(body, this.target));
  }

  #route({ method = '', url = '' }: IncomingMessage): Asked | null {
    const [asked = ''] = url.split('?');
    for (const [key, route] of Object.entries(routes)) {
      const base = this.target.baseUrls[route.protocol];
      const [verb = '', path = ''] = key.split(' ');
      if (base === undefined || verb !== method) continue;
      const [before = '', after] = (new URL(base).pathname.replace(/\/$/, '') + path).split('*');
      const isMet = after === undefined ? asked === before : asked.startsWith(before) && asked.endsWith(after);
      if (!isMet) continue;
      const model = after === undefined ? null : decodeURIComponent(asked.slice(before.length, -after.length));
      return this.target.surfaces[route.protocol]?.includes(route.surface) === true ? { ...route, model } : null;
    }
    return null;
  }

  #faultsOf(request: IncomingMessage, { protocol, surface, type, model: named }: Asked, body: unknown, text: string): string[] {
    const faults: string[] = [];
    const wrong = body === null || type === undefined ? null : this.check(type, body);
    if (wrong !== null) faults.push(`${surface}: ${wrong}`);
    if (type === 'GenerateContentRequest' && wrong === null)
      faults.push(
        ...unheeded(body as GenerateContentRequest).map((fault) => `${surface}: ${fault}, which ${this.target.name} passes over`),
      );
    const model = named ?? (body === null ? /name="model"\r\n\r\n([^\r]*)/.exec(text)?.[1] : (body as { model?: unknown }).model);
    const wanted = surface === 'embeddings' || surface === 'transcriptions' ? this.target.models[surface] : this.target.models.chat;
    const isServed = model === wanted || (typeof model === 'string' && this.models.includes(model));
    if (request.method === 'POST' && !isServed) faults.push(`${surface}: asks for ${String(model)} instead of ${String(wanted)}`);
    for (const [name, neutral] of Object.entries(settings)) {
      const value = (body as Record<string, unknown> | null)?.[name] ?? neutral;
      if (this.target.lacks.includes(name) && value !== neutral)
        faults.push(`${surface}: asks for ${name}, which ${this.target.name} lacks`);
    }
    const { authorization } = request.headers;
    const key = request.headers[protocol === 'gemini' ? 'x-goog-api-key' : 'x-api-key'];
    const isBearer = protocol === 'openai' || this.target.bearer?.includes(protocol) === true;
    if (authorization !== `Bearer ${this.key ?? ''}` && (isBearer || key !== this.key))
      faults.push(`${surface}: signs in as ${authorization ?? String(key)}`);
    if (JSON.stringify(request.headers).includes(vendorSecret)) faults.push(`${surface}: the vendor's key is sent along`);
    return faults;
  }
}

function send(response: ServerResponse, answer: Answer): void {
  if ('body' in answer) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const { event, data } of answer.events)
    response.write(`${event === undefined ? '' : `event: ${event}\n`}data: ${JSON.stringify(data)}\n\n`);
  response.end(answer.end === undefined ? undefined : `data: ${answer.end}\n\n`);
}
