import type { Operation, SdkDescription, Shape } from '../../../../core/match/description';
import type { RewriteRecipe } from '../../../../core/match/rewriteRecipe';
import { classShapes, shapeName, type Asked, type ClassGroup, type ClassMove, type Methods } from '../classes';
import { anthropicGroup, azureGroup, geminiGroup, mistralGroup, openaiGroup, otherGroups } from './groups';
import { llamaindexMethods, vendorMethods } from './methods';
import { anthropicMoves, azureMoves, generalPackage, geminiMoves, mistralMoves, own } from './moves';

const source = 'https://github.com/run-llama/LlamaIndexTS';
const unmoved = "a LlamaIndex model is exchanged together with its class, its options and its package's import";

/** A package of LlamaIndex that is made for one vendor. */
interface PackageRow {
  readonly package: string;
  readonly vendor: string;
  readonly group: ClassGroup;
  /** How classes that only the vendor answers move, by their names. */
  readonly moves?: Readonly<Record<string, ClassMove>>;
  readonly methods: Methods;
  readonly baseUrlVariables?: readonly string[];
  readonly keyVariables: readonly string[];
  readonly rewrite?: RewriteRecipe;
  readonly versions: string;
}

const rows: readonly PackageRow[] = [
  {
    package: generalPackage,
    vendor: 'openai',
    group: openaiGroup,
    methods: llamaindexMethods,
    baseUrlVariables: ['OPENAI_BASE_URL'],
    keyVariables: ['OPENAI_API_KEY'],
    rewrite: own,
    versions: '0.1.40, 0.4.22',
  },
  {
    package: '@llamaindex/azure',
    vendor: 'azure-openai',
    group: azureGroup,
    moves: azureMoves,
    methods: llamaindexMethods,
    baseUrlVariables: ['AZURE_OPENAI_ENDPOINT'],
    keyVariables: ['AZURE_OPENAI_KEY', 'OPENAI_API_KEY'],
    versions: '0.1.33',
  },
  {
    package: '@llamaindex/anthropic',
    vendor: 'anthropic',
    group: anthropicGroup,
    moves: anthropicMoves,
    methods: vendorMethods,
    keyVariables: ['ANTHROPIC_API_KEY'],
    versions: '0.3.27',
  },
  {
    package: '@llamaindex/google',
    vendor: 'google',
    group: geminiGroup,
    moves: geminiMoves,
    methods: vendorMethods,
    keyVariables: ['GOOGLE_API_KEY'],
    versions: '0.4.0',
  },
  {
    package: '@llamaindex/mistral',
    vendor: 'mistral',
    group: mistralGroup,
    moves: mistralMoves,
    methods: vendorMethods,
    keyVariables: ['MISTRAL_API_KEY'],
    versions: '0.1.22',
  },
];

/** A model's door to spoken conversations, which goes to the vendor whatever the model's address is. */
const live: Operation = {
  site: { kind: 'call', surface: 'realtime' },
  locked: 'no open-weight server offers this realtime protocol',
};
const spoken: Readonly<Record<string, Operation>> = { 'live.connect': live, 'live.getEphemeralKey': live };

function withLive(shapes: SdkDescription['shapes']): SdkDescription['shapes'] {
  const { [shapeName('chat')]: chat, ...others } = shapes;
  return chat ? { ...others, [shapeName('chat')]: { ...chat, members: { ...chat.members, ...spoken } } } : shapes;
}

/** What becomes of parts of messages that are no texts or addresses (`toOpenAIMessage` of `@llamaindex/openai` 0.4.22). */
const partFeatures = { image: 'image_files', audio: 'media_parts', video: 'media_parts' };

const packages: readonly SdkDescription[] = rows.map(({ package: id, group, moves, methods, ...row }): SdkDescription => {
  const { exports, shapes } = classShapes(methods, [group], moves);
  return {
    ...row,
    exports,
    shapes: withLive(shapes),
    id,
    language: 'javascript',
    packages: [id],
    partFeatures,
    unmoved,
    source: `https://www.npmjs.com/package/${id}`,
  };
});

const generalMoves = Object.fromEntries(
  Object.values(openaiGroup.classes).flatMap((classes) =>
    Object.keys(classes).map((name): [string, ClassMove] => [name, { rewrite: own }]),
  ),
);
const all = classShapes(
  llamaindexMethods,
  [openaiGroup, azureGroup, anthropicGroup, geminiGroup, mistralGroup, ...otherGroups],
  generalMoves,
);
const typed = (asked: Asked): Shape => ({ construct: { returns: shapeName(asked) } });

/** Packages for hosts of open models, for vendors whose classes stay, and for what all of them build on. */
const others = [
  ...['aws', 'cohere', 'community', 'core', 'deepinfra', 'deepseek', 'fireworks', 'groq', 'huggingface', 'jinaai', 'mixedbread'],
  ...['ollama', 'perplexity', 'portkey-ai', 'replicate', 'together', 'vercel', 'vllm', 'voyage-ai', 'xai', 'workflow'],
].flatMap((name) => [`@llamaindex/${name}`, `@llamaindex/${name}/*`]);

/** LlamaIndex: every model class, from its own package or, before 0.9, from the one that had them all. */
const llamaindex: SdkDescription = {
  id: 'llamaindex',
  language: 'javascript',
  packages: ['llamaindex', 'llamaindex/*', ...others],
  exports: { ...all.exports, BaseLLM: 'LlmType', ToolCallLLM: 'LlmType', LLM: 'LlmType', BaseEmbedding: 'EmbeddingType' },
  shapes: {
    ...withLive(all.shapes),
    LlmType: typed('chat'),
    EmbeddingType: typed('embeddings'),
  },
  vendor: null,
  partFeatures,
  callTexts: ['llm.chat(', 'llm.complete(', '.getTextEmbedding(', '.getQueryEmbedding('],
  unmoved,
  versions: '0.8.37, 0.12.1, groq 0.0.50, ollama 0.1.23, aws 0.0.121',
  source,
};

/** Everything LlamaIndex. */
export const llamaindexSdks: readonly SdkDescription[] = [...packages, llamaindex];
