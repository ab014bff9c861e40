import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Contestant } from './contestants';

/** One run of a program. */
export interface Run {
  /** From start to end. */
  readonly milliseconds: number;
  /** The most memory it held, bytes; undefined where the system does not tell. */
  readonly peakBytes: number | undefined;
}

/** How often the memory of a running program is looked at; the system keeps the peak, only the end must not be missed. Milliseconds. */
const lookMilliseconds = 5;

/**
 * A variable that makes Node parse a file of certificates whenever it starts, which takes longer than all else that a start does. It is for
 * programs that ask servers: no contestant does.
 */
export const leftOut = 'NODE_EXTRA_CA_CERTS';

const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== leftOut));

/** Runs a program once, its output thrown away, without the variable that is {@link leftOut}. Rejects when it fails. */
export async function run(contestant: Contestant): Promise<Run> {
  contestant.prepare?.();
  const started = performance.now();
  const child = spawn(contestant.command, contestant.arguments, { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
  let peakBytes: number | undefined;
  const look = setInterval(() => (peakBytes = peakOf(child.pid) ?? peakBytes), lookMilliseconds);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  }).finally(() => {
    clearInterval(look);
  });
  const milliseconds = performance.now() - started;
  if (!contestant.success.includes(code ?? -1)) throw new Error(`${contestant.name} ended with ${code ?? 'a signal'}`);
  return { milliseconds, peakBytes };
}

/** The peak of a process's memory as Linux keeps it. */
function peakOf(pid: number | undefined): number | undefined {
  if (process.platform !== 'linux' || pid === undefined) return undefined;
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
