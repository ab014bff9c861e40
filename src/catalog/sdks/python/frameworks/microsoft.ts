import type { SdkDescription } from '../../../../core/match/description';
import { classShapes, type Framework, type ModelClasses } from './classes';

const openai = 'https://api.openai.com/v1';
const azure = 'https://\uFFFC.openai.azure.com';

const services: Framework = {
  sends: {
    chat: ['get_chat_message_content', 'get_chat_message_contents', 'get_streaming_chat_message_content'].concat([
      'get_streaming_chat_message_contents',
    ]),
    completions: ['get_text_content', 'get_text_contents', 'get_streaming_text_content', 'get_streaming_text_contents'],
    embeddings: ['generate_embeddings', 'generate_raw_embeddings'],
    images: ['generate_image', 'generate_images'],
    speech: ['get_audio_content', 'get_audio_contents'],
    transcriptions: ['get_text_content', 'get_text_contents'],
  },
  additions: [],
  model: ['ai_model_id=', 'model_id=', '0'],
};
const kernelClasses: readonly ModelClasses[] = [
  {
    vendor: 'openai',
    defaultBaseUrl: openai,
    classes: {
      chat: { OpenAIChatCompletion: null },
      completions: { OpenAITextCompletion: null },
      embeddings: { OpenAITextEmbedding: null },
      images: { OpenAITextToImage: null },
      speech: { OpenAITextToAudio: null },
      transcriptions: { OpenAIAudioToText: null },
    },
  },
  {
    vendor: 'azure-openai',
    defaultBaseUrl: azure,
    baseUrl: ['endpoint=', 'base_url='],
    model: ['deployment_name='],
    deployment: true,
    classes: {
      chat: { AzureChatCompletion: null },
      completions: { AzureTextCompletion: null },
      embeddings: { AzureTextEmbedding: null },
      images: { AzureTextToImage: null },
      speech: { AzureTextToAudio: null },
      transcriptions: { AzureAudioToText: null },
    },
  },
  {
    vendor: 'azure-ai',
    baseUrl: ['endpoint='],
    classes: { chat: { AzureAIInferenceChatCompletion: null }, embeddings: { AzureAIInferenceTextEmbedding: null } },
  },
  { vendor: 'anthropic', defaultBaseUrl: 'https://api.anthropic.com', classes: { chat: { AnthropicChatCompletion: null } } },
  {
    vendor: 'google',
    defaultBaseUrl: 'https://generativelanguage.googleapis.com',
    model: ['gemini_model_id=', 'embedding_model_id=', '0'],
    classes: {
      chat: { GoogleAIChatCompletion: null },
      completions: { GoogleAITextCompletion: null },
      embeddings: { GoogleAITextEmbedding: null },
    },
  },
  {
    vendor: 'google',
    defaultBaseUrl: 'https://\uFFFC-aiplatform.googleapis.com',
    model: ['gemini_model_id=', 'embedding_model_id='],
    classes: {
      chat: { VertexAIChatCompletion: null },
      completions: { VertexAITextCompletion: null },
      embeddings: { VertexAITextEmbedding: null },
    },
  },
  {
    vendor: 'mistral',
    defaultBaseUrl: 'https://api.mistral.ai',
    classes: { chat: { MistralAIChatCompletion: null }, embeddings: { MistralAITextEmbedding: null } },
  },
  {
    vendor: 'ollama',
    defaultBaseUrl: 'http://localhost:11434',
    baseUrl: ['host='],
    classes: {
      chat: { OllamaChatCompletion: null },
      completions: { OllamaTextCompletion: null },
      embeddings: { OllamaTextEmbedding: null },
    },
  },
  {
    vendor: 'bedrock',
    classes: {
      chat: { BedrockChatCompletion: null },
      completions: { BedrockTextCompletion: null },
      embeddings: { BedrockTextEmbedding: null },
    },
  },
  {
    vendor: 'nvidia',
    defaultBaseUrl: 'https://integrate.api.nvidia.com/v1',
    baseUrl: ['base_url='],
    classes: { chat: { NvidiaChatCompletion: null }, embeddings: { NvidiaTextEmbedding: null } },
  },
];
/** Semantic Kernel: services that a kernel or an agent is given. */
const semanticKernel: SdkDescription = {
  id: 'semantic-kernel',
  language: 'python',
  packages: ['semantic_kernel.connectors.ai.*'],
  ...classShapes(services, kernelClasses),
  vendor: null,
  keyVariables: ['OPENAI_API_KEY', 'AZURE_OPENAI_API_KEY'],
  versions: '1.37.0',
  source: 'https://github.com/microsoft/semantic-kernel',
};

const clients: Framework = {
  sends: { chat: ['get_response', 'get_streaming_response'] },
  additions: [],
  model: ['model_id=', 'model='],
};
/** Agent Framework, which comes after Semantic Kernel and AutoGen. */
const agentFramework: SdkDescription = {
  id: 'agent-framework',
  language: 'python',
  packages: ['agent_framework.openai', 'agent_framework.azure', 'agent_framework.anthropic', 'agent_framework.ollama'].concat([
    'agent_framework.foundry',
    'agent_framework_*',
  ]),
  ...classShapes(clients, [
    {
      vendor: 'openai',
      defaultBaseUrl: openai,
      baseUrl: ['base_url='],
      classes: { chat: { OpenAIChatClient: null, OpenAIResponsesClient: null, OpenAIAssistantsClient: null } },
    },
    {
      vendor: 'azure-openai',
      defaultBaseUrl: azure,
      baseUrl: ['endpoint='],
      model: ['deployment_name='],
      deployment: true,
      classes: { chat: { AzureOpenAIChatClient: null, AzureOpenAIResponsesClient: null, AzureOpenAIAssistantsClient: null } },
    },
    {
      vendor: 'azure-ai',
      baseUrl: ['project_endpoint='],
      model: ['model_deployment_name=', 'model='],
      classes: { chat: { AzureAIAgentClient: null, AzureAIClient: null, FoundryChatClient: null } },
    },
    { vendor: 'anthropic', defaultBaseUrl: 'https://api.anthropic.com', classes: { chat: { AnthropicClient: null } } },
    { vendor: 'ollama', defaultBaseUrl: 'http://localhost:11434', baseUrl: ['host='], classes: { chat: { OllamaChatClient: null } } },
  ]),
  vendor: null,
  keyVariables: ['OPENAI_API_KEY', 'AZURE_OPENAI_API_KEY'],
  versions: '1.0.0b251016',
  source: 'https://github.com/microsoft/agent-framework',
};

/** Microsoft's frameworks. */
export const microsoftFrameworks: readonly SdkDescription[] = [semanticKernel, agentFramework];
