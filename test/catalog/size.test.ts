import assert from 'node:assert/strict';
import { memoryFor, parametersOf } from '../../src/catalog/models/size';

const sizes: readonly (readonly [names: readonly string[], total: number | null, active?: number])[] = [
  [['qwen3-32b'], 32],
  [['qwen3-235b-a22b'], 235, 22],
  [['Qwen3-Coder-30B-A3B-Instruct'], 30, 3],
  [['llama-3.3-70b-instruct'], 70],
  [['qwen3-embedding-0.6b'], 0.6],
  [['gemma-3-270m'], 0.27],
  [['mistral-small-2603', 'Mistral-Small-4-119B-2603'], 119],
  [['gpt-oss:20b'], 20],
  // Not the total: one expert's size, the number of experts times it, an effective size
  [['llama-4-maverick-17b-instruct', 'Llama-4-Maverick-17B-128E-Instruct'], null],
  [['mixtral-8x7b'], null],
  [['gemma-4-E2B-it'], null],
  // No size at all
  [['deepseek-v4-pro'], null],
  [['claude-3b2'], null],
  [[], null],
];

describe('parametersOf', () => {
  for (const [names, total, active = null] of sizes) {
    it(`${names.join(', ') || '(no name)'}: ${total ?? 'not said'}`, () =>
      assert.deepEqual(parametersOf(names), total === null ? null : { total, active }));
  }
});

const machines: readonly (readonly [parameters: number, gigabytes: number])[] = [
  [0.6, 1.4],
  [8, 5.8],
  [32, 20.2],
  [120, 73],
  [400, 241],
];

describe('memoryFor', () => {
  for (const [total, gigabytes] of machines) {
    it(`${total} B parameters: ${gigabytes} GB`, () => assert.equal(memoryFor({ total, active: 3 }), gigabytes));
  }
});
