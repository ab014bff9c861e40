import assert from 'node:assert/strict';
import type { AcceptedCallSite, CallSite, FileAnalysis } from '../../src/core/callSite';
import type { ConfigurationFinding } from '../../src/core/configuration/finding';
import { firstCallSite, overviewState, retirementSites, type OverviewInput } from '../../src/editor/panel/overviewState';

let starts = 0;

function site(change: Partial<CallSite>): CallSite {
  starts += 10;
  return {
    file: '/w/a.ts',
    range: { start: starts, end: starts + 5 },
    kind: 'call',
    vendor: 'openai',
    sdk: 'openai',
    surface: 'chat',
    model: 'gpt-4o',
    openness: 'closed',
    portability: 'drop-in',
    inference: true,
    endpoint: { url: null, source: 'default' },
    message: 'm',
    fingerprint: `f${String(starts)}`,
    ...change,
  };
}

function analysis(file: string, callSites: CallSite[], accepted: AcceptedCallSite[] = []): FileAnalysis {
  return { file, callSites, accepted, configuration: [], dependencies: [], parsed: true, problems: [] };
}

function input(change: Partial<OverviewInput>): OverviewInput {
  return {
    analyses: [],
    scan: { running: undefined, last: undefined, failure: undefined },
    canScan: true,
    today: '2026-11-25',
    target: 'Ollama',
    vendorName: (vendor) => vendor.toUpperCase(),
    pathOf: (file) => file.slice(1),
    ...change,
  };
}

const mixed = [
  analysis('/w/b.ts', [site({}), site({ kind: 'client', model: null, inference: false }), site({ model: null })]),
  analysis(
    '/w/a.ts',
    [
      site({ vendor: 'ollama', model: 'qwen3:8b', openness: 'self-hosted', portability: 'none' }),
      site({ vendor: 'unknown', model: null, openness: 'unknown', portability: 'none' }),
      site({ vendor: 'anthropic', model: 'claude', portability: 'locked' }),
      site({}),
    ],
    [{ ...site({}), reason: 'ours' }],
  ),
  analysis('/w/accepted.ts', [], [{ ...site({}), reason: '' }]),
];

describe('panel: the snapshot', () => {
  const state = overviewState(input({ analyses: mixed }));

  it('adds up', () => {
    assert.equal(state.callSites, 7);
    assert.equal(state.accepted, 2);
    assert.deepEqual(state.openness, { closed: 5, 'open-hosted': 0, 'self-hosted': 1, unknown: 1 });
    assert.equal(state.closedShare, 5 / 6);
    assert.deepEqual(state.portability, { 'drop-in': 4, adapt: 0, locked: 1 });
    assert.ok(Math.abs((state.concentration ?? 0) - (0.8 ** 2 + 0.2 ** 2)) < 1e-9);
  });

  it('lists retirements, the next first, as seen from the day', () => {
    const retirement = {
      status: 'deprecated',
      announced: '2026-04-22',
      shutdown: '2026-12-11',
      replacement: 'm-2',
      vendor: 'openai',
      vendorName: 'OpenAI',
      source: 'https://example.com',
      checked: '2026-07-30',
    } as const;
    const analyses = [
      analysis('/w/a.ts', [
        site({ model: 'gone', retirement: { ...retirement, shutdown: '2026-10-23' } }),
        site({ model: 'next', retirement }),
        site({ model: 'stays' }),
      ]),
      analysis('/w/b.ts', [site({ file: '/w/b.ts', model: 'next', retirement })]),
    ];
    const { retirements } = overviewState(input({ analyses }));
    assert.deepEqual(
      retirements.map((row) => [row.model, row.vendorName, row.standing, row.daysLeft, row.callSites]),
      [
        ['next', 'OPENAI', 'retiring', 16, 2],
        ['gone', 'OPENAI', 'retired', -33, 1],
      ],
    );
    const [next] = retirements;
    assert.deepEqual(
      retirementSites(analyses, next?.id ?? '').map(({ file, model }) => [file, model]),
      [
        ['/w/a.ts', 'next'],
        ['/w/b.ts', 'next'],
      ],
    );
    assert.deepEqual(retirementSites(analyses, 'something else'), []);
  });

  it('counts what configuration files say apart', () => {
    const said = (kind: ConfigurationFinding['kind']): ConfigurationFinding => ({
      ...{
        file: '/w/.env',
        range: { start: 0, end: 1 },
        vendor: 'openai',
        name: 'n',
        model: null,
        url: null,
        message: 'm',
        fingerprint: 'f',
      },
      kind,
    });
    const analyses = [
      ...mixed,
      { ...analysis('/w/.env', []), configuration: [said('credential'), said('setting')] },
      { ...analysis('/w/package.json', []), configuration: [said('dependency'), said('dependency')] },
    ];
    const withIt = overviewState(input({ analyses }));
    assert.deepEqual(withIt.configuration, { dependency: 2, credential: 1, setting: 1, files: 2 });
    assert.deepEqual({ ...withIt, configuration: state.configuration }, state);
  });

  it('splits vendors, the largest first, with their names', () => {
    assert.deepEqual(
      state.vendors.map(({ id, name, callSites }) => [id, name, callSites]),
      [
        ['openai', 'OPENAI', 4],
        ['anthropic', 'ANTHROPIC', 1],
        ['ollama', 'OLLAMA', 1],
        ['unknown', 'UNKNOWN', 1],
      ],
    );
    assert.equal(state.vendors[0]?.openness.closed, 4);
  });

  it('lists models and counts the requests without one; clients have none to name', () => {
    assert.deepEqual(
      state.models.map(({ model, callSites }) => [model, callSites]),
      [
        ['gpt-4o', 2],
        ['claude', 1],
        ['qwen3:8b', 1],
      ],
    );
    assert.equal(state.undecidedModels, 2);
  });

  it('keeps one model apart by vendor and openness', () => {
    const analyses = [
      analysis('/w/a.ts', [
        site({ vendor: 'groq', model: 'm', openness: 'open-hosted' }),
        site({ vendor: 'together', model: 'm', openness: 'open-hosted' }),
      ]),
    ];
    assert.equal(overviewState(input({ analyses })).models.length, 2);
  });

  it('lists files by path, without those that are all accepted', () => {
    assert.deepEqual(
      state.files.map(({ file, path, callSites }) => [file, path, callSites]),
      [
        ['/w/a.ts', 'w/a.ts', 4],
        ['/w/b.ts', 'w/b.ts', 3],
      ],
    );
  });

  it('is plain data: it survives a message', () => assert.deepEqual(structuredClone(state), state));

  it('tells what the scan does', () => {
    const last = {
      at: 5,
      result: { files: [], errors: [], stats: { files: 9, parsed: 2, bytes: 1, milliseconds: 1 }, cancelled: true },
    };
    const running = { files: 1, total: 4, callSites: 2 };
    const scanOf = (change: Partial<OverviewInput>): unknown => overviewState(input(change)).scan;
    assert.deepEqual(scanOf({}), { kind: 'idle' });
    assert.deepEqual(scanOf({ canScan: false }), { kind: 'no-folder' });
    assert.deepEqual(scanOf({ scan: { running, last, failure: undefined } }), { kind: 'scanning', ...running });
    assert.deepEqual(scanOf({ scan: { running: undefined, last, failure: 'no' } }), { kind: 'error', message: 'no' });
    const failure = 'TypeError [ERR_INVALID_ARG_TYPE]: The argument is wrong: 1';
    assert.deepEqual(scanOf({ scan: { running: undefined, last, failure } }), { kind: 'error', message: 'The argument is wrong: 1' });
    assert.deepEqual(overviewState(input({ scan: { running: undefined, last, failure: undefined } })).lastScan, {
      at: 5,
      files: 9,
      cancelled: true,
    });
    assert.equal(overviewState(input({})).lastScan, null);
  });

  it('opens a file at its first closed call site, else at its first', () => {
    const [open, late, early] = [site({ openness: 'unknown' }), site({}), site({})];
    assert.equal(firstCallSite(analysis('/w/a.ts', [early, late, open])), late);
    assert.equal(firstCallSite(analysis('/w/a.ts', [open])), open);
    assert.equal(firstCallSite(analysis('/w/a.ts', [])), undefined);
  });
});
