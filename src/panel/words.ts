import type { OverviewState, PanelOpenness, RetirementRow } from './protocol';

/** How openness is called in the panel. */
export const opennessNames: Readonly<Record<PanelOpenness, string>> = {
  closed: 'Closed',
  'open-hosted': 'Open-hosted',
  'self-hosted': 'Self-hosted',
  unknown: 'Not decided',
};

/** What each openness means, for tooltips and the legend. */
export const opennessMeanings: Readonly<Record<PanelOpenness, string>> = {
  closed: 'closed weights, or a closed vendor’s host',
  'open-hosted': 'open weights at a third party',
  'self-hosted': 'your own or a local server',
  unknown: 'the code does not say where the request goes',
};

const numbers = new Intl.NumberFormat('en');

/** `1 call site`, `1,204 call sites`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${numbers.format(amount)} ${amount === 1 ? one : many}`;
}

/** A number as people read it. */
export function plain(amount: number): string {
  return numbers.format(amount);
}

/** A share in whole percent. Only none is 0 % and only all is 100 %: a rounded number must not hide the last call site. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return '<1%';
  if (share > 0.99 && share < 1) return '>99%';
  return `${Math.round(share * 100)}%`;
}

/** The headline as a sentence. */
export function closedShareSentence(state: OverviewState): string {
  const { closed, unknown } = state.openness;
  const decided = state.callSites - unknown;
  if (decided === 0) return `The code does not say where ${state.callSites === 1 ? 'its request goes' : 'its requests go'}.`;
  if (closed === 0) return `No closed call sites among ${plain(decided)}.`;
  if (closed === decided) return decided === 1 ? 'The one call site is closed.' : `All ${count(decided, 'call site')} are closed.`;
  return `${plain(closed)} of ${count(decided, 'call site')} ${closed === 1 ? 'is' : 'are'} closed.`;
}

/** What is left out of the closed share; null when nothing is. */
export function leftOutSentence(state: OverviewState): string | null {
  const decided = state.callSites > state.openness.unknown;
  const parts = [
    decided && state.openness.unknown > 0 ? `${plain(state.openness.unknown)}\u00A0not decided by the code` : null,
    state.accepted > 0 ? `${plain(state.accepted)}\u00A0accepted` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : `Not counted: ${parts.join(', ')}.`;
}

/** What manifests and configuration files say; null where they say nothing. */
export function configurationSentence({ configuration }: OverviewState): string | null {
  const { dependency, credential, setting, files } = configuration;
  const parts = [
    dependency > 0 ? count(dependency, 'dependency', 'dependencies') : null,
    credential > 0 ? count(credential, 'credential') : null,
    setting > 0 ? count(setting, 'setting') : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : `Configuration: ${parts.join(', ')} in ${count(files, 'file')}.`;
}

/** Vendor concentration in words; null without closed call sites. */
export function concentrationSentence(state: OverviewState): string | null {
  const closed = state.openness.closed;
  const first = [...state.vendors].sort((a, b) => b.openness.closed - a.openness.closed)[0];
  if (state.concentration === null || closed === 0 || !first) return null;
  if (first.openness.closed === closed) {
    return closed === 1 ? null : `All closed call sites depend on one vendor, ${first.name}.`;
  }
  // The inverse of the index is the number of equal vendors that would give the same index: easier to picture than 0.46.
  const equal = Math.round(10 / state.concentration) / 10;
  return `${first.name} has ${plain(first.openness.closed)} of ${plain(closed)} closed call sites. Concentration is ${state.concentration.toFixed(
    2,
  )} of 1, the same as ${plain(equal)} vendors with equal shares.`;
}

/** When a scan ended, no longer than needed: the time alone for today, the year only for another one. In the reader's own format. */
export function scanTime(at: number, now: number): string {
  const then = new Date(at);
  const today = new Date(now);
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  if (then.toDateString() === today.toDateString()) return then.toLocaleString(undefined, time);
  const day = { ...time, day: 'numeric', month: 'short' } as const;
  return then.toLocaleString(undefined, then.getFullYear() === today.getFullYear() ? day : { ...day, year: 'numeric' });
}

/** The last name of a path and the folder before it. */
export function splitPath(path: string): { readonly name: string; readonly folder: string } {
  const slash = path.lastIndexOf('/');
  return { name: path.slice(slash + 1), folder: slash < 0 ? '' : path.slice(0, slash) };
}

/** A day as people read it: no year when it is this one. */
export function dayName(day: string, now: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const near = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return date.toLocaleString(undefined, date.getUTCFullYear() === new Date(now).getUTCFullYear() ? near : { ...near, year: 'numeric' });
}

/** How long a model is left: `in 16 days`, `33 days ago`. */
export function timeLeft(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days > 0 ? `in ${count(days, 'day')}` : `${count(-days, 'day')} ago`;
}

/** What a standing is called. */
export const standingNames: Readonly<Record<RetirementRow['standing'], string>> = {
  retired: 'Retired',
  retiring: 'Retiring',
  deprecated: 'Deprecated',
};
