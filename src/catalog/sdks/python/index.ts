import type { SdkDescription } from '../../../core/match/description';
import { anthropicPython, claudeClouds } from './anthropic';
import { pythonClients } from './clients';
import { pythonFrameworks } from './frameworks';
import { googleGenaiPython, googleGenerativeAiPython } from './google';
import { pythonHttp } from './http';
import { openaiPython } from './openai';
import { pythonRouters } from './routers';

/** Every Python SDK the engine knows. */
export const pythonSdks: readonly SdkDescription[] = [
  openaiPython,
  anthropicPython,
  ...claudeClouds,
  googleGenaiPython,
  googleGenerativeAiPython,
  ...pythonClients,
  ...pythonRouters,
  ...pythonFrameworks,
  ...pythonHttp,
];
