import assert from 'node:assert/strict';
import { LazyList } from '../../src/core/lazyList';

describe('LazyList', () => {
  const lengths = (words: readonly string[], made: string[]): LazyList<number> =>
    LazyList.of(words, (word) => {
      made.push(word);
      return word.length;
    });

  it('makes an item when it is first asked for, and once', () => {
    const made: string[] = [];
    const list = lengths(['a', 'bb', 'ccc'], made).map((length) => ({ length }));
    assert.deepEqual([list.length, made], [3, []]);
    assert.equal(list.at(1), list.at(1));
    assert.deepEqual([list.at(1), made], [{ length: 2 }, ['bb']]);
    assert.deepEqual(
      [list.toArray().map(({ length }) => length), made],
      [
        [1, 2, 3],
        ['bb', 'a', 'ccc'],
      ],
    );
  });

  it('has the items of several lists in their order', () => {
    const list = LazyList.join([lengths(['a'], []), lengths([], []), lengths(['bb', 'ccc'], [])]);
    assert.deepEqual(list.toArray(), [1, 2, 3]);
    assert.equal(LazyList.join([]).length, 0);
  });

  it('has nothing at places that it has not', () => {
    const list = lengths(['a'], []);
    assert.deepEqual([list.at(-1), list.at(1)], [undefined, undefined]);
  });
});
