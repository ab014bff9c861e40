import type { SdkDescription } from '../../../core/match/description';
import { anthropic } from '../anthropic';
import { googleGenai } from '../models/google';
import { openai } from '../openai';

/** PostHog's class for a client: the SDK's own with the same options, and calls that are traced. */
function traced(sdk: SdkDescription, subpath: string, exports: SdkDescription['exports'], shapes: readonly string[]): SdkDescription {
  return {
    id: `@posthog/ai/${subpath}`,
    language: sdk.language,
    packages: ['@posthog/ai', `@posthog/ai/${subpath}`],
    exports,
    shapes: Object.fromEntries(shapes.map((name) => [name, sdk.shapes[name] ?? {}])),
    vendor: sdk.vendor,
    ...(sdk.defaultBaseUrl === undefined ? {} : { defaultBaseUrl: sdk.defaultBaseUrl }),
    baseUrlVariables: sdk.baseUrlVariables ?? [],
    keyVariables: sdk.keyVariables ?? [],
    unmoved: "a client of PostHog's class is exchanged together with its tracing",
    versions: '7.17.0, 8.13.1',
    source: 'https://github.com/PostHog/posthog-js',
  };
}

/** Clients of other SDKs under PostHog's names. */
export const posthogSdks: readonly SdkDescription[] = [
  traced(openai, 'openai', { default: 'OpenAI', OpenAI: 'OpenAI', PostHogOpenAI: 'OpenAI', AzureOpenAI: 'AzureOpenAI' }, [
    'OpenAI',
    'Client',
    'AzureOpenAI',
    'AzureClient',
  ]),
  traced(anthropic, 'anthropic', { default: 'Anthropic', Anthropic: 'Anthropic', PostHogAnthropic: 'Anthropic' }, ['Anthropic', 'Client']),
  traced(
    googleGenai,
    'gemini',
    { default: 'GoogleGenAI', GoogleGenAI: 'GoogleGenAI', Gemini: 'GoogleGenAI', PostHogGoogleGenAI: 'GoogleGenAI' },
    ['GoogleGenAI', 'Client', 'Chat'],
  ),
];
