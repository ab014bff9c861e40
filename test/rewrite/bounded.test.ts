import assert from 'node:assert/strict';
import { loadCatalog } from '../../src/catalog';
import { createEngine } from '../../src/core/createEngine';
import { MemoryHost } from '../support/memoryHost';

const opening = "import OpenAI from 'openai';\nconst client = new OpenAI();\n";
const asking = (model: string): string => `client.chat.completions.create({ model: ${model}, messages: [] });\n`;
const lines = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, index) => line(index)).join('');

const letters = ['a', 'b', 'c', 'd', 'e'];
/** Values of which each can be any of five others, and those any of five more. */
const levels = (value: (letter: string, level: number) => string): string =>
  lines(20, (level) => letters.map((letter) => value(letter, level)).join(''));
const anyBelow = (level: number, written: (name: string) => string): string =>
  level === 0 ? written("'gpt-4o'") : letters.map((letter) => written(`${letter}${level - 1}`)).join(' || ');

/** Code in which every step of the search for a model's text leads to several others. */
const branching: readonly (readonly [name: string, text: string])[] = [
  [
    'names that each are one of several others',
    `${opening}${levels((letter, level) => `const ${letter}${level} = ${anyBelow(level, (name) => name)};\n`)}${asking('a19')}`,
  ],
  [
    'members that each are one of several others',
    `${opening}class Models {\n${levels((letter, level) => `${letter}${level} = ${anyBelow(level, (name) => (level === 0 ? name : `this.${name}`))};\n`)}ask() { ${asking('this.a19')} }\n}\n`,
  ],
  [
    'options whose model is that of one of several others',
    `${opening}${levels((letter, level) => `const ${letter}${level} = { model: ${anyBelow(level, (name) => (level === 0 ? name : `${name}.model`))} };\n`)}${asking('a19.model')}`,
  ],
];

describe('Planning ends', () => {
  for (const [name, text] of branching) {
    it(`over ${name}`, () => {
      const engine = createEngine(loadCatalog(), new MemoryHost({ 'a.ts': text }));
      const plan = engine.plan({ files: ['a.ts'], related: [], style: 'environment', target: 'vllm' });
      assert.equal(plan.moved.length + plan.refused.length + plan.left.length > 0, true);
    });
  }
});
