import type { SdkDescription } from '../../../core/match/description';
import { anthropicMembers } from '../anthropic';
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
  readonly versions: string;
}

const hosts: readonly ClaudeHost[] = [
  {
    id: '@anthropic-ai/bedrock-sdk',
    clients: ['AnthropicBedrock', 'AnthropicBedrockMantle'],
    vendor: 'bedrock',
    defaultBaseUrl: 'https://bedrock-runtime.\uFFFC.amazonaws.com',
    baseUrlVariables: ['ANTHROPIC_BEDROCK_BASE_URL', 'ANTHROPIC_BEDROCK_MANTLE_BASE_URL'],
    keyVariables: ['AWS_BEARER_TOKEN_BEDROCK'],
    versions: '1.1.3',
  },
  {
    id: '@anthropic-ai/vertex-sdk',
    clients: ['AnthropicVertex'],
    vendor: 'google',
    defaultBaseUrl: 'https://\uFFFC-aiplatform.googleapis.com/v1',
    baseUrlVariables: ['ANTHROPIC_VERTEX_BASE_URL'],
    keyVariables: [],
    versions: '1.1.3',
  },
  {
    id: '@anthropic-ai/foundry-sdk',
    clients: ['AnthropicFoundry'],
    vendor: 'azure-ai',
    defaultBaseUrl: 'https://\uFFFC.services.ai.azure.com/anthropic/',
    baseUrlVariables: ['ANTHROPIC_FOUNDRY_BASE_URL'],
    keyVariables: ['ANTHROPIC_FOUNDRY_API_KEY'],
    versions: '1.1.1',
  },
];

/** Claude on Bedrock, Vertex AI and Microsoft Foundry. */
export const claudeHosts: readonly SdkDescription[] = hosts.map(({ clients, ...row }) => ({
  ...row,
  language: 'javascript',
  packages: [row.id, `${row.id}/*`],
  exports: { default: 'ClientClass', ...Object.fromEntries(clients.map((name) => [name, 'ClientClass'])) },
  shapes: {
    ClientClass: { construct: makesClient('Client', { baseUrl: '0.baseURL', key: '0.apiKey' }, { vendor: row.vendor }) },
    Client: { members: anthropicMembers },
  },
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
