import assert from 'node:assert/strict';
import { decode } from '../../scripts/build/plainData/decode';
import { encode } from '../../scripts/build/plainData/encode';

const site = { kind: 'call' };
const longText = 'said more than once';

describe('Plain data as a text', () => {
  const values: Record<string, unknown> = {
    'a text': 'text',
    'a number': 3,
    null: null,
    'nested objects and arrays': { a: [1, 2, { b: true, c: null }], d: 'e', f: [] },
    'numbers among shared objects': [0, 1, 2, site, 1, site, 0.5, -7, 1e21],
    'numbers that JSON has no name for': [Infinity, -Infinity],
    'a long text that comes again': [longText, { [longText]: longText }],
    'keys in their own order': { z: 1, a: 2, 10: 3, 2: 4, '': 5 },
    'keys with a meaning elsewhere': { ['__proto__']: { a: 1 }, constructor: 2, length: 3 },
    'texts beyond ASCII': ['é', '→', '😀', '\ud800', '"\\\n\u2028'],
  };
  for (const [name, value] of Object.entries(values)) {
    it(`is made the same again: ${name}`, () => {
      const text = encode(value);
      assert.match(text, /^[\n\x20-\x7f]*$/);
      const decoded = decode(text);
      assert.deepStrictEqual(decoded, value);
      assert.equal(JSON.stringify(decoded), JSON.stringify(value));
    });
  }

  it('has one object where there was one, and two where there were two', () => {
    const outer = { site, list: [site] };
    const made = decode(encode({ first: outer, second: { deep: { outer } }, equal: { ...site }, sites: [site, { kind: 'call' }] })) as {
      first: typeof outer;
      second: { deep: { outer: typeof outer } };
      equal: object;
      sites: object[];
    };
    assert.equal(made.second.deep.outer, made.first);
    assert.equal(made.first.list[0], made.first.site);
    assert.equal(made.sites[0], made.first.site);
    assert.notEqual(made.sites[1], made.first.site);
    assert.notEqual(made.equal, made.first.site);
  });

  it('writes what is reached once in its place, and what is reached again once', () => {
    assert.equal(encode({ a: { b: ['c', 1] }, d: 'c' }), '={"a":{"b":["c",1]},"d":"c"}');
    assert.deepEqual(encode([site, site, longText, longText, 7]).split('\n'), ['[1,1,2,2,3]', '={"kind":"call"}', `="${longText}"`, '=7']);
  });

  describe('that is large', () => {
    const large = { text: 'x'.repeat(1000), site };
    const isMade = (holder: object, key: string): boolean => Object.getOwnPropertyDescriptor(holder, key)?.get === undefined;

    it('is made when it is first asked for, with all that it shares', () => {
      const made = decode(encode({ small: site, large, again: { large } })) as {
        small: object;
        large: typeof large;
        again: { large: object };
      };
      assert.deepEqual([isMade(made, 'small'), isMade(made, 'large'), isMade(made.again, 'large')], [true, false, false]);
      assert.equal(made.again.large, made.large);
      assert.deepEqual([isMade(made, 'large'), isMade(made.again, 'large')], [true, true]);
      assert.equal(made.large.site, made.small);
      assert.deepEqual(Object.getOwnPropertyDescriptors(made.again), Object.getOwnPropertyDescriptors({ large }));
    });

    it('looks as if it were there', () => {
      const data = { z: large, a: 1 };
      assert.deepEqual(Object.keys(decode(encode(data)) as object), ['z', 'a']);
      assert.deepEqual({ ...(decode(encode(data)) as object) }, data);
      assert.equal(JSON.stringify(decode(encode(data))), JSON.stringify(data));
    });

    it('is made with an array that holds it', () => {
      assert.deepEqual(encode([large]).split('\n').length, 1);
      assert.deepEqual(decode(encode([large, large])), [large, large]);
    });
  });

  const circle: Record<string, unknown> = { a: {} };
  circle['a'] = [circle];
  class Row {
    readonly name = 'row';
  }
  const holed: number[] = [];
  holed[1] = 1;
  const refused: readonly (readonly [unknown, string])[] = [
    [{ a: [{ b: () => 1 }] }, 'rows.a[0].b is a function, no plain data'],
    [{ 'a b': undefined }, 'rows["a b"] is undefined, no plain data'],
    [[NaN], 'rows[0] is NaN, no plain data'],
    [[-0], 'rows[0] is minus zero, no plain data'],
    [[1n], 'rows[0] is a bigint, no plain data'],
    [[Symbol('a')], 'rows[0] is a symbol, no plain data'],
    [new Map(), 'rows is an instance of a class, no plain data'],
    [[new Set()], 'rows[0] is an instance of a class, no plain data'],
    [[/a/], 'rows[0] is an instance of a class, no plain data'],
    [[new Date(0)], 'rows[0] is an instance of a class, no plain data'],
    [[new Row()], 'rows[0] is an instance of a class, no plain data'],
    [[Object.create(null)], 'rows[0] is an instance of a class, no plain data'],
    [{ [Symbol('a')]: 1 }, 'rows is an object with symbols, no plain data'],
    [{ get a() { return 1; } }, 'rows is an object with accessors or hidden members, no plain data'],
    [Object.defineProperty({}, 'a', { value: 1 }), 'rows is an object with accessors or hidden members, no plain data'],
    [holed, 'rows is an array with holes or names, no plain data'],
    [Object.assign([1], { name: 'a' }), 'rows is an array with holes or names, no plain data'],
    [circle, 'rows.a[0] contains itself'],
  ]; // prettier-ignore
  for (const [value, message] of refused) {
    it(`refuses what would not be the same: ${message}`, () => {
      assert.throws(() => encode(value, 'rows'), { name: 'TypeError', message });
    });
  }
});
