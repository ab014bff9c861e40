import type { Value } from '../link/value';

/** True for what comes from somewhere the code does not show: a package, a parameter, what is not decided. */
export function isFromElsewhere(value: Value): boolean {
  switch (value.kind) {
    case 'unknown':
    case 'parameter':
    case 'external':
    case 'member':
    case 'call':
    case 'typed':
      return true;
    default:
      return false;
  }
}
