import type { Binding, Expression } from '../facts/expression';

/** What arguments and their members that hold an address are called. */
const addressNames = /url|uri|endpoint|path|host|href|address|link/i;
/** Members that hold an address, in lower case. */
export const addressMembers: readonly string[] = ['url', 'uri', 'endpoint', 'path', 'baseurl', 'host', 'hostname', 'href'];

/** Whether an expression holds an address, as far as its form tells. */
export type AddressForm = 'yes' | 'no' | 'undecided';

/** True for names of what holds an address. */
export function isAddressName(expression: Expression): boolean {
  const name = expression.kind === 'name' ? expression.name : expression.kind === 'member' ? expression.property : '';
  return typeof name === 'string' && addressNames.test(name);
}

/**
 * Whether an expression can hold an address, by its form alone: nothing is evaluated and no other file is read. `no` is certain:
 * whatever evaluation found, it would be neither text with a slash in it nor an object with a member of an address.
 */
export function addressForm(expression: Expression): AddressForm {
  return isAddressName(expression) ? 'yes' : formOf(expression, new Set());
}

function formOf(expression: Expression, seen: Set<Binding>): AddressForm {
  switch (expression.kind) {
    case 'literal':
      return typeof expression.value === 'string' && expression.value.includes('/') ? 'yes' : 'no';
    case 'template':
      if (expression.parts.some((part) => typeof part === 'string' && part.includes('/'))) return 'yes';
      return anyOf(expression.parts, seen);
    case 'name':
      return expression.binding ? boundForm(expression.binding, seen) : 'no';
    case 'object':
      return objectForm(expression.entries.map((entry) => (entry.kind === 'spread' ? null : entry.name)));
    case 'choice':
      return anyOf(expression.alternatives, seen);
    case 'call':
      // An object of a class of its own has no members that are written out.
      return expression.construct && isClass(expression.callee) ? 'no' : 'undecided';
    case 'array':
    case 'function':
    case 'class':
    case 'interface':
    case 'environment':
    case 'unknown':
      return 'no';
    default:
      return 'undecided';
  }
}

/** What an alternative surely holds another may not: of several things only `no` is certain. */
function anyOf(parts: readonly (string | Expression)[], seen: Set<Binding>): AddressForm {
  return parts.every((part) => typeof part === 'string' || formOf(part, seen) === 'no') ? 'no' : 'undecided';
}

function boundForm(binding: Binding, seen: Set<Binding>): AddressForm {
  if (seen.has(binding)) return 'no';
  seen.add(binding);
  if (binding.type || binding.writes.size > 0) return 'undecided';
  return anyOf(binding.definitions, seen);
}

/** @param names null for what is spread into the object */
function objectForm(names: readonly (string | Expression | null)[]): AddressForm {
  if (names.some((name) => typeof name === 'string' && addressMembers.includes(name.toLowerCase()))) return 'yes';
  return names.includes(null) ? 'undecided' : 'no';
}

function isClass(callee: Expression): boolean {
  return callee.kind === 'name' && callee.binding?.definitions.every(({ kind }) => kind === 'class') === true;
}
