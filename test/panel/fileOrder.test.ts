import assert from 'node:assert/strict';
import { sortFiles } from '../../src/panel/fileOrder';
import { rowAfterKey } from '../../src/panel/rowKeys';
import type { ViewState } from '../../src/panel/view';
import { results } from './harness/states';

function names(sort: ViewState['sort']): string[] {
  return sortFiles(results.files, sort).map((row) => row.path.slice(row.path.lastIndexOf('/') + 1, -3));
}

describe('panel: order of files', () => {
  it('puts the most closed first and keeps equal ones by path', () => {
    assert.deepEqual(names({ column: 'closed', descending: true }), [
      'draft',
      'dailySummary',
      'orders',
      'live',
      'client',
      'articlesWithAVeryLongName',
      'spam',
    ]);
  });

  it('turns around', () => assert.equal(names({ column: 'closed', descending: false })[0], 'spam'));
  it('sorts by path', () => assert.equal(names({ column: 'path', descending: true })[0], 'articlesWithAVeryLongName'));
  it('sorts by all call sites', () =>
    assert.deepEqual(names({ column: 'callSites', descending: true }).slice(0, 2), ['draft', 'dailySummary']));

  it('leaves the state as it is', () => {
    const before = results.files.map((row) => row.path);
    sortFiles(results.files, { column: 'callSites', descending: true });
    assert.deepEqual(
      results.files.map((row) => row.path),
      before,
    );
  });

  const keys: [string, number, number | undefined][] = [
    ['ArrowDown', 0, 1],
    ['ArrowDown', 4, 4],
    ['ArrowUp', 0, 0],
    ['ArrowUp', 3, 2],
    ['Home', 3, 0],
    ['End', 1, 4],
    ['Enter', 1, undefined],
    ['Tab', 1, undefined],
  ];
  for (const [key, row, expected] of keys) it(`${key} in row ${row} of 5`, () => assert.equal(rowAfterKey(key, row, 5), expected));
});
