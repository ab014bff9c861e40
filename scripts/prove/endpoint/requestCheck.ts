import Ajv, { type AnySchemaObject, type ValidateFunction } from 'ajv';
import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';

/** Requests whose bodies are checked, by the surface they ask. */
const types: Readonly<Record<string, string>> = {
  chat: 'ChatRequest',
  responses: 'ResponsesRequest',
  completions: 'CompletionsRequest',
  embeddings: 'EmbeddingsRequest',
  messages: 'MessagesRequest',
  'count-tokens': 'CountTokensRequest',
};

/** Says what is wrong with the body of a request; null for nothing. */
export type RequestCheck = (surface: string, body: unknown) => string | null;

/** Builds the checks from the SDKs' own types; properties that these do not have are wrong. Takes some seconds. */
export function requestCheck(): RequestCheck {
  const generator = createGenerator({
    path: join(__dirname, 'requestTypes.ts'),
    tsconfig: join(__dirname, '..', '..', '..', 'tsconfig.json'),
    skipTypeCheck: true,
    additionalProperties: false,
  });
  const validators = new Map<string, ValidateFunction>(
    Object.entries(types).map(([surface, name]) => [
      surface,
      new Ajv({ strict: false }).compile(generator.createSchema(name) as AnySchemaObject),
    ]),
  );
  return (surface, body) => {
    const validate = validators.get(surface);
    if (!validate) return null;
    if (validate(surface === 'chat' ? withoutToolNames(body) : body)) return null;
    return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`.trim()).join('; ');
  };
}

/** LangChain's agents name the tool in what it said. The SDK's types have no such name; servers pass over it, the vendor's own as well. */
function withoutToolNames(body: unknown): unknown {
  const { messages } = body as { readonly messages?: unknown };
  if (!Array.isArray(messages)) return body;
  const plain = (messages as readonly Readonly<Record<string, unknown>>[]).map(({ name, ...message }) =>
    message.role === 'tool' || name === undefined ? message : { name, ...message },
  );
  return { ...(body as object), messages: plain };
}
