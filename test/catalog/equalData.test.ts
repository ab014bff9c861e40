import assert from 'node:assert/strict';
import { shareEqual } from '../../src/catalog/sdks/equalData';

describe('Equal data', () => {
  it('is one object wherever it stands', () => {
    const data = { a: { kind: 'call', at: [1, Infinity] }, b: [{ kind: 'call', at: [1, Infinity] }], c: [1, Infinity] };
    const shared = shareEqual(data);
    assert.deepStrictEqual(shared, data);
    assert.equal(shared.b[0], shared.a);
    assert.equal(shared.c, shared.a.at);
  });

  const different: readonly (readonly [string, unknown, unknown])[] = [
    ['another order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['a number and its text', [1], ['1']],
    ['null and its name', [null], ['null']],
    ['null and infinity', [null], [Infinity]],
    ['an array and an object', ['a'], { 0: 'a' }],
    ['nothing in an array and in an object', [], {}],
    ['texts with what parts them', ['a,1:b'], ['a', 'b']],
  ];
  for (const [name, one, other] of different) {
    it(`is not ${name}`, () => {
      const [first, second] = shareEqual([one, other]);
      assert.deepStrictEqual([first, second], [one, other]);
      assert.notEqual(first, second);
    });
  }
});
