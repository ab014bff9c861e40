import type { SdkDescription } from '../../../core/match/description';
import { anthropicMembers, anthropicRecipe } from '../anthropic';
import { makesClient } from './operations';

/** Where Claude is served by another cloud, through a sibling of `@anthropic-ai/sdk`. */
interface ClaudeHost {
  readonly id: string;
  /** Exported clients, the default export first. */
  readonly clients: readonly string[];
  readonly vendor: string;
  readonly defaultBaseUrl: string;
  readonly baseUrlVariables: readonly string[];
  readonly keyVariables: readonly string[];
  /** Options that say where the cloud's service is, or sign in to it; with the option of `Anthropic` that takes its place. */
  readonly drops: Readonly<Record<string, string | null>>;
  /** Versions of `@anthropic-ai/sdk` by its own, as its manifests ask for them. */
  readonly companions: Readonly<Record<string, string>>;
  readonly versions: string;
}

const signature = { awsRegion: 'baseURL', awsAccessKey: 'apiKey', awsSecretKey: null, awsSecretAccessKey: null, awsSessionToken: null };

/** Releases `0.<first>` to `0.<last>` go with any release before 1 that has what they build on, later ones with 1. */
const releases = (first: number, last: number): Record<string, string> => ({
  ...Object.fromEntries(Array.from({ length: last - first + 1 }, (_, index) => [`0.${first + index}`, '>=0.50.3 <1'])),
  '1': '^1.14.0',
});

const hosts: readonly ClaudeHost[] = [
  {
    id: '@anthropic-ai/bedrock-sdk',
    clients: ['AnthropicBedrock', 'AnthropicBedrockMantle'],
    vendor: 'bedrock',
    defaultBaseUrl: 'https://bedrock-runtime.\uFFFC.amazonaws.com',
    baseUrlVariables: ['ANTHROPIC_BEDROCK_BASE_URL', 'ANTHROPIC_BEDROCK_MANTLE_BASE_URL'],
    keyVariables: ['AWS_BEARER_TOKEN_BEDROCK'],
    drops: { ...signature, awsProfile: null, providerChainResolver: null, skipAuth: null },
    companions: releases(21, 36),
    versions: '1.1.3',
  },
  {
    id: '@anthropic-ai/vertex-sdk',
    clients: ['AnthropicVertex'],
    vendor: 'google',
    defaultBaseUrl: 'https://\uFFFC-aiplatform.googleapis.com/v1',
    baseUrlVariables: ['ANTHROPIC_VERTEX_BASE_URL'],
    keyVariables: [],
    drops: { region: 'baseURL', projectId: null, accessToken: 'apiKey', googleAuth: null, authClient: null },
    companions: releases(11, 22),
    versions: '1.1.3',
  },
  {
    id: '@anthropic-ai/foundry-sdk',
    clients: ['AnthropicFoundry'],
    vendor: 'azure-ai',
    defaultBaseUrl: 'https://\uFFFC.services.ai.azure.com/anthropic/',
    baseUrlVariables: ['ANTHROPIC_FOUNDRY_BASE_URL'],
    keyVariables: ['ANTHROPIC_FOUNDRY_API_KEY'],
    drops: { resource: 'baseURL', azureADTokenProvider: 'apiKey' },
    companions: releases(2, 6),
    versions: '1.1.1',
  },
];

/** Claude on Bedrock, Vertex AI and Microsoft Foundry. */
export const claudeHosts: readonly SdkDescription[] = hosts.map(({ clients, drops, companions, ...row }) => ({
  ...row,
  language: 'javascript',
  packages: [row.id, `${row.id}/*`],
  exports: { default: 'ClientClass', ...Object.fromEntries(clients.map((name) => [name, 'ClientClass'])) },
  shapes: {
    ClientClass: {
      construct: makesClient(
        'Client',
        { baseUrl: '0.baseURL', key: '0.apiKey' },
        {
          vendor: row.vendor,
          exchange: {
            becomes: Object.fromEntries(['default', ...clients].map((name) => [name, 'Anthropic'])),
            from: { package: '@anthropic-ai/sdk', versions: { with: row.id, byMajor: companions } },
            baseUrl: 'baseURL',
            keys: ['apiKey', 'authToken'],
            drop: drops,
          },
        },
      ),
    },
    Client: { members: anthropicMembers },
  },
  // Neither of them takes the credentials that `Anthropic` signs in by.
  rewrite: { ...anthropicRecipe, credentialOptions: [] },
  weights: 'closed',
  source: 'https://github.com/anthropics/anthropic-sdk-typescript',
}));

/** The agent SDK, and the package of the same functions before it had that name. Without a model it runs a Claude. */
export const claudeAgent: SdkDescription = {
  id: '@anthropic-ai/claude-agent-sdk',
  language: 'javascript',
  packages: ['@anthropic-ai/claude-agent-sdk', '@anthropic-ai/claude-code'],
  exports: { query: 'Query' },
  shapes: {
    Query: {
      call: {
        site: { kind: 'call', surface: 'messages' },
        settings: { model: '0.options.model', baseUrl: '0.options.env.ANTHROPIC_BASE_URL', key: '0.options.env.ANTHROPIC_API_KEY' },
      },
    },
  },
  vendor: 'anthropic',
  defaultBaseUrl: 'https://api.anthropic.com',
  baseUrlVariables: ['ANTHROPIC_BASE_URL'],
  keyVariables: ['ANTHROPIC_API_KEY'],
  versions: '0.2.0, 0.3.330, claude-code 1.0.50',
  source: 'https://github.com/anthropics/claude-agent-sdk-typescript',
};
