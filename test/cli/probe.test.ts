import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import type { ProbeReport } from '../../src/probe/probe';
import { makeTree } from '../workspace/support/tree';
import { run, type Outcome } from './support';

type Handler = (request: IncomingMessage, body: Record<string, unknown>) => { status?: number; type?: string; body: unknown } | null;

/** A server that lists two models and can do everything. */
const able: Handler = ({ url = '' }, body) => {
  if (url === '/v1/models') return { body: { object: 'list', data: [{ id: 'nomic-embed-text:latest' }, { id: 'llama3.2:3b' }] } };
  if (url === '/v1/embeddings') return { body: { data: [{ embedding: [0.5, 1] }] } };
  if (body.stream === true) return { type: 'text/event-stream', body: 'data: {"choices":[]}\n\ndata: [DONE]\n\n' };
  const message = body.tools
    ? { tool_calls: [{ function: { name: 'weather', arguments: '{}' } }] }
    : { content: body.response_format ? '{"city":"Oslo"}' : 'Hello.' };
  return { body: { choices: [{ message }] } };
};

describe('openward probe', () => {
  const cwd = makeTree({});
  let handler = able;
  const seen: { url: string; authorization: string | undefined; model: unknown }[] = [];
  const server: Server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    seen.push({ url: request.url ?? '', authorization: request.headers.authorization, model: body.model });
    const result = handler(request, body);
    if (!result) return;
    response.writeHead(result.status ?? 200, { 'content-type': result.type ?? 'application/json' });
    response.end(typeof result.body === 'string' ? result.body : JSON.stringify(result.body));
  }

  const base = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const probe = (argv: readonly string[], variables: Record<string, string> = {}, signal?: AbortSignal): Promise<Outcome> =>
    run(['probe', ...argv], { cwd, variables, ...(signal && { signal }) });

  before((done) => void server.listen(0, '127.0.0.1', done));
  beforeEach(() => {
    handler = able;
    seen.length = 0;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  it('tells what the endpoint serves, asking models that it has', async () => {
    const { code, stdout, stderr } = await probe(['ollama', '--base-url', base()]);
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(
      stdout,
      [
        `Ollama at ${base()}`,
        '  chat completions   works  llama3.2:3b',
        '  streamed answers   works  llama3.2:3b',
        '  tools              works  llama3.2:3b',
        '  structured output  works  llama3.2:3b',
        '  embeddings         works  nomic-embed-text',
        'Models: nomic-embed-text:latest, llama3.2:3b',
        '',
      ].join('\n'),
    );
    assert.deepEqual([...new Set(seen.map(({ authorization }) => authorization))], ['Bearer ollama']);
  });

  it('takes address and key from the target’s variables, and never tells the key', async () => {
    handler = (request, body) =>
      request.url === '/v1/chat/completions'
        ? { status: 400, body: { error: { message: 'no such model for secret-1' } } }
        : able(request, body);
    const { code, stdout } = await probe(['groq', '--format', 'json'], { GROQ_BASE_URL: base(), GROQ_API_KEY: 'secret-1' });
    const report = JSON.parse(stdout) as ProbeReport;
    assert.equal(code, 1);
    assert.deepEqual([...new Set(seen.map(({ authorization }) => authorization))], ['Bearer secret-1']);
    assert.deepEqual(report.models, ['nomic-embed-text:latest', 'llama3.2:3b']);
    assert.deepEqual(report.checks[0], {
      id: 'chat',
      title: 'chat completions',
      state: 'fails',
      model: 'llama3.2:3b',
      detail: 'the server answered with 400: no such model for …',
    });
    assert.ok(!stdout.includes('secret-1'));
  });

  it('asks the model it is told to', async () => {
    await probe(['ollama', '--base-url', base(), '--model', 'qwen3:8b']);
    assert.deepEqual([...new Set(seen.filter(({ url }) => url.endsWith('/completions')).map(({ model }) => model))], ['qwen3:8b']);
  });

  it('names what a model or server lacks', async () => {
    handler = (request) =>
      request.url === '/v1/models'
        ? { body: { data: [{ id: 'llama3.2:3b' }] } }
        : { body: { choices: [{ message: { content: 'Oslo.' } }] } };
    const { code, stdout } = await probe(['ollama', '--base-url', base()]);
    assert.equal(code, 1);
    assert.match(stdout, /streamed answers +fails +llama3\.2:3b: the answer does not come as a stream of events/);
    assert.match(stdout, /tools +fails +llama3\.2:3b: the model answered without calling the tool/);
    assert.match(stdout, /structured output +fails +llama3\.2:3b: the answer does not follow the schema/);
    assert.match(stdout, /embeddings +not asked +no model for embeddings is served/);
  });

  /** Lists that can't be had, by what is said of them. */
  const refusals: readonly (readonly [title: string, handler: Handler, words: RegExp])[] = [
    [
      'a key that is not accepted',
      () => ({ status: 401, body: { error: 'no' } }),
      /does not accept the key \(401\); Ollama takes it from OLLAMA_API_KEY: no$/,
    ],
    ['nothing at that address', () => ({ status: 404, body: 'not found' }), /nothing at that address \(404\); is the base URL right\?/],
    ['a page', () => ({ type: 'text/html', body: '<html>' }), /the answer is not JSON/],
    ['another JSON', () => ({ body: { hello: 1 } }), /the answer is no list of models/],
    ['a failure', () => ({ status: 503, body: { detail: 'loading' } }), /answered with 503: loading/],
    ['another address', () => ({ status: 301, body: '' }), /leads to another address \(301\)/],
  ];
  for (const [title, refuse, words] of refusals) {
    it(`says so: ${title}`, async () => {
      handler = refuse;
      const { code, stdout, stderr } = await probe(['ollama', '--base-url', base()]);
      assert.deepEqual([code, stdout, seen.length], [1, '', 1]);
      assert.match(stderr.trim(), words);
    });
  }

  it('says so: no answer in time', async () => {
    handler = () => null;
    const { code, stderr } = await probe(['ollama', '--base-url', base(), '--timeout', '0.05']);
    assert.equal(code, 1);
    assert.match(stderr, /\/v1\/models did not answer within 0\.05 s/);
  });

  it('says so: nobody listens', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await new Promise((resolve) => other.close(resolve));
    const { code, stderr } = await probe(['ollama', '--base-url', `http://127.0.0.1:${port}/v1`]);
    assert.equal(code, 1);
    assert.match(stderr, /the connection was refused; is the server running\?/);
  });

  it('says so: a server that speaks http alone, and one that does not speak it', async () => {
    const { code, stderr } = await probe(['ollama', '--base-url', base().replace('http:', 'https:')]);
    assert.equal(code, 1);
    assert.match(stderr, /it does not speak https; is its address http:\/\/\?/);
    const other = createTcpServer((socket) => void socket.end('SSH-2.0-Other\r\n', () => socket.destroy()));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const answer = await probe(['ollama', '--base-url', `http://127.0.0.1:${port}/v1`]);
    await new Promise((resolve) => other.close(resolve));
    assert.match(answer.stderr, /what answers does not speak HTTP/);
  });

  it('stops when interrupted', async () => {
    const interrupt = new AbortController();
    handler = () => {
      interrupt.abort();
      return null;
    };
    const { code, stderr } = await probe(['ollama', '--base-url', base()], {}, interrupt.signal);
    assert.deepEqual([code, stderr], [130, 'openward: interrupted\n']);
  });

  it('refuses wrong use', async () => {
    assert.match((await probe(['nowhere'])).stderr, /no target 'nowhere'; known: ollama, /);
    const { code, stderr } = await probe(['ollama', '--base-url', 'localhost']);
    assert.deepEqual([code, seen.length], [2, 0]);
    assert.match(stderr, /'localhost' is no base URL/);
  });
});
