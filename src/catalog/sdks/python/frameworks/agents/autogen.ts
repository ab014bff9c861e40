import type { Operation, SdkDescription } from '../../../../../core/match/description';
import { exportsOf } from '../../pythonic';
import { classShapes, type Framework, type ModelClasses } from '../classes';
import { azureHost, bedrockHost, openaiHost, runs } from './shared';

/** AutoGen up to 0.2, and AG2: agents with a configuration of their own. */
const configured = ['llm_config=.config_list.0', 'llm_config=', 'config_list=.0'];
const agentConfig = (name: string): string[] => configured.map((slot) => `${slot}.${name}`);
const conversable: Operation = {
  site: { kind: 'model-binding', surface: 'chat' },
  from: 'llm_config=',
  onlyNamed: true,
  settings: { model: agentConfig('model'), baseUrl: agentConfig('base_url'), key: agentConfig('api_key') },
  returns: 'Agent',
};
export const autogen: SdkDescription = {
  id: 'autogen',
  language: 'python',
  distributions: ['autogen', 'autogen-agentchat', 'pyautogen', 'ag2'],
  packages: ['autogen', 'autogen.agentchat', 'autogen.agentchat.*', 'ag2', 'pyautogen'],
  exports: {
    ...exportsOf(['ConversableAgent', 'AssistantAgent', 'UserProxyAgent', 'GroupChatManager', 'CaptainAgent'], 'AgentClass'),
    OpenAIWrapper: 'WrapperClass',
  },
  shapes: {
    AgentClass: { construct: conversable },
    Agent: runs(['generate_reply', 'a_generate_reply', 'initiate_chat', 'a_initiate_chat', 'run', 'a_run']),
    WrapperClass: {
      construct: {
        site: { kind: 'client' },
        settings: { model: ['config_list=.0.model', 'model='], baseUrl: ['config_list=.0.base_url', 'base_url='], key: 'api_key=' },
        returns: 'Wrapper',
      },
    },
    Wrapper: { members: { create: { site: { kind: 'call', surface: 'chat' }, settings: { model: 'model=' } } } },
  },
  vendor: 'openai',
  defaultBaseUrl: openaiHost,
  keyVariables: ['OPENAI_API_KEY'],
  versions: '0.2.35, ag2 1.2.1',
  source: 'https://github.com/ag2ai/ag2',
};

const created: Framework = { sends: { chat: ['create', 'create_stream'] }, additions: [], model: ['model='] };
const autogenClients: readonly ModelClasses[] = [
  { vendor: 'openai', defaultBaseUrl: openaiHost, baseUrl: ['base_url='], classes: { chat: { OpenAIChatCompletionClient: null } } },
  {
    vendor: 'azure-openai',
    defaultBaseUrl: azureHost,
    baseUrl: ['azure_endpoint='],
    deployment: true,
    classes: { chat: { AzureOpenAIChatCompletionClient: null } },
  },
  { vendor: 'azure-ai', baseUrl: ['endpoint='], classes: { chat: { AzureAIChatCompletionClient: null } } },
  {
    vendor: 'anthropic',
    defaultBaseUrl: 'https://api.anthropic.com',
    baseUrl: ['base_url='],
    classes: { chat: { AnthropicChatCompletionClient: null } },
  },
  { vendor: 'bedrock', defaultBaseUrl: bedrockHost, classes: { chat: { AnthropicBedrockChatCompletionClient: null } } },
  {
    vendor: 'ollama',
    defaultBaseUrl: 'http://localhost:11434',
    baseUrl: ['host='],
    classes: { chat: { OllamaChatCompletionClient: null } },
  },
];
/** AutoGen since 0.4: model clients in a package of their own. */
export const autogenExt: SdkDescription = {
  id: 'autogen-ext',
  language: 'python',
  distributions: ['autogen-ext'],
  packages: ['autogen_ext.models.*'],
  ...classShapes(created, autogenClients),
  vendor: null,
  baseUrlVariables: ['OPENAI_BASE_URL'],
  keyVariables: ['OPENAI_API_KEY', 'ANTHROPIC_API_KEY'],
  versions: '0.7.5',
  source: 'https://github.com/microsoft/autogen',
};
