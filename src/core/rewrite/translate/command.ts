import type { CallExpression, Expression, NameExpression } from '../../facts/expression';
import type { ModuleFacts } from '../../facts/moduleFacts';
import type { MatchedCall } from '../../match/matcher';
import type { TranslatedCall, Translation } from '../../match/translation';
import { contains } from '../../text/range';
import { memberOf, type FoundMember } from './members';

/** The object that a class makes of a request, where it is given to a call. */
export interface Command {
  readonly made: CallExpression;
  /** The constant that holds it; null where it is made in the call. */
  readonly kept: NameExpression | null;
}

/** A call that is given such an object, with what becomes of its request; null for other calls. */
export function commandOf(
  facts: ModuleFacts,
  text: string,
  matched: MatchedCall,
  { commands = {} }: Translation,
): (FoundMember<TranslatedCall> & { readonly command: Command }) | null {
  const found = memberOf(text, matched, commands);
  const [given] = matched.call.expression.arguments.positional;
  const made = given && madeBy(given);
  if (!found || !made) return null;
  const call = found.call[importedName(facts, made) ?? ''];
  return call ? { ...found, call, command: { made, kept: given.kind === 'name' ? given : null } } : null;
}

/** The class whose object a call is given, as a refusal names it; null for other calls. */
export function commandName(facts: ModuleFacts, text: string, matched: MatchedCall, { commands = {} }: Translation): string | null {
  const [given] = matched.call.expression.arguments.positional;
  const made = given && memberOf(text, matched, commands) ? madeBy(given) : null;
  const name = made && importedName(facts, made);
  return name ? `\`${name}\`` : null;
}

/** The construction that a value is, there or where its constant is declared. */
function madeBy(given: Expression): CallExpression | null {
  if (given.kind === 'call') return given.construct ? given : null;
  if (given.kind !== 'name') return null;
  const [definition, ...others] = given.binding?.definitions ?? [];
  if (definition?.kind !== 'call' || !definition.construct || others.length > 0 || given.binding?.writes.size !== 0) return null;
  return definition;
}

function importedName({ imports = [] }: ModuleFacts, { callee }: CallExpression): string | undefined {
  return imports.flatMap(({ names }) => names).find(({ references }) => references.some((each) => contains(callee.range, each)))?.imported;
}
