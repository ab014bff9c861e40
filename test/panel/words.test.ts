import assert from 'node:assert/strict';
import type { OpennessCounts, OverviewState } from '../../src/panel/protocol';
import {
  closedShareSentence,
  concentrationSentence,
  configurationSentence,
  count,
  dayName,
  leftOutSentence,
  percent,
  scanTime,
  splitPath,
  timeLeft,
} from '../../src/panel/words';
import { never, results } from './harness/states';

function withCounts(openness: Partial<OpennessCounts>, accepted = 0): OverviewState {
  const counts = { ...never.openness, ...openness };
  return { ...never, openness: counts, callSites: Object.values(counts).reduce((a, b) => a + b, 0), accepted };
}

describe('panel: words', () => {
  const shares: [number, string][] = [
    [0, '0%'],
    [0.0004, '<1%'],
    [0.01, '1%'],
    [0.824, '82%'],
    [0.995, '>99%'],
    [1, '100%'],
  ];
  for (const [share, text] of shares) it(`writes ${share} as ${text}`, () => assert.equal(percent(share), text));

  const left: [number, string][] = [
    [1056, 'in 1,056 days'],
    [2, 'in 2 days'],
    [1, 'tomorrow'],
    [0, 'today'],
    [-1, '1 day ago'],
    [-33, '33 days ago'],
  ];
  for (const [days, text] of left) it(`writes ${days} days left as ${text}`, () => assert.equal(timeLeft(days), text));

  it('names a day, with the year where it is another one', () => {
    const now = Date.UTC(2026, 10, 25);
    assert.doesNotMatch(dayName('2026-12-11', now), /2026/);
    assert.match(dayName('2027-01-20', now), /2027/);
    assert.match(dayName('2026-12-11', now), /11/);
  });

  it('tells what configuration files say', () => {
    const said = (dependency: number, credential: number, setting: number, files: number): string | null =>
      configurationSentence({ ...never, configuration: { dependency, credential, setting, files } });
    assert.equal(said(0, 0, 0, 0), null);
    assert.equal(said(2, 1, 3, 4), 'Configuration: 2 dependencies, 1 credential, 3 settings in 4 files.');
    assert.equal(said(1, 0, 0, 1), 'Configuration: 1 dependency in 1 file.');
  });

  it('counts one and many', () => {
    assert.equal(count(1, 'call site'), '1 call site');
    assert.equal(count(0, 'call site'), '0 call sites');
    assert.equal(count(12345, 'file'), '12,345 files');
  });

  const sentences: [Partial<OpennessCounts>, string][] = [
    [{ closed: 14, 'self-hosted': 3 }, '14 of 17 call sites are closed.'],
    [{ closed: 1, 'open-hosted': 1 }, '1 of 2 call sites is closed.'],
    [{ closed: 3 }, 'All 3 call sites are closed.'],
    [{ closed: 1, unknown: 4 }, 'The one call site is closed.'],
    [{ 'self-hosted': 3 }, 'No closed call sites among 3.'],
    [{ unknown: 2 }, 'The code does not say where its requests go.'],
    [{ unknown: 1 }, 'The code does not say where its request goes.'],
  ];
  for (const [counts, text] of sentences) it(`says: ${text}`, () => assert.equal(closedShareSentence(withCounts(counts)), text));

  it('names what is left out, and stays silent when nothing is', () => {
    const plainSpaces = (text: string | null): string | undefined => text?.replaceAll('\u00A0', ' ');
    assert.equal(
      plainSpaces(leftOutSentence(withCounts({ closed: 1, unknown: 3 }, 1))),
      'Not counted: 3 not decided by the code, 1 accepted.',
    );
    assert.equal(plainSpaces(leftOutSentence(withCounts({ closed: 1 }, 2))), 'Not counted: 2 accepted.');
    assert.equal(leftOutSentence(withCounts({ closed: 1 })), null);
    assert.equal(leftOutSentence(withCounts({ unknown: 2 })), null, 'the headline says it already');
  });

  it('explains concentration by the leading vendor and equal vendors', () => {
    assert.equal(
      concentrationSentence(results),
      'OpenAI has 11 of 14 closed call sites. Concentration is 0.66 of 1, the same as 1.5 vendors with equal shares.',
    );
  });

  it('leads with the vendor of most closed call sites, not of most call sites', () => {
    const [openai, anthropic] = [results.vendors[0], results.vendors[1]];
    assert.ok(openai && anthropic);
    const state = {
      ...results,
      openness: { ...results.openness, closed: 3 },
      concentration: 5 / 9,
      vendors: [
        { ...openai, callSites: 9, openness: { ...never.openness, closed: 1, unknown: 8 } },
        { ...anthropic, callSites: 2, openness: { ...never.openness, closed: 2 } },
      ],
    };
    assert.match(concentrationSentence(state) ?? '', /^Anthropic has 2 of 3/);
  });

  it('says when all depends on one vendor, and nothing of a single call site or none', () => {
    const vendors = [{ id: 'openai', name: 'OpenAI', callSites: 2, openness: { ...never.openness, closed: 2 } }];
    const all = { ...withCounts({ closed: 2 }), vendors, concentration: 1 };
    assert.equal(concentrationSentence(all), 'All closed call sites depend on one vendor, OpenAI.');
    const one = { ...withCounts({ closed: 1 }), vendors: [{ ...vendors[0], callSites: 1, openness: { ...never.openness, closed: 1 } }] };
    assert.equal(concentrationSentence({ ...one, concentration: 1 } as OverviewState), null);
    assert.equal(concentrationSentence(never), null);
  });

  it('gives today as a time, this year without the year', () => {
    const now = new Date(2026, 4, 20, 18, 0).getTime();
    const today = scanTime(new Date(2026, 4, 20, 9, 41).getTime(), now);
    const thisYear = scanTime(new Date(2026, 2, 3, 9, 41).getTime(), now);
    const before = scanTime(new Date(2024, 2, 3, 9, 41).getTime(), now);
    assert.match(today, /^0?9:41/);
    assert.ok(!thisYear.includes('2026') && thisYear.length > today.length, thisYear);
    assert.ok(before.includes('2024'), before);
  });

  it('splits a path', () => {
    assert.deepEqual(splitPath('src/llm/client.ts'), { name: 'client.ts', folder: 'src/llm' });
    assert.deepEqual(splitPath('client.ts'), { name: 'client.ts', folder: '' });
  });
});
