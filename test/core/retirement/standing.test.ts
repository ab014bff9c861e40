import assert from 'node:assert/strict';
import type { SiteRetirement } from '../../../src/core/callSite';
import { retirementMessage } from '../../../src/core/retirement/message';
import { compareRetirements, dayOf, retirementState, type Day, type RetirementState } from '../../../src/core/retirement/standing';

function retirement(facts: Partial<SiteRetirement>): SiteRetirement {
  return {
    status: 'deprecated',
    announced: '2026-06-11',
    shutdown: '2026-12-11',
    replacement: 'm-2',
    vendor: 'openai',
    vendorName: 'OpenAI',
    source: 'https://example.com/deprecations',
    checked: '2026-07-30',
    ...facts,
  };
}

describe('The state of a retirement', () => {
  const cases: readonly [what: string, facts: Partial<SiteRetirement>, today: Day, state: RetirementState][] = [
    ['announced for later', {}, '2026-09-11', { standing: 'deprecated', daysLeft: 91 }],
    ['ninety days before', {}, '2026-09-12', { standing: 'retiring', daysLeft: 90 }],
    ['the day before', {}, '2026-12-10', { standing: 'retiring', daysLeft: 1 }],
    ['on the day', {}, '2026-12-11', { standing: 'retired', daysLeft: 0 }],
    ['after it, though the page was read before', {}, '2027-01-11', { standing: 'retired', daysLeft: -31 }],
    ['gone by the page, on a day before', { status: 'retired' }, '2026-12-01', { standing: 'retired', daysLeft: 10 }],
    ['gone, without a date', { status: 'retired', shutdown: null }, '2026-12-01', { standing: 'retired', daysLeft: null }],
    ['announced, without a date', { shutdown: null }, '2026-12-01', { standing: 'deprecated', daysLeft: null }],
    ['over the change of the clocks', { shutdown: '2026-11-01' }, '2026-10-01', { standing: 'retiring', daysLeft: 31 }],
  ];
  for (const [what, facts, today, state] of cases) it(what, () => assert.deepEqual(retirementState(retirement(facts), today), state));

  it('is ordered by who comes next, then without a date, then the latest that went', () => {
    const shutdowns = ['2026-01-01', null, '2027-03-01', '2026-12-01', '2026-11-01'];
    const sorted = shutdowns
      .map((shutdown) => ({ shutdown, state: retirementState({ status: 'deprecated', shutdown }, '2026-11-25') }))
      .sort((a, b) => compareRetirements(a.state, b.state));
    assert.deepEqual(
      sorted.map(({ shutdown }) => shutdown),
      ['2026-12-01', '2027-03-01', null, '2026-11-01', '2026-01-01'],
    );
  });

  it('takes the day where the program runs', () => {
    assert.equal(dayOf(new Date(2026, 0, 2, 23, 59)), '2026-01-02');
    assert.equal(dayOf(new Date(2026, 11, 31, 0, 0)), '2026-12-31');
  });
});

describe('The message of a retirement', () => {
  const cases: readonly [what: string, facts: Partial<SiteRetirement>, today: Day, message: string][] = [
    ['to come', {}, '2026-11-25', 'OpenAI retires m-1 on 2026-12-11, in 16 days. Its replacement: m-2. As of 2026-07-30.'],
    ['of tomorrow', {}, '2026-12-10', 'OpenAI retires m-1 on 2026-12-11, tomorrow. Its replacement: m-2. As of 2026-07-30.'],
    [
      'that should have come since the page was read',
      { replacement: null },
      '2026-12-12',
      'OpenAI announced that it retires m-1 on 2026-12-11, which was yesterday. As of 2026-07-30.',
    ],
    [
      'that the page confirms',
      { status: 'retired', shutdown: '2026-05-01', replacement: null },
      '2026-11-25',
      'OpenAI retired m-1 on 2026-05-01; requests fail. As of 2026-07-30.',
    ],
    [
      'without a date',
      { shutdown: null, replacement: null },
      '2026-11-25',
      'OpenAI has deprecated m-1 and gives no date on which it ends. As of 2026-07-30.',
    ],
    [
      'gone without a date',
      { status: 'retired', shutdown: null, replacement: null },
      '2026-11-25',
      'OpenAI no longer serves m-1. As of 2026-07-30.',
    ],
  ];
  for (const [what, facts, today, message] of cases)
    it(what, () => assert.equal(retirementMessage('m-1', retirement(facts), today), message));
});
