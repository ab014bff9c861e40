import { availableParallelism } from 'node:os';
import type { ChannelFactory } from './channel';
import { Connection } from './connection';
import type { WorkerPurpose } from './protocol';

/** More than two workers would take the machine from the person who works at it. */
const maxWorkers = 2;
/** A burst of saved files is scanned file by file; workers wait this long for the next one. Milliseconds. */
const idleMilliseconds = 15_000;

/** The scan workers and the scout: started when needed, kept for a while, ended when idle. */
export class ScanPool {
  readonly size: number;
  readonly #channels: ChannelFactory;
  readonly #idle: Connection[] = [];
  readonly #idleScouts: Connection[] = [];
  readonly #all = new Set<Connection>();
  #log: (line: string) => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(channels: ChannelFactory, size = Math.min(maxWorkers, availableParallelism())) {
    this.#channels = channels;
    this.size = size;
  }

  /** Where the workers' log lines go from now on. */
  set log(log: (line: string) => void) {
    this.#log = log;
  }

  /** A worker nobody uses, a new one when there is none. Give it back or stop it. */
  take(): Connection {
    clearTimeout(this.#timer);
    return this.#idle.pop() ?? this.#start('scan');
  }

  /** A scout nobody uses, a new one when there is none. Give it back or stop it. */
  scout(): Connection {
    clearTimeout(this.#timer);
    return this.#idleScouts.pop() ?? this.#start('scout');
  }

  /** A worker with more memory, for a file that was too much for others. Stop it after use. */
  rescuer(): Connection {
    return this.#start('rescue');
  }

  #start(purpose: WorkerPurpose): Connection {
    const connection = new Connection(
      this.#channels,
      purpose,
      (line) => this.#log(line),
      () => this.#forget(connection),
    );
    this.#all.add(connection);
    return connection;
  }

  /** Takes a worker back that has nothing left to do. */
  giveBack(connection: Connection): void {
    this.#rest(connection, this.#idle);
  }

  /** Takes a scout back that has nothing left to do. */
  giveBackScout(connection: Connection): void {
    this.#rest(connection, this.#idleScouts);
  }

  #rest(connection: Connection, idle: Connection[]): void {
    if (connection.isGone) return;
    idle.push(connection);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#stop([...this.#idle, ...this.#idleScouts]), idleMilliseconds);
    this.#timer.unref();
  }

  /** Ends all workers, also those in use. */
  async dispose(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#stop(this.#all);
  }

  async #stop(connections: Iterable<Connection>): Promise<void> {
    await Promise.all([...connections].map((connection) => connection.stop('it was not needed any more')));
  }

  #forget(connection: Connection): void {
    this.#all.delete(connection);
    for (const idle of [this.#idle, this.#idleScouts]) {
      const index = idle.indexOf(connection);
      if (index >= 0) idle.splice(index, 1);
    }
  }
}
