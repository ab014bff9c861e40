import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { LoopbackServer } from '../endpoint/loopback';

/** Stands before engines, hands every request on to the one that serves it, and writes down what is refused. */
export class PassThrough extends LoopbackServer {
  requests = 0;
  readonly faults: string[] = [];

  /** @param portFor the port of the engine that serves a path */
  constructor(private readonly portFor: (path: string) => number) {
    super();
  }

  protected handle(incoming: IncomingMessage, outgoing: ServerResponse): void {
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
