import assert from 'node:assert/strict';
import { announcement } from '../../src/panel/announce';
import type { OverviewState, ScanStatus } from '../../src/panel/protocol';
import { never, results } from './harness/states';

function scanning(files: number, total: number): OverviewState {
  return { ...never, scan: { kind: 'scanning', files, total, callSites: 0 } };
}

const failed: ScanStatus = { kind: 'error', message: 'no' };
const lastScan = { at: 0, files: 80, cancelled: true };

describe('panel: what a screen reader is told', () => {
  const cases: [string, OverviewState | undefined, OverviewState, string | null][] = [
    ['the first state says nothing', undefined, results, null],
    ['a scan starts', never, scanning(0, 0), 'Scanning.'],
    ['small steps are silent', scanning(10, 100), scanning(20, 100), null],
    ['a quarter is said', scanning(20, 100), scanning(30, 100), '25% scanned.'],
    ['quarters that were skipped are not', scanning(20, 100), scanning(80, 100), '75% scanned.'],
    ['a growing total says nothing', scanning(30, 100), scanning(31, 400), null],
    ['the end is said by its result', scanning(99, 100), results, 'Scan finished. 14 of 17 call sites are closed.'],
    ['an empty end', scanning(99, 100), { ...never, lastScan: { ...lastScan, cancelled: false } }, 'Scan finished. No call sites found.'],
    ['a cancelled end', scanning(80, 100), { ...results, lastScan }, 'Scan cancelled after 80 files.'],
    ['a failure', scanning(80, 100), { ...never, scan: failed }, 'The scan failed.'],
    ['the same failure again', { ...never, scan: failed }, { ...never, scan: failed }, null],
    ['edits are silent', results, { ...results, callSites: 21 }, null],
    ['no folder', never, { ...never, scan: { kind: 'no-folder' } }, null],
  ];
  for (const [name, before, after, expected] of cases) it(name, () => assert.equal(announcement(before, after), expected));
});
