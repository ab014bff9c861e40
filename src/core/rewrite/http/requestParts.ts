import type { CallExpression, Expression, ObjectEntry } from '../../facts/expression';
import { alternativesOf, isAbsent, type CallValue, type Frame, type ObjectValue } from '../../link/value';
import type { SettingName } from '../../match/description';
import type { MatchedCall } from '../../match/matcher';
import { contains } from '../../text/range';
import type { PlanContext } from '../context';
import { keyOf, lookUp } from '../options/objects';
import { holderValue, optionPlace } from '../options/optionPlace';

/** An expression of a request and where it is evaluated. */
export interface Part {
  readonly expression: Expression;
  readonly frame: Frame;
}

/** The expression that a call gives for a setting, where it is written within the call; null where it is not, or not for sure. */
export function partOf({ analyses: { linker } }: PlanContext, { operation, call }: MatchedCall, setting: SettingName): Part | null {
  const slots = operation.settings?.[setting];
  const found = (typeof slots === 'string' ? [slots] : (slots ?? [])).flatMap((slot): (Part | null)[] => {
    const { holder, path } = optionPlace(slot);
    const [name, ...deeper] = path;
    const value = holderValue(linker, call.arguments, holder);
    if (!value) return [];
    if (name === undefined) return typeof holder === 'number' ? [positional(call, holder)] : [];
    if (value.kind !== 'object') return [];
    const looked = lookUp(linker, value, name);
    if (looked.found.length === 0) return looked.certain ? [] : [null];
    const [only] = looked.found;
    return [looked.certain && only && deeper.length === 0 ? { expression: only.entry.value, frame: only.object.frame } : null];
  });
  const texts = found.filter((part) => part === null || !isOptions(part, setting));
  const [part] = texts;
  return texts.length === 1 && part && isWithin(call, part) ? part : null;
}

/** An object in an address's place holds options, one of which is the address. */
function isOptions({ expression }: Part, setting: SettingName): boolean {
  return setting === 'url' && expression.kind === 'object';
}

function positional(call: CallValue, index: number): Part | null {
  const { facts, frame } = call.arguments;
  const expression = facts.positional[index];
  return expression && index < facts.spreadFrom ? { expression, frame } : null;
}

function isWithin(call: CallValue, { expression, frame }: Part): boolean {
  return frame.module.file === call.file && contains(call.expression.range, expression.range);
}

/** The object that a part is, written out where it stands; for a body also as text (`JSON.stringify({ … })`, `json.dumps({ … })`). */
export function objectOf({ analyses: { linker } }: PlanContext, call: CallValue, part: Part): ObjectValue | null {
  const inner = { ...part, expression: unwrapped(part.expression) };
  if (inner.expression.kind !== 'object' || !isWithin(call, inner)) return null;
  const value = linker.evaluate(inner.expression, inner.frame);
  return value.kind === 'object' ? value : null;
}

function unwrapped(expression: Expression): Expression {
  return isSerializer(expression) ? (expression.arguments.positional[0] ?? expression) : expression;
}

/** A serializer with nothing but the object: one with a replacer or another encoder could leave members out. */
function isSerializer(expression: Expression): expression is CallExpression {
  if (expression.kind !== 'call' || expression.callee.kind !== 'member') return false;
  const { object, property } = expression.callee;
  const { positional: given, spreadFrom, keywords, keywordSpreads } = expression.arguments;
  const isOne = given.length === 1 && spreadFrom > 0 && keywords.length === 0 && keywordSpreads.length === 0;
  const name = object.kind === 'name' && typeof property === 'string' ? `${object.name}.${property}` : '';
  return isOne && (name === 'JSON.stringify' || name === 'json.dumps');
}

/** The entries of an object by their names, in lower case; null where something in it is not in sight. */
export function namedEntries(
  { analyses: { linker } }: PlanContext,
  object: ObjectValue,
): ReadonlyMap<string, Extract<ObjectEntry, { kind: 'property' }>> | null {
  const named = new Map<string, Extract<ObjectEntry, { kind: 'property' }>>();
  for (const entry of object.fact.entries) {
    const name = entry.kind === 'property' ? keyOf(linker, object, entry) : null;
    if (entry.kind !== 'property' || name === null || named.has(name.toLowerCase())) return null;
    named.set(name.toLowerCase(), entry);
  }
  return named;
}

/** The text that an expression certainly is; null where it can be another, or none. */
export function certainText({ analyses: { linker } }: PlanContext, { expression, frame }: Part): string | null {
  const values = alternativesOf(linker.evaluate(expression, frame));
  const [first] = values;
  return values.length === 1 && first?.kind === 'literal' && typeof first.value === 'string' ? first.value : null;
}

/** Options that sign a request in by other means, change where it goes, or change what is sent. */
const meddling: ReadonlySet<string> = new Set(
  'auth cookies cert params searchparams query files username password hooks onrequest transformrequest adapter agent dispatcher extensions'.split(
    ' ',
  ),
);

/** Why the options of a raw request could do more than its address, headers and body say; null when they don't. */
export function meddlingOption(context: PlanContext, { operation, call }: MatchedCall): string | null {
  const { linker } = context.analyses;
  const slots = operation.settings?.headers ?? [];
  for (const slot of typeof slots === 'string' ? [slots] : slots) {
    const options = holderValue(linker, call.arguments, optionPlace(slot).holder);
    if (!options || isAbsent(options)) continue;
    const named = options.kind === 'object' ? namedEntries(context, options) : null;
    if (!named) return 'the options of the raw request are not all in sight';
    const name = [...named.keys()].find((each) => meddling.has(each));
    if (name !== undefined) return `the raw request has the option \`${name}\`, which changes more than its headers and its body`;
  }
  return null;
}
