import type { Operation, SdkDescription, Shape } from '../../../core/match/description';
import { openaiMembers, openaiVariables } from '../openai';
import { exportsOf, moduleClient, pythonMembers, withRawResponses } from './pythonic';
import { unmistakable } from '../unmistakable';

/** Members of a client of the `openai` package since 1.0. */
export const openaiPythonMembers: Readonly<Record<string, Operation>> = withRawResponses(pythonMembers(openaiMembers));

const azureMembers: Readonly<Record<string, Operation>> = Object.fromEntries(
  Object.entries(openaiPythonMembers).map(([path, operation]) => [path, { ...operation, deployment: true }]),
);

/** Up to 0.28 a class for every kind of request; `engine` was the model's name before `model` was. */
const former = (surface: string, names: readonly string[], more: Partial<Operation> = {}): Shape => ({
  members: Object.fromEntries(
    names
      .flatMap((name) => [name, `a${name}`])
      .map((name): [string, Operation] => [
        name,
        {
          site: { kind: 'call', surface },
          settings: {
            model: ['model=', 'engine=', 'deployment_id='],
            baseUrl: 'api_base=',
            key: 'api_key=',
          },
          unmoved: 'it is written for the package before 1.0, where settings of the package itself say where requests go',
          ...more,
        },
      ]),
  ),
});
const stored = (surface: string, names: readonly string[]): Shape =>
  former(surface, names, { site: { kind: 'call', surface, inference: false } });

const formerShapes: Readonly<Record<string, Shape>> = {
  ChatCompletion: former('chat', ['create']),
  Completion: former('completions', ['create']),
  Edit: former('completions', ['create'], { locked: 'edits were never offered elsewhere' }),
  Embedding: former('embeddings', ['create']),
  Image: former('images', ['create', 'create_edit', 'create_variation']),
  Audio: former('transcriptions', ['transcribe', 'translate'], {
    settings: { model: ['model=', '0'], baseUrl: 'api_base=', key: 'api_key=' },
  }),
  Moderation: former('moderations', ['create'], { locked: 'no open-weight server offers moderations' }),
  Model: stored('models', ['list', 'retrieve', 'delete']),
  Engine: stored('models', ['list', 'retrieve']),
  File: stored('files', ['create', 'list', 'retrieve', 'download', 'delete']),
  FineTune: stored('fine-tuning', ['create', 'list', 'retrieve', 'cancel']),
  FineTuningJob: stored('fine-tuning', ['create', 'list', 'retrieve', 'cancel']),
};

const azureDefault = 'https://\uFFFC.openai.azure.com';
const membersOfModule: Readonly<Record<string, Operation>> = Object.fromEntries(
  Object.entries(openaiPythonMembers).map(([path, operation]) => [
    path,
    { ...operation, unmoved: 'the package itself is its client, whose settings hold for the whole program' },
  ]),
);
const asModule = moduleClient(membersOfModule);
const settings = { baseUrl: 'base_url=', key: 'api_key=' } as const;

/** Calls that show OpenAI's protocol whatever client makes them; many vendors' servers speak it. */
const told: Readonly<Record<string, readonly string[]>> = {
  'chat.completions.create': [],
  'chat.completions.parse': [],
  'responses.create': ['model=', 'input='],
  'responses.parse': ['model=', 'input='],
  'embeddings.create': ['model=', 'input='],
  'audio.speech.create': ['model='],
  'audio.transcriptions.create': ['model=', 'file='],
  'images.generate': ['prompt='],
};
/** The official `openai` package, whose module is itself a client, and its drop-in by Langfuse. */
export const openaiPython: SdkDescription = {
  id: 'openai',
  language: 'python',
  packages: ['openai', 'openai.lib.azure', 'openai.lib.bedrock', 'langfuse.openai'],
  exports: {
    ...asModule.exports,
    ...Object.fromEntries(Object.keys(formerShapes).map((name) => [name, name])),
    ...exportsOf(['OpenAI', 'AsyncOpenAI', 'Client', 'AsyncClient'], 'OpenAI'),
    ...exportsOf(['AzureOpenAI', 'AsyncAzureOpenAI'], 'AzureOpenAI'),
    ...exportsOf(['BedrockOpenAI', 'AsyncBedrockOpenAI'], 'BedrockOpenAI'),
    openai: 'Module',
  },
  shapes: {
    ...asModule.shapes,
    ...formerShapes,
    // `from langfuse.openai import openai`
    Module: {
      members: membersOfModule,
      properties: { OpenAI: 'OpenAI', AsyncOpenAI: 'OpenAI', AzureOpenAI: 'AzureOpenAI', AsyncAzureOpenAI: 'AzureOpenAI' },
    },
    OpenAI: { construct: { site: { kind: 'client' }, settings, ambientVariables: openaiVariables, returns: 'Client' } },
    Client: { members: { ...openaiPythonMembers, copy: { settings, returns: '@self' }, with_options: { settings, returns: '@self' } } },
    AzureOpenAI: {
      construct: {
        site: { kind: 'client' },
        settings: { baseUrl: ['azure_endpoint=', 'base_url='], key: ['api_key=', 'azure_ad_token='] },
        returns: 'AzureClient',
        vendor: 'azure-openai',
        defaultBaseUrl: azureDefault,
        deployment: true,
        exchange: {
          becomes: { AzureOpenAI: 'OpenAI', AsyncAzureOpenAI: 'AsyncOpenAI' },
          baseUrl: 'base_url',
          keys: ['api_key'],
          drop: {
            azure_endpoint: 'base_url',
            azure_ad_token: 'api_key',
            azure_ad_token_provider: 'api_key',
            api_version: null,
            azure_deployment: null,
          },
        },
      },
    },
    BedrockOpenAI: {
      construct: {
        site: { kind: 'client' },
        settings,
        vendor: 'bedrock',
        defaultBaseUrl: 'https://bedrock-mantle.\uFFFC.api.aws/openai/v1',
        returns: 'Client',
      },
    },
    AzureClient: { members: azureMembers },
  },
  vendor: 'openai',
  defaultBaseUrl: 'https://api.openai.com/v1',
  baseUrlVariables: ['OPENAI_BASE_URL', 'OPENAI_API_BASE'],
  told: unmistakable(openaiPythonMembers, told, null),
  keyVariables: ['OPENAI_API_KEY'],
  moduleSettings: {
    settings: { api_base: 'baseUrl', base_url: 'baseUrl', azure_endpoint: 'baseUrl', api_key: 'key' },
    variants: [{ name: 'api_type', starts: 'azure', vendor: 'azure-openai', defaultBaseUrl: azureDefault, deployment: true }],
  },
  rewrite: {
    protocol: 'openai',
    surfaces: ['chat', 'responses', 'completions', 'embeddings', 'transcriptions', 'translations', 'models'],
    headersOption: 'default_headers',
    customerOptions: ['organization', 'project'],
    credentialOptions: ['workload_identity', 'provider', 'admin_api_key', 'data_residency'],
  },
  versions: '0.28.1, 3.57.0',
  source: 'https://github.com/openai/openai-python',
};
