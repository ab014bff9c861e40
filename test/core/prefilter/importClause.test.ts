import assert from 'node:assert/strict';
import { bringsOnlyTypes } from '../../../src/core/prefilter/importClause';

describe('A statement that names a module', () => {
  const cases: readonly (readonly [text: string, onlyTypes: boolean])[] = [
    ["import type { A, B as C } from './m'", true],
    ["import type {\n  A,\n  type B,\n} from './m'", true],
    ["import type A from './m'", true],
    ["import type * as all from './m'", true],
    ["export type { A } from './m'", true],
    ["export type * from './m'", true],
    ["import { A } from './m'", false],
    ["import { type A, b } from './m'", false],
    ["import type from './m'", false],
    ["import type, { A } from './m'", false],
    ["import './m'", false],
    ["export * from './m'", false],
    ["import type A = require('./m')", false],
    ["export type A = typeof import('./m')", false],
    ["// export type { A } from\nconst m = require('./m')", false],
    ["import type { A } from './other'; export * from './m'", false],
    ["export type { A };\nconst m = require('./m')", false],
    // Told at a glance: the last keyword is in a name.
    ["import type { importMap } from './m'", false],
    ["from './m'", false],
  ];
  for (const [text, expected] of cases)
    it(`${expected ? 'brings' : 'is not said to bring'} types only: ${text.replaceAll('\n', ' ')}`, () => {
      assert.equal(bringsOnlyTypes(text, text.lastIndexOf("'./m'")), expected);
    });
});
