/**
 * Loaded before a program that is being proven. The target's own address is led to the recording endpoint; every other connection
 * fails and is told on file descriptor 3, an address a line.
 */
import { writeSync } from 'node:fs';
import { Socket } from 'node:net';

interface Address {
  readonly path?: string;
  readonly host?: string;
  readonly port?: number | string;
}

type Connect = (this: Socket, ...args: readonly unknown[]) => Socket;

const { OPENWARD_ENDPOINT_PORT: port, OPENWARD_TARGET_ADDRESS: target } = process.env;
const prototype = Socket.prototype as { connect: Connect };
const { connect } = prototype;

prototype.connect = function (...args) {
  // Node's own `net.connect` hands on its arguments as one normalized list.
  const list: readonly unknown[] = Array.isArray(args[0]) ? args[0] : args;
  const [first, second] = list;
  const asked = (typeof first === 'object' && first !== null ? first : { port: first, host: second }) as Address;
  const address = asked.path ?? `${asked.host ?? 'localhost'}:${String(asked.port)}`;
  const listener = list.find((each) => typeof each === 'function');
  if (address === target || address === `127.0.0.1:${String(port)}`)
    return connect.call(this, { ...asked, host: '127.0.0.1', port: Number(port) }, listener);
  writeSync(3, `${address}\n`);
  process.nextTick(() => this.destroy(new Error(`connection to ${address} denied`)));
  return this;
};
