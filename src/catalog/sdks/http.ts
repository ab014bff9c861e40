import type { BodyRow, HeaderRow, Operation, PathRow, SdkDescription, Shape } from '../../core/match/description';

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
  { contains: 'hf-inference/models/', also: '/pipeline/', surface: 'predictions', model: { before: '/models/', after: '/pipeline/' } },
  { contains: 'hf-inference/models/', surface: 'predictions', model: { before: '/models/' } },
  { contains: 'api-inference.huggingface.co/models/', surface: 'predictions', model: { before: '/models/' } },
  { contains: '/predictions', surface: 'predictions' },
  { contains: '/v2/chat', surface: 'chat' },
  { contains: '/v1/chat', surface: 'chat' },
  { contains: '/rerank', surface: 'rerank' },
  { contains: '/embeddings', surface: 'embeddings' },
  { contains: '/api/embeddings', surface: 'embeddings', telling: true },
  { contains: '/api/embed', surface: 'embeddings', telling: true },
  { contains: '/api/generate', surface: 'completions', telling: true },
  { contains: '/api/chat', surface: 'chat' },
  { contains: '/api/tags', surface: 'models', inference: false, telling: true },
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
  { name: 'xi-api-key', vendor: 'elevenlabs', surface: 'speech' },
];

/** A chat request, told by its body where address and path are settings. */
export const requestBodies: readonly BodyRow[] = [
  { has: ['model', 'messages'], headers: ['authorization', 'x-api-key', 'api-key'], surface: 'chat' },
];

const site = { kind: 'http' } as const;
/** Sends nothing: a path that is not known asks no model. */
const readingSite = { kind: 'http', inference: false } as const;
const withInit: Operation = { site, settings: { url: ['0', '0.url'], model: '1.body.model', headers: '1.headers', body: '1.body' } };

const socket: Shape = { construct: { site, settings: { url: '0', headers: ['1.headers', '2.headers'] } } };

/** The platform's `fetch` and its drop-in packages. */
export const fetchHttp: SdkDescription = {
  id: 'fetch',
  language: 'javascript',
  sendsAsGiven: true,
  packages: [
    'node-fetch',
    'cross-fetch',
    'node-fetch-native',
    'isomorphic-fetch',
    'isomorphic-unfetch',
    'whatwg-fetch',
    '@microsoft/fetch-event-source',
    '@fortaine/fetch-event-source',
  ],
  globals: { fetch: 'Fetch', EventSource: 'EventSource', WebSocket: 'EventSource', globalThis: 'Global', window: 'Global', self: 'Global' },
  exports: { default: 'Fetch', fetch: 'Fetch', fetchEventSource: 'Fetch' },
  shapes: {
    Fetch: { call: withInit },
    Global: { members: { fetch: withInit } },
    EventSource: socket,
  },
  vendor: null,
  paths: requestPaths,
  headers: requestHeaders,
  bodies: requestBodies,
  versions: 'Fetch standard, 2026-11; node-fetch 3.3; @microsoft/fetch-event-source 2.0',
  source: 'https://fetch.spec.whatwg.org/',
};

/** What every description of raw requests shares. */
const raw = { language: 'javascript', vendor: null, paths: requestPaths, headers: requestHeaders, bodies: requestBodies } as const;

/** Sockets and event streams as packages. */
export const sockets: SdkDescription = {
  ...raw,
  id: 'ws',
  packages: ['ws', 'isomorphic-ws', 'eventsource', 'event-source-polyfill', 'launchdarkly-eventsource', 'react-native-sse', 'sse.js'],
  exports: { default: 'Socket', WebSocket: 'Socket', EventSource: 'Socket', EventSourcePolyfill: 'Socket', SSE: 'Socket' },
  shapes: { Socket: socket },
  versions: 'ws 8, eventsource 2 to 4, launchdarkly-eventsource 2.0, react-native-sse 1.2, sse.js 2.6',
  source: 'https://github.com/websockets/ws/blob/master/doc/ws.md',
};

const axiosConfig: Operation = {
  site,
  settings: {
    url: ['0.url', '0'],
    baseUrl: ['0.baseURL', '1.baseURL'],
    model: ['0.data.model', '1.data.model'],
    headers: ['0.headers', '1.headers'],
    body: ['0.data', '1.data'],
  },
};
const axiosWithBody: Operation = {
  site,
  settings: { url: '0', baseUrl: '2.baseURL', model: '1.model', headers: '2.headers', body: '1' },
};
const axiosWithoutBody: Operation = { site: readingSite, settings: { url: '0', baseUrl: '1.baseURL', headers: '1.headers' } };
const axiosInstance: Operation = { settings: { baseUrl: '0.baseURL', headers: '0.headers' }, returns: 'Axios' };

export const axiosHttp: SdkDescription = {
  ...raw,
  id: 'axios',
  sendsAsGiven: true,
  packages: ['axios'],
  exports: { default: 'Axios', axios: 'Axios', Axios: 'AxiosClass' },
  shapes: {
    Axios: {
      call: axiosConfig,
      members: {
        ...Object.fromEntries(['post', 'put', 'patch', 'postForm', 'putForm', 'patchForm'].map((name) => [name, axiosWithBody])),
        ...Object.fromEntries(['get', 'delete', 'head', 'options'].map((name) => [name, axiosWithoutBody])),
        request: axiosConfig,
        create: axiosInstance,
      },
    },
    AxiosClass: { construct: axiosInstance },
  },
  versions: '1.21.1',
  source: 'https://axios-http.com/docs/req_config',
};

/** Options of small request libraries that hold the address before the path; their names differ between libraries and versions. */
const prefixes = ['prefixUrl', 'prefix', 'baseUrl', 'baseURL'];
const optionsAt = (argument: number): NonNullable<Operation['settings']> => ({
  baseUrl: prefixes.map((name) => `${argument}.${name}`),
  headers: `${argument}.headers`,
});
const withOptions: Operation = {
  site,
  settings: { ...optionsAt(1), url: ['0.url', '0'], model: ['1.json.model', '1.body.model'], body: ['1.json', '1.body'] },
};
const derived: Operation = { settings: optionsAt(0), returns: 'Client' };
const verbs = ['get', 'post', 'put', 'patch', 'delete', 'head'];

/** Request libraries that share one shape: a function with verbs, JSON bodies and prefixes. */
export const requestLibraries: readonly SdkDescription[] = [
  { id: 'got', packages: ['got'], exports: ['default', 'got'], versions: '11 to 14.6.6', source: 'https://github.com/sindresorhus/got' },
  {
    id: 'ky',
    packages: ['ky', 'ky-universal'],
    exports: ['default'],
    versions: '0.x, 1.14.3',
    source: 'https://github.com/sindresorhus/ky',
  },
  {
    id: 'ofetch',
    packages: ['ofetch', 'ohmyfetch'],
    exports: ['ofetch', '$fetch', 'fetch'],
    // Nuxt and Nitro put it into every file.
    globals: { $fetch: 'Client' },
    versions: '1.5.1',
    source: 'https://github.com/unjs/ofetch',
  },
].map(({ exports, ...row }) => ({
  ...raw,
  ...row,
  sendsAsGiven: true as const,
  exports: Object.fromEntries(exports.map((name) => [name, 'Client'])),
  shapes: {
    Client: {
      call: withOptions,
      members: {
        ...Object.fromEntries([...verbs, 'stream', 'stream.post', 'raw', 'native'].map((name) => [name, withOptions])),
        create: derived,
        extend: derived,
      },
    },
  },
}));

const superagentVerb: Operation = { site, settings: { url: '0', model: '1.model' } };

/** `superagent.post(url).send(body)`: the body stands in a call of its own. */
export const superagentHttp: SdkDescription = {
  ...raw,
  id: 'superagent',
  packages: ['superagent'],
  exports: { default: 'Superagent' },
  shapes: {
    Superagent: {
      call: { site, settings: { url: ['1', '0'] } },
      members: {
        ...Object.fromEntries([...verbs, 'del', 'options'].map((name) => [name, superagentVerb])),
        agent: { returns: 'Superagent' },
      },
    },
  },
  versions: '10.4.2',
  source: 'https://github.com/ladjs/superagent',
};

const undiciMembers: Readonly<Record<string, Operation>> = { fetch: withInit, request: withInit, stream: withInit, pipeline: withInit };
const dispatcher: Operation = { settings: { baseUrl: '0' }, returns: 'Dispatcher' };
const dispatched: Operation = { site, settings: { url: '0.path', model: '0.body.model', headers: '0.headers' } };

export const undiciHttp: SdkDescription = {
  ...raw,
  id: 'undici',
  sendsAsGiven: true,
  packages: ['undici'],
  exports: {
    ...Object.fromEntries(Object.keys(undiciMembers).map((name) => [name, 'Fetch'])),
    default: 'Undici',
    Client: 'Origin',
    Pool: 'Origin',
    WebSocket: 'EventSource',
    EventSource: 'EventSource',
  },
  shapes: {
    Fetch: { call: withInit },
    Undici: { members: undiciMembers },
    Origin: { construct: dispatcher },
    Dispatcher: { members: { request: dispatched, stream: dispatched } },
    EventSource: socket,
  },
  versions: '6.x, 7.30.2',
  source: 'https://undici.nodejs.org/',
};

const nodeRequest: Operation = {
  site,
  settings: {
    url: '0',
    host: ['0.hostname', '0.host', '1.hostname', '1.host'],
    port: ['0.port', '1.port'],
    path: ['0.path', '1.path'],
    headers: ['0.headers', '1.headers'],
  },
};

export const nodeHttp: SdkDescription = {
  ...raw,
  id: 'node:https',
  packages: ['https', 'node:https', 'http', 'node:http'],
  exports: { default: 'Module', request: 'Request', get: 'Request' },
  shapes: { Module: { members: { request: nodeRequest, get: nodeRequest } }, Request: { call: nodeRequest } },
  versions: 'Node 20, 22, 24',
  source: 'https://nodejs.org/api/https.html#httpsrequesturl-options-callback',
};

/** Whatever else sends HTTP: an application's own client, a framework's, a `fetch` that was passed in. */
export const unnamedHttp: SdkDescription = {
  ...raw,
  id: 'http',
  packages: [],
  exports: {},
  shapes: {},
  unnamed: {
    names: 'fetch|request|post|http|ajax|axios|stream|sse|send|query',
    ownNames: '^_?fetch$',
    evidence: ['1.method', '1.headers', '1.body', '2.headers', '0.method', '0.headers', '0.body', '0.data'],
    operation: {
      site,
      settings: {
        url: ['0.url', '0.uri', '0'],
        model: ['1.body.model', '0.body.model', '0.data.model', '1.model'],
        headers: ['1.headers', '2.headers', '0.headers'],
        body: ['1.body', '0.body', '0.data', '1'],
      },
    },
  },
  versions: '2026-11',
  source: 'https://fetch.spec.whatwg.org/#requestinit',
};
