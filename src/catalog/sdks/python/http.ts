import type { Operation, SdkDescription, Shape } from '../../../core/match/description';
import { requestBodies, requestHeaders, requestPaths } from '../http';
import { exportsOf } from './pythonic';

/** What every description of raw requests shares. */
const raw = { language: 'python', vendor: null, paths: requestPaths, headers: requestHeaders, bodies: requestBodies } as const;

const body = ['json=', 'data=', 'content=', 'body='] as const;
const sent = { model: body.map((slot) => `${slot}.model`), headers: 'headers=', body } as const;
const sending: Operation = { site: { kind: 'http' }, settings: { url: ['url=', '0'], ...sent } };
/** Sends nothing: a path that is not known asks no model. */
const reading: Operation = { site: { kind: 'http', inference: false }, settings: { url: ['url=', '0'], headers: 'headers=' } };
/** The method stands before the address. */
const named: Operation = { site: { kind: 'http' }, settings: { url: ['url=', '1'], ...sent } };
const members: Readonly<Record<string, Operation>> = {
  ...Object.fromEntries(['post', 'put', 'patch'].map((name) => [name, sending])),
  ...Object.fromEntries(['get', 'delete', 'head', 'options'].map((name) => [name, reading])),
  request: named,
  stream: named,
};

/** Functions of the module, and clients that hold an address and headers for many requests. */
function library(clients: readonly string[], settings: Operation['settings']): Pick<SdkDescription, 'exports' | 'shapes'> {
  const names = Object.keys(members);
  return {
    exports: { ...Object.fromEntries(names.map((name) => [name, name])), ...exportsOf(clients, 'ClientClass') },
    shapes: {
      ...Object.fromEntries(names.map((name): [string, Shape] => [name, { call: members[name] ?? {} }])),
      ClientClass: { construct: { ...(settings === undefined ? {} : { settings }), returns: 'Client' } },
      Client: { members },
    },
  };
}

/** A request made first and opened later: the call site is where it is opened. */
const opening: Operation = { site: { kind: 'http' }, from: ['url=', '0'], settings: { url: ['url=', '0'], body: ['data=', '1'] } };
const described: Operation = {
  settings: { url: ['url=', '0'], headers: 'headers=', body: ['data=', '1'], model: ['data=.model', '1.model'] },
  returns: 'Described',
};

const connects: Operation = {
  site: { kind: 'http' },
  settings: { url: ['uri=', 'url=', '0'], headers: ['additional_headers=', 'extra_headers=', 'header='] },
};

/** Libraries that send raw requests. */
export const pythonHttp: readonly SdkDescription[] = [
  {
    ...raw,
    id: 'requests',
    sendsAsGiven: true,
    packages: ['requests', 'requests.sessions'],
    ...library(['Session', 'session'], undefined),
    versions: '2.34.2',
    source: 'https://requests.readthedocs.io/en/latest/api/',
  },
  {
    ...raw,
    id: 'httpx',
    sendsAsGiven: true,
    packages: ['httpx'],
    ...library(['Client', 'AsyncClient'], { baseUrl: 'base_url=', headers: 'headers=' }),
    versions: '0.28.1',
    source: 'https://www.python-httpx.org/api/',
  },
  {
    ...raw,
    id: 'aiohttp',
    packages: ['aiohttp', 'aiohttp.client'],
    ...library(['ClientSession'], { baseUrl: ['base_url=', '0'], headers: 'headers=' }),
    versions: '3.14.5',
    source: 'https://docs.aiohttp.org/en/stable/client_reference.html',
  },
  {
    ...raw,
    id: 'urllib',
    packages: ['urllib.request', 'urllib2'],
    exports: { urlopen: 'Open', Request: 'RequestClass', build_opener: 'MakesOpener' },
    shapes: {
      Open: { call: opening },
      RequestClass: { construct: described },
      Described: {},
      MakesOpener: { call: { returns: 'Opener' } },
      Opener: { members: { open: opening } },
    },
    versions: 'Python 3.11',
    source: 'https://docs.python.org/3/library/urllib.request.html',
  },
  {
    ...raw,
    id: 'urllib3',
    packages: ['urllib3'],
    exports: { request: 'Request', ...exportsOf(['PoolManager', 'ProxyManager'], 'ManagerClass') },
    shapes: {
      Request: { call: named },
      ManagerClass: { construct: { settings: { headers: 'headers=' }, returns: 'Manager' } },
      Manager: { members: { request: named, urlopen: named, request_encode_body: named } },
    },
    versions: '2.8.0',
    source: 'https://urllib3.readthedocs.io/en/stable/reference/urllib3.request.html',
  },
  {
    ...raw,
    id: 'http.client',
    packages: ['http.client', 'httplib'],
    exports: exportsOf(['HTTPSConnection', 'HTTPConnection'], 'ConnectionClass'),
    shapes: {
      ConnectionClass: { construct: { settings: { host: ['host=', '0'], port: ['port=', '1'] }, returns: 'Connection' } },
      Connection: {
        members: {
          request: {
            site: { kind: 'http' },
            settings: {
              url: ['url=', '1'],
              body: ['body=', '2'],
              headers: ['headers=', '3'],
              model: ['body=.model', '2.model'],
            },
          },
        },
      },
    },
    versions: 'Python 3.11',
    source: 'https://docs.python.org/3/library/http.client.html',
  },
  {
    ...raw,
    id: 'websockets',
    packages: ['websockets', 'websockets.client', 'websockets.asyncio.client', 'websockets.sync.client', 'websocket'],
    exports: { ...exportsOf(['connect', 'create_connection'], 'Connect'), WebSocketApp: 'App' },
    shapes: { Connect: { call: connects }, App: { construct: connects } },
    versions: 'websockets 17.4, websocket-client 1.9.2',
    source: 'https://websockets.readthedocs.io/en/stable/reference/asyncio/client.html',
  },
];
