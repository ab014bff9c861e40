import type { Operation, SdkDescription } from '../../../core/match/description';
import { routerVendors } from '../../models/routers';
import { allAsk } from '../models/operations';
import { namedIn } from './named';

/** Options of a model that is described instead of named: `{ providerId, modelId, url, apiKey }`. */
const described: Operation['settings'] = {
  model: ['0.model.id', '0.model.modelId'],
  provider: '0.model.providerId',
  baseUrl: '0.model.url',
  key: '0.model.apiKey',
};

const sends = [
  'generate',
  'stream',
  'network',
  'generateLegacy',
  'streamLegacy',
  'generateVNext',
  'streamVNext',
  'resumeStream',
  'resumeGenerate',
];

/** Mastra: agents over a model object of the AI SDK, or over `provider/model` names, which it asks the providers for itself. */
export const mastra: SdkDescription = {
  id: '@mastra/core',
  language: 'javascript',
  packages: ['@mastra/core', '@mastra/core/*', '@mastra/memory', '@mastra/evals', '@mastra/evals/*'],
  exports: {
    Agent: 'AgentClass',
    Mastra: 'MastraClass',
    ModelRouterLanguageModel: 'LanguageModel',
    ModelRouterEmbeddingModel: 'EmbeddingModel',
    Memory: 'MemoryClass',
    createScorer: 'Scorer',
    ModerationProcessor: 'Processor',
    LanguageDetector: 'Processor',
    PIIDetector: 'Processor',
    PromptInjectionDetector: 'Processor',
    StructuredOutputProcessor: 'Processor',
    SystemPromptScrubber: 'Processor',
  },
  shapes: {
    AgentClass: namedIn('0.model', { settings: described, returns: 'Agent' }),
    Agent: { members: allAsk('chat', sends, null) },
    MastraClass: { construct: { settings: { table: '0.agents' }, returns: 'Mastra' } },
    Mastra: { members: { getAgent: { pick: { name: '0' } } } },
    LanguageModel: namedIn('0', {
      settings: { model: ['0.id', '0.modelId'], provider: '0.providerId', baseUrl: '0.url' },
      returns: 'Model',
    }),
    EmbeddingModel: namedIn('0', { site: { kind: 'model-binding', surface: 'embeddings' }, returns: 'Model' }),
    MemoryClass: namedIn('0.embedder', { site: { kind: 'model-binding', surface: 'embeddings' } }),
    Scorer: namedIn('0.judge.model'),
    Processor: namedIn('0.model'),
    Model: {},
  },
  vendor: null,
  routing: { separator: '/', vendors: routerVendors },
  callTexts: ['.getAgent(', 'gent.generate(', 'gent.stream('],
  unmoved: "an agent's model is exchanged by its name or its object, together with the provider's key",
  versions: '0.24.9, 1.71.0',
  source: 'https://github.com/mastra-ai/mastra',
};
