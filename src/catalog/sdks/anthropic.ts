import type { AmbientVariables, Operation, SdkDescription } from '../../core/match/description';
import type { RewriteRecipe } from '../../core/match/rewriteRecipe';
import { anthropicTranslation } from './anthropicTranslation';
import { unmistakable } from './unmistakable';

const model = { model: '0.model' } as const;
const messages: Operation = {
  site: { kind: 'call', surface: 'messages' },
  settings: model,
  features: {
    tools: '0.tools',
    tool_choice: '0.tool_choice',
    thinking_budget: '0.thinking.budget_tokens',
    metadata: '0.metadata',
    output_format: ['0.output_config', '0.output_format'],
    mcp_servers: '0.mcp_servers',
    container: '0.container',
    context_management: ['0.context_management', '0.compaction'],
    conversation: '0.thread',
    fallbacks: '0.fallbacks',
  },
};
const countTokens: Operation = { site: { kind: 'call', surface: 'count-tokens', inference: false }, settings: model };
const batch: Operation = {
  site: { kind: 'call', surface: 'batches', inference: false },
  locked: "message batches live on the vendor's server",
};
const agentsReason = "hosted agents live on the vendor's server";
const session: Operation = { site: { kind: 'call', surface: 'agents' }, locked: agentsReason };

/** Members that run no model: what they reach lives on the vendor's server. */
function stored(surface: string, what: string, root: string, names: readonly string[]): Record<string, Operation> {
  const operation: Operation = { site: { kind: 'call', surface, inference: false }, locked: `${what} live on the vendor's server` };
  return Object.fromEntries(names.map((name) => [`${root}.${name}`, operation]));
}

const files = ['upload', 'list', 'delete', 'download', 'retrieveMetadata'];
const crud = ['create', 'retrieve', 'update', 'list', 'delete', 'archive'];
const skills = ['create', 'retrieve', 'list', 'delete', 'versions.create', 'versions.retrieve', 'versions.list', 'versions.delete'];
const hostedAgents: Readonly<Record<string, readonly string[]>> = {
  agents: [...crud, 'versions.list'],
  environments: crud,
  sessions: [...crud, 'events.list', 'resources.add', 'resources.list', 'resources.delete', 'threads.list', 'threads.retrieve'],
  deployments: [...crud, 'pause', 'unpause'],
  vaults: [...crud, ...crud.map((name) => `credentials.${name}`)],
  memoryStores: [...crud, ...crud.map((name) => `memories.${name}`)],
};

const messagesApi = (root: string): Record<string, Operation> => ({
  [`${root}.create`]: messages,
  [`${root}.stream`]: messages,
  [`${root}.parse`]: messages,
  [`${root}.countTokens`]: countTokens,
  ...Object.fromEntries(['create', 'retrieve', 'list', 'cancel', 'delete', 'results'].map((name) => [`${root}.batches.${name}`, batch])),
});

/** Members of a client of `@anthropic-ai/sdk`, shared by its Bedrock and Vertex siblings. */
export const anthropicMembers: Readonly<Record<string, Operation>> = {
  ...messagesApi('messages'),
  ...messagesApi('beta.messages'),
  'beta.messages.toolRunner': messages,
  'beta.messages.thread': messages,
  'completions.create': {
    site: { kind: 'call', surface: 'completions' },
    settings: model,
    locked: 'text completions of this API are not offered elsewhere',
  },
  'beta.promptCaching.messages.create': messages,
  'beta.promptCaching.messages.stream': messages,
  'beta.tools.messages.create': messages,
  'beta.tools.messages.stream': messages,
  ...stored('files', 'uploaded files', 'files', files),
  ...stored('files', 'uploaded files', 'beta.files', files),
  ...stored('skills', 'skills', 'skills', skills),
  ...stored('skills', 'skills', 'beta.skills', [...skills, 'versions.download']),
  ...Object.fromEntries(
    Object.entries(hostedAgents).flatMap(([root, names]) => Object.entries(stored('agents', 'hosted agents', `beta.${root}`, names))),
  ),
  'beta.agents.create': { site: { kind: 'call', surface: 'agents', inference: false }, settings: model, locked: agentsReason },
  'beta.sessions.events.send': session,
  'beta.sessions.events.stream': session,
  'beta.sessions.events.toolRunner': session,
  'beta.deployments.run': session,
  'beta.dreams.create': { ...session, settings: model },
  'models.list': { site: { kind: 'call', surface: 'models', inference: false } },
  'models.retrieve': { site: { kind: 'call', surface: 'models', inference: false } },
  'beta.models.list': { site: { kind: 'call', surface: 'models', inference: false } },
  'beta.models.retrieve': { site: { kind: 'call', surface: 'models', inference: false } },
  withOptions: { settings: { baseUrl: '0.baseURL', key: ['0.apiKey', '0.authToken'] }, returns: '@self' },
};

/** What its clients take, those for other clouds included. */
export const anthropicRecipe: RewriteRecipe = {
  protocol: 'anthropic',
  surfaces: ['messages', 'count-tokens'],
  bearerOption: 'authToken',
  headersOption: 'defaultHeaders',
  credentialOptions: ['credentials', 'config', 'profile'],
  browserOption: 'dangerouslyAllowBrowser',
};

/** What the official clients of every language read by themselves: `client.js` of 1.12.0, `_client.py` of 2.14.0. */
export const anthropicVariables: AmbientVariables = {
  baseUrl: 'ANTHROPIC_BASE_URL',
  key: 'ANTHROPIC_API_KEY',
  bearer: 'ANTHROPIC_AUTH_TOKEN',
  others: ['ANTHROPIC_CUSTOM_HEADERS'],
};

/** The official `@anthropic-ai/sdk`. */
export const anthropic: SdkDescription = {
  id: '@anthropic-ai/sdk',
  language: 'javascript',
  packages: ['@anthropic-ai/sdk', '@anthropic-ai/sdk/index', '@anthropic-ai/sdk/index.mjs', '@anthropic-ai/sdk/client'],
  exports: { default: 'Anthropic', Anthropic: 'Anthropic', BaseAnthropic: 'Anthropic' },
  shapes: {
    Anthropic: {
      construct: {
        site: { kind: 'client' },
        settings: { baseUrl: '0.baseURL', key: ['0.apiKey', '0.authToken'] },
        ambientVariables: anthropicVariables,
        returns: 'Client',
      },
    },
    Client: { members: anthropicMembers },
  },
  vendor: 'anthropic',
  defaultBaseUrl: 'https://api.anthropic.com',
  baseUrlVariables: ['ANTHROPIC_BASE_URL'],
  keyVariables: ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN'],
  told: unmistakable(anthropicMembers, { 'messages.create': ['0.max_tokens'], 'messages.stream': ['0.max_tokens'] }, 'anthropic'),
  rewrite: {
    ...anthropicRecipe,
    otherwise: anthropicTranslation,
    raw: {
      addresses: [{ url: 'https://api.anthropic.com/v1/messages', surface: 'messages', path: '/v1/messages' }],
      keyHeader: 'x-api-key',
      plainHeaders: ['anthropic-version'],
    },
  },
  vendorTools: ['betaMemoryTool'],
  versions: '0.x, 1.13.0',
  source: 'https://github.com/anthropics/anthropic-sdk-typescript',
};
