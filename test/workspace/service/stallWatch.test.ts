import assert from 'node:assert/strict';
import { StallWatch } from '../../../src/workspace/service/stallWatch';

const seconds = 1000;

interface Case {
  readonly what: string;
  /** Since the last sign of life. */
  readonly time: number;
  readonly processorTime: number;
  readonly computing: number;
  readonly stalls: RegExp | null;
}

const cases: readonly Case[] = [
  {
    what: 'computes and gives nothing for long',
    time: 31 * seconds,
    processorTime: 31 * seconds,
    computing: 1,
    stalls: /30 s of processor/,
  },
  { what: 'computes for a while', time: 29 * seconds, processorTime: 29 * seconds, computing: 1, stalls: null },
  { what: 'is starved by other programs', time: 200 * seconds, processorTime: 5 * seconds, computing: 1, stalls: null },
  { what: 'shares the process with another one', time: 31 * seconds, processorTime: 40 * seconds, computing: 2, stalls: null },
  { what: 'computes beside another one', time: 31 * seconds, processorTime: 61 * seconds, computing: 2, stalls: /30 s of processor/ },
  {
    what: 'is in a process that computes more than its workers',
    time: 10 * seconds,
    processorTime: 90 * seconds,
    computing: 1,
    stalls: null,
  },
  { what: 'hangs without computing', time: 601 * seconds, processorTime: 0, computing: 1, stalls: /10 minutes/ },
];

describe('the watch over a worker that', () => {
  for (const { what, time, processorTime, computing, stalls } of cases)
    it(`${what} ${stalls ? 'gives it up, once' : 'lets it go on'}`, () => {
      const clock = { time: 7, used: 3, now: () => clock.time, processorTime: () => clock.used };
      const reasons: string[] = [];
      const watch = new StallWatch(
        (reason) => reasons.push(reason),
        () => computing,
        clock,
      );
      clock.time += 500 * seconds;
      clock.used += 500 * seconds;
      watch.refresh();
      clock.time += time;
      clock.used += processorTime;
      watch.check();
      watch.stop();
      assert.equal(reasons.length, stalls ? 1 : 0);
      if (stalls) assert.match(reasons[0] ?? '', stalls);
    });
});
