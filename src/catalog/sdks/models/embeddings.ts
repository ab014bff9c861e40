import type { SdkDescription, Shape, Slot } from '../../../core/match/description';
import { allAsk, makesClient } from './operations';

/** Voyage AI's client. */
export const voyage: SdkDescription = {
  id: 'voyageai',
  language: 'javascript',
  packages: ['voyageai'],
  exports: { VoyageAIClient: 'VoyageAI' },
  shapes: {
    VoyageAI: { construct: makesClient('Client', { baseUrl: ['0.baseUrl', '0.environment'], key: '0.apiKey' }) },
    Client: { members: { ...allAsk('embeddings', ['embed', 'multimodalEmbed', 'contextualizedEmbed']), ...allAsk('rerank', ['rerank']) } },
  },
  vendor: 'voyage',
  defaultBaseUrl: 'https://api.voyageai.com/v1',
  keyVariables: ['VOYAGE_API_KEY'],
  versions: '0.4.0',
  source: 'https://github.com/voyage-ai/typescript-sdk',
};

const embeds = (vendor: string, model: Slot, baseUrl?: Slot): Shape => ({
  construct: {
    site: { kind: 'model-binding', surface: 'embeddings' },
    settings: { model, ...(baseUrl === undefined ? {} : { baseUrl }) },
    returns: 'Function',
    vendor,
  },
});

/** Chroma's embedding functions, which ask a vendor for every document: exported by `chromadb` 1, a package each later. */
export const chroma: SdkDescription = {
  id: 'chromadb',
  language: 'javascript',
  packages: ['chromadb', '@chroma-core/*'],
  exports: {
    OpenAIEmbeddingFunction: 'OpenAI',
    CohereEmbeddingFunction: 'Cohere',
    GoogleGenerativeAiEmbeddingFunction: 'Google',
    GoogleGeminiEmbeddingFunction: 'Google',
    JinaEmbeddingFunction: 'Jina',
    VoyageAIEmbeddingFunction: 'Voyage',
    MistralEmbeddingFunction: 'Mistral',
    TogetherAIEmbeddingFunction: 'Together',
    OllamaEmbeddingFunction: 'Ollama',
  },
  shapes: {
    OpenAI: embeds('openai', ['0.openai_model', '0.modelName'], '0.apiBase'),
    Cohere: embeds('cohere', ['0.model', '0.modelName']),
    Google: embeds('google', ['0.model', '0.modelName']),
    Jina: embeds('jina', ['0.model_name', '0.modelName']),
    Voyage: embeds('voyage', '0.modelName'),
    Mistral: embeds('mistral', '0.model'),
    Together: embeds('together', '0.modelName'),
    Ollama: embeds('ollama', '0.model', '0.url'),
    Function: { members: allAsk('embeddings', ['generate'], null) },
  },
  vendor: null,
  versions: '1.10.5, @chroma-core/openai 0.1.10',
  source: 'https://docs.trychroma.com/docs/embeddings/embedding-functions',
};
