import type { ClassExchange, RewriteRecipe } from '../../../../core/match/rewriteRecipe';
import type { ClassMove } from '../classes';
import { generalModel, generalPackage, releases } from './recipes';

/** Options that every class has from LangChain itself, and those that all of them hand on alike. */
const ofModels = ['cache', 'callbacks', 'maxConcurrency', 'maxRetries', 'metadata', 'onFailedAttempt', 'tags', 'verbose'] as const;
const ofChat = [...ofModels, 'maxTokens', 'streaming', 'temperature', 'topP'] as const;
const ofEmbeddings = ['maxConcurrency', 'maxRetries', 'onFailedAttempt'] as const;

const address: Pick<ClassExchange, 'baseUrl' | 'keys'> = { baseUrl: 'configuration.baseURL', keys: ['apiKey'] };
const from: ClassExchange['from'] = { package: generalPackage, versions: { with: '@langchain/core', byMajor: releases }, named: true };

const own: RewriteRecipe = {
  protocol: 'openai',
  surfaces: ['chat', 'completions', 'embeddings'],
  headersOption: 'defaultHeaders',
  own: generalModel,
};

const goes = (...options: readonly string[]): Readonly<Record<string, null>> => Object.fromEntries(options.map((option) => [option, null]));

/** A vendor's chat class. `drop`: options that say where the vendor is, sign in to it, or tune its models alone. */
const chat = (name: string, drop: readonly string[], more: Partial<ClassExchange> = {}): ClassMove => ({
  exchange: { ...address, from, becomes: { [name]: 'ChatOpenAI' }, drop: goes(...drop), keeps: ofChat, ...more },
  rewrite: own,
});
const embeddings = (name: string, drop: readonly string[], more: readonly string[] = []): ClassMove => ({
  exchange: { ...address, from, becomes: { [name]: 'OpenAIEmbeddings' }, drop: goes(...drop), keeps: [...ofEmbeddings, ...more] },
  rewrite: own,
});

const azureOptions: ClassExchange['drop'] = {
  azureOpenAIApiKey: 'apiKey',
  azureOpenAIApiInstanceName: null,
  azureOpenAIApiDeploymentName: 'model',
  azureOpenAIApiEmbeddingsDeploymentName: 'model',
  azureOpenAIApiCompletionsDeploymentName: 'model',
  deploymentName: 'model',
  azureOpenAIApiVersion: null,
  openAIApiVersion: null,
  azureOpenAIBasePath: 'configuration',
  openAIBasePath: 'configuration',
  azureOpenAIEndpoint: 'configuration',
  azureADTokenProvider: 'apiKey',
};
/** Azure's classes stand beside the general ones, which take all their other options. */
const azure = (name: string, becomes: string): ClassMove => ({
  exchange: { ...address, becomes: { [name]: becomes }, drop: azureOptions },
  rewrite: own,
});
export const azureMoves: Readonly<Record<string, ClassMove>> = {
  AzureChatOpenAI: azure('AzureChatOpenAI', 'ChatOpenAI'),
  AzureOpenAI: azure('AzureOpenAI', 'OpenAI'),
  AzureOpenAIEmbeddings: azure('AzureOpenAIEmbeddings', 'OpenAIEmbeddings'),
};

/** Anthropic's classes, where a target does not speak their protocol (`@langchain/anthropic` 1.5.11). */
export const anthropicMove: RewriteRecipe = {
  ...own,
  classes: {
    ...address,
    from,
    becomes: { ChatAnthropic: 'ChatOpenAI', ChatAnthropicMessages: 'ChatOpenAI' },
    drop: { anthropicApiKey: 'apiKey', anthropicApiUrl: 'configuration' },
    keeps: [...ofChat, 'streamUsage'],
    renames: { maxTokensToSample: 'maxTokens', stopSequences: 'stop' },
  },
};

export const mistralMoves: Readonly<Record<string, ClassMove>> = {
  ChatMistralAI: chat('ChatMistralAI', ['serverURL', 'endpoint', 'safeMode', 'safePrompt']),
  MistralAIEmbeddings: embeddings('MistralAIEmbeddings', ['serverURL', 'endpoint'], ['batchSize', 'stripNewLines']),
};

const googleNames: Partial<ClassExchange> = {
  keeps: ofChat.filter((option) => option !== 'maxTokens'),
  renames: { maxOutputTokens: 'maxTokens', stopSequences: 'stop' },
};
export const geminiMoves: Readonly<Record<string, ClassMove>> = {
  ChatGoogleGenerativeAI: chat('ChatGoogleGenerativeAI', ['apiVersion', 'baseUrl', 'safetySettings'], googleNames),
  GoogleGenerativeAIEmbeddings: embeddings('GoogleGenerativeAIEmbeddings', ['baseUrl', 'taskType', 'title'], ['stripNewLines']),
};
export const vertexMoves: Readonly<Record<string, ClassMove>> = {
  ChatVertexAI: chat('ChatVertexAI', ['authOptions', 'endpoint', 'location', 'safetySettings'], googleNames),
  VertexAIEmbeddings: embeddings('VertexAIEmbeddings', ['authOptions', 'endpoint', 'location']),
};

const aws = ['region', 'credentials', 'endpointHost'] as const;
export const bedrockMoves: Readonly<Record<string, ClassMove>> = {
  ChatBedrockConverse: chat('ChatBedrockConverse', aws),
  BedrockEmbeddings: embeddings('BedrockEmbeddings', aws),
};

export const cohereMoves: Readonly<Record<string, ClassMove>> = {
  ChatCohere: chat('ChatCohere', [], { keeps: ofChat.filter((option) => option !== 'maxTokens' && option !== 'topP') }),
  CohereEmbeddings: embeddings('CohereEmbeddings', ['inputType', 'truncate'], ['batchSize']),
};

export const xaiMoves: Readonly<Record<string, ClassMove>> = { ChatXAI: chat('ChatXAI', ['baseURL']) };
