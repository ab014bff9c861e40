import type { SdkDescription } from '../../../core/match/description';
import { anthropicPython, claudeClouds } from './anthropic';
import { pythonClients } from './clients';
import { pythonClouds } from './clouds';
import { pythonFrameworks } from './frameworks';
import { googleGenaiPython, googleGenerativeAiPython } from './google';
import { pythonHttp } from './http';
import { pythonModelServices } from './modelServices';
import { openaiPython } from './openai';
import { pythonHosts } from './openHosts';
import { pythonRouters } from './routers';
import { pythonSpeech } from './speech';

/** Every Python SDK the engine knows. */
export const pythonSdks: readonly SdkDescription[] = [
  openaiPython,
  anthropicPython,
  ...claudeClouds,
  googleGenaiPython,
  googleGenerativeAiPython,
  ...pythonClients,
  ...pythonClouds,
  ...pythonModelServices,
  ...pythonHosts,
  ...pythonSpeech,
  ...pythonRouters,
  ...pythonFrameworks,
  ...pythonHttp,
];
