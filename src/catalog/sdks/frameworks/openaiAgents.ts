import type { Operation, SdkDescription } from '../../../core/match/description';
import type { RewriteRecipe } from '../../../core/match/rewriteRecipe';

const unmoved = "an agent's model is exchanged together with the client or provider it is asked through";
const locked = 'no open-weight server offers this realtime protocol';

/** An agent: the model is an object, a name, or the SDK's own. */
const agent: Operation = {
  site: { kind: 'model-binding', surface: 'responses' },
  from: '0.model',
  features: {
    tools: '0.tools',
    json_schema: '0.outputType',
    tool_choice: '0.modelSettings.toolChoice',
    store: '0.modelSettings.store',
    stored_prompt: '0.prompt',
  },
  returns: 'Agent',
};
const run: Operation = {
  site: { kind: 'call', surface: 'responses' },
  from: '0',
  content: '1',
  features: { previous_response_id: '2.previousResponseId', conversation: '2.conversationId', vendor_session: '2.session' },
};

const responsesModel: Operation = {
  site: { kind: 'model-binding', surface: 'responses' },
  from: '0',
  settings: { model: '1' },
  returns: 'Model',
};

/** The `openai` that each release of the agents comes with: a client of another one has other types. */
const openaiVersions: Readonly<Record<string, string>> = {
  '0.0': '^5.10.1',
  '0.1': '^5.20.2',
  '0.2': '^6.0.0',
  '0.3': '^6.0.0',
  '0.4': '^6.20.0',
  '0.5': '^6.20.0',
  '0.6': '^6.26.0',
  '0.7': '^6.26.0',
  '0.8': '^6.26.0',
  '0.9': '^6.26.0',
  '0.10': '^6.26.0',
  '0.11': '^6.35.0',
  '0.12': '^6.42.0',
  '0.13': '^6.46.0',
  '0.14': '^6.46.0',
  '0.15': '^7.2.0',
  '0.16': '^7.2.0',
  '0.17': '^7.2.0',
  '0.18': '^7.2.0',
  '0.19': '^7.2.0',
  '0.20': '^7.2.0',
};

/**
 * An agent's model is given by name, or not at all: then it asks through the default provider, which is OpenAI's. It gets a model
 * object of its own instead, so that no other agent of the program changes. The package also sends what is said in a run to
 * OpenAI, as a trace, for as long as it finds OpenAI's key in the environment.
 */
const recipe: RewriteRecipe = {
  protocol: 'openai',
  surfaces: ['responses'],
  headersOption: 'defaultHeaders',
  exchange: {
    package: 'openai',
    factory: 'OpenAI',
    construct: true,
    orDefault: true,
    modelClass: { package: '@openai/agents', name: 'OpenAIChatCompletionsModel' },
    addsModel: true,
    switches: {
      export: { package: '@openai/agents', name: 'setTracingDisabled' },
      argument: true,
      step: 'Turn tracing off, by which prompts and answers go to OpenAI where OPENAI_API_KEY is set',
      unless: ['addTraceProcessor', 'setTraceProcessors', 'setTracingExportApiKey', 'OpenAITracingExporter'],
      otherwise: 'traces of runs, with prompts and answers, still go where the tracing that is set up here sends them',
      left: 'runs are still traced: prompts and answers go to OpenAI where OPENAI_API_KEY is set, unless `setTracingDisabled(true)` is called',
    },
    baseUrlOption: 'baseURL',
    keyOption: 'apiKey',
    options: {},
    keeps: [],
    models: { responses: { member: '', surface: 'chat' } },
    versions: {
      with: '@openai/agents',
      byMajor: openaiVersions,
      mustFit: true,
    },
    // Chat completions have no state.
    loses: ['previous_response_id'],
    ignores: [],
  },
};

/** OpenAI's agents: without a model they ask OpenAI, and so do names of models unless a provider or a default client says otherwise. */
const agents: SdkDescription = {
  id: '@openai/agents',
  language: 'javascript',
  packages: [
    '@openai/agents',
    '@openai/agents/*',
    '@openai/agents-core',
    '@openai/agents-core/*',
    '@openai/agents-openai',
    '@openai/agents-openai/*',
  ],
  exports: {
    Agent: 'AgentClass',
    SandboxAgent: 'SandboxAgentClass',
    run: 'Run',
    Runner: 'RunnerClass',
    OpenAIProvider: 'ProviderClass',
    OpenAIChatCompletionsModel: 'ChatModelClass',
    OpenAIResponsesModel: 'ResponsesModelClass',
    OpenAIResponsesWSModel: 'SocketModelClass',
    OpenAIHostedMultiAgentModel: 'HostedModelClass',
    setDefaultOpenAIClient: 'SetDefault',
    setDefaultModelProvider: 'SetDefault',
  },
  shapes: {
    AgentClass: { construct: agent, members: { create: agent } },
    SandboxAgentClass: {
      construct: { ...agent, unmoved: 'what it does in its sandbox goes through tools of a form that only OpenAI trains models on' },
    },
    Agent: { members: { clone: { from: '0.model', returns: '@self' } } },
    Run: { call: run },
    RunnerClass: { construct: { from: '0.modelProvider', settings: { model: '0.model' }, returns: 'Runner' } },
    Runner: { members: { run } },
    ProviderClass: {
      construct: {
        site: { kind: 'client' },
        from: '0.openAIClient',
        settings: { baseUrl: '0.baseURL', key: '0.apiKey' },
        returns: 'Provider',
      },
    },
    Provider: { members: { getModel: { settings: { model: '0' }, returns: 'Model' } } },
    ChatModelClass: {
      construct: { site: { kind: 'model-binding', surface: 'chat' }, from: '0', settings: { model: '1' }, returns: 'Model' },
    },
    ResponsesModelClass: { construct: responsesModel },
    SocketModelClass: { construct: { ...responsesModel, locked: 'no open-weight server offers the Responses API over a socket' } },
    HostedModelClass: { construct: { ...responsesModel, locked: "its agents run on the vendor's server" } },
    Model: {},
    SetDefault: { call: { from: '0', ambient: true } },
  },
  vendor: 'openai',
  defaultBaseUrl: 'https://api.openai.com/v1',
  baseUrlVariables: ['OPENAI_BASE_URL'],
  keyVariables: ['OPENAI_API_KEY'],
  defaultModel: 'gpt-5.6-luna',
  rewrite: recipe,
  vendorTools: [
    'OpenAIConversationsSession',
    'OpenAIResponsesCompactionSession',
    'applyPatchTool',
    'codeInterpreterTool',
    'computerTool',
    'fileSearchTool',
    'hostedMcpTool',
    'imageGenerationTool',
    'programmaticToolCallingTool',
    'shellTool',
    'toolSearchTool',
    'webSearchTool',
  ],
  versions: '0.20.0',
  source: 'https://github.com/openai/openai-agents-js',
};

/** Agents that speak: a session is bound to a model, connecting opens it. */
const realtime: SdkDescription = {
  id: '@openai/agents-realtime',
  language: 'javascript',
  packages: ['@openai/agents-realtime', '@openai/agents/realtime'],
  exports: { RealtimeSession: 'SessionClass' },
  shapes: {
    SessionClass: {
      construct: {
        site: { kind: 'model-binding', surface: 'realtime' },
        settings: { model: '1.model', key: '1.apiKey' },
        returns: 'Session',
        locked,
      },
    },
    Session: {
      members: {
        connect: {
          site: { kind: 'call', surface: 'realtime' },
          settings: { model: '0.model', key: '0.apiKey', baseUrl: '0.url' },
          locked,
        },
      },
    },
  },
  vendor: 'openai',
  defaultBaseUrl: 'https://api.openai.com/v1',
  keyVariables: ['OPENAI_API_KEY'],
  defaultModel: 'gpt-realtime-2.1',
  unmoved,
  versions: '0.20.0',
  source: 'https://github.com/openai/openai-agents-js',
};

const adapted: Operation = { from: '0', returns: '@from' };

/** Models of other SDKs for OpenAI's agents. */
const extensions: SdkDescription = {
  id: '@openai/agents-extensions',
  language: 'javascript',
  packages: ['@openai/agents-extensions', '@openai/agents-extensions/*'],
  exports: { aisdk: 'Adapter', AiSdkModel: 'Adapter' },
  shapes: { Adapter: { call: adapted, construct: adapted } },
  vendor: null,
  unmoved,
  versions: '0.18.0',
  source: 'https://github.com/openai/openai-agents-js',
};

/** OpenAI's agents SDK. */
export const openaiAgentSdks: readonly SdkDescription[] = [agents, realtime, extensions];
