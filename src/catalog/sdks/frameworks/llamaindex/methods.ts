import type { Operation, Slot } from '../../../../core/match/description';
import { shapeOf } from '../../../../core/match/sdkIndex';
import { openai } from '../../openai';
import type { Methods } from '../classes';

const llm = ['chat', 'complete', 'exec', 'streamExec'];

/** Where OpenAI's models take what their own options have no name for: it is sent as it stands. */
const additional = 'additionalChatOptions';

/** The features of an operation of the `openai` package, where its request stands in an option. */
function within(path: string, option: string): Readonly<Record<string, Slot>> {
  const { features = {} }: Operation = shapeOf(openai, 'Client').members?.[path] ?? {};
  return Object.fromEntries(
    Object.entries(features).map(([feature, slot]) => [feature, [slot].flat().map((each) => each.replace(/^0\./, `0.${option}.`))]),
  );
}

/** Features of several tables: a name that comes more than once has all its places. */
function joined(...tables: readonly Readonly<Record<string, Slot>>[]): Readonly<Record<string, Slot>> {
  const names = new Set(tables.flatMap(Object.keys));
  return Object.fromEntries([...names].map((name) => [name, tables.flatMap((table) => table[name] ?? [])]));
}

/** What a model of OpenAI's sends as it stands, with one request or with all. */
export const sentAlong = joined(within('chat.completions.create', additional), within('responses.create', additional));

const ofEvery = { tools: '0.tools', json_schema: '0.responseFormat' };

/** The methods of LlamaIndex's models. */
export const llamaindexMethods: Methods = {
  sends: {
    chat: llm,
    responses: llm,
    embeddings: ['getTextEmbedding', 'getTextEmbeddings', 'getQueryEmbedding', 'getTextEmbeddingsBatch', 'getImageEmbedding'],
    rerank: ['postprocessNodes'],
  },
  additions: [],
  features: joined(ofEvery, sentAlong),
};

/** The same for models of vendors whose classes become OpenAI's: what they send as it stands is in the vendor's own form. */
export const vendorMethods: Methods = { ...llamaindexMethods, features: { ...ofEvery, chat_options: `0.${additional}` } };
