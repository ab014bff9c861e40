import type { SiteRetirement } from '../callSite';
import { retirementState, type Day } from './standing';

/** What a message is made of. */
type RetirementFacts = Pick<SiteRetirement, 'status' | 'shutdown' | 'replacement' | 'vendorName' | 'checked'>;

/** A sentence or more for people: who stops serving which model and when, what the vendor offers instead, and as of when this is known. */
export function retirementMessage(model: string, retirement: RetirementFacts, today: Day): string {
  const { replacement, checked } = retirement;
  const instead = replacement === null ? '' : ` Its replacement: ${replacement}.`;
  return `${ending(model, retirement, today)}${instead} As of ${checked}.`;
}

function ending(model: string, retirement: RetirementFacts, today: Day): string {
  const { vendorName: vendor, shutdown, checked } = retirement;
  const { standing, daysLeft } = retirementState(retirement, today);
  if (shutdown === null || daysLeft === null) {
    return standing === 'retired'
      ? `${vendor} no longer serves ${model}.`
      : `${vendor} has deprecated ${model} and gives no date on which it ends.`;
  }
  if (standing !== 'retired') return `${vendor} retires ${model} on ${shutdown}, ${inDays(daysLeft)}.`;
  // Known from an announcement only: nobody has looked since whether the vendor kept to it.
  if (checked < shutdown) return `${vendor} announced that it retires ${model} on ${shutdown}, ${daysAgo(-daysLeft)}.`;
  return `${vendor} retired ${model} on ${shutdown}; requests fail.`;
}

/** `in 16 days`. */
export function inDays(days: number): string {
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}

function daysAgo(days: number): string {
  return days === 0 ? 'which is today' : days === 1 ? 'which was yesterday' : `which was ${days} days ago`;
}
