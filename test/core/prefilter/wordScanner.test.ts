import assert from 'node:assert/strict';
import { WordScanner } from '../../../src/core/prefilter/wordScanner';

const [first, second] = [1, 2];
const scanner = new WordScanner([
  ['openai', first],
  ['"ai"', first],
  ['nai.com', second],
  ['api.openrouter.ai', second],
]);
const both = first | second;

const cases: readonly (readonly [text: string, enough: number, found: number])[] = [
  ['', both, 0],
  ['nothing of the kind', both, 0],
  ['OpenAI', both, first],
  ["import ai from 'ai'", both, first],
  ['`ai"', both, first],
  ['main', both, 0],
  ['open ai', both, 0],
  ['openai.com', second, both],
  ['openai.com', first, first],
  ['opopenai', both, first],
  ['das ﬁnden wir: openai', both, first],
  // The first ten letters alone are looked for.
  ['API.OPENROUND', both, second],
];

describe('WordScanner', () => {
  for (const [text, enough, found] of cases) {
    it(`${JSON.stringify(text)} until ${enough}: ${found}`, () => assert.equal(scanner.scan(text, enough), found));
  }

  it('looks for a word up to its first letter beyond ASCII', () => {
    const own = new WordScanner([['modèle', first]]);
    assert.deepEqual([own.scan('MODULE', both), own.scan('mode', both)], [first, first]);
    assert.equal(new WordScanner([['élan', first]]).scan('any text', both), first);
  });
});
