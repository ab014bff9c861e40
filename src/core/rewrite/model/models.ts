import type { Catalog, TargetRow } from '../../catalog/catalog';

type Family = keyof TargetRow['models'];

/** The kind of model each surface asks. */
const families: Readonly<Record<string, Family>> = {
  chat: 'chat',
  completions: 'chat',
  responses: 'chat',
  messages: 'chat',
  'count-tokens': 'chat',
  embeddings: 'embeddings',
  images: 'images',
  transcriptions: 'transcriptions',
  translations: 'transcriptions',
  speech: 'speech',
  rerank: 'rerank',
};

/** What a model that the catalog does not know is for, by words in its name; chat when none is in it. */
const nameHints: readonly (readonly [word: string, family: Family])[] = [
  ['embed', 'embeddings'],
  ['bge-', 'embeddings'],
  ['minilm', 'embeddings'],
  ['rerank', 'rerank'],
  ['whisper', 'transcriptions'],
];

const modalities: Readonly<Record<string, Family>> = {
  embedding: 'embeddings',
  embeddings: 'embeddings',
  rerank: 'rerank',
  transcription: 'transcriptions',
  speech: 'speech',
  image: 'images',
};

/**
 * The model a surface is moved to: the one asked for where it is of the surface's kind, else the target's own; null when
 * neither is known. One model is asked for by the user, but a plan can hold chats and embeddings.
 */
export function modelFor(catalog: Catalog, target: TargetRow, requested: string | undefined, surface: string | null): string | null {
  const family = families[surface ?? 'chat'] ?? 'chat';
  if (requested !== undefined && familyOf(catalog, target, requested) === family) return requested;
  return target.models[family] ?? null;
}

function familyOf(catalog: Catalog, target: TargetRow, model: string): Family {
  const own = (Object.keys(target.models) as Family[]).find((family) => target.models[family] === model);
  if (own) return own;
  const name = model.toLowerCase();
  const hint = nameHints.find(([word]) => name.includes(word));
  if (hint) return hint[1];
  return modalities[catalog.model(model, target.vendor).modality ?? ''] ?? 'chat';
}
