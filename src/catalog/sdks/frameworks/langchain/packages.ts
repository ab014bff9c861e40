import type { AmbientVariables, SdkDescription } from '../../../../core/match/description';
import type { RewriteRecipe } from '../../../../core/match/rewriteRecipe';
import { shapeOf } from '../../../../core/match/sdkIndex';
import { anthropicVariables } from '../../anthropic';
import { openai, openaiVariables } from '../../openai';
import { classShapes, type ClassGroup, type ClassMove, type Methods } from '../classes';
import { geminiTools } from '../../models/geminiTools';
import {
  anthropicGroup,
  azureGroup,
  baiduGroup,
  bedrockGroup,
  cerebrasGroup,
  cloudflareGroup,
  cohereGroup,
  communityGroups,
  deepseekGroup,
  fireworksGroup,
  geminiGroup,
  groqGroup,
  mistralGroup,
  mixedbreadGroup,
  ollamaGroup,
  openaiGroup,
  openrouterGroup,
  palmGroup,
  perplexityGroup,
  togetherGroup,
  vertexGroup,
  watsonxGroup,
  xaiGroup,
} from './groups';
import { claudeMethods, langchainMethods } from './methods';
import { anthropicMove, azureMoves, bedrockMoves, cohereMoves, geminiMoves, mistralMoves, vertexMoves, xaiMoves } from './moves';
import { generalModel } from './recipes';

/** Why LangChain's models are not rewritten. */
export const unmoved = "a LangChain model is exchanged together with its class, its options and its package's import";

/** Every vendor's classes, as the packages that gather them have them. */
export const allGroups: readonly ClassGroup[] = [
  openaiGroup,
  azureGroup,
  anthropicGroup,
  geminiGroup,
  vertexGroup,
  palmGroup,
  mistralGroup,
  cohereGroup,
  bedrockGroup,
  xaiGroup,
  groqGroup,
  ollamaGroup,
  deepseekGroup,
  cerebrasGroup,
  togetherGroup,
  fireworksGroup,
  perplexityGroup,
  openrouterGroup,
  cloudflareGroup,
  watsonxGroup,
  mixedbreadGroup,
  ...communityGroups,
];

/** What `@langchain/openai` 1.6.0 reads: its client's variables, and others before or beside them. */
const openaiAmbient: AmbientVariables = {
  ...openaiVariables,
  before: ['OPENAI_API_BASE'],
  others: [...openaiVariables.others, 'OPENAI_ORGANIZATION'],
};

/** What `@langchain/anthropic` 1.5.11 and its client read. */
const anthropicAmbient: AmbientVariables = { ...anthropicVariables, before: ['ANTHROPIC_API_URL'] };

/** A package of LangChain that is made for one vendor. */
interface PackageRow {
  readonly package: string;
  readonly vendor: string;
  readonly groups: readonly ClassGroup[];
  /** What its models can do; as every model of LangChain where it is not said. */
  readonly methods?: Methods;
  /** How classes that only the vendor answers move, by their names. */
  readonly moves?: Readonly<Record<string, ClassMove>>;
  readonly baseUrlVariables?: readonly string[];
  readonly keyVariables?: readonly string[];
  readonly rewrite?: RewriteRecipe;
  /** What the package hands on from another one. */
  readonly also?: Pick<SdkDescription, 'exports' | 'shapes'>;
  readonly versions: string;
}

const rows: readonly PackageRow[] = [
  {
    package: '@langchain/openai',
    vendor: 'openai',
    groups: [{ ...openaiGroup, ambientVariables: openaiAmbient }, azureGroup],
    moves: azureMoves,
    baseUrlVariables: ['OPENAI_API_BASE', 'OPENAI_BASE_URL', 'AZURE_OPENAI_ENDPOINT', 'AZURE_OPENAI_BASE_PATH'],
    keyVariables: ['OPENAI_API_KEY', 'AZURE_OPENAI_API_KEY'],
    rewrite: {
      protocol: 'openai',
      surfaces: ['chat', 'responses', 'completions', 'embeddings'],
      headersOption: 'defaultHeaders',
      keyHeaders: ['authorization'],
      customerOptions: ['configuration.organization', 'configuration.project'],
      own: generalModel,
    },
    // `OpenAI` is a model of LangChain's here.
    also: {
      exports: { OpenAIClient: 'OpenAIClient' },
      shapes: { OpenAIClient: shapeOf(openai, 'OpenAI'), Client: shapeOf(openai, 'Client') },
    },
    versions: '1.6.0',
  },
  {
    package: '@langchain/azure-openai',
    vendor: 'azure-openai',
    groups: [
      {
        ...azureGroup,
        classes: { chat: { AzureChatOpenAI: null }, completions: { AzureOpenAI: null }, embeddings: { AzureOpenAIEmbeddings: null } },
      },
    ],
    baseUrlVariables: ['AZURE_OPENAI_API_ENDPOINT'],
    keyVariables: ['AZURE_OPENAI_API_KEY'],
    versions: '0.0.11',
  },
  {
    package: '@langchain/anthropic',
    vendor: 'anthropic',
    groups: [{ ...anthropicGroup, ambientVariables: anthropicAmbient }],
    methods: claudeMethods,
    baseUrlVariables: ['ANTHROPIC_API_URL', 'ANTHROPIC_BASE_URL'],
    // The second is read by its client, and sent along.
    keyVariables: ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN'],
    rewrite: {
      protocol: 'anthropic',
      surfaces: ['chat'],
      asks: { chat: 'messages' },
      headersOption: 'defaultHeaders',
      keyHeaders: ['x-api-key', 'authorization'],
      own: {
        baseUrl: 'anthropicApiUrl',
        keys: ['apiKey', 'anthropicApiKey'],
        models: ['model', 'modelName'],
        bearer: 'clientOptions.authToken',
      },
      otherwise: anthropicMove,
    },
    versions: '1.5.11',
  },
  {
    package: '@langchain/google-genai',
    vendor: 'google',
    groups: [geminiGroup],
    moves: geminiMoves,
    keyVariables: ['GOOGLE_API_KEY', 'GEMINI_API_KEY'],
    versions: '2.3.2',
  },
  { package: '@langchain/google', vendor: 'google', groups: [geminiGroup], keyVariables: ['GOOGLE_API_KEY'], versions: '0.2.6' },
  { package: '@langchain/google-vertexai', vendor: 'google', groups: [vertexGroup], moves: vertexMoves, versions: '2.3.2' },
  { package: '@langchain/google-vertexai-web', vendor: 'google', groups: [vertexGroup], moves: vertexMoves, versions: '2.3.0' },
  {
    package: '@langchain/mistralai',
    vendor: 'mistral',
    groups: [mistralGroup],
    moves: mistralMoves,
    keyVariables: ['MISTRAL_API_KEY'],
    versions: '1.2.0',
  },
  {
    package: '@langchain/cohere',
    vendor: 'cohere',
    groups: [cohereGroup],
    moves: cohereMoves,
    keyVariables: ['COHERE_API_KEY'],
    versions: '1.0.5',
  },
  {
    package: '@langchain/aws',
    vendor: 'bedrock',
    groups: [bedrockGroup],
    moves: bedrockMoves,
    keyVariables: ['BEDROCK_AWS_ACCESS_KEY_ID', 'AWS_BEARER_TOKEN_BEDROCK'],
    versions: '1.4.5',
  },
  { package: '@langchain/xai', vendor: 'xai', groups: [xaiGroup], moves: xaiMoves, keyVariables: ['XAI_API_KEY'], versions: '1.4.15' },
  { package: '@langchain/groq', vendor: 'groq', groups: [groqGroup], keyVariables: ['GROQ_API_KEY'], versions: '1.3.1' },
  { package: '@langchain/ollama', vendor: 'ollama', groups: [ollamaGroup], baseUrlVariables: ['OLLAMA_BASE_URL'], versions: '1.3.0' },
  { package: '@langchain/deepseek', vendor: 'deepseek', groups: [deepseekGroup], keyVariables: ['DEEPSEEK_API_KEY'], versions: '1.1.13' },
  { package: '@langchain/cerebras', vendor: 'cerebras', groups: [cerebrasGroup], keyVariables: ['CEREBRAS_API_KEY'], versions: '1.0.4' },
  {
    package: '@langchain/together-ai',
    vendor: 'together',
    groups: [togetherGroup],
    keyVariables: ['TOGETHER_AI_API_KEY'],
    versions: '0.2.6',
  },
  {
    package: '@langchain/fireworks',
    vendor: 'fireworks',
    groups: [fireworksGroup],
    keyVariables: ['FIREWORKS_API_KEY'],
    versions: '0.2.6',
  },
  {
    package: '@langchain/perplexity',
    vendor: 'perplexity',
    groups: [perplexityGroup],
    keyVariables: ['PERPLEXITY_API_KEY'],
    versions: '0.3.0',
  },
  {
    package: '@langchain/openrouter',
    vendor: 'openrouter',
    groups: [openrouterGroup],
    keyVariables: ['OPENROUTER_API_KEY'],
    versions: '0.4.11',
  },
  {
    package: '@langchain/cloudflare',
    vendor: 'cloudflare',
    groups: [cloudflareGroup],
    keyVariables: ['CLOUDFLARE_API_TOKEN'],
    versions: '1.1.0',
  },
  {
    package: '@langchain/baidu-qianfan',
    vendor: 'baidu',
    groups: [baiduGroup],
    keyVariables: ['QIANFAN_ACCESS_KEY', 'QIANFAN_SECRET_KEY'],
    versions: '1.0.1',
  },
  { package: '@langchain/ibm', vendor: 'watsonx', groups: [watsonxGroup], versions: 'community 1.1.29' },
  {
    package: '@langchain/mixedbread-ai',
    vendor: 'mixedbread',
    groups: [mixedbreadGroup],
    keyVariables: ['MXBAI_API_KEY'],
    versions: '1.0.1',
  },
];

/** LangChain's packages for one vendor each. */
export const langchainPackages: readonly SdkDescription[] = rows.map(
  ({ groups, moves, methods = langchainMethods, also, package: id, ...row }) => ({
    ...row,
    ...(row.vendor === 'google' && { vendorToolMembers: geminiTools }),
    ...withAlso(classShapes(methods, groups, moves), also),
    id,
    language: 'javascript',
    packages: [id, `${id}/*`],
    unmoved,
    source: `https://www.npmjs.com/package/${id}`,
  }),
);

function withAlso(own: Pick<SdkDescription, 'exports' | 'shapes'>, also: PackageRow['also']): Pick<SdkDescription, 'exports' | 'shapes'> {
  return also ? { exports: { ...own.exports, ...also.exports }, shapes: { ...own.shapes, ...also.shapes } } : own;
}
