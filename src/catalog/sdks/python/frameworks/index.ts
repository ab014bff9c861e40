import type { SdkDescription } from '../../../../core/match/description';
import { pythonAgents } from './agents';
import { pythonLangchain } from './langchain';
import { pythonLlamaindex } from './llamaindex';
import { microsoftFrameworks } from './microsoft';
import { pythonPrograms } from './programs';

/** Frameworks over the models of many vendors. */
export const pythonFrameworks: readonly SdkDescription[] = [
  ...pythonLangchain,
  ...pythonLlamaindex,
  ...pythonAgents,
  ...pythonPrograms,
  ...microsoftFrameworks,
];
