import type { SdkDescription } from '../../core/match/description';
import { aiSdk } from './aiSdk';
import { providerDescription } from './aiSdkProvider';
import { providerRows } from './aiSdkProviders';
import { anthropic } from './anthropic';
import { frameworkSdks } from './frameworks';
import { axiosHttp, fetchHttp, nodeHttp, requestLibraries, sockets, superagentHttp, undiciHttp, unnamedHttp } from './http';
import { modelSdks } from './models';
import { openai } from './openai';
import { pythonSdks } from './python';
import { shellHttp } from './shell';

/** Every SDK the engine knows. A new one is one description here and one fixture. */
export const sdkDescriptions: readonly SdkDescription[] = [
  openai,
  anthropic,
  aiSdk,
  ...providerRows.map(providerDescription),
  ...modelSdks,
  ...frameworkSdks,
  fetchHttp,
  axiosHttp,
  ...requestLibraries,
  superagentHttp,
  sockets,
  undiciHttp,
  nodeHttp,
  unnamedHttp,
  ...pythonSdks,
  ...shellHttp,
];
