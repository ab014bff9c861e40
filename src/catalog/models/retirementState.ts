import type { Retirement } from '../../core/catalog/catalog';
import { retiringWithin, type RetirementState } from '../../core/catalog/knowledge';

const dayMs = 24 * 60 * 60 * 1000;

/** A retirement seen from a day (ISO date): how long is left, and what that makes it. */
export function stateOn(retirement: Retirement, today: string): RetirementState {
  const { shutdown, status } = retirement;
  if (shutdown === null) return { ...retirement, state: status, daysLeft: null };
  const daysLeft = Math.round((Date.parse(shutdown) - Date.parse(today)) / dayMs);
  return { ...retirement, daysLeft, state: stateOf(status, daysLeft) };
}

function stateOf(status: Retirement['status'], daysLeft: number): RetirementState['state'] {
  if (daysLeft <= 0 || status === 'retired') return 'retired';
  return daysLeft <= retiringWithin ? 'retiring' : 'deprecated';
}
