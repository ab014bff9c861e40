import { now } from '../clock';
/** Processor time a worker may take without a sign of life: a file that takes more would be a bug of the analysis. Milliseconds. */
const mostProcessorTime = 30_000;
/** However little it computes, it is not waited for longer: it may hang in a call to the system. Milliseconds. */
const mostTime = 600_000;
const checkMilliseconds = 5_000;

/** What a watch reads its times from; milliseconds since some moment. */
export interface StallClock {
  now(): number;
  /** Of the whole process: Node 20 tells no thread's own. */
  processorTime(): number;
}

const processClock: StallClock = {
  now,
  processorTime: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
};

/**
 * Watches over a worker that may hang. It counts processor time, not the time that goes by: on a busy machine, or one that was
 * asleep, an honest worker takes as long as it takes.
 */
export class StallWatch {
  readonly #timer: NodeJS.Timeout;
  #since: number;
  #usedBefore: number;

  /**
   * @param onStall told once, with the reason as a clause
   * @param computing how many threads share the process's processor time now, the watched one among them
   */
  constructor(
    private readonly onStall: (reason: string) => void,
    private readonly computing: () => number,
    private readonly clock: StallClock = processClock,
  ) {
    this.#since = clock.now();
    this.#usedBefore = clock.processorTime();
    this.#timer = setInterval(() => this.check(), checkMilliseconds);
  }

  /** The worker gave a sign of life. */
  refresh(): void {
    this.#since = this.clock.now();
    this.#usedBefore = this.clock.processorTime();
  }

  /** Ends the watch where the worker has had its time. */
  check(): void {
    const time = this.clock.now() - this.#since;
    const used = (this.clock.processorTime() - this.#usedBefore) / Math.max(this.computing(), 1);
    if (time >= mostTime) this.#stalled(`a file took longer than ${mostTime / 60_000} minutes`);
    else if (time >= mostProcessorTime && used >= mostProcessorTime)
      this.#stalled(`a file took longer than ${mostProcessorTime / 1000} s of processor time`);
  }

  /** Ends the watch. */
  stop(): void {
    clearInterval(this.#timer);
  }

  #stalled(reason: string): void {
    this.stop();
    this.onStall(reason);
  }
}
