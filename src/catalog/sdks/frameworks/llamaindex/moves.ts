import type { ClassExchange, RewriteRecipe } from '../../../../core/match/rewriteRecipe';
import type { ClassMove } from '../classes';

/** The package whose classes take every address. */
export const generalPackage = '@llamaindex/openai';

/**
 * How OpenAI's classes move: what opens the session takes the address in every version (`@llamaindex/openai` 0.1.40 to 0.4.23, and
 * `llamaindex` before these); `baseURL` came with 0.1.61.
 */
export const own: RewriteRecipe = {
  protocol: 'openai',
  surfaces: ['chat', 'responses', 'embeddings'],
  headersOption: 'defaultHeaders',
  keyHeaders: ['authorization'],
  customerOptions: ['additionalSessionOptions.organization', 'additionalSessionOptions.project'],
  own: {
    baseUrl: 'additionalSessionOptions.baseURL',
    keys: ['apiKey'],
    models: ['model'],
    aliases: { baseURL: 'additionalSessionOptions' },
  },
  // `contextWindow` of its models (0.4.22, dist/index.js): memories and prompts are cut to it.
  handedOn: {
    surfaces: ['chat', 'responses'],
    reason:
      'LlamaIndex takes a model that it does not know for one of 1024 tokens: agents and indexes cut conversations and documents to that',
  },
};

const address: Pick<ClassExchange, 'baseUrl' | 'keys' | 'from'> = {
  baseUrl: 'additionalSessionOptions.baseURL',
  keys: ['apiKey'],
  // Releases ask for each other by exact numbers, so no range goes with another one.
  from: { package: generalPackage, versions: { with: 'llamaindex', byMajor: {} }, named: true },
};
const goes = (...options: readonly string[]): Readonly<Record<string, null>> => Object.fromEntries(options.map((option) => [option, null]));

/** Classes of a vendor, and the functions of the same options. `drop`: options that say where the vendor is, or tune its models alone. */
function moves(
  becomes: Readonly<Record<string, string>>,
  drop: ClassExchange['drop'],
  keeps: readonly string[],
): Record<string, ClassMove> {
  return Object.fromEntries(
    Object.entries(becomes).map(([name, next]) => [
      name,
      { exchange: { ...address, becomes: { [name]: next }, drop, keeps }, rewrite: own },
    ]),
  );
}

const ofChat = ['maxTokens', 'temperature', 'topP'] as const;
const ofClient = ['maxRetries', 'timeout'] as const;

export const anthropicMoves = moves({ Anthropic: 'OpenAI', anthropic: 'openai' }, goes('baseURL'), [...ofChat, ...ofClient]);
export const geminiMoves = {
  ...moves({ Gemini: 'OpenAI', gemini: 'openai' }, goes('httpOptions', 'requestOptions', 'safetySettings', 'vertex'), ofChat),
  ...moves({ GeminiEmbedding: 'OpenAIEmbedding' }, {}, ['embedBatchSize']),
};
export const mistralMoves = {
  ...moves({ MistralAI: 'OpenAI', mistral: 'openai' }, goes('safeMode'), ofChat),
  ...moves({ MistralAIEmbedding: 'OpenAIEmbedding' }, {}, ['embedBatchSize']),
};
export const azureMoves = {
  ...moves(
    { AzureOpenAI: 'OpenAI', AzureOpenAIResponses: 'OpenAIResponses', AzureOpenAIEmbedding: 'OpenAIEmbedding' },
    {
      endpoint: 'additionalSessionOptions',
      baseURL: 'additionalSessionOptions',
      apiVersion: null,
      deployment: 'model',
      deploymentName: 'model',
      azureADTokenProvider: 'apiKey',
    },
    [...ofChat, ...ofClient, 'additionalChatOptions', 'dimensions', 'embedBatchSize', 'reasoningEffort'],
  ),
};
