import type { Operation, ToldCall } from '../../core/match/description';

/**
 * Calls that show which SDK makes them, wherever the client comes from.
 * @param told members by dotted path, each with the arguments one of which must be given, none where the path says enough
 * @param vendor who alone is asked so; null where many servers are
 */
export function unmistakable(
  members: Readonly<Record<string, Operation>>,
  told: Readonly<Record<string, readonly string[]>>,
  vendor: string | null,
): ToldCall[] {
  return Object.entries(told).map(([path, evidence]) => ({
    path,
    evidence,
    operation: { ...members[path], ...(vendor === null ? {} : { vendor }) },
  }));
}
