import type { CallExpression, Expression } from '../facts/expression';
import type { Linker } from '../link/linker';
import { alternativesOf, isUndecided, type BoundArguments, type Frame, type Value } from '../link/value';
import type { SdkDescription, ToldCall } from './description';
import type { MatchedCall } from './matcher';
import { defaultRoute } from './route';
import type { SdkIndex } from './sdkIndex';
import { withSettings } from './settings';
import { readSlot } from './slots';
import { isFromElsewhere } from './elsewhere';

interface Known {
  readonly sdk: SdkDescription;
  readonly told: ToldCall;
  /** Names of the path, the last one first. */
  readonly names: readonly string[];
}

/** Calls that tell by their path which SDK makes them, of clients that come from somewhere the code does not show. */
export class ToldCalls {
  /** By the path's last name. */
  readonly #known = new Map<string, Known[]>();

  constructor(
    private readonly linker: Linker,
    index: SdkIndex,
  ) {
    for (const sdk of index.sdks) {
      for (const told of sdk.told ?? []) {
        const names = told.path.split('.').reverse();
        const last = names[0] ?? '';
        this.#known.set(last, [...(this.#known.get(last) ?? []), { sdk, told, names }]);
      }
    }
  }

  /** Whether a call has such a path: cheap, nothing is evaluated. */
  isCandidate(call: CallExpression): boolean {
    if (call.construct || this.#at(call.callee).length === 0) return false;
    const { positional, keywords, keywordSpreads } = call.arguments;
    return positional.length + keywords.length + keywordSpreads.length > 0;
  }

  /** What the call asks. Empty for members of what the code shows: the program's own classes and objects. */
  requests(callee: Value, call: CallExpression, frame: Frame): MatchedCall[] {
    if (!(frame.module.language === 'javascript' ? isHandedIn(callee, call.callee) : alternativesOf(callee).every(isFromElsewhere)))
      return [];
    const bound = { facts: call.arguments, frame };
    return this.#at(call.callee).flatMap(({ sdk, told: { evidence, operation } }): MatchedCall[] => {
      if (evidence.length > 0 && !evidence.some((slot) => this.#isGiven(bound, slot))) return [];
      const value = { kind: 'call', construct: false, callee, arguments: bound, expression: call, file: frame.module.file } as const;
      const route = { ...defaultRoute(sdk), undecided: true };
      return [{ sdk, operation, call: value, route: withSettings(this.linker, route, operation, bound), result: null }];
    });
  }

  #at(callee: Expression): readonly Known[] {
    const last = callee.kind === 'member' && typeof callee.property === 'string' ? this.#known.get(callee.property) : undefined;
    return last?.filter(({ names }) => endsIn(callee, names)) ?? [];
  }

  /** A keyword that is written out is given whatever it says; of arguments that come from elsewhere something must be known. */
  #isGiven(bound: BoundArguments, slot: string): boolean {
    if (bound.facts.keywords.some(({ name }) => `${name}=` === slot)) return true;
    const value = readSlot(this.linker, bound, slot);
    return value !== undefined && value.kind !== 'unknown';
  }
}

/**
 * True for a member of what someone hands in, of which nothing at all is known. A client of a named package is that package's, whatever
 * its members are called: in JavaScript packages say so by their names and types.
 */
function isHandedIn(callee: Value, expression: Expression): boolean {
  if (!isUndecided(callee)) return false;
  let root = expression;
  while (root.kind === 'member') root = root.object;
  return root.kind === 'this' || (root.kind === 'name' && root.binding !== null && root.binding.definitions.length > 0);
}

/** True for a member of that path, its last name first, of anything. */
function endsIn(callee: Expression, path: readonly string[]): boolean {
  let at = callee;
  for (const name of path) {
    if (at.kind !== 'member' || at.property !== name) return false;
    at = at.object;
  }
  return true;
}
