import assert from 'node:assert/strict';
import type { FileAnalysis } from '../../src/core/callSite';
import { knownPlace, withPlaces } from '../../src/core/text/places';

type Ranges = readonly (readonly [start: number, end: number])[];

/** An analysis of which only the ranges count. */
function analysisOf(callSites: Ranges, configuration: Ranges = []): FileAnalysis {
  const ranges = (all: Ranges): { range: { start: number; end: number } }[] => all.map(([start, end]) => ({ range: { start, end } }));
  const analysis = { file: 'a.ts', accepted: [], dependencies: [], parsed: true, problems: [] };
  return { ...analysis, callSites: ranges(callSites), configuration: ranges(configuration) } as unknown as FileAnalysis;
}

describe('Places of findings', () => {
  it('are offset, line and column of where ranges begin and end, each once', () => {
    const sites = analysisOf(
      [
        [0, 4],
        [4, 7],
      ],
      [[5, 7]],
    );
    assert.deepEqual(withPlaces(sites, 'ab\ncd\n\nef').places, [0, 1, 1, 4, 2, 2, 7, 4, 1, 5, 2, 3]);
  });

  it('do not count a byte order mark', () => {
    assert.deepEqual(withPlaces(analysisOf([[1, 5]]), '\uFEFFab\ncd').places, [1, 1, 1, 5, 2, 2]);
  });

  it('are known by their offsets alone', () => {
    const { places = [] } = withPlaces(analysisOf([[2, 9]]), 'one\r\ntwo\rthree');
    assert.deepEqual(knownPlace(places, 2), { line: 1, column: 3 });
    assert.deepEqual(knownPlace(places, 9), { line: 3, column: 1 });
    // A line, not an offset.
    assert.equal(knownPlace(places, 3), undefined);
    assert.equal(knownPlace([], 0), undefined);
  });
});
