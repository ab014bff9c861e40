import type { Operation, SdkDescription, Shape, Slot } from '../../../core/match/description';
import { bedrockRecipe } from './bedrockTranslation';
import { allAsk, asks, makesClient } from './operations';

interface Command {
  readonly surface?: string;
  readonly inference?: boolean;
  /** Where the model stands in the command's input. */
  readonly model?: Slot;
}

const modelId = '0.modelId';

/** Commands of the runtime; what an `InvokeModel` asks for stands in its body, which is the model's own. */
const runtimeCommands: Readonly<Record<string, Command>> = {
  ConverseCommand: { surface: 'chat', model: modelId },
  ConverseStreamCommand: { surface: 'chat', model: modelId },
  InvokeModelCommand: { model: modelId },
  InvokeModelWithResponseStreamCommand: { model: modelId },
  InvokeModelWithBidirectionalStreamCommand: { surface: 'realtime', model: modelId },
  StartAsyncInvokeCommand: { model: modelId },
  CountTokensCommand: { surface: 'count-tokens', inference: false, model: modelId },
};

const generation = '0.retrieveAndGenerateConfiguration';
const generationModel = [`${generation}.knowledgeBaseConfiguration.modelArn`, `${generation}.externalSourcesConfiguration.modelArn`];

/** Commands of the agent runtime. The model of an agent or flow is a setting of the account, not of the code. */
const agentCommands: Readonly<Record<string, Command>> = {
  InvokeAgentCommand: { surface: 'chat' },
  InvokeInlineAgentCommand: { surface: 'chat', model: '0.foundationModel' },
  InvokeFlowCommand: { surface: 'chat' },
  RetrieveAndGenerateCommand: { surface: 'chat', model: generationModel },
  RetrieveAndGenerateStreamCommand: { surface: 'chat', model: generationModel },
  RerankCommand: { surface: 'rerank', model: '0.rerankingConfiguration.bedrockRerankingConfiguration.modelConfiguration.modelArn' },
  RetrieveCommand: { surface: 'retrieval', inference: false },
};

function commandShapes(commands: Readonly<Record<string, Command>>): Record<string, Shape> {
  return Object.fromEntries(
    Object.entries(commands).flatMap(([name, { model, surface, inference }]): [string, Shape][] => [
      [name, { construct: { ...(model === undefined ? {} : { settings: { model } }), returns: `${name}Object` } }],
      [
        `${name}Object`,
        { request: { kind: 'call', ...(surface === undefined ? {} : { surface }), ...(inference === undefined ? {} : { inference }) } },
      ],
    ]),
  );
}

const named = (names: readonly string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, name]));
const client = makesClient('Client', { baseUrl: '0.endpoint' }, { vendor: 'bedrock' });
const send: Operation = { site: { kind: 'call' }, from: '0', requires: '@request' };
/** Commands of the runtime say by themselves which model they ask. */
const sendToModel: Operation = { ...send, settings: { model: modelId } };

/** The Bedrock runtime of the AWS SDK v3: commands that a client sends, or one client with a method for each. */
export const bedrockRuntime: SdkDescription = {
  id: '@aws-sdk/client-bedrock-runtime',
  language: 'javascript',
  packages: ['@aws-sdk/client-bedrock-runtime'],
  exports: { BedrockRuntimeClient: 'ClientClass', BedrockRuntime: 'ClientClass', ...named(Object.keys(runtimeCommands)) },
  shapes: {
    ClientClass: { construct: client },
    Client: {
      members: {
        send: sendToModel,
        ...allAsk('chat', ['converse', 'converseStream'], modelId),
        ...Object.fromEntries(
          ['invokeModel', 'invokeModelWithResponseStream', 'startAsyncInvoke'].map((name): [string, Operation] => [
            name,
            { site: { kind: 'call' }, settings: { model: modelId } },
          ]),
        ),
        invokeModelWithBidirectionalStream: asks('realtime', modelId),
        countTokens: { site: { kind: 'call', surface: 'count-tokens', inference: false }, settings: { model: modelId } },
      },
    },
    ...commandShapes(runtimeCommands),
  },
  vendor: 'bedrock',
  defaultBaseUrl: 'https://bedrock-runtime.\uFFFC.amazonaws.com',
  baseUrlVariables: ['AWS_ENDPOINT_URL_BEDROCK_RUNTIME', 'AWS_ENDPOINT_URL'],
  keyVariables: ['AWS_BEARER_TOKEN_BEDROCK'],
  rewrite: bedrockRecipe,
  versions: '3.1164.0',
  source: 'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/bedrock-runtime/',
};

/** Agents, flows and knowledge bases of Bedrock. */
export const bedrockAgentRuntime: SdkDescription = {
  id: '@aws-sdk/client-bedrock-agent-runtime',
  language: 'javascript',
  packages: ['@aws-sdk/client-bedrock-agent-runtime'],
  exports: { BedrockAgentRuntimeClient: 'ClientClass', BedrockAgentRuntime: 'ClientClass', ...named(Object.keys(agentCommands)) },
  shapes: {
    ClientClass: { construct: client },
    Client: {
      members: {
        send,
        ...allAsk('chat', ['invokeAgent', 'invokeFlow'], null),
        ...allAsk('chat', ['retrieveAndGenerate', 'retrieveAndGenerateStream'], generationModel),
        invokeInlineAgent: asks('chat', '0.foundationModel'),
        rerank: asks('rerank', agentCommands.RerankCommand?.model),
        retrieve: { site: { kind: 'call', surface: 'retrieval', inference: false } },
      },
    },
    ...commandShapes(agentCommands),
  },
  vendor: 'bedrock',
  defaultBaseUrl: 'https://bedrock-agent-runtime.\uFFFC.amazonaws.com',
  baseUrlVariables: ['AWS_ENDPOINT_URL_BEDROCK_AGENT_RUNTIME', 'AWS_ENDPOINT_URL'],
  keyVariables: ['AWS_BEARER_TOKEN_BEDROCK'],
  versions: '3.1164.0',
  source: 'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/bedrock-agent-runtime/',
};
