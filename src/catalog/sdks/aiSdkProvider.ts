import type { Operation, SdkDescription, Shape } from '../../core/match/description';
import { compatibleProviderRecipe } from './aiSdkExchange';

/** One provider package of the AI SDK, as a row. */
export interface ProviderRow {
  readonly package: string;
  /** Null where only the base URL decides who answers. */
  readonly vendor: string | null;
  /** Names of ready-made providers. */
  readonly instances: readonly string[];
  /** Names of the functions and classes that make a provider. */
  readonly factories: readonly string[];
  /** Names of the provider's own type, by which it is passed around. */
  readonly types?: readonly string[];
  /** Options of a factory that hold the base URL; `baseURL` where it is not said. */
  readonly baseUrlOptions?: readonly string[];
  readonly defaultBaseUrl?: string;
  readonly baseUrlVariables?: readonly string[];
  readonly keyVariables?: readonly string[];
  /** What calling the provider itself asks for; chat where it is not said. */
  readonly surface?: string;
  /** Members of the provider that give no model. */
  readonly members?: Shape['members'];
  /** The id names a deployment (Azure). */
  readonly deployment?: boolean;
  /** The package is made for this vendor alone: it answers at addresses the catalog does not know, too. */
  readonly exclusive?: boolean;
  readonly weights?: SdkDescription['weights'];
  /** How its models move, where not as those of most that have text or vectors; null where they don't. */
  readonly rewrite?: SdkDescription['rewrite'] | null;
  readonly versions: string;
}

/** Methods of a provider, and what the models they give are asked for. */
const methods: Readonly<Record<string, string>> = {
  chat: 'chat',
  chatModel: 'chat',
  languageModel: 'chat',
  generativeAI: 'chat',
  interactions: 'chat',
  deepseek: 'chat',
  messages: 'messages',
  responses: 'responses',
  completion: 'completions',
  completionModel: 'completions',
  embedding: 'embeddings',
  embeddingModel: 'embeddings',
  textEmbedding: 'embeddings',
  textEmbeddingModel: 'embeddings',
  multimodalEmbeddingModel: 'embeddings',
  multiModalEmbeddingModel: 'embeddings',
  imageEmbeddingModel: 'embeddings',
  image: 'images',
  imageModel: 'images',
  transcription: 'transcriptions',
  transcriptionModel: 'transcriptions',
  experimental_transcription: 'transcriptions',
  speech: 'speech',
  speechModel: 'speech',
  experimental_speech: 'speech',
  translation: 'translations',
  speechTranslationModel: 'translations',
  experimental_realtime: 'realtime',
  reranking: 'rerank',
  rerankingModel: 'rerank',
  embeddingReranking: 'rerank',
  video: 'videos',
  videoModel: 'videos',
  decision: 'decisions',
  decisionModel: 'decisions',
  evaluation: 'evaluations',
  evaluationModel: 'evaluations',
  extractionModel: 'extractions',
};

const asksNoModel = (surface: string): Operation => ({ site: { kind: 'call', surface, inference: false } });

/** What Vercel's gateway answers besides models. */
export const gatewayMembers: Readonly<Record<string, Operation>> = {
  getAvailableModels: asksNoModel('models'),
  getCredits: asksNoModel('usage'),
  getSpendReport: asksNoModel('usage'),
  getGenerationInfo: { ...asksNoModel('usage'), names: '0.id' },
};

/** A model object of a provider. */
export function modelBinding(surface: string): Operation {
  return { site: { kind: 'model-binding', surface }, settings: { model: '0' }, returns: 'Model' };
}

/** A provider: a function, and an object with a method for every sort of model. */
export function providerShape(surface: string, shared: Pick<Operation, 'deployment'> = {}, more: Shape['members'] = {}): Shape {
  const bind = (asked: string): Operation => ({ ...modelBinding(asked), ...shared });
  const bound = Object.fromEntries(Object.entries(methods).map(([name, asked]) => [name, bind(asked)]));
  return { call: bind(surface), members: { ...bound, ...more } };
}

/** The description of a provider package: they differ in data only. */
export function providerDescription(row: ProviderRow): SdkDescription {
  const factory: Operation = {
    site: { kind: 'client' },
    settings: { baseUrl: (row.baseUrlOptions ?? ['baseURL']).map((option) => `0.${option}`), key: '0.apiKey' },
    returns: 'Provider',
    ...(row.exclusive === true && row.vendor !== null ? { vendor: row.vendor } : {}),
  };
  const moves = compatibleProviderRecipe.surfaces.includes(row.surface ?? 'chat');
  const rewrite = row.rewrite === undefined && moves ? compatibleProviderRecipe : row.rewrite;
  const named = (names: readonly string[], shape: string): Record<string, string> => Object.fromEntries(names.map((name) => [name, shape]));
  return {
    id: row.package,
    language: 'javascript',
    packages: [row.package, `${row.package}/*`],
    exports: { ...named(row.instances, 'Provider'), ...named(row.factories, 'Factory'), ...named(row.types ?? [], 'Factory') },
    shapes: {
      Provider: providerShape(row.surface ?? 'chat', row.deployment === true ? { deployment: true } : {}, row.members),
      Factory: { call: factory, construct: factory },
      Model: {},
    },
    vendor: row.vendor,
    ...(row.defaultBaseUrl === undefined ? {} : { defaultBaseUrl: row.defaultBaseUrl }),
    ...(row.baseUrlVariables === undefined ? {} : { baseUrlVariables: row.baseUrlVariables }),
    ...(row.keyVariables === undefined ? {} : { keyVariables: row.keyVariables }),
    ...(row.weights === undefined ? {} : { weights: row.weights }),
    ...(rewrite ? { rewrite } : {}),
    ...(moves || rewrite ? {} : { noCounterpart: true as const }),
    versions: row.versions,
    source: `https://www.npmjs.com/package/${row.package}`,
  };
}
