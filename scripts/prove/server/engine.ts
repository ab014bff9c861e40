import { spawn, type ChildProcess } from 'node:child_process';
import { dirname } from 'node:path';
import type { LlamaCpp } from './build';

/** A llama-server that runs. */
export interface Engine {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** Answers end there, if not by themselves; tokens. */
const longest = '256';
/** Every token with its own chance, and the same ones in every run. */
const sampling = ['--temp', '1', '--top-k', '0', '--top-p', '1', '--min-p', '0', '--seed', '1'];

/** Starts a server on a free port of loopback and waits until it listens. Rejects with what it said where it ends before. */
export function startEngine({ server, model }: LlamaCpp, options: readonly string[]): Promise<Engine> {
  const fixed = ['--model', model, '--host', '127.0.0.1', '--port', '0', '--threads', '1', '--predict', longest, '--jinja', '--offline'];
  const child = spawn(server, [...fixed, ...sampling, ...options], { cwd: dirname(server), stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const port = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve({ port: Number(port), stop: () => stop(child) });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    child.once('close', () => reject(new Error(`llama-server ended: ${said.trim().split('\n').slice(-3).join(' ')}`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.kill();
  return closed;
}
