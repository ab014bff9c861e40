import type { Operation, SdkDescription } from '../../../core/match/description';
import type { RewriteRecipe } from '../../../core/match/rewriteRecipe';
import { anthropicMembers, anthropicVariables } from '../anthropic';
import { exportsOf, pythonMembers, withRawResponses } from './pythonic';
import { unmistakable } from '../unmistakable';

const members: Readonly<Record<string, Operation>> = withRawResponses(pythonMembers(anthropicMembers));

const recipe: RewriteRecipe = {
  protocol: 'anthropic',
  surfaces: ['messages', 'count-tokens'],
  authorization: true,
  headersOption: 'default_headers',
  credentialOptions: ['credentials', 'config', 'profile'],
};

/** The official `anthropic` package. */
export const anthropicPython: SdkDescription = {
  id: 'anthropic',
  language: 'python',
  packages: ['anthropic'],
  exports: exportsOf(['Anthropic', 'AsyncAnthropic', 'Client', 'AsyncClient'], 'Anthropic'),
  shapes: {
    Anthropic: {
      construct: {
        site: { kind: 'client' },
        settings: { baseUrl: 'base_url=', key: ['api_key=', 'auth_token='] },
        ambientVariables: anthropicVariables,
        returns: 'Client',
      },
    },
    Client: { members },
  },
  vendor: 'anthropic',
  defaultBaseUrl: 'https://api.anthropic.com',
  baseUrlVariables: ['ANTHROPIC_BASE_URL'],
  keyVariables: ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN'],
  // Messages are sent to people as well; those have no length in tokens.
  told: unmistakable(members, { 'messages.create': ['max_tokens='], 'messages.stream': ['max_tokens='] }, 'anthropic'),
  rewrite: recipe,
  versions: '0.49.0, 2.14.0',
  source: 'https://github.com/anthropics/anthropic-sdk-python',
};

/** Where Claude is served by another cloud, through a client class of the same package; the extra to install names it. */
const clouds = [
  {
    id: 'anthropic[bedrock]',
    packages: ['anthropic', 'anthropic.lib.bedrock'],
    clients: ['AnthropicBedrock', 'AsyncAnthropicBedrock'],
    vendor: 'bedrock',
    defaultBaseUrl: 'https://bedrock-runtime.\uFFFC.amazonaws.com',
    baseUrlVariables: ['ANTHROPIC_BEDROCK_BASE_URL'],
    drops: { aws_region: 'base_url', aws_access_key: 'api_key', aws_secret_key: null, aws_session_token: null, aws_profile: null },
  },
  {
    id: 'anthropic[vertex]',
    packages: ['anthropic', 'anthropic.lib.vertex'],
    clients: ['AnthropicVertex', 'AsyncAnthropicVertex'],
    vendor: 'google',
    defaultBaseUrl: 'https://\uFFFC-aiplatform.googleapis.com/v1',
    baseUrlVariables: ['ANTHROPIC_VERTEX_BASE_URL'],
    drops: { region: 'base_url', project_id: null, access_token: 'api_key', credentials: null },
  },
  {
    id: 'anthropic[foundry]',
    packages: ['anthropic', 'anthropic.lib.foundry'],
    clients: ['AnthropicFoundry', 'AsyncAnthropicFoundry'],
    vendor: 'azure-ai',
    defaultBaseUrl: 'https://\uFFFC.services.ai.azure.com/anthropic/',
    baseUrlVariables: ['ANTHROPIC_FOUNDRY_BASE_URL'],
    drops: { resource: 'base_url', azure_ad_token_provider: 'api_key' },
  },
] as const;

/** Claude on Bedrock, Vertex AI and Microsoft Foundry. */
export const claudeClouds: readonly SdkDescription[] = clouds.map(({ clients, drops, ...row }) => ({
  ...row,
  language: 'python',
  exports: exportsOf(clients, 'ClientClass'),
  shapes: {
    ClientClass: {
      construct: {
        site: { kind: 'client' },
        settings: { baseUrl: 'base_url=', key: 'api_key=' },
        vendor: row.vendor,
        returns: 'Client',
        exchange: {
          becomes: Object.fromEntries(clients.map((name) => [name, name.startsWith('Async') ? 'AsyncAnthropic' : 'Anthropic'])),
          baseUrl: 'base_url',
          keys: ['api_key'],
          drop: drops,
        },
      },
    },
    Client: { members },
  },
  rewrite: { ...recipe, credentialOptions: [] },
  weights: 'closed',
  versions: '0.49.0, 2.14.0',
  source: 'https://github.com/anthropics/anthropic-sdk-python',
}));
