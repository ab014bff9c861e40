import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before engines, hands every request on to the one that serves it, and writes down what is refused. */
export class PassThrough {
  requests = 0;
  readonly faults: string[] = [];
  readonly #server = createServer((incoming, outgoing) => this.#handle(incoming, outgoing));

  /** @param portFor the port of the engine that serves a path */
  constructor(private readonly portFor: (path: string) => number) {}

  /** Listens on a free port, which is returned. */
  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #handle(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { method = '', url = '', headers } = incoming;
    this.requests++;
    const onward = request({ host: '127.0.0.1', port: this.portFor(url), method, path: url, headers }, (answer) => {
      const { statusCode = 0 } = answer;
      if (statusCode >= 400) {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => this.faults.push(`${method} ${url}: ${statusCode} ${Buffer.concat(chunks).toString('utf8').slice(0, 300)}`));
      }
      outgoing.writeHead(statusCode, answer.headers);
      answer.pipe(outgoing);
    });
    // A program may hang up before it was answered.
    outgoing.once('close', () => onward.destroy());
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  }
}
