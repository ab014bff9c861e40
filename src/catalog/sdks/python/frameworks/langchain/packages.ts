import type { RewriteRecipe } from '../../../../../core/match/rewriteRecipe';
import type { ClassMove, Framework, ModelClasses } from '../classes';
import { claude } from './methods';
import {
  anthropicModels,
  azureModel,
  azureMoves,
  bedrockMoves,
  cohereMoves,
  geminiMoves,
  generalModels,
  mistralMoves,
  limitOfAnswers,
  openaiChatFeatures,
  openaiFeatures,
  openaiMoves,
  vertexMoves,
  xaiMoves,
} from './moves';

/** LangChain's classes for one vendor. */
export interface LangchainPackage {
  readonly id: string;
  /** Modules that hold the classes and nothing of other vendors. */
  readonly packages: readonly string[];
  readonly groups: readonly ModelClasses[];
  /** What its models can do; as every model of LangChain where it is not said. */
  readonly methods?: Framework;
  /** How models of its classes move, and those that move in a way of their own. */
  readonly rewrite?: RewriteRecipe;
  readonly moves?: Readonly<Record<string, ClassMove>>;
  readonly baseUrlVariables?: readonly string[];
  readonly keyVariables: readonly string[];
  readonly weights?: 'open' | 'closed';
  readonly versions: string;
}

const bedrock = 'https://bedrock-runtime.\uFFFC.amazonaws.com';
const azure = 'https://\uFFFC.openai.azure.com';
const vertex = 'https://\uFFFC-aiplatform.googleapis.com';
const openai = 'https://api.openai.com/v1';
const gemini = 'https://generativelanguage.googleapis.com';
const together = 'https://api.together.xyz/v1';
const openrouter = 'https://openrouter.ai/api/v1';

const azureClasses = {
  vendor: 'azure-openai',
  defaultBaseUrl: azure,
  baseUrl: ['azure_endpoint=', 'openai_api_base=', 'base_url='],
  model: azureModel,
  deployment: true,
};

/** Every vendor's package, the most specific knowledge first. */
export const langchainPackages: readonly LangchainPackage[] = [
  {
    id: 'langchain-openai',
    packages: ['langchain_openai', 'langchain_openai.*', 'langchain.chat_models.openai', 'langchain.llms.openai']
      .concat(['langchain.embeddings.openai', 'langchain.chat_models.azure_openai'])
      .concat(['langchain_community.chat_models.openai', 'langchain_community.embeddings.openai']),
    groups: [
      {
        vendor: 'openai',
        defaultBaseUrl: openai,
        baseUrl: ['base_url=', 'openai_api_base='],
        features: openaiChatFeatures,
        classes: { chat: { ChatOpenAI: 'gpt-3.5-turbo' } },
      },
      {
        vendor: 'openai',
        defaultBaseUrl: openai,
        baseUrl: ['base_url=', 'openai_api_base='],
        features: openaiFeatures,
        classes: {
          completions: { OpenAI: 'gpt-3.5-turbo-instruct', OpenAIChat: 'gpt-3.5-turbo' },
          embeddings: { OpenAIEmbeddings: 'text-embedding-ada-002' },
        },
      },
      {
        ...azureClasses,
        features: openaiChatFeatures,
        classes: { chat: { AzureChatOpenAI: null } },
      },
      {
        ...azureClasses,
        features: openaiFeatures,
        classes: { completions: { AzureOpenAI: null }, embeddings: { AzureOpenAIEmbeddings: null } },
      },
    ],
    rewrite: generalModels,
    moves: { ...openaiMoves, ...azureMoves },
    baseUrlVariables: ['OPENAI_API_BASE', 'OPENAI_BASE_URL'],
    keyVariables: ['OPENAI_API_KEY'],
    versions: 'langchain 0.0.350, langchain-community 0.3.20, langchain-openai 1.7.4',
  },
  {
    id: 'langchain-anthropic',
    packages: [
      'langchain_anthropic',
      'langchain_anthropic.*',
      'langchain.chat_models.anthropic',
      'langchain_community.chat_models.anthropic',
    ],
    groups: [
      {
        vendor: 'anthropic',
        defaultBaseUrl: 'https://api.anthropic.com',
        baseUrl: ['base_url=', 'anthropic_api_url='],
        classes: { chat: { ChatAnthropic: null }, completions: { AnthropicLLM: null, Anthropic: null } },
      },
    ],
    methods: claude,
    rewrite: anthropicModels,
    baseUrlVariables: ['ANTHROPIC_BASE_URL', 'ANTHROPIC_API_URL'],
    keyVariables: ['ANTHROPIC_API_KEY'],
    versions: 'langchain 0.0.350, langchain-community 0.3.20, langchain-anthropic 1.7.10',
  },
  {
    id: 'langchain-google-genai',
    packages: ['langchain_google_genai', 'langchain_google_genai.*'],
    moves: geminiMoves,
    groups: [
      {
        vendor: 'google',
        features: limitOfAnswers,
        defaultBaseUrl: gemini,
        baseUrl: ['base_url='],
        classes: {
          chat: { ChatGoogleGenerativeAI: null },
          completions: { GoogleGenerativeAI: null },
          embeddings: { GoogleGenerativeAIEmbeddings: null },
        },
      },
    ],
    keyVariables: ['GOOGLE_API_KEY', 'GEMINI_API_KEY'],
    versions: '4.4.3',
  },
  {
    id: 'langchain-google-vertexai',
    packages: ['langchain_google_vertexai', 'langchain_google_vertexai.*'],
    moves: vertexMoves,
    groups: [
      {
        vendor: 'google',
        features: limitOfAnswers,
        defaultBaseUrl: vertex,
        classes: {
          chat: { ChatVertexAI: null, ChatAnthropicVertex: null },
          completions: { VertexAI: null },
          embeddings: { VertexAIEmbeddings: null },
        },
      },
    ],
    keyVariables: [],
    versions: '3.2.5',
  },
  {
    id: 'langchain-aws',
    packages: ['langchain_aws', 'langchain_aws.*'],
    moves: bedrockMoves,
    groups: [
      {
        vendor: 'bedrock',
        features: limitOfAnswers,
        defaultBaseUrl: bedrock,
        baseUrl: ['endpoint_url=', 'base_url='],
        model: ['model=', 'model_id='],
        classes: {
          chat: { ChatBedrock: null, ChatBedrockConverse: null, BedrockChat: null, ChatAnthropicBedrock: null },
          completions: { BedrockLLM: null, Bedrock: null },
          embeddings: { BedrockEmbeddings: 'amazon.titan-embed-text-v1' },
        },
      },
    ],
    baseUrlVariables: ['AWS_ENDPOINT_URL_BEDROCK_RUNTIME', 'AWS_ENDPOINT_URL'],
    keyVariables: ['AWS_BEARER_TOKEN_BEDROCK'],
    versions: '1.9.1',
  },
  {
    id: 'langchain-mistralai',
    packages: ['langchain_mistralai', 'langchain_mistralai.*'],
    moves: mistralMoves,
    groups: [
      {
        vendor: 'mistral',
        features: limitOfAnswers,
        defaultBaseUrl: 'https://api.mistral.ai/v1',
        baseUrl: ['base_url=', 'endpoint='],
        classes: { chat: { ChatMistralAI: 'mistral-small' }, embeddings: { MistralAIEmbeddings: 'mistral-embed' } },
      },
    ],
    baseUrlVariables: ['MISTRAL_BASE_URL'],
    keyVariables: ['MISTRAL_API_KEY'],
    versions: '1.1.6',
  },
  {
    id: 'langchain-cohere',
    packages: ['langchain_cohere', 'langchain_cohere.*'],
    moves: cohereMoves,
    groups: [
      {
        vendor: 'cohere',
        features: limitOfAnswers,
        defaultBaseUrl: 'https://api.cohere.com',
        baseUrl: ['base_url='],
        classes: { chat: { ChatCohere: null }, embeddings: { CohereEmbeddings: null }, rerank: { CohereRerank: null } },
      },
    ],
    keyVariables: ['COHERE_API_KEY'],
    versions: '0.6.0',
  },
  {
    id: 'langchain-groq',
    packages: ['langchain_groq', 'langchain_groq.*'],
    groups: [
      {
        vendor: 'groq',
        defaultBaseUrl: 'https://api.groq.com',
        baseUrl: ['base_url=', 'groq_api_base='],
        classes: { chat: { ChatGroq: null } },
      },
    ],
    baseUrlVariables: ['GROQ_API_BASE'],
    keyVariables: ['GROQ_API_KEY'],
    versions: '1.1.3',
  },
  {
    id: 'langchain-ollama',
    packages: ['langchain_ollama', 'langchain_ollama.*'],
    groups: [
      {
        vendor: 'ollama',
        defaultBaseUrl: 'http://localhost:11434',
        baseUrl: ['base_url='],
        classes: { chat: { ChatOllama: null }, completions: { OllamaLLM: null, Ollama: null }, embeddings: { OllamaEmbeddings: null } },
      },
    ],
    baseUrlVariables: ['OLLAMA_HOST'],
    keyVariables: [],
    versions: '1.1.0',
  },
  {
    id: 'langchain-fireworks',
    packages: ['langchain_fireworks', 'langchain_fireworks.*'],
    groups: [
      {
        vendor: 'fireworks',
        defaultBaseUrl: 'https://api.fireworks.ai/inference/v1',
        baseUrl: ['base_url=', 'fireworks_api_base='],
        classes: { chat: { ChatFireworks: null }, completions: { Fireworks: null }, embeddings: { FireworksEmbeddings: null } },
      },
    ],
    baseUrlVariables: ['FIREWORKS_API_BASE'],
    keyVariables: ['FIREWORKS_API_KEY'],
    versions: '1.7.1',
  },
  {
    id: 'langchain-together',
    packages: ['langchain_together', 'langchain_together.*'],
    groups: [
      {
        vendor: 'together',
        defaultBaseUrl: together,
        baseUrl: ['base_url=', 'together_api_base='],
        classes: { chat: { ChatTogether: null }, completions: { Together: null }, embeddings: { TogetherEmbeddings: null } },
      },
    ],
    keyVariables: ['TOGETHER_API_KEY'],
    versions: '0.4.0',
  },
  {
    id: 'langchain-huggingface',
    packages: ['langchain_huggingface', 'langchain_huggingface.*'],
    groups: [
      {
        vendor: 'huggingface',
        defaultBaseUrl: 'https://router.huggingface.co',
        baseUrl: ['endpoint_url='],
        model: ['repo_id=', 'model='],
        classes: { completions: { HuggingFaceEndpoint: null, HuggingFaceHub: null }, embeddings: { HuggingFaceEndpointEmbeddings: null } },
      },
    ],
    keyVariables: ['HUGGINGFACEHUB_API_TOKEN', 'HF_TOKEN'],
    versions: '1.2.3',
  },
  {
    id: 'langchain-deepseek',
    packages: ['langchain_deepseek', 'langchain_deepseek.*'],
    groups: [
      {
        vendor: 'deepseek',
        defaultBaseUrl: 'https://api.deepseek.com/v1',
        baseUrl: ['api_base=', 'base_url='],
        classes: { chat: { ChatDeepSeek: null } },
      },
    ],
    baseUrlVariables: ['DEEPSEEK_API_BASE'],
    keyVariables: ['DEEPSEEK_API_KEY'],
    versions: '1.1.1',
  },
  {
    id: 'langchain-xai',
    packages: ['langchain_xai', 'langchain_xai.*'],
    moves: xaiMoves,
    groups: [
      {
        vendor: 'xai',
        features: limitOfAnswers,
        defaultBaseUrl: 'https://api.x.ai/v1',
        baseUrl: ['xai_api_base=', 'base_url='],
        classes: { chat: { ChatXAI: null } },
      },
    ],
    keyVariables: ['XAI_API_KEY'],
    versions: '1.3.0',
  },
  {
    id: 'langchain-perplexity',
    packages: ['langchain_perplexity', 'langchain_perplexity.*'],
    groups: [
      {
        vendor: 'perplexity',
        defaultBaseUrl: 'https://api.perplexity.ai',
        classes: { chat: { ChatPerplexity: 'sonar' }, embeddings: { PerplexityEmbeddings: null } },
      },
    ],
    keyVariables: ['PPLX_API_KEY'],
    versions: '1.4.2',
  },
  {
    id: 'langchain-nvidia-ai-endpoints',
    packages: ['langchain_nvidia_ai_endpoints', 'langchain_nvidia_ai_endpoints.*', 'langchain_nvidia'],
    groups: [
      {
        vendor: 'nvidia',
        defaultBaseUrl: 'https://integrate.api.nvidia.com/v1',
        baseUrl: ['base_url='],
        classes: {
          chat: { ChatNVIDIA: null },
          completions: { NVIDIA: null },
          embeddings: { NVIDIAEmbeddings: null },
          rerank: { NVIDIARerank: null },
        },
      },
    ],
    baseUrlVariables: ['NVIDIA_BASE_URL'],
    keyVariables: ['NVIDIA_API_KEY'],
    versions: '1.5.0',
  },
  {
    id: 'langchain-openrouter',
    packages: ['langchain_openrouter', 'langchain_openrouter.*'],
    groups: [
      {
        vendor: 'openrouter',
        defaultBaseUrl: openrouter,
        baseUrl: ['base_url=', 'openrouter_api_base='],
        classes: { chat: { ChatOpenRouter: null } },
      },
    ],
    baseUrlVariables: ['OPENROUTER_API_BASE'],
    keyVariables: ['OPENROUTER_API_KEY'],
    versions: '0.2.9',
  },
  {
    id: 'langchain-cerebras',
    packages: ['langchain_cerebras', 'langchain_cerebras.*'],
    groups: [
      {
        vendor: 'cerebras',
        defaultBaseUrl: 'https://api.cerebras.ai/v1',
        baseUrl: ['base_url=', 'cerebras_api_base='],
        classes: { chat: { ChatCerebras: null } },
      },
    ],
    keyVariables: ['CEREBRAS_API_KEY'],
    versions: '0.8.2',
  },
  {
    id: 'langchain-voyageai',
    packages: ['langchain_voyageai', 'langchain_voyageai.*'],
    groups: [
      {
        vendor: 'voyage',
        defaultBaseUrl: 'https://api.voyageai.com/v1',
        baseUrl: ['base_url='],
        classes: { embeddings: { VoyageAIEmbeddings: null }, rerank: { VoyageAIRerank: null } },
      },
    ],
    keyVariables: ['VOYAGE_API_KEY'],
    versions: '0.4.1',
  },
  {
    id: 'langchain-ibm',
    packages: ['langchain_ibm', 'langchain_ibm.*'],
    groups: [
      {
        vendor: 'watsonx',
        defaultBaseUrl: 'https://us-south.ml.cloud.ibm.com',
        baseUrl: ['url='],
        model: ['model_id=', 'model='],
        classes: { chat: { ChatWatsonx: null }, completions: { WatsonxLLM: null }, embeddings: { WatsonxEmbeddings: null } },
      },
    ],
    baseUrlVariables: ['WATSONX_URL'],
    keyVariables: ['WATSONX_API_KEY', 'WATSONX_APIKEY'],
    versions: '1.1.2',
  },
];
