import type { Arguments, CallExpression, ClassFact, Expression, FunctionFact, InterfaceFact, ObjectExpression } from '../facts/expression';
import type { ModuleFacts } from '../facts/moduleFacts';
import type { EnvironmentSetting } from '../environment/environment';
import type { Location } from '../text/range';
import type { Answer } from './recall';

/** What an expression is known to be. Evaluation never guesses: what is not decided is `unknown`. */
export type Value =
  | UnknownValue
  | LiteralValue
  | TemplateValue
  | VariableValue
  | ExternalValue
  | GlobalValue
  | MemberValue
  | CallValue
  | ObjectValue
  | ArrayValue
  | ExtendedValue
  | FunctionValue
  | ClassValue
  | InstanceValue
  | InterfaceValue
  | TypedValue
  | ModuleValue
  | ParameterValue
  | UnionValue;

/** Where evaluation stands: which module, and what the enclosing functions were called with. */
export interface Frame {
  readonly module: ModuleFacts;
  readonly parent: Frame | null;
  readonly call: FrameCall | null;
  readonly depth: number;
  /** What expressions were evaluated to here. */
  readonly answers: Map<Expression, Answer<Value>>;
}

export interface FrameCall {
  readonly function: FunctionFact | null;
  readonly arguments: BoundArguments | null;
  readonly self: Value | null;
}

/** Arguments together with the frame they are evaluated in. */
export interface BoundArguments {
  readonly facts: Arguments;
  readonly frame: Frame;
}

export interface UnknownValue {
  readonly kind: 'unknown';
  /** A declared type says that the value is certainly there. */
  readonly stated?: boolean;
}

export interface LiteralValue {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
  readonly at: Location;
}

export interface TemplateValue {
  readonly kind: 'template';
  readonly parts: readonly (string | Value)[];
  readonly at: Location;
}

/** An environment variable, `name` null for the environment as a whole. */
export interface VariableValue {
  readonly kind: 'variable';
  readonly name: string | null;
  readonly at: Location;
  /** What the environment files around the code set it to; several where they disagree, absent where they don't name it. */
  readonly settings?: readonly EnvironmentSetting[];
}

/** An export of a package outside the workspace; `name` as in an import (`default`, `*` or a name). */
export interface ExternalValue {
  readonly kind: 'external';
  readonly module: string;
  readonly name: string;
}

export interface GlobalValue {
  readonly kind: 'global';
  readonly name: string;
}

/** A member of something external. */
export interface MemberValue {
  readonly kind: 'member';
  readonly object: Value;
  readonly name: string;
}

/** The result of calling or constructing something external. */
export interface CallValue {
  readonly kind: 'call';
  readonly construct: boolean;
  readonly callee: Value;
  readonly arguments: BoundArguments;
  readonly expression: CallExpression;
  readonly file: string;
  /** True where the callee is the superclass of what the expression constructs, a workspace class without a constructor of its own. */
  readonly inherited?: boolean;
}

export interface ObjectValue {
  readonly kind: 'object';
  readonly fact: ObjectExpression;
  readonly frame: Frame;
}

export interface ArrayValue {
  readonly kind: 'array';
  readonly elements: readonly Expression[];
  readonly frame: Frame;
}

/** A value to which members were assigned after it was made. */
export interface ExtendedValue {
  readonly kind: 'extended';
  readonly base: Value;
  readonly writes: ReadonlyMap<string, readonly Expression[]>;
  readonly frame: Frame;
}

export interface FunctionValue {
  readonly kind: 'function';
  readonly fact: FunctionFact;
  readonly frame: Frame;
  readonly self: Value | null;
}

export interface ClassValue {
  readonly kind: 'class';
  readonly fact: ClassFact;
  readonly frame: Frame;
}

/** An object of a class of the workspace; `arguments` null where its construction was not seen. */
export interface InstanceValue {
  readonly kind: 'instance';
  readonly class: ClassValue;
  readonly arguments: BoundArguments | null;
  /** The call that gives these arguments; null where none is in sight. */
  readonly construction: CallExpression | null;
  /** The object of the most derived class, where this is its inherited part. */
  readonly derived: InstanceValue | null;
}

export interface InterfaceValue {
  readonly kind: 'interface';
  readonly fact: InterfaceFact;
  readonly frame: Frame;
}

/** An object known only by its declared type, an external class or an interface. */
export interface TypedValue {
  readonly kind: 'typed';
  readonly type: Value;
  /** True for the inherited part of an object of a workspace class. */
  readonly inherited: boolean;
}

/** A module of the workspace as an object. */
export interface ModuleValue {
  readonly kind: 'module';
  readonly facts: ModuleFacts;
}

/** A parameter whose callers are not seen. */
export interface ParameterValue {
  readonly kind: 'parameter';
  readonly function: FunctionFact;
  readonly index: number;
  readonly module: ModuleFacts;
  /** Its declared type says that callers must pass it. */
  readonly stated: boolean;
}

/** One of several values, the likeliest first; never nested, never of one. */
export interface UnionValue {
  readonly kind: 'union';
  readonly alternatives: readonly Value[];
}

/** The arguments of a call that passes none. */
export function noArguments(frame: Frame): BoundArguments {
  return { facts: { positional: [], keywords: [], spreadFrom: Infinity, keywordSpreads: [], range: { start: 0, end: 0 } }, frame };
}

export const unknown: UnknownValue = { kind: 'unknown' };
/** A value that is certainly there; nothing else is known of it. */
export const stated: UnknownValue = { kind: 'unknown', stated: true };

/** Calls nested deeper than this are not followed. */
export const maxFrames = 8;

/** More alternatives than this say nothing any more; the rest is dropped. */
export const maxAlternatives = 24;

/** Joins values into one, flattening unions and dropping repeats; `unknown` for none. */
export function union(values: readonly Value[]): Value {
  if (values.length === 1 && values[0]) return values[0];
  const flat: Value[] = [];
  for (const value of values) {
    for (const alternative of value.kind === 'union' ? value.alternatives : [value]) {
      if (flat.length < maxAlternatives && !flat.some((known) => same(known, alternative))) flat.push(alternative);
    }
  }
  return flat.length === 0 ? unknown : flat.length === 1 && flat[0] ? flat[0] : { kind: 'union', alternatives: flat };
}

function same(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind === 'unknown' && b.kind === 'unknown') return a.stated === b.stated;
  if (a.kind === 'literal' && b.kind === 'literal') return a.value === b.value;
  if (a.kind === 'variable' && b.kind === 'variable') return a.name === b.name && sameSettings(a.settings, b.settings);
  if (a.kind === 'global' && b.kind === 'global') return a.name === b.name;
  if (a.kind === 'external' && b.kind === 'external') return a.module === b.module && a.name === b.name;
  if (a.kind === 'member' && b.kind === 'member') return a.name === b.name && same(a.object, b.object);
  // One call can be a call of several things: `(local ? ollama : openai).chat.completions.create()`.
  if (a.kind === 'call' && b.kind === 'call')
    return a.expression === b.expression && a.arguments.frame === b.arguments.frame && same(a.callee, b.callee);
  if (a.kind === 'typed' && b.kind === 'typed') return a.inherited === b.inherited && same(a.type, b.type);
  return false;
}

function sameSettings(a: readonly EnvironmentSetting[] = [], b: readonly EnvironmentSetting[] = []): boolean {
  return a.length === b.length && a.every((setting, index) => setting.value === b[index]?.value && setting.file === b[index].file);
}

/** The alternatives of a value: itself, or those of a union. */
export function alternativesOf(value: Value): readonly Value[] {
  return value.kind === 'union' ? value.alternatives : [value];
}

/** True for null and undefined written in the code: the setting counts as not given. */
export function isAbsent(value: Value): boolean {
  return value.kind === 'literal' && value.value === null;
}

/** True for environment variables that files around the code set, whatever the alternative. */
export function isSet(value: Value): boolean {
  return alternativesOf(value).every((alternative) => alternative.kind === 'variable' && alternative.settings !== undefined);
}

/** True when nothing at all is known of a value. */
export function isUndecided(value: Value): boolean {
  return alternativesOf(value).every(
    (alternative) => alternative.kind === 'unknown' || alternative.kind === 'parameter' || isAbsent(alternative),
  );
}

/** True when a declared type says that a value is certainly there, and nothing else is known of it. */
export function isStated(value: Value): boolean {
  return (value.kind === 'unknown' || value.kind === 'parameter') && value.stated === true;
}
