import type { Operation, SdkDescription, Shape } from '../../../core/match/description';
import { exportsOf } from './pythonic';
import { litellmCalls, litellmRouting } from './routing';

/** Functions of LiteLLM by what they ask for; each has an asynchronous twin. */
const functions: Readonly<Record<string, string>> = {
  completion: 'chat',
  text_completion: 'completions',
  responses: 'responses',
  embedding: 'embeddings',
  image_generation: 'images',
  transcription: 'transcriptions',
  speech: 'speech',
  rerank: 'rerank',
  moderation: 'moderations',
  batch_completion: 'chat',
  completion_with_retries: 'chat',
};
/** Features by the arguments that ask for them, which are those of chat completions whoever answers. */
const features: Readonly<Record<string, Operation['features']>> = {
  chat: {
    tools: 'tools=',
    tool_choice: 'tool_choice=',
    json_schema: 'response_format=',
    logprobs: 'logprobs=',
    top_logprobs: 'top_logprobs=',
    logit_bias: 'logit_bias=',
    n: 'n=',
    user: 'user=',
    seed: 'seed=',
    max_completion_tokens: 'max_completion_tokens=',
  },
  completions: { logprobs: 'logprobs=', logit_bias: 'logit_bias=', n: 'n=' },
};
const asks = (surface: string): Operation => ({
  site: { kind: 'call', surface },
  settings: { model: ['model=', '0'], baseUrl: ['api_base=', 'base_url='], key: 'api_key=', provider: 'custom_llm_provider=' },
  ...(features[surface] && { features: features[surface] }),
  alone: true,
});
const named = Object.entries(functions).flatMap(([name, surface]) => [[name, surface] as const, [`a${name}`, surface] as const]);

/** LiteLLM: one function for every vendor, which the model's name tells. */
const litellm: SdkDescription = {
  id: 'litellm',
  language: 'python',
  packages: ['litellm', 'litellm.main', 'litellm.router'],
  exports: { ...Object.fromEntries(named.map(([name]) => [name, name])), Router: 'Router' },
  shapes: {
    ...Object.fromEntries(named.map(([name, surface]): [string, Shape] => [name, { call: asks(surface) }])),
    Router: { construct: { returns: 'RouterObject' } },
    // The names of a router's own list stand for models that the list gives.
    RouterObject: { members: Object.fromEntries(named.map(([name, surface]) => [name, { site: { kind: 'call', surface } }])) },
  },
  vendor: null,
  routing: litellmRouting,
  rewrite: litellmCalls,
  moduleSettings: { settings: { api_base: 'baseUrl', api_key: 'key' } },
  versions: '1.110.2',
  source: 'https://docs.litellm.ai/docs/providers',
};

const request = (surface: string): Operation => ({ site: { kind: 'call', surface }, settings: { model: 'model=' } });
const helpers = ['create', 'create_partial', 'create_iterable', 'create_with_completion'];
/** What each wrapper asks, and who answers where the client is not seen. */
const wrappers: readonly (readonly [name: string, vendor: string | null, surface: string])[] = [
  ['from_openai', 'openai', 'chat'],
  ['patch', 'openai', 'chat'],
  ['apatch', 'openai', 'chat'],
  ['from_anthropic', 'anthropic', 'messages'],
  ['from_groq', 'groq', 'chat'],
  ['from_mistral', 'mistral', 'chat'],
  ['from_cohere', 'cohere', 'chat'],
  ['from_gemini', 'google', 'chat'],
  ['from_genai', 'google', 'chat'],
  ['from_vertexai', 'google', 'chat'],
  ['from_fireworks', 'fireworks', 'chat'],
  ['from_cerebras', 'cerebras', 'chat'],
  ['from_perplexity', 'perplexity', 'chat'],
  ['from_together', 'together', 'chat'],
  ['from_anyscale', 'anyscale', 'chat'],
  ['from_databricks', 'databricks', 'chat'],
  ['from_deepseek', 'deepseek', 'chat'],
  ['from_openrouter', 'openrouter', 'chat'],
  ['from_xai', 'xai', 'chat'],
  ['from_bedrock', 'bedrock', 'chat'],
  ['from_litellm', null, 'chat'],
];
const surfaces = [...new Set(wrappers.map(([, , surface]) => surface))];

/** Instructor: a client of another SDK, wrapped so that answers have a type. */
const instructor: SdkDescription = {
  id: 'instructor',
  language: 'python',
  packages: ['instructor', 'instructor.client'],
  exports: {
    ...Object.fromEntries(wrappers.map(([name]) => [name, name])),
    from_provider: 'from_provider',
    ...exportsOf(['Instructor', 'AsyncInstructor'], 'Typed'),
  },
  shapes: {
    ...Object.fromEntries(
      wrappers.map(([name, vendor, surface]): [string, Shape] => [
        name,
        { call: { from: ['client=', '0'], returns: `client for ${surface}`, ...(vendor === null ? {} : { defaultVendor: vendor }) } },
      ]),
    ),
    from_provider: {
      call: {
        site: { kind: 'client' },
        settings: { model: ['model=', '0'], baseUrl: 'base_url=', key: 'api_key=' },
        returns: 'client for chat',
      },
    },
    Typed: { construct: { returns: 'client for chat' } },
    ...Object.fromEntries(
      surfaces.map((surface): [string, Shape] => [
        `client for ${surface}`,
        {
          members: Object.fromEntries(
            helpers.flatMap((name) =>
              ['', 'chat.completions.', 'messages.', 'completions.'].map((root) => [`${root}${name}`, request(surface)]),
            ),
          ),
        },
      ]),
    ),
  },
  vendor: null,
  routing: litellmRouting,
  versions: '1.17.0',
  source: 'https://github.com/567-labs/instructor',
};

/** Packages that ask whichever vendor the code names. */
export const pythonRouters: readonly SdkDescription[] = [litellm, instructor];
