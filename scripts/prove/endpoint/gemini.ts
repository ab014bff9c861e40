import type { Content, CountTokensResponse } from '@google/genai';
import { greeting, place, words, type Answer } from './answer';
import type { GenerateContentRequest } from './requestTypes';

/** An answer as it is sent: https://ai.google.dev/api/generate-content. The SDK's class has what it reads of it besides. */
interface Body {
  readonly candidates: readonly [
    {
      readonly content: Content;
      readonly index: 0;
      readonly safetyRatings: readonly never[];
      readonly finishReason?: 'STOP';
    },
  ];
  readonly usageMetadata?: typeof usageMetadata;
}

const usageMetadata = { promptTokenCount: 9, candidatesTokenCount: 3, totalTokenCount: 12 };

/** What is generated: a call of the first function once, what a function said, JSON where it is asked for, else the greeting. */
export function generateAnswer(request: GenerateContentRequest): Answer {
  const called = calledFunction(request);
  if (called !== null)
    return { body: bodyOf([{ functionCall: { name: called, args: JSON.parse(place) as Record<string, unknown> } }], true) };
  return { body: bodyOf([{ text: answerText(request) }], true) };
}

/** The same in parts; no mark says that they end. */
export function streamAnswer(request: GenerateContentRequest): Answer {
  const called = calledFunction(request);
  const text = answerText(request);
  const parts =
    called === null
      ? (text === greeting ? words : [text]).map((each) => ({ text: each }))
      : [{ functionCall: { name: called, args: JSON.parse(place) as Record<string, unknown> } }];
  return { events: [...parts.map((part) => ({ data: bodyOf([part], false) })), { data: bodyOf([], true) }] };
}

/** A count of tokens. */
export function geminiCountAnswer(): Answer {
  const body: Pick<CountTokensResponse, 'totalTokens'> = { totalTokens: 9 };
  return { body };
}

/**
 * What LiteLLM 1.110.2 passes over where another lab's model answers (`google_genai/adapters/transformation.py`): a request that needs
 * it must not be sent there.
 */
export function unheeded({ contents, systemInstruction, generationConfig = {}, toolConfig }: GenerateContentRequest): string[] {
  const { responseMimeType, responseSchema, responseJsonSchema } = generationConfig;
  const schema = (responseJsonSchema ?? responseSchema) as { readonly type?: string } | undefined;
  const strange = Object.keys(generationConfig).filter((name) => !heeded.has(name));
  return [
    ...strange.map((name) => `asks for ${name}`),
    ...(responseMimeType === 'application/json' && schema === undefined ? ['asks for JSON without a schema'] : []),
    ...(schema !== undefined && schema.type?.toLowerCase() !== 'object' ? ['asks for a form that is not an object'] : []),
    ...((systemInstruction?.parts?.length ?? 1) === 1 ? [] : ['says in several parts how to answer']),
    ...(toolConfig?.functionCallingConfig?.allowedFunctionNames ? ['names the functions that must be asked for'] : []),
    ...contents.filter(({ role = 'user' }) => role !== 'user' && role !== 'model').map(({ role }) => `lets "${role ?? ''}" speak`),
    ...contents
      .flatMap(({ parts = [] }) => parts.flatMap(Object.keys))
      .filter((name) => !saying.has(name))
      .map((name) => `says something by ${name}`),
  ];
}

const heeded: ReadonlySet<string> = new Set([
  ...['temperature', 'topP', 'maxOutputTokens', 'stopSequences', 'responseMimeType', 'responseSchema', 'responseJsonSchema'],
  // Passed over without a loss; the user is told.
  ...['topK', 'thinkingConfig'],
]);
const saying: ReadonlySet<string> = new Set(['text', 'inlineData', 'functionCall', 'functionResponse']);

function bodyOf(parts: Content['parts'], isLast: boolean): Body {
  const content: Content = { role: 'model', parts: parts ?? [] };
  return {
    candidates: [{ content, index: 0, safetyRatings: [], ...(isLast && { finishReason: 'STOP' }) }],
    ...(isLast && { usageMetadata }),
  };
}

function calledFunction({ tools, contents }: GenerateContentRequest): string | null {
  const [tool] = tools ?? [];
  const [first] = (tool && 'functionDeclarations' in tool ? tool.functionDeclarations : undefined) ?? [];
  const declared = first?.name;
  return declared === undefined || responseIn(contents) !== null ? null : declared;
}

function responseIn(contents: readonly Content[]): string | null {
  const response = contents.at(-1)?.parts?.find((part) => part.functionResponse)?.functionResponse?.response;
  return response ? JSON.stringify(response) : null;
}

function answerText({ contents, generationConfig }: GenerateContentRequest): string {
  return responseIn(contents) ?? (generationConfig?.responseMimeType === 'application/json' ? place : greeting);
}
