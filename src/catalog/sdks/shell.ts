import type { Operation, SdkDescription } from '../../core/match/description';
import { requestBodies, requestHeaders, requestPaths } from './http';

/** What every program that sends raw requests shares. */
const raw = {
  language: 'shell',
  packages: [],
  exports: {},
  vendor: null,
  paths: requestPaths,
  headers: requestHeaders,
  bodies: requestBodies,
} as const;

const settings: Operation['settings'] = { url: 'url=', model: 'data=.model', headers: 'headers=', body: 'data=' };
const sending: Operation = { site: { kind: 'http' }, settings };
/** Sends nothing: a path that is not known asks no model. */
const reading: Operation = { site: { kind: 'http', inference: false }, settings: { url: 'url=', headers: 'headers=' } };
const members: Readonly<Record<string, Operation>> = {
  ...Object.fromEntries(['post', 'put', 'patch'].map((name) => [name, sending])),
  ...Object.fromEntries(['get', 'delete', 'head', 'options'].map((name) => [name, reading])),
};

/** Programs of the command line that send raw requests; the frontend gives their options as named arguments. */
export const shellHttp: readonly SdkDescription[] = [
  {
    ...raw,
    id: 'curl',
    globals: { curl: 'Curl' },
    shapes: { Curl: { members } },
    versions: '8.17.0',
    source: 'https://curl.se/docs/manpage.html',
  },
  {
    ...raw,
    id: 'wget',
    globals: { wget: 'Wget' },
    shapes: { Wget: { members } },
    versions: '1.25.0',
    source: 'https://www.gnu.org/software/wget/manual/wget.html',
  },
];
