import type { HeaderRow, Operation, PathRow, SdkDescription } from '../../core/match/description';

/** What the paths of model servers ask for; more specific rows first. */
export const requestPaths: readonly PathRow[] = [
  { contains: '/openai/deployments/', also: '/embeddings', surface: 'embeddings', decisive: true, vendor: 'azure-openai' },
  { contains: '/openai/deployments/', also: '/images', surface: 'images', decisive: true, vendor: 'azure-openai' },
  { contains: '/openai/deployments/', also: '/audio/speech', surface: 'speech', decisive: true, vendor: 'azure-openai' },
  { contains: '/openai/deployments/', also: '/audio/', surface: 'transcriptions', decisive: true, vendor: 'azure-openai' },
  { contains: '/openai/deployments/', surface: 'chat', decisive: true, vendor: 'azure-openai' },
  { contains: '/chat/completions', surface: 'chat', decisive: true },
  { contains: '/v1/messages/count_tokens', surface: 'count-tokens', inference: false, decisive: true },
  { contains: '/v1/messages/batches', surface: 'batches', inference: false, decisive: true },
  { contains: '/v1/messages', surface: 'messages' },
  { contains: '/v1/complete', surface: 'completions' },
  { contains: '/v1/completions', surface: 'completions', decisive: true },
  { contains: '/v1/responses', surface: 'responses' },
  { contains: '/v1/embeddings', surface: 'embeddings', decisive: true },
  { contains: ':generateContent', surface: 'chat', decisive: true, vendor: 'google', model: { before: 'models/', after: ':' } },
  { contains: ':streamGenerateContent', surface: 'chat', decisive: true, vendor: 'google', model: { before: 'models/', after: ':' } },
  { contains: ':embedContent', surface: 'embeddings', decisive: true, vendor: 'google', model: { before: 'models/', after: ':' } },
  { contains: ':batchEmbedContents', surface: 'embeddings', decisive: true, vendor: 'google', model: { before: 'models/', after: ':' } },
  { contains: ':countTokens', surface: 'count-tokens', inference: false, decisive: true, model: { before: 'models/', after: ':' } },
  { contains: ':rawPredict', surface: 'messages', decisive: true, vendor: 'google', model: { before: 'models/', after: ':' } },
  { contains: ':streamRawPredict', surface: 'messages', decisive: true, vendor: 'google', model: { before: 'models/', after: ':' } },
  { contains: ':predict', surface: 'predict', model: { before: 'models/', after: ':' } },
  { contains: '/converse', surface: 'chat', model: { before: '/model/', after: '/converse' } },
  { contains: '/invoke', surface: 'chat', model: { before: '/model/', after: '/invoke' } },
  { contains: '/images/generations', surface: 'images', decisive: true },
  { contains: '/images/edits', surface: 'images' },
  { contains: '/audio/transcriptions', surface: 'transcriptions', decisive: true },
  { contains: '/audio/translations', surface: 'translations', decisive: true },
  { contains: '/audio/speech', surface: 'speech', decisive: true },
  { contains: '/v1/moderations', surface: 'moderations' },
  { contains: '/realtime/client_secrets', surface: 'realtime' },
  { contains: '/realtime/sessions', surface: 'realtime', inference: false },
  { contains: '/v1/realtime', surface: 'realtime', model: { before: 'model=', after: '&' } },
  { contains: '/text-to-speech', surface: 'speech' },
  { contains: '/speech-to-text', surface: 'transcriptions' },
  { contains: '/v1/listen', surface: 'transcriptions' },
  { contains: '/v1/speak', surface: 'speech' },
  { contains: '/predictions', surface: 'predictions' },
  { contains: '/rerank', surface: 'rerank' },
  { contains: '/embeddings', surface: 'embeddings' },
  { contains: '/api/embeddings', surface: 'embeddings' },
  { contains: '/api/embed', surface: 'embeddings' },
  { contains: '/api/generate', surface: 'completions' },
  { contains: '/api/chat', surface: 'chat' },
  { contains: '/api/tags', surface: 'models', inference: false },
  { contains: '/api/show', surface: 'models', inference: false },
  { contains: '/api/pull', surface: 'models', inference: false },
  { contains: '/v1/models', surface: 'models', inference: false },
  { contains: '/models', surface: 'models', inference: false },
  { contains: '/files', surface: 'files', inference: false },
  { contains: '/uploads', surface: 'files', inference: false },
  { contains: '/batches', surface: 'batches', inference: false },
  { contains: '/assistants', surface: 'assistants', inference: false },
  { contains: '/threads', surface: 'assistants' },
  { contains: '/vector_stores', surface: 'vectorStores', inference: false },
  { contains: '/fine_tun', surface: 'fine-tuning', inference: false },
  { contains: '/usage', surface: 'usage', inference: false },
  { contains: '/billing', surface: 'usage', inference: false },
  { contains: '/credits', surface: 'usage', inference: false },
  { contains: '/voices', surface: 'models', inference: false },
];

/** Headers of one vendor's protocol. */
export const requestHeaders: readonly HeaderRow[] = [
  { name: 'anthropic-version', vendor: 'anthropic', surface: 'messages' },
  { name: 'x-goog-api-key', vendor: 'google', surface: 'chat' },
];

const site = { kind: 'http' } as const;
const withInit: Operation = { site, settings: { url: ['0', '0.url'], model: '1.body.model', headers: '1.headers' } };

/** The platform's `fetch` and its drop-in packages. */
export const fetchHttp: SdkDescription = {
  id: 'fetch',
  language: 'javascript',
  packages: ['node-fetch', 'cross-fetch', 'node-fetch-native', 'isomorphic-fetch', 'isomorphic-unfetch', 'whatwg-fetch'],
  globals: { fetch: 'Fetch', EventSource: 'EventSource', WebSocket: 'EventSource', globalThis: 'Global', window: 'Global', self: 'Global' },
  exports: { default: 'Fetch', fetch: 'Fetch' },
  shapes: {
    Fetch: { call: withInit },
    Global: { members: { fetch: withInit } },
    EventSource: { construct: { site, settings: { url: '0' } } },
  },
  vendor: null,
  paths: requestPaths,
  headers: requestHeaders,
  versions: 'Fetch standard, 2026-11; node-fetch 3.3',
  source: 'https://fetch.spec.whatwg.org/',
};

const withBody: Operation = { site, settings: { url: '0', model: ['1.model', '1.body.model', '1.json.model'] } };
const withoutBody: Operation = { site, settings: { url: '0' } };
const axiosConfig: Operation = { site, settings: { url: ['0.url', '0'], baseUrl: '0.baseURL', model: ['0.data.model', '1.data.model'] } };

const axiosMembers: Readonly<Record<string, Operation>> = {
  post: { site, settings: { url: '0', baseUrl: '2.baseURL', model: '1.model', headers: '2.headers' } },
  put: { site, settings: { url: '0', baseUrl: '2.baseURL', model: '1.model', headers: '2.headers' } },
  get: { site, settings: { url: '0', baseUrl: '1.baseURL' } },
  delete: { site, settings: { url: '0', baseUrl: '1.baseURL' } },
  request: axiosConfig,
  create: { settings: { baseUrl: '0.baseURL' }, returns: 'Axios' },
};

export const axiosHttp: SdkDescription = {
  id: 'axios',
  language: 'javascript',
  packages: ['axios'],
  exports: { default: 'Axios', axios: 'Axios' },
  shapes: { Axios: { call: axiosConfig, members: axiosMembers } },
  vendor: null,
  paths: requestPaths,
  headers: requestHeaders,
  versions: '1.x',
  source: 'https://axios-http.com/docs/req_config',
};

const kyMembers: Readonly<Record<string, Operation>> = {
  post: withBody,
  put: withBody,
  get: withoutBody,
  stream: withBody,
  create: { settings: { baseUrl: ['0.prefixUrl', '0.baseUrl', '0.baseURL'] }, returns: 'Client' },
  extend: { settings: { baseUrl: ['0.prefixUrl', '0.baseUrl', '0.baseURL'] }, returns: 'Client' },
};

/** Small request libraries that share one shape: a function with verbs, JSON bodies and prefixes. */
export const requestLibraries: readonly SdkDescription[] = [
  { id: 'got', packages: ['got'], source: 'https://github.com/sindresorhus/got' },
  { id: 'ky', packages: ['ky', 'ky-universal'], source: 'https://github.com/sindresorhus/ky' },
  { id: 'ofetch', packages: ['ofetch'], source: 'https://github.com/unjs/ofetch' },
  { id: 'superagent', packages: ['superagent'], source: 'https://github.com/ladjs/superagent' },
].map(({ id, packages, source }) => ({
  id,
  language: 'javascript' as const,
  packages,
  exports: { default: 'Client', got: 'Client', ofetch: 'Client', $fetch: 'Client' },
  shapes: {
    Client: {
      call: { site, settings: { url: ['0.url', '0'], baseUrl: ['1.prefixUrl', '1.baseURL'], model: ['1.json.model', '1.body.model'] } },
      members: kyMembers,
    },
  },
  vendor: null,
  paths: requestPaths,
  headers: requestHeaders,
  versions: '2026-11',
  source,
}));

const nodeRequest: Operation = { site, settings: { url: '0', host: ['0.hostname', '0.host'], path: '0.path' } };

export const undiciHttp: SdkDescription = {
  id: 'undici',
  language: 'javascript',
  packages: ['undici'],
  exports: { fetch: 'Fetch', request: 'Fetch', stream: 'Fetch', default: 'Undici' },
  shapes: { Fetch: { call: withInit }, Undici: { members: { fetch: withInit, request: withInit, stream: withInit } } },
  vendor: null,
  paths: requestPaths,
  headers: requestHeaders,
  versions: '6.x, 7.x',
  source: 'https://undici.nodejs.org/',
};

export const nodeHttp: SdkDescription = {
  id: 'node:https',
  language: 'javascript',
  packages: ['https', 'node:https', 'http', 'node:http'],
  exports: { default: 'Module', request: 'Request', get: 'Request' },
  shapes: { Module: { members: { request: nodeRequest, get: nodeRequest } }, Request: { call: nodeRequest } },
  vendor: null,
  paths: requestPaths,
  headers: requestHeaders,
  versions: 'Node 20, 22, 24',
  source: 'https://nodejs.org/api/https.html#httpsrequesturl-options-callback',
};
