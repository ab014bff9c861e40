import type { SdkDescription } from '../../../core/match/description';
import { genkitSdks } from './genkit';
import { langchainSdks } from './langchain';
import { llamaindexSdks } from './llamaindex';
import { mastra } from './mastra';
import { openaiAgentSdks } from './openaiAgents';
import { openaiFetchSdks } from './openaiFetch';
import { posthogSdks } from './posthog';
import { copilotkit, instructor, tokenJs, typechat } from './routers';
import { stagehandSdks } from './stagehand';
import { wrapperSdks } from './wrappers';
import { xsaiSdks } from './xsai';

/** Frameworks: model objects, agents and routers over the vendors' own SDKs. */
export const frameworkSdks: readonly SdkDescription[] = [
  ...langchainSdks,
  ...llamaindexSdks,
  ...openaiAgentSdks,
  mastra,
  ...genkitSdks,
  instructor,
  tokenJs,
  typechat,
  copilotkit,
  ...xsaiSdks,
  ...openaiFetchSdks,
  ...stagehandSdks,
  ...posthogSdks,
  ...wrapperSdks,
];
