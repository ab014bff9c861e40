import type { PackageVersions } from '../../../../core/match/packages';
import type { ModelOptions, RewriteRecipe } from '../../../../core/match/rewriteRecipe';

/** The package whose classes take every address, and what a model of it is told. */
export const generalPackage = '@langchain/openai';
export const generalModel: ModelOptions = {
  baseUrl: 'configuration.baseURL',
  keys: ['apiKey', 'openAIApiKey'],
  models: ['model', 'modelName'],
};
const general = { package: generalPackage, factory: 'ChatOpenAI', baseUrlOption: 'configuration.baseURL', keyOption: 'apiKey' };

/** Releases of `@langchain/openai` by that of what they are used with: both build on the same `@langchain/core`. */
export const releases: PackageVersions['byMajor'] = { '0.3': '^0.6.0', '1': '^1.0.0' };

/** How a model moves that an agent is given by name: it becomes a model object, which makes its client itself. */
const named = (companion: string): RewriteRecipe => ({
  protocol: 'openai',
  surfaces: ['chat'],
  headersOption: 'defaultHeaders',
  exchange: {
    ...general,
    construct: true,
    perModel: 'model',
    options: {},
    keeps: [],
    models: { chat: { member: '', surface: 'chat' } },
    versions: { with: companion, byMajor: releases },
    ignores: [],
  },
});

/** How a model moves that a function makes of whatever provider it is told. */
export const routedModels: RewriteRecipe = {
  protocol: 'openai',
  surfaces: ['chat'],
  headersOption: 'defaultHeaders',
  own: {
    baseUrl: general.baseUrlOption,
    keys: [general.keyOption],
    models: [],
    routed: {
      provider: 'openai',
      option: 'modelProvider',
      keeps: [
        'apiKey',
        'cache',
        'callbacks',
        'configurableFields',
        'maxConcurrency',
        'maxRetries',
        'maxTokens',
        'metadata',
        'profile',
        'streaming',
        'tags',
        'temperature',
        'topP',
        'verbose',
      ],
      hides: ['configPrefix'],
      package: general.package,
      versions: { with: 'langchain', byMajor: releases },
    },
  },
};

/** Names of models that LangChain's own functions are given. */
export const namedByLangchain = named('langchain');
/** Names of models that LangGraph's functions are given. */
export const namedByLanggraph = named('@langchain/core');
