import type { Catalog, TargetRow } from '../../catalog/catalog';

/** A kind of model, as targets name their usual ones by. */
export type Family = keyof TargetRow['models'];

/** The kind of model each surface asks. */
const bySurface: Readonly<Record<string, Family>> = {
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

const byModality: Readonly<Record<string, Family>> = {
  chat: 'chat',
  completion: 'chat',
  embedding: 'embeddings',
  embeddings: 'embeddings',
  rerank: 'rerank',
  transcription: 'transcriptions',
  speech: 'speech',
  image: 'images',
};

/** The kind of model a surface asks; chat where it is not decided. */
export function familyOfSurface(surface: string | null): Family {
  return bySurface[surface ?? 'chat'] ?? 'chat';
}

/** The kind of model that the catalog calls by a modality; undefined for those that no surface asks. */
export function familyOfModality(modality: string): Family | undefined {
  return byModality[modality];
}

/** The kind of a model in a target's spelling. */
export function familyOfModel(catalog: Catalog, target: TargetRow, model: string): Family {
  const own = (Object.keys(target.models) as Family[]).find((family) => target.models[family] === model);
  if (own) return own;
  const name = model.toLowerCase();
  const hint = nameHints.find(([word]) => name.includes(word));
  if (hint) return hint[1];
  return byModality[catalog.model(model, target.vendor).modality ?? ''] ?? 'chat';
}
