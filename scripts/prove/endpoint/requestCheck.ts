import Ajv, { type AnySchemaObject, type ValidateFunction } from 'ajv';
import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';

/** The types of requests whose bodies are checked. */
export const requestTypes = [
  'ChatRequest',
  'ResponsesRequest',
  'CompletionsRequest',
  'EmbeddingsRequest',
  'MessagesRequest',
  'CountTokensRequest',
  'GenerateContentRequest',
  'GeminiCountRequest',
] as const;
export type RequestType = (typeof requestTypes)[number];

/** Says what is wrong with the body of a request of a type; null for nothing. */
export type RequestCheck = (type: RequestType, body: unknown) => string | null;

/** Builds the checks from the SDKs' own types; properties that these do not have are wrong. Takes some seconds. */
export function requestCheck(): RequestCheck {
  const generator = createGenerator({
    path: join(__dirname, 'requestTypes.ts'),
    tsconfig: join(__dirname, '..', '..', '..', 'tsconfig.json'),
    skipTypeCheck: true,
    additionalProperties: false,
  });
  const validators = new Map<RequestType, ValidateFunction>(
    requestTypes.map((name) => [name, new Ajv({ strict: false }).compile(generator.createSchema(name) as AnySchemaObject)]),
  );
  return (type, body) => {
    const validate = validators.get(type);
    if (!validate || validate(asTyped(type, body))) return null;
    return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`.trim()).join('; ');
  };
}

/** A body as the SDK's types have it, where servers take other forms as well. */
function asTyped(type: RequestType, body: unknown): unknown {
  if (type === 'ChatRequest') return withoutToolNames(body);
  return type === 'GenerateContentRequest' || type === 'GeminiCountRequest' ? withCapitals(body) : body;
}

/** Types of schemas in capitals, as `@google/genai` names them; `@google/generative-ai` sends them in small letters. */
function withCapitals(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withCapitals);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, each]): [string, unknown] => [
    name,
    name === 'type' && typeof each === 'string' ? each.toUpperCase() : withCapitals(each),
  ]);
  return Object.fromEntries(entries);
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
