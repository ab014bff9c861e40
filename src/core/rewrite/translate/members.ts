import type { Expression } from '../../facts/expression';
import type { MatchedCall } from '../../match/matcher';
import type { TextRange } from '../../text/range';

/** What stands under a call's dotted member, where those members stand, and what they are members of. */
export interface FoundMember<T> {
  readonly call: T;
  readonly range: TextRange;
  readonly owner: Expression;
}

/** Finds a call among others by the members that it is asked by; null where they are not written out. */
export function memberOf<T>(
  text: string,
  { call: { expression } }: MatchedCall,
  calls: Readonly<Record<string, T>>,
): FoundMember<T> | null {
  for (const [path, call] of Object.entries(calls)) {
    let owner = expression.callee;
    const names = path.split('.').reverse();
    const fits = names.every((name) => {
      if (owner.kind !== 'member' || owner.property !== name) return false;
      owner = owner.object;
      return true;
    });
    const range: TextRange = { start: owner.range.end, end: expression.callee.range.end };
    const written = text.slice(range.start, range.end).replace(/\s+/g, '');
    if (fits && written === `.${path}`) return { call, range, owner };
  }
  return null;
}
