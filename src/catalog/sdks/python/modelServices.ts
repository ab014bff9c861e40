import type { SdkDescription } from '../../../core/match/description';
import { asks, makesClient, runNoModel, some } from '../models/operations';
import { openaiPythonMembers } from './openai';
import { exportsOf } from './pythonic';

/** Azure's client for models of many makers, which GitHub Models speaks as well: the address tells who answers. */
const azureInference: SdkDescription = {
  id: 'azure-ai-inference',
  language: 'python',
  packages: ['azure.ai.inference', 'azure.ai.inference.aio'],
  exports: { ChatCompletionsClient: 'ChatClass', EmbeddingsClient: 'EmbeddingsClass', ImageEmbeddingsClient: 'EmbeddingsClass' },
  shapes: {
    ChatClass: { construct: makesClient('Chat', { baseUrl: ['endpoint=', '0'], key: 'credential=', model: 'model=' }) },
    Chat: { members: { complete: asks('chat', 'model='), ...runNoModel('models', ['get_model_info']) } },
    EmbeddingsClass: { construct: makesClient('Embeddings', { baseUrl: ['endpoint=', '0'], key: 'credential=', model: 'model=' }) },
    Embeddings: { members: { embed: asks('embeddings', 'model='), ...runNoModel('models', ['get_model_info']) } },
  },
  vendor: 'azure-ai',
  defaultBaseUrl: 'https://\uFFFC.services.ai.azure.com/models',
  baseUrlVariables: ['AZURE_INFERENCE_ENDPOINT', 'AZURE_AI_ENDPOINT', 'AZURE_AI_CHAT_ENDPOINT', 'AZURE_AI_EMBEDDINGS_ENDPOINT'],
  keyVariables: ['AZURE_AI_CREDENTIAL', 'AZURE_INFERENCE_CREDENTIAL'],
  versions: '1.0.0b9',
  source: 'https://github.com/Azure/azure-sdk-for-python/tree/main/sdk/ai/azure-ai-inference',
};

/** Volcengine's client for its model service Ark, shaped as OpenAI's. */
const ark: SdkDescription = {
  id: 'volcengine-python-sdk',
  language: 'python',
  packages: ['volcenginesdkarkruntime', 'volcenginesdkarkruntime.*'],
  exports: exportsOf(['Ark', 'AsyncArk'], 'ArkClass'),
  shapes: {
    ArkClass: { construct: makesClient('Client', { baseUrl: 'base_url=', key: ['api_key=', 'ak='] }) },
    Client: {
      members: {
        ...some(openaiPythonMembers, ['chat.completions.create', 'embeddings.create', 'images.generate', 'responses.create']),
        'bot_chat.completions.create': asks('chat', 'model='),
        'batch_chat.completions.create': asks('chat', 'model='),
        'multimodal_embeddings.create': asks('embeddings', 'model='),
        'content_generation.tasks.create': asks('videos', 'model='),
        ...runNoModel('videos', ['content_generation.tasks.get', 'content_generation.tasks.list']),
      },
    },
  },
  vendor: 'volcengine',
  defaultBaseUrl: 'https://ark.cn-beijing.volces.com/api/v3',
  keyVariables: ['ARK_API_KEY'],
  versions: '4.0.9',
  source: 'https://github.com/volcengine/volcengine-python-sdk',
};

/** Clients of clouds' model services. */
export const pythonModelServices: readonly SdkDescription[] = [azureInference, ark];
