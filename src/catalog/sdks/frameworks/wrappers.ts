import type { Operation, SdkDescription } from '../../../core/match/description';

/** A package whose functions hand back the client, the model or the module that they are given, with tracing added. */
interface Wrapper {
  readonly package: string;
  readonly packages?: readonly string[];
  readonly functions: readonly string[];
  /** Its default export, where that is one of them. */
  readonly default?: boolean;
  readonly versions: string;
  readonly source: string;
}

const rows: readonly Wrapper[] = [
  {
    package: 'langsmith',
    packages: [
      'langsmith/wrappers',
      'langsmith/wrappers/openai',
      'langsmith/wrappers/anthropic',
      'langsmith/wrappers/vercel',
      'langsmith/experimental/vercel',
      'langsmith/experimental/anthropic',
    ],
    functions: ['wrapOpenAI', 'wrapSDK', 'wrapAnthropic', 'wrapAISDKModel', 'wrapAISDK', 'wrapClaudeAgentSDK'],
    versions: '0.3.30, 0.12.0',
    source: 'https://github.com/langchain-ai/langsmith-sdk',
  },
  {
    package: 'langsmith/wrappers/gemini',
    functions: ['wrapGemini'],
    default: true,
    versions: '0.12.0',
    source: 'https://github.com/langchain-ai/langsmith-sdk',
  },
  {
    package: 'langfuse',
    packages: ['langfuse', '@langfuse/openai'],
    functions: ['observeOpenAI'],
    versions: '3.39.2, @langfuse/openai 5.11.1',
    source: 'https://github.com/langfuse/langfuse-js',
  },
  {
    package: 'braintrust',
    functions: [
      'wrapOpenAI',
      'wrapOpenAIv4',
      'wrapAnthropic',
      'wrapAISDK',
      'wrapAISDKModel',
      'wrapGoogleGenAI',
      'wrapGoogleGenerativeAI',
      'wrapMistral',
      'wrapGroq',
      'wrapCohere',
      'wrapOllama',
      'wrapOpenRouter',
      'wrapOpenRouterAgent',
      'wrapHuggingFace',
      'wrapVoyageAI',
      'wrapBedrockRuntime',
      'wrapElevenLabs',
      'wrapClaudeAgentSDK',
      'wrapOpenAICodexSDK',
      'wrapGenkit',
      'wrapMastraAgent',
    ],
    versions: '3.35.0',
    source: 'https://github.com/braintrustdata/braintrust-sdk-javascript',
  },
  { package: 'weave', functions: ['wrapOpenAI'], versions: '0.11.1', source: 'https://github.com/wandb/weave' },
  { package: 'opik-openai', functions: ['trackOpenAI'], versions: '1.11.14', source: 'https://github.com/comet-ml/opik' },
  {
    package: 'lunary',
    packages: ['lunary/openai', 'lunary/anthropic'],
    functions: ['monitorOpenAI', 'monitorAnthropic'],
    versions: '1.0.18',
    source: 'https://www.npmjs.com/package/lunary',
  },
  {
    package: '@posthog/ai',
    packages: ['@posthog/ai', '@posthog/ai/vercel'],
    functions: ['withTracing'],
    versions: '7.17.0, 8.13.1',
    source: 'https://github.com/PostHog/posthog-js',
  },
  {
    package: '@sentry/core',
    packages: ['browser', 'bun', 'cloudflare', 'core', 'deno', 'nextjs', 'node', 'vercel-edge'].map((name) => `@sentry/${name}`),
    functions: ['instrumentOpenAiClient', 'instrumentAnthropicAiClient', 'instrumentGoogleGenAIClient'],
    versions: '10.50.0',
    source: 'https://github.com/getsentry/sentry-javascript',
  },
];

const passesOn: Operation = { from: '0', returns: '@from' };
const shape = 'Wrapper';

function description(row: Wrapper): SdkDescription {
  return {
    id: row.package,
    language: 'javascript',
    packages: row.packages ?? [row.package],
    exports: Object.fromEntries([...row.functions, ...(row.default === true ? ['default'] : [])].map((name) => [name, shape])),
    shapes: { [shape]: { call: passesOn } },
    vendor: null,
    unmoved: 'what it wraps is exchanged',
    versions: row.versions,
    source: row.source,
  };
}

/** Tracing around clients and models, which ask as before. */
export const wrapperSdks: readonly SdkDescription[] = rows.map(description);
