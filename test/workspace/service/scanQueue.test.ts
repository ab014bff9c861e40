import assert from 'node:assert/strict';
import { ScanQueue, type Job } from '../../../src/workspace/service/scanQueue';

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `${index}.ts`);
const workerOf = (): { isGone: boolean } => ({ isGone: false });
const told = (job: Job | undefined): string | undefined => job && `${job.method} ${job.files.length}`;

describe('The queue of a scan', () => {
  it('has files sifted, one worker taking from the start and one from the end', () => {
    const queue = new ScanQueue(2, true);
    const [a, b] = [workerOf(), workerOf()];
    queue.add(names(40));
    const first = queue.next(a, true);
    const second = queue.next(b, true);
    assert.deepEqual([told(first), first?.files[0]], ['sift 10', '0.ts']);
    assert.deepEqual([told(second), second?.files.at(-1)], ['sift 8', '39.ts']);
  });

  it('has all files analysed where none may be sifted', () => {
    const queue = new ScanQueue(2, false);
    queue.add(names(3));
    assert.equal(told(queue.next(workerOf(), true)), 'batch 3');
  });

  it('keeps what is left for the worker with an engine, and makes another one only for many files', () => {
    const queue = new ScanQueue(2, true);
    const [a, b] = [workerOf(), workerOf()];
    assert.equal(queue.leave(a, names(4)), undefined);
    assert.equal(told(queue.next(a, true)), 'batch 4');
    assert.equal(told(queue.leave(a, names(5))), 'batch 5', 'who has an engine goes on');
    assert.equal(queue.leave(b, names(11)), undefined);
    assert.equal(queue.next(b, true), undefined, 'too few for another engine');
    assert.equal(queue.leave(b, names(1)), undefined);
    assert.equal(queue.next(b, false), undefined, 'more files may be found');
    assert.equal(told(queue.next(b, true)), 'batch 4');
    assert.equal(told(queue.next(b, true)), 'batch 4', 'who has an engine by now takes as few as there are');
    assert.equal(told(queue.next(a, true)), 'batch 4');
    assert.ok(queue.isEmpty);
  });

  it('has another worker make an engine when the one that had it is gone', () => {
    const queue = new ScanQueue(2, true);
    const gone = workerOf();
    queue.leave(gone, names(4));
    assert.equal(told(queue.next(gone, true)), 'batch 4');
    queue.leave(workerOf(), names(1));
    assert.equal(queue.next(workerOf(), true), undefined);
    gone.isGone = true;
    assert.equal(queue.leave(gone, names(1)), undefined);
    assert.equal(told(queue.next(workerOf(), true)), 'batch 2');
  });

  it('wants another worker for many files only, and one whenever there is something to do', () => {
    const queue = new ScanQueue(2, true);
    assert.equal(queue.wantsAnother(0), false);
    queue.add(names(1));
    assert.equal(queue.wantsAnother(0), true);
    assert.equal(queue.wantsAnother(1), false);
    queue.add(names(200));
    assert.equal(queue.wantsAnother(1), true);
    assert.equal(queue.wantsAnother(2), false);
  });
});
