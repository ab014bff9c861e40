import type { Operation, SdkDescription, Shape } from '../../../core/match/description';
import { requestBodies, requestHeaders, requestPaths } from '../http';
import { exportsOf } from './pythonic';

/** What every description of raw requests shares. */
const raw = { language: 'python', vendor: null, paths: requestPaths, headers: requestHeaders, bodies: requestBodies } as const;

const body = ['json=', 'data=', 'content='] as const;
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

/** Libraries that send raw requests. */
export const pythonHttp: readonly SdkDescription[] = [
  {
    ...raw,
    id: 'requests',
    packages: ['requests', 'requests.sessions'],
    ...library(['Session', 'session'], undefined),
    versions: '2.34.2',
    source: 'https://requests.readthedocs.io/en/latest/api/',
  },
  {
    ...raw,
    id: 'httpx',
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
];
