import type { SdkDescription } from '../../../../../core/match/description';
import { classShapes, type Framework } from '../classes';
import { azureHost, bedrockHost, openaiHost, runs } from './shared';

const browsing: Framework = { sends: { chat: ['ainvoke'] }, additions: [], model: ['model=', '0'] };
const browserModels = classShapes(browsing, [
  { vendor: 'openai', defaultBaseUrl: openaiHost, baseUrl: ['base_url='], classes: { chat: { ChatOpenAI: null } } },
  {
    vendor: 'azure-openai',
    defaultBaseUrl: azureHost,
    baseUrl: ['azure_endpoint=', 'base_url='],
    deployment: true,
    classes: { chat: { ChatAzureOpenAI: null } },
  },
  { vendor: 'anthropic', defaultBaseUrl: 'https://api.anthropic.com', baseUrl: ['base_url='], classes: { chat: { ChatAnthropic: null } } },
  { vendor: 'google', defaultBaseUrl: 'https://generativelanguage.googleapis.com', classes: { chat: { ChatGoogle: null } } },
  { vendor: 'groq', defaultBaseUrl: 'https://api.groq.com', baseUrl: ['base_url='], classes: { chat: { ChatGroq: null } } },
  { vendor: 'ollama', defaultBaseUrl: 'http://localhost:11434', baseUrl: ['host='], classes: { chat: { ChatOllama: null } } },
  {
    vendor: 'bedrock',
    defaultBaseUrl: bedrockHost,
    classes: {
      chat: {
        ChatAWSBedrock: 'anthropic.claude-3-5-sonnet-20240620-v1:0',
        ChatAnthropicBedrock: 'anthropic.claude-3-5-sonnet-20240620-v1:0',
      },
    },
  },
  {
    vendor: 'deepseek',
    defaultBaseUrl: 'https://api.deepseek.com/v1',
    baseUrl: ['base_url='],
    classes: { chat: { ChatDeepSeek: 'deepseek-v4-flash' } },
  },
  {
    vendor: 'mistral',
    defaultBaseUrl: 'https://api.mistral.ai/v1',
    baseUrl: ['base_url='],
    classes: { chat: { ChatMistral: 'mistral-medium-latest' } },
  },
  {
    vendor: 'cerebras',
    defaultBaseUrl: 'https://api.cerebras.ai/v1',
    baseUrl: ['base_url='],
    classes: { chat: { ChatCerebras: 'gpt-oss-120b' } },
  },
  {
    vendor: 'openrouter',
    defaultBaseUrl: 'https://openrouter.ai/api/v1',
    baseUrl: ['base_url='],
    classes: { chat: { ChatOpenRouter: null } },
  },
  {
    vendor: 'vercel-gateway',
    defaultBaseUrl: 'https://ai-gateway.vercel.sh/v1',
    baseUrl: ['base_url='],
    classes: { chat: { ChatVercel: null } },
  },
]);
/** Browser Use: agents with models of its own classes. */
export const browserUse: SdkDescription = {
  id: 'browser-use',
  language: 'python',
  distributions: ['browser-use'],
  packages: ['browser_use', 'browser_use.llm', 'browser_use.llm.*', 'browser_use.agent.service'],
  exports: { ...browserModels.exports, Agent: 'AgentClass' },
  shapes: {
    ...browserModels.shapes,
    AgentClass: { construct: { from: 'llm=', requires: '@model', returns: 'Agent' } },
    Agent: runs(['run', 'run_sync', 'step']),
  },
  vendor: null,
  keyVariables: ['OPENAI_API_KEY', 'ANTHROPIC_API_KEY', 'GOOGLE_API_KEY'],
  versions: '0.13.14',
  source: 'https://github.com/browser-use/browser-use',
};
