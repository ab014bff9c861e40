import type { Linker } from './linker';
import { isUndecided, union, unknown, type BoundArguments, type GlobalValue, type MemberValue, type Value } from './value';

/** String methods after which the text still says where it goes, methods that hand back their object, and `bind`. */
const transparentMethods: ReadonlySet<string> = new Set([
  'trim',
  'trimEnd',
  'trimStart',
  'toString',
  'valueOf',
  'replace',
  'replaceAll',
  'toLowerCase',
  'normalize',
  'strip',
  'rstrip',
  'lstrip',
]);

/** Functions of the standard library that hand back one of their arguments, by dotted name: the argument's index. */
const identities: Readonly<Record<string, number>> = {
  String: 0,
  'Object.freeze': 0,
  'Object.seal': 0,
  'Promise.resolve': 0,
  'Promise.all': 0,
  structuredClone: 0,
  Request: 0,
  encodeURI: 0,
  Headers: 0,
  str: 0,
};

/** True for a method call on text that leaves the text's destination as it is. */
export function isTransparentMethod(callee: MemberValue): boolean {
  if (callee.name === 'bind') return true;
  const { object } = callee;
  return (
    transparentMethods.has(callee.name) &&
    (object.kind === 'literal' || object.kind === 'template' || object.kind === 'variable' || object.kind === 'extended')
  );
}

/** What a call of the standard library yields; undefined for functions not known here. */
export function callBuiltin(linker: Linker, callee: GlobalValue | MemberValue, bound: BoundArguments): Value | undefined {
  if (callee.kind === 'member' && callee.name === 'then') return continued(linker, bound);
  const name = dottedName(callee);
  if (name === null) return undefined;
  const index = identities[name];
  if (index !== undefined) return linker.positional(bound, index) ?? unknown;
  if (name === 'URL') return url(linker, bound);
  if (name === 'Object.assign') return merged(linker, bound, 'last');
  return undefined;
}

/** Which of several objects wins where two have a member of the same name. */
type Winner = 'first' | 'last';

/** Functions of well-known packages that put objects together, by module and export (`default` for the default export). */
const mergers: Readonly<Record<string, Readonly<Record<string, Winner>>>> = {
  lodash: { defaults: 'first', defaultsDeep: 'first', merge: 'last', assign: 'last', extend: 'last' },
  'lodash-es': { defaults: 'first', defaultsDeep: 'first', merge: 'last', assign: 'last', extend: 'last' },
  'lodash/defaults': { default: 'first' },
  'lodash/defaultsDeep': { default: 'first' },
  'lodash/merge': { default: 'last' },
  'lodash.defaults': { default: 'first' },
  'lodash.merge': { default: 'last' },
  underscore: { defaults: 'first', extend: 'last' },
  'es-toolkit': { merge: 'last', toMerged: 'last' },
  radash: { assign: 'last' },
  remeda: { mergeDeep: 'last' },
  deepmerge: { default: 'last', deepmerge: 'last' },
  defu: { default: 'first', defu: 'first' },
  'object-assign': { default: 'last' },
};

/** What a merge of a well-known package yields; undefined for other functions. */
export function callMerger(linker: Linker, callee: Value, bound: BoundArguments): Value | undefined {
  const [module, name] =
    callee.kind === 'external'
      ? [callee.module, callee.name]
      : callee.kind === 'member' && callee.object.kind === 'external' && (callee.object.name === 'default' || callee.object.name === '*')
        ? [callee.object.module, callee.name]
        : ['', ''];
  const winner = mergers[module]?.[name];
  return winner && merged(linker, bound, winner);
}

function merged(linker: Linker, bound: BoundArguments, winner: Winner): Value | undefined {
  const parts = bound.facts.positional.map((_, index): Value => linker.positional(bound, index) ?? unknown);
  if (parts.length === 0) return undefined;
  return union(winner === 'last' ? parts.reverse() : parts);
}

/** `promise.then(next)`: what `next` returns, undefined where that is not decided. */
function continued(linker: Linker, bound: BoundArguments): Value | undefined {
  const next = linker.positional(bound, 0);
  const result = next?.kind === 'function' ? union(next.fact.returns.map((value) => linker.evaluate(value, next.frame))) : unknown;
  return isUndecided(result) ? undefined : result;
}

/** `new URL(path, base)`: the base with the path behind it. */
function url(linker: Linker, bound: BoundArguments): Value | undefined {
  const path = linker.positional(bound, 0);
  const base = linker.positional(bound, 1);
  if (!path) return undefined;
  if (!base) return path;
  const at = { file: bound.frame.module.file, range: bound.facts.range };
  if (base.kind === 'literal' && path.kind === 'literal') {
    const whole = resolved(String(path.value), String(base.value));
    if (whole !== null) return { kind: 'literal', value: whole, at };
  }
  return { kind: 'template', parts: [base, path], at };
}

function resolved(path: string, base: string): string | null {
  try {
    return new URL(path, base).href;
  } catch {
    return null;
  }
}

function dottedName(value: Value): string | null {
  if (value.kind === 'global') return value.name;
  if (value.kind !== 'member') return null;
  const owner = dottedName(value.object);
  return owner === null ? null : `${owner}.${value.name}`;
}
