import type { Operation, SdkDescription, Shape } from '../../../core/match/description';
import { modelBinding } from '../aiSdkProvider';
import { makesClient } from '../models/operations';

const unmoved = 'every request names its address and its key';

/** A request: the address, the key and the model stand in its options, or what a provider gave is spread into them. */
function request(surface: string, inference = true): Shape {
  const operation: Operation = {
    site: { kind: 'call', surface, ...(inference ? {} : { inference }) },
    from: '0',
    settings: { baseUrl: '0.baseURL', key: '0.apiKey', model: '0.model' },
    ...(surface === 'chat' ? { features: { tools: '0.tools', tool_choice: '0.toolChoice', json_schema: '0.responseFormat' } } : {}),
  };
  return { call: operation };
}

/** xsAI: functions over any address that speaks OpenAI's protocol. */
const functions: SdkDescription = {
  id: 'xsai',
  language: 'javascript',
  packages: ['xsai', '@xsai/*'],
  exports: {
    chat: 'Chat',
    generateText: 'Chat',
    streamText: 'Chat',
    generateObject: 'Chat',
    streamObject: 'Chat',
    embed: 'Embeddings',
    embedMany: 'Embeddings',
    generateImage: 'Images',
    generateSpeech: 'Speech',
    generateTranscription: 'Transcriptions',
    streamTranscription: 'Transcriptions',
    listModels: 'Models',
    retrieveModel: 'Models',
  },
  shapes: {
    Chat: request('chat'),
    Embeddings: request('embeddings'),
    Images: request('images'),
    Speech: request('speech'),
    Transcriptions: request('transcriptions'),
    Models: request('models', false),
  },
  vendor: null,
  unmoved,
  versions: '0.4.4, generate-image 0.5.0',
  source: 'https://github.com/moeru-ai/xsai',
};

/** Vendors to the functions that make a provider for them and to the providers that are made already. */
const providers: Readonly<Record<string, string>> = {
  abacus: 'createAbacus abacus',
  alibaba: 'createAlibaba createAlibabaCn alibaba alibabaCn',
  anthropic: 'createAnthropic anthropic',
  baseten: 'createBaseten baseten',
  cerebras: 'createCerebras cerebras',
  chutes: 'createChutes chutes',
  cohere: 'createCohere cohere',
  copilot: 'createGithubCopilot githubCopilot',
  cortecs: 'createCortecs cortecs',
  deepinfra: 'createDeepinfra deepinfra',
  deepseek: 'createDeepSeek deepseek',
  fastrouter: 'createFastrouter fastrouter',
  featherless: 'createFeatherless featherless',
  fireworks: 'createFireworks fireworks',
  friendli: 'createFriendli friendli',
  'github-models': 'createGithubModels githubModels',
  google: 'createGoogleGenerativeAI google',
  groq: 'createGroq groq',
  helicone: 'createHelicone helicone',
  huggingface: 'createHuggingface huggingface',
  iflow: 'createIflowcn iflowcn',
  inception: 'createInception inception',
  'inference-net': 'createInference inference',
  'io-net': 'createIoNet ioNet',
  litellm: 'createLitellm litellm',
  lmstudio: 'createLmstudio lmstudio',
  meta: 'createLlama llama',
  minimax: 'createMinimax createMinimaxCn minimax minimaxCn',
  mistral: 'createMistral mistral',
  modelscope: 'createModelscope modelscope',
  moonshot: 'createKimiForCoding createMoonshotai createMoonshotaiCn kimiForCoding moonshotai moonshotaiCn',
  morph: 'createMorph morph',
  'nano-gpt': 'createNanoGpt nanoGpt',
  nebius: 'createNebius nebius',
  novita: 'createNovitaAi novitaAi novita',
  nvidia: 'createNvidia nvidia',
  ollama: 'createOllama ollama',
  'ollama-cloud': 'createOllamaCloud ollamaCloud',
  openai: 'createOpenAI openai',
  opencode: 'createOpencode opencode',
  openrouter: 'createOpenRouter openrouter',
  ovhcloud: 'createOvhcloud ovhcloud',
  perplexity: 'createPerplexity perplexity',
  poe: 'createPoe poe',
  requesty: 'createRequesty requesty',
  scaleway: 'createScaleway scaleway',
  siliconflow: 'createSiliconFlow createSiliconflowCn siliconflow siliconflowCn',
  stepfun: 'createStepfun stepfun',
  submodel: 'createSubmodel submodel',
  synthetic: 'createSynthetic synthetic',
  tencent: 'createTencentHunyuan tencentHunyuan',
  together: 'createTogetherAI togetherai',
  upstage: 'createUpstage upstage',
  venice: 'createVenice venice',
  vultr: 'createVultr vultr',
  wandb: 'createWandb wandb',
  xai: 'createXai xai',
  xiaomi: 'createXiaomi xiaomi',
  zenmux: 'createZenmux zenmux',
  zhipu: 'createZai createZaiCodingPlan createZhipuai createZhipuaiCodingPlan zai zaiCodingPlan zhipuai zhipuaiCodingPlan',
};

/** What a provider gives: options for a request to one model of it. */
function providerShape(more: Partial<Operation> = {}): Shape {
  const bound = (surface: string): Operation => ({ ...modelBinding(surface), returns: 'Options', ...more });
  return {
    members: {
      chat: bound('chat'),
      embed: bound('embeddings'),
      image: bound('images'),
      speech: bound('speech'),
      transcription: bound('transcriptions'),
      model: { returns: 'Options', ...more },
    },
  };
}

/** Exports and shapes of one vendor's functions and providers. */
function vendorRow([vendor, names]: readonly [string, string]): Pick<SdkDescription, 'exports' | 'shapes'> {
  const shapeFor = (name: string): string => (name.startsWith('create') ? `makes ${vendor}` : vendor);
  return {
    exports: Object.fromEntries(names.split(' ').map((name) => [name, shapeFor(name)])),
    shapes: {
      [`makes ${vendor}`]: { call: makesClient('Provider', { key: '0', baseUrl: '1' }, { defaultVendor: vendor }) },
      [vendor]: providerShape({ defaultVendor: vendor }),
    },
  };
}

const vendorRows = Object.entries(providers).map(vendorRow);

/** Providers for xsAI's functions. */
const extensions: SdkDescription = {
  id: '@xsai-ext/providers',
  language: 'javascript',
  packages: ['@xsai-ext/providers', '@xsai-ext/providers/*'],
  exports: Object.fromEntries(vendorRows.flatMap(({ exports }) => Object.entries(exports))),
  shapes: {
    ...Object.fromEntries(vendorRows.flatMap(({ shapes }) => Object.entries(shapes))),
    Provider: providerShape(),
    Options: {},
  },
  vendor: null,
  unmoved,
  versions: '0.4.4',
  source: 'https://github.com/moeru-ai/xsai',
};

/** xsAI and its providers. */
export const xsaiSdks: readonly SdkDescription[] = [functions, extensions];
