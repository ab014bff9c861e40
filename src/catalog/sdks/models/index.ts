import type { SdkDescription } from '../../../core/match/description';
import { azureInference, azureOpenAi } from './azure';
import { bedrockAgentRuntime, bedrockRuntime } from './bedrock';
import { chatgpt } from './chatgpt';
import { claudeAgent, claudeHosts } from './claude';
import { cohere } from './cohere';
import { chroma, voyage } from './embeddings';
import { googleAiPlatform, googleGenai, googleGenerativeAi, googleVertexAi } from './google';
import { mistral } from './mistral';
import { openaiEdge, openaiShaped } from './openaiShaped';
import { fal, huggingface, ollama, openrouter, replicate } from './openModels';
import { assemblyai, deepgram, elevenlabs } from './speech';

/** SDKs of model vendors and of servers of one's own, besides the official ones of OpenAI and Anthropic. */
export const modelSdks: readonly SdkDescription[] = [
  googleGenai,
  googleGenerativeAi,
  googleVertexAi,
  googleAiPlatform,
  mistral,
  cohere,
  ...openaiShaped,
  openaiEdge,
  chatgpt,
  ...claudeHosts,
  claudeAgent,
  bedrockRuntime,
  bedrockAgentRuntime,
  azureOpenAi,
  azureInference,
  ollama,
  huggingface,
  replicate,
  fal,
  openrouter,
  elevenlabs,
  assemblyai,
  deepgram,
  voyage,
  chroma,
];
