import type { Operation, SdkDescription } from '../../../../../core/match/description';
import { litellmRouting } from '../../routing';
import { openaiHost } from './shared';

/** OpenAI's agents: without a model they ask OpenAI, and so do bare names unless a provider or a default client says otherwise. */
const run: Operation = { site: { kind: 'call', surface: 'responses' }, from: ['starting_agent=', '0'] };
const binds = (surface: string): Operation => ({
  site: { kind: 'model-binding', surface },
  from: ['openai_client=', '1'],
  settings: { model: ['model=', '0'] },
  returns: 'Model',
});
export const openaiAgents: SdkDescription = {
  id: 'openai-agents',
  language: 'python',
  packages: [
    'agents',
    'agents.agent',
    'agents.run',
    'agents.models',
    'agents.models.openai_chatcompletions',
    'agents.models.openai_responses',
  ].concat(['agents.models.openai_provider', 'agents.extensions.models.litellm_model', 'agents.extensions.models.litellm_provider']),
  exports: {
    Agent: 'AgentClass',
    Runner: 'Runner',
    OpenAIProvider: 'ProviderClass',
    OpenAIChatCompletionsModel: 'ChatModelClass',
    OpenAIResponsesModel: 'ResponsesModelClass',
    LitellmModel: 'LitellmClass',
    set_default_openai_client: 'SetDefault',
  },
  shapes: {
    AgentClass: {
      construct: { site: { kind: 'model-binding', surface: 'responses' }, from: 'model=', onlyNamed: true, returns: 'Agent' },
    },
    Agent: { members: { clone: { from: 'model=', returns: '@self' } } },
    Runner: { members: { run, run_sync: run, run_streamed: run } },
    ProviderClass: {
      construct: {
        site: { kind: 'client' },
        from: 'openai_client=',
        settings: { baseUrl: 'base_url=', key: 'api_key=' },
        returns: 'Provider',
      },
    },
    Provider: { members: { get_model: { settings: { model: ['model_name=', '0'] }, returns: 'Model' } } },
    ChatModelClass: { construct: binds('chat') },
    ResponsesModelClass: { construct: binds('responses') },
    LitellmClass: {
      construct: {
        site: { kind: 'model-binding', surface: 'chat' },
        settings: { model: ['model=', '0'], baseUrl: ['base_url=', '1'], key: 'api_key=' },
        returns: 'Model',
      },
    },
    Model: {},
    SetDefault: { call: { from: ['client=', '0'], ambient: true } },
  },
  vendor: 'openai',
  defaultBaseUrl: openaiHost,
  baseUrlVariables: ['OPENAI_BASE_URL'],
  keyVariables: ['OPENAI_API_KEY'],
  defaultModel: 'gpt-5.6-luna',
  routing: litellmRouting,
  versions: '0.24.0',
  source: 'https://github.com/openai/openai-agents-python',
};
