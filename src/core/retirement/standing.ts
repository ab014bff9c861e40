import type { Retirement } from '../catalog/catalog';

/** Days before a shutdown from which it is imminent. */
export const retiringWithin = 90;

/** A calendar day, `2026-12-31`. Days compare as texts. */
export type Day = string;

/** Where a model stands on its way out: requests fail; they will within {@link retiringWithin} days; it was announced, later or without a date. */
export const standings = ['retired', 'retiring', 'deprecated'] as const;
export type Standing = (typeof standings)[number];

export interface RetirementState {
  readonly standing: Standing;
  /** Days until requests fail, 0 or less once they do; null where no date is announced. */
  readonly daysLeft: number | null;
}

/** What an announced retirement means on a day. Once the announced date is there requests fail, also where the page was read before it. */
export function retirementState({ status, shutdown }: Pick<Retirement, 'status' | 'shutdown'>, today: Day): RetirementState {
  if (shutdown === null) return { standing: status, daysLeft: null };
  const daysLeft = daysBetween(today, shutdown);
  return { standing: status === 'retired' || daysLeft <= 0 ? 'retired' : daysLeft <= retiringWithin ? 'retiring' : 'deprecated', daysLeft };
}

/** The day on which a moment falls where the program runs. */
export function dayOf(date: Date): Day {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The order in which people want to hear of retirements: the next first, those without a date after them, then what is gone, the latest first. */
export function compareRetirements(a: RetirementState, b: RetirementState): number {
  return (
    rank(a) - rank(b) ||
    (a.standing === 'retired' ? (b.daysLeft ?? -Infinity) - (a.daysLeft ?? -Infinity) || 0 : (a.daysLeft ?? 0) - (b.daysLeft ?? 0))
  );
}

function rank({ standing, daysLeft }: RetirementState): number {
  return standing === 'retired' ? 2 : daysLeft === null ? 1 : 0;
}

const millisecondsPerDay = 24 * 60 * 60 * 1000;

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / millisecondsPerDay);
}
