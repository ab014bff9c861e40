import type { Operation, SdkDescription } from '../../../../../core/match/description';
import { litellmRouting } from '../../routing';
import { runs } from './shared';

const crewModel: Operation = { site: { kind: 'model-binding', surface: 'chat' }, onlyNamed: true };
/** CrewAI: a model of its own class or a model's name; agents without one ask OpenAI. What a configuration file gives is not seen. */
export const crewai: SdkDescription = {
  id: 'crewai',
  language: 'python',
  packages: ['crewai', 'crewai.llm', 'crewai.agent', 'crewai.agent.core', 'crewai.crew', 'crewai.lite_agent'],
  exports: { LLM: 'LlmClass', Agent: 'AgentClass', LiteAgent: 'AgentClass', Crew: 'CrewClass' },
  shapes: {
    LlmClass: {
      construct: {
        site: { kind: 'model-binding', surface: 'chat' },
        settings: { model: ['model=', '0'], provider: 'provider=', baseUrl: ['base_url=', 'api_base='], key: 'api_key=' },
        returns: 'Llm',
      },
    },
    Llm: runs(['call', 'acall']),
    AgentClass: {
      construct: { ...crewModel, from: ['llm=', 'config=.llm'], defaultVendor: 'openai', defaultModel: 'gpt-4.1-mini', returns: 'Agent' },
    },
    Agent: runs(['kickoff', 'kickoff_async', 'akickoff']),
    CrewClass: { construct: { ...crewModel, from: ['manager_llm=', 'planning_llm=', 'chat_llm=', 'function_calling_llm='] } },
  },
  vendor: null,
  routing: litellmRouting,
  baseUrlVariables: ['OPENAI_API_BASE', 'OPENAI_BASE_URL'],
  keyVariables: ['OPENAI_API_KEY'],
  versions: '1.15.30',
  source: 'https://github.com/crewAIInc/crewAI',
};
