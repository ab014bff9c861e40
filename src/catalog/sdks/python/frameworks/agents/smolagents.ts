import type { SdkDescription } from '../../../../../core/match/description';
import { exportsOf } from '../../pythonic';
import { litellmRouting } from '../../routing';
import { classShapes, type Framework } from '../classes';
import { azureHost, bedrockHost, openaiHost, runs } from './shared';

const smol: Framework = { sends: { chat: ['generate', 'generate_stream'] }, additions: [], callable: true, model: ['model_id=', '0'] };
const smolModels = classShapes(smol, [
  {
    vendor: 'openai',
    defaultBaseUrl: openaiHost,
    baseUrl: ['api_base=', '1'],
    model: ['model_id=', '0'],
    classes: { chat: { OpenAIModel: null, OpenAIServerModel: null } },
  },
  {
    vendor: 'azure-openai',
    defaultBaseUrl: azureHost,
    baseUrl: ['azure_endpoint='],
    deployment: true,
    classes: { chat: { AzureOpenAIModel: null, AzureOpenAIServerModel: null } },
  },
  { vendor: 'bedrock', defaultBaseUrl: bedrockHost, classes: { chat: { AmazonBedrockModel: null, AmazonBedrockServerModel: null } } },
  {
    vendor: 'huggingface',
    defaultBaseUrl: 'https://router.huggingface.co',
    baseUrl: ['base_url='],
    classes: { chat: { InferenceClientModel: 'Qwen/Qwen3-Next-80B-A3B-Thinking', HfApiModel: 'Qwen/Qwen2.5-Coder-32B-Instruct' } },
  },
  {
    vendor: null,
    baseUrl: ['api_base=', '1'],
    classes: { chat: { LiteLLMModel: 'anthropic/claude-3-5-sonnet-20240620' } },
  },
]);
/** Hugging Face's smolagents; models that run in the program itself send nothing. */
export const smolagents: SdkDescription = {
  id: 'smolagents',
  language: 'python',
  packages: ['smolagents', 'smolagents.models', 'smolagents.agents'],
  exports: { ...smolModels.exports, ...exportsOf(['CodeAgent', 'ToolCallingAgent', 'MultiStepAgent'], 'AgentClass') },
  shapes: {
    ...smolModels.shapes,
    AgentClass: { construct: { from: ['model=', '1'], requires: '@model', returns: 'Agent' } },
    Agent: runs(['run']),
  },
  vendor: null,
  routing: litellmRouting,
  keyVariables: ['HF_TOKEN', 'OPENAI_API_KEY'],
  versions: '1.26.0',
  source: 'https://github.com/huggingface/smolagents',
};
