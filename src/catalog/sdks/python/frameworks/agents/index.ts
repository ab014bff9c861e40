import type { SdkDescription } from '../../../../../core/match/description';
import { googleAdk } from './adk';
import { agnoSdks } from './agno';
import { autogen, autogenExt } from './autogen';
import { browserUse } from './browserUse';
import { crewai } from './crewai';
import { openaiAgents } from './openaiAgents';
import { pydanticAi } from './pydanticAi';
import { smolagents } from './smolagents';

/** Agents, and the models that they bring along. */
export const pythonAgents: readonly SdkDescription[] = [
  openaiAgents,
  pydanticAi,
  crewai,
  autogen,
  autogenExt,
  smolagents,
  browserUse,
  googleAdk,
  ...agnoSdks,
];
