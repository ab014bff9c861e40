import assert from 'node:assert/strict';
import { join } from 'node:path';
import { RecentReads, type RecentRead } from '../../../src/workspace/cache/recentReads';
import { Recorder } from '../../../src/workspace/cache/recorder';
import { DiskHost } from '../../../src/workspace/resolve/diskHost';
import { makeTree } from '../support/tree';

function readOf(text: string): RecentRead {
  return { outcome: { kind: 'text', text, encoding: 'utf-8', bytes: text.length }, record: 'unstable' };
}

describe('Texts read last', () => {
  it('are let go of in the order in which they were read, where they are too many', () => {
    const reads = new RecentReads();
    const large = readOf('x'.repeat(4 * 1024 * 1024));
    for (const name of ['a', 'b']) reads.keep(name, large);
    reads.keep('a', large);
    assert.ok(reads.get('a') && reads.get('b'));
    reads.keep('c', readOf('one more'));
    assert.equal(reads.get('b'), undefined);
    assert.ok(reads.get('a') && reads.get('c'));
    reads.forget('a');
    assert.equal(reads.get('a'), undefined);
  });

  it('are not read again, and what was seen of their files is noted all the same', () => {
    const file = join(makeTree({ 'a.ts': 'on disk' }), 'a.ts');
    const reads = new RecentReads();
    const recorder = new Recorder();
    const host = new DiskHost(1 << 20, (line) => assert.fail(line), recorder, reads);
    reads.keep(file, readOf('as it was read'));
    assert.equal(host.read(file), 'as it was read');
    assert.deepEqual(host.load(file), readOf('as it was read').outcome);
    assert.deepEqual(recorder.take().files, [[file, 'unstable']]);
    host.changed(file);
    assert.equal(host.read(file), 'on disk');
    assert.equal(reads.get(file)?.outcome.text, 'on disk');
  });
});
