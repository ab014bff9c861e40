import assert from 'node:assert/strict';
import { loadCatalog } from '../../../src/catalog';
import { configurationPrefilter } from '../../../src/core/configuration/prefilter';
import { searchedText } from '../../../src/core/prefilter/wordScanner';

const mayHold = configurationPrefilter(loadCatalog());

const cases: readonly (readonly [text: string, expected: boolean])[] = [
  ['', false],
  ['name: app\nport: 80\n', false],
  ['model: gpt-4o', true],
  ['"defaultModel-id" : 1', true],
  ['LLM_NAME=x', true],
  ['a model of the world', false],
  ['OPENAI_API_KEY', true],
  ['openai_api_key', true],
  ['url = https://API.openai.com/v1', true],
  ['openai', true],
  ['{"openai":"^6.0.0"}', true],
  ["- 'openai'", true],
  ['OpenAI>=1', true],
  ['x openai', true],
  ['myopenai', false],
  ['_openai', false],
  ['openai-and-more', false],
  ['openaiish', false],
  ['langchain-openai==0.1', true],
  ['langchain_openai', true],
  ['langchain.openai', true],
  ['x openai_', false],
  ['"@langchain/openai": "1"', true],
  ['"@langchain/openai-extra": "1"', false],
];

describe('The prefilter of configuration files', () => {
  for (const [text, expected] of cases) {
    it(`${expected ? 'reads' : 'passes over'} ${JSON.stringify(text)}`, () => {
      assert.equal(mayHold(searchedText(text), ['npm', 'settings']), expected);
    });
  }

  it('looks for packages in lists of packages only, and for settings where they may stand', () => {
    const inList = (text: string): boolean => mayHold(searchedText(text), ['npm']);
    const inSettings = (text: string): boolean => mayHold(searchedText(text), ['settings']);
    assert.deepEqual([inList('labels: openai'), inSettings('labels: openai')], [true, false]);
    assert.deepEqual([inList('OPENAI_API_KEY'), inSettings('OPENAI_API_KEY')], [false, true]);
  });
});
