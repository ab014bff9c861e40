import type { Retirement } from '../../core/catalog/catalog';
import type { RetirementState } from '../../core/catalog/knowledge';
import { retirementState } from '../../core/retirement/standing';

/** A retirement seen from a day (ISO date): how long is left, and what that makes it. */
export function stateOn(retirement: Retirement, today: string): RetirementState {
  const { standing, daysLeft } = retirementState(retirement, today);
  return { ...retirement, state: standing, daysLeft };
}
