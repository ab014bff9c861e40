import type { OverviewState } from './protocol';
import { closedShareSentence, count, percent } from './words';

/** Progress is spoken in quarters: a reader who hears every file hears nothing else. */
function quarter(files: number, total: number): number {
  return total === 0 ? 0 : Math.floor((files / total) * 4);
}

/** What a screen reader should say when the panel goes from one state to the next; null when it should stay silent. */
export function announcement(before: OverviewState | undefined, after: OverviewState): string | null {
  const scan = after.scan;
  switch (scan.kind) {
    case 'no-folder':
      return null;
    case 'error':
      return before?.scan.kind === 'error' ? null : 'The scan failed.';
    case 'scanning': {
      if (before?.scan.kind !== 'scanning') return 'Scanning.';
      const now = quarter(scan.files, scan.total);
      return now > quarter(before.scan.files, before.scan.total) && now < 4 ? `${percent(now / 4)} scanned.` : null;
    }
    case 'idle':
      if (before?.scan.kind !== 'scanning' || !after.lastScan) return null;
      if (after.lastScan.cancelled) return `Scan cancelled after ${count(after.lastScan.files, 'file')}.`;
      return after.callSites === 0 ? 'Scan finished. No call sites found.' : `Scan finished. ${closedShareSentence(after)}`;
  }
}
