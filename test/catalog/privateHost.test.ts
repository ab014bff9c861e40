import assert from 'node:assert/strict';
import { isPrivateHost } from '../../src/catalog';

const cases: readonly (readonly [url: string, isPrivate: boolean])[] = [
  ['http://localhost:3000', true],
  ['http://127.0.0.1', true],
  ['http://[::1]:80/v1', true],
  ['http://0.0.0.0:9000', true],
  ['http://10.0.0.4/v1', true],
  ['http://172.16.0.1', true],
  ['http://172.32.0.1', false],
  ['http://192.168.0.9:8000', true],
  ['http://gpu-box/v1', true],
  ['vllm:8000', true],
  ['http://llm.corp', true],
  ['http://llm.default.svc.cluster.local/v1', true],
  ['http://host.docker.internal:5000', true],
  ['https://api.openai.com', false],
  ['https://10.example.com', false],
  ['chat', false],
  ['/v1/chat', false],
  ['http://\uFFFC/v1', false],
  ['', false],
];

describe('isPrivateHost', () => {
  for (const [url, expected] of cases) {
    it(`${url || '(empty)'}: ${expected}`, () => assert.equal(isPrivateHost(url), expected));
  }
});
