import type { CallExpression } from '../facts/expression';

/** Names of functions that may send a request or lead to one that does; calls of others are not followed. */
const senderNames =
  /fetch|axios|request|http|post|^get$|^put$|^patch$|^delete$|send|^got$|^ky$|sse|stream|socket|call|api|chat|complet|invoke|query|generate|embed|ask|prompt|^run|exec|retry|^then$/i;

/** Whether a function of that name may send a request, or lead to one that does. */
export function isSenderName(name: string): boolean {
  return senderNames.test(name);
}

/** Whether a call may send a request or lead to one, by its callee's name; true where it has none. */
export function maySend({ callee }: CallExpression): boolean {
  switch (callee.kind) {
    case 'name':
      return isSenderName(callee.name);
    case 'member':
      return typeof callee.property !== 'string' || isSenderName(callee.property);
    default:
      return true;
  }
}
