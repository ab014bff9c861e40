import assert from 'node:assert/strict';
import { stretchesOf } from '../../../src/core/prefilter/stretches';
import { searchedText, WordScanner, type ScannedWord } from '../../../src/core/prefilter/wordScanner';

const [first, second] = [1, 2];

function scannerOf(words: readonly ScannedWord[]): WordScanner {
  return new WordScanner(words, stretchesOf(words.map(({ text }) => text)));
}

const scanner = scannerOf([
  { text: 'openai', bits: first },
  { text: '"ai"', bits: first, bitsAt: (text, start) => (text.startsWith('ai', start + 1) ? first : 0) },
  { text: 'nai.com', bits: second },
  { text: 'api.openrouter.ai', bits: second },
]);
const both = first | second;

const cases: readonly (readonly [text: string, enough: number, found: number])[] = [
  ['', both, 0],
  ['nothing of the kind', both, 0],
  ['OpenAI', both, 0],
  ['OpenAI, openai', both, first],
  ["import ai from 'ai'", both, first],
  ['`ai"', both, first],
  ['main', both, 0],
  ['open ai', both, 0],
  ['openai.com', second, both],
  ['openai.com', first, first],
  ['opopenai', both, first],
  ['das ﬁnden wir: openai', both, first],
  ["'ai`", both, first],
  ["'AI`", both, 0],
  ['api.openround', both, 0],
  ['api.openround, api.openrouter.ai', both, second],
];

describe('WordScanner', () => {
  for (const [text, enough, found] of cases) {
    it(`${JSON.stringify(text)} until ${enough}: ${found}`, () => assert.equal(scanner.scan(searchedText(text), enough), found));
  }

  it('lists the words of a bit', () => {
    assert.deepEqual([...scanner.words(searchedText("openai 'ai' api.openrouter.ai"), first)].sort(), ['"ai"', 'openai']);
    assert.deepEqual([...scanner.words(searchedText('api.openrouter.ai openai.com'), second)].sort(), ['api.openrouter.ai', 'nai.com']);
  });

  it('finds words with letters beyond ASCII', () => {
    const own = scannerOf([
      { text: 'modèle', bits: first },
      { text: 'élan', bits: second },
    ]);
    assert.deepEqual([...own.words(searchedText('un modèle, un élan'), second)], ['élan']);
    assert.deepEqual(
      [own.scan(searchedText('mode'), both), own.scan(searchedText('un modèle'), both), own.scan(searchedText('un élan'), both)],
      [0, first, second],
    );
  });

  it('finds a word wherever it stands, and only there', () => {
    const words = ['z!', 'abc', 'xyz.', 'long.enough', '"q"', '_a_b_c', '?'];
    const own = scannerOf(words.map((text, index) => ({ text, bits: 1 << index })));
    const fillers = ['', 'a', 'ab', ' .', 'bc ', 'xyz', '"q', 'nough', 'long.', '\u00e4', 'ABC', '!'];
    for (const before of fillers) {
      for (const word of words) {
        for (const after of fillers) {
          const text = before + word + after;
          const expected = words.reduce((bits, each, index) => (text.includes(each) ? bits | (1 << index) : bits), 0);
          assert.equal(own.scan(searchedText(text), ~0 << words.length), expected, JSON.stringify(text));
          const bytes = Buffer.from(text);
          const startOf = (at: number): number => bytes.toString('utf8', 0, at).length;
          assert.equal(own.scan({ bytes, text: () => text, startOf }, ~0 << words.length), expected, JSON.stringify(text));
          assert.deepEqual(
            words.map((_, index) => own.words(searchedText(text), 1 << index).size > 0),
            words.map((each) => text.includes(each)),
            JSON.stringify(text),
          );
        }
      }
    }
  });
});
