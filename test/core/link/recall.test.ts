import assert from 'node:assert/strict';
import { Answer, Recall, type Bounds } from '../../../src/core/link/recall';

/** Questions that ask each other, by number; a question's answer is made of its own number and what the others answer. */
interface Questions {
  readonly asks: readonly (readonly number[])[];
  /** Where what was answered so far decides whether the next one is asked. */
  readonly choosy: boolean;
}

const wide: Bounds = { depth: 100, steps: 100_000 };

/** A linear congruential generator: the same questions in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function questionsOf(seed: number): Questions {
  const next = numbers(seed);
  const count = 3 + next(9);
  const asks = Array.from({ length: count }, () => Array.from({ length: next(4) }, () => next(count)));
  return { asks, choosy: seed % 2 === 0 };
}

/** Who asks: one recall with what it remembers. With inner bounds the even questions are another's, and ask only each other. */
function asker({ asks, choosy }: Questions, bounds: Bounds, innerBounds?: Bounds): (question: number) => string {
  const inner = innerBounds && new Recall(innerBounds);
  const recall = new Recall(bounds, inner);
  const isInner = (question: number): boolean => inner !== undefined && question % 2 === 0;
  const answers = asks.map(() => new Answer<string>());
  const ask = (question: number): string => {
    const answer = answers[question] ?? assert.fail();
    const find = (): string => {
      let said = String(question);
      for (const other of asks[question] ?? []) {
        if (isInner(question) && !isInner(other)) continue;
        if (!choosy || said.length % 3 !== 0) said += `(${ask(other)})`;
      }
      return said.slice(0, 400);
    };
    return (isInner(question) ? (inner ?? recall) : recall).ask(answer, find, 'cut', 'beyond');
  };
  return ask;
}

/** Every question's answer where nothing was asked before. */
function first(questions: Questions, bounds: Bounds, innerBounds?: Bounds): string[] {
  return questions.asks.map((_, question) => asker(questions, bounds, innerBounds)(question));
}

function assertOrderFree(bounds: Bounds, innerBounds?: Bounds): void {
  for (let seed = 1; seed <= 600; seed++) {
    const questions = questionsOf(seed);
    const expected = first(questions, bounds, innerBounds);
    const next = numbers(seed + 7);
    const ask = asker(questions, bounds, innerBounds);
    for (let time = 0; time < 40; time++) {
      const question = next(expected.length);
      assert.equal(ask(question), expected[question], `questions ${seed}: number ${question} when asked as number ${time}`);
    }
  }
}

describe('Answers that are remembered', () => {
  it('are the same whatever was asked before, where questions ask each other in circles', () => assertOrderFree(wide));
  it('are the same where depth cuts them off', () => assertOrderFree({ depth: 4, steps: 100_000 }));
  it('are the same where steps cut them off', () => assertOrderFree({ depth: 100, steps: 12 }));
  it('are the same where both do', () => assertOrderFree({ depth: 5, steps: 15 }));

  it('are the same where the steps of another recall count', () => assertOrderFree({ depth: 100, steps: 15 }, { depth: 100, steps: 9 }));

  it('are beyond the bounds where another recall took the steps', () => {
    const inner = new Recall(wide);
    const recall = new Recall({ depth: 100, steps: 5 }, inner);
    const kept = Array.from({ length: 4 }, () => new Answer<number>());
    const deep = (from: number): number => inner.ask(kept[from] ?? assert.fail(), () => (from < 3 ? deep(from + 1) : 1), 0);
    const ask = (answer: Answer<string>): string =>
      recall.ask(
        answer,
        () =>
          `${deep(0)}${recall.ask(new Answer<string>(), () => `${deep(0)}${recall.ask(new Answer<string>(), () => 'end', '', 'beyond')}`, '', 'beyond')}`,
        '',
        'beyond',
      );
    // Four steps and its own, the first time and where they are remembered.
    assert.deepEqual([ask(new Answer<string>()), ask(new Answer<string>())], ['1beyond', '1beyond']);
  });

  it('are not found twice', () => {
    const recall = new Recall(wide);
    const answer = new Answer<string>();
    let times = 0;
    const ask = (): string => recall.ask(answer, () => `found ${++times}`, 'cut');
    assert.deepEqual([ask(), ask(), times], ['found 1', 'found 1', 1]);
  });

  it('of a circle are found once for each way into it, not once for each asker', () => {
    const recall = new Recall(wide);
    const [a, b] = [new Answer<string>(), new Answer<string>()];
    let times = 0;
    const askA = (): string => recall.ask(a, () => `a${++times && askB()}`, '-');
    const askB = (): string => recall.ask(b, () => `b${++times && askA()}`, '-');
    const users = Array.from({ length: 50 }, () => new Answer<string>());
    assert.deepEqual([...new Set(users.map((user) => recall.ask(user, () => askA() + askB(), '-')))], ['ab-ba-']);
    assert.equal(times, 4);
  });

  it('are found anew after one was not found', () => {
    const recall = new Recall(wide);
    const [a, b] = [new Answer<string>(), new Answer<string>()];
    let fails = true;
    const askA = (): string => recall.ask(a, () => `a${askB()}`, '-');
    const askB = (): string =>
      recall.ask(
        b,
        () => {
          const said = `b${askA()}`;
          if (fails) throw new RangeError('too deep');
          return said;
        },
        '-',
      );
    assert.throws(askA, RangeError);
    fails = false;
    assert.deepEqual([askB(), askA(), askB()], ['ba-', 'ab-', 'ba-']);
  });
});
