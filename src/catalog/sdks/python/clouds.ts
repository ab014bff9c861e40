import type { Operation, SdkDescription, Shape, Slot } from '../../../core/match/description';
import { allAsk, asks, makesClient, runNoModel } from '../models/operations';
import { exportsOf } from './pythonic';
import { unmistakable } from '../unmistakable';

const modelId = 'modelId=';
const modelArn: Slot = [
  'retrieveAndGenerateConfiguration=.knowledgeBaseConfiguration.modelArn',
  'retrieveAndGenerateConfiguration=.externalSourcesConfiguration.modelArn',
];

/** What the clients of AWS do that ask a model, by the name of the service. */
const services: Readonly<
  Record<string, { readonly vendor: string; readonly host: string; readonly members: Readonly<Record<string, Operation>> }>
> = {
  'bedrock-runtime': {
    vendor: 'bedrock',
    host: 'https://bedrock-runtime.\uFFFC.amazonaws.com',
    members: {
      ...allAsk('chat', ['converse', 'converse_stream'], modelId),
      ...Object.fromEntries(
        ['invoke_model', 'invoke_model_with_response_stream', 'invoke_model_with_bidirectional_stream', 'start_async_invoke'].map(
          // What is asked for stands in the body, which is the model's own.
          (name): [string, Operation] => [name, { site: { kind: 'call' }, settings: { model: modelId } }],
        ),
      ),
      ...runNoModel('count-tokens', ['count_tokens'], modelId),
      ...runNoModel('guardrails', ['apply_guardrail']),
    },
  },
  'bedrock-agent-runtime': {
    vendor: 'bedrock',
    host: 'https://bedrock-agent-runtime.\uFFFC.amazonaws.com',
    members: {
      ...allAsk('chat', ['invoke_agent', 'invoke_flow'], null),
      invoke_inline_agent: asks('chat', 'foundationModel='),
      ...allAsk('chat', ['retrieve_and_generate', 'retrieve_and_generate_stream'], modelArn),
      rerank: asks('rerank', 'rerankingConfiguration=.bedrockRerankingConfiguration.modelConfiguration.modelArn'),
      ...runNoModel('retrieval', ['retrieve']),
    },
  },
  'sagemaker-runtime': {
    vendor: 'sagemaker',
    host: 'https://runtime.sagemaker.\uFFFC.amazonaws.com',
    members: allAsk('predictions', ['invoke_endpoint', 'invoke_endpoint_with_response_stream', 'invoke_endpoint_async'], null),
  },
};

const clientOf: Operation = {
  cases: {
    slot: ['service_name=', '0'],
    operations: Object.fromEntries(
      Object.entries(services).map(([name, { vendor, host }]): [string, Operation] => [
        name,
        makesClient(`client of ${name}`, { baseUrl: 'endpoint_url=' }, { vendor, defaultBaseUrl: host }),
      ]),
    ),
  },
};
const serviceClients = Object.fromEntries(
  Object.entries(services).map(([name, { members }]): [string, Shape] => [`client of ${name}`, { members }]),
);

/** Clients of AWS's SDKs for Python; all services come from one function. */
const aws = (id: string, versions: string, source: string): SdkDescription => ({
  id,
  language: 'python',
  packages: [id, `${id}.session`],
  // All of AWS comes with it: that a program has it says nothing of models.
  distributions: [],
  exports: { client: 'ClientOf', ...exportsOf(['Session', 'session'], 'SessionClass') },
  shapes: {
    ClientOf: { call: clientOf },
    // `boto3.session.Session` stands in a module of its own, which is also reached through the package.
    SessionClass: { construct: { returns: 'Session' }, properties: { Session: 'SessionClass' } },
    Session: { members: { client: clientOf } },
    ...serviceClients,
  },
  vendor: 'bedrock',
  defaultBaseUrl: 'https://bedrock-runtime.\uFFFC.amazonaws.com',
  baseUrlVariables: ['AWS_ENDPOINT_URL_BEDROCK_RUNTIME', 'AWS_ENDPOINT_URL'],
  keyVariables: ['AWS_BEARER_TOKEN_BEDROCK'],
  // All services are named by texts, which stand beside the client but for rare constants.
  beside: ['bedrock', 'sagemaker'],
  callTexts: ['invoke_model', 'bedrock-runtime'],
  versions,
  source,
});

const vertexHost = 'https://\uFFFC-aiplatform.googleapis.com';
const loads = (returns: string): Shape => ({
  members: Object.fromEntries(
    ['from_pretrained', 'get_tuned_model'].map((name): [string, Operation] => [
      name,
      { site: { kind: 'model-binding' }, settings: { model: ['model_name=', '0'] }, returns },
    ]),
  ),
});
const binds: Operation = { site: { kind: 'model-binding', surface: 'chat' }, settings: { model: ['model_name=', '0'] }, returns: 'Model' };
const predicts = ['predict', 'predict_async', 'predict_streaming', 'predict_streaming_async'];
const messages = ['send_message', 'send_message_async', 'send_message_streaming', 'send_message_streaming_async'];

/** Vertex AI's own package: Gemini, and the language and image models before it. */
const vertexai: SdkDescription = {
  id: 'vertexai',
  language: 'python',
  distributions: ['vertexai', 'google-cloud-aiplatform'],
  packages: ['vertexai', 'vertexai.generative_models', 'vertexai.preview.generative_models', 'vertexai.language_models']
    .concat(['vertexai.preview.language_models', 'vertexai.vision_models', 'vertexai.preview.vision_models'])
    .concat(['google.cloud.aiplatform.vertexai', 'google.cloud.aiplatform.generative_models']),
  exports: {
    GenerativeModel: 'GenerativeModel',
    ...exportsOf(['generative_models', 'language_models', 'vision_models'], 'Module'),
    TextGenerationModel: 'TextModel',
    CodeGenerationModel: 'TextModel',
    ChatModel: 'ChatModel',
    CodeChatModel: 'ChatModel',
    TextEmbeddingModel: 'EmbeddingModel',
    MultiModalEmbeddingModel: 'EmbeddingModel',
    ImageGenerationModel: 'ImageModel',
  },
  shapes: {
    Module: { properties: { GenerativeModel: 'GenerativeModel' } },
    GenerativeModel: { construct: binds, members: { from_cached_content: { ...binds, settings: {} } } },
    Model: {
      members: {
        ...allAsk('chat', ['generate_content', 'generate_content_async'], null),
        ...runNoModel('count-tokens', ['count_tokens', 'count_tokens_async', 'compute_tokens']),
        start_chat: { returns: 'Chat' },
      },
    },
    Chat: { members: allAsk('chat', messages, null) },
    TextModel: loads('TextObject'),
    TextObject: { members: { ...allAsk('completions', predicts, null), ...runNoModel('count-tokens', ['count_tokens']) } },
    ChatModel: loads('ChatObject'),
    ChatObject: { members: { start_chat: { returns: 'Chat' } } },
    EmbeddingModel: loads('EmbeddingObject'),
    EmbeddingObject: { members: allAsk('embeddings', ['get_embeddings', 'get_embeddings_async'], null) },
    ImageModel: loads('ImageObject'),
    ImageObject: { members: allAsk('images', ['generate_images', 'edit_image', 'upscale_image'], null) },
  },
  vendor: 'google',
  defaultBaseUrl: vertexHost,
  keyVariables: [],
  versions: 'google-cloud-aiplatform 2.7.0',
  source: 'https://github.com/googleapis/python-aiplatform',
};

/** Models through the SDKs of clouds. */
export const pythonClouds: readonly SdkDescription[] = [
  {
    ...aws('boto3', '1.44.8', 'https://boto3.amazonaws.com/v1/documentation/api/latest/reference/services/bedrock-runtime.html'),
    told: unmistakable(
      services['bedrock-runtime']?.members ?? {},
      Object.fromEntries(
        ['converse', 'converse_stream', 'invoke_model', 'invoke_model_with_response_stream'].map((name) => [name, [modelId]]),
      ),
      'bedrock',
    ),
  },
  aws('aioboto3', '15.5.0', 'https://github.com/terricain/aioboto3'),
  vertexai,
];
