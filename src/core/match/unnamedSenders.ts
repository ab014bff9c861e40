import type { CallExpression, Expression } from '../facts/expression';
import type { Linker } from '../link/linker';
import { alternativesOf, type Frame, type Value } from '../link/value';
import type { MatchedCall } from './matcher';
import { defaultRoute } from './route';
import { withSettings } from './settings';
import type { SdkDescription, UnnamedSender } from './description';
import type { SdkIndex } from './sdkIndex';
import { readSlot } from './slots';
import { isFromElsewhere } from './elsewhere';

interface Sender {
  readonly sdk: SdkDescription;
  readonly description: UnnamedSender;
  readonly names: RegExp;
  readonly ownNames: RegExp;
}

/**
 * Requests sent by functions that no description knows: an application's own HTTP client, a framework's, a `fetch` passed in.
 * They are told by the callee's name and by arguments that have the form of a request; where they go decides the rest.
 */
export class UnnamedSenders {
  readonly #senders: readonly Sender[];
  /** By names of callees: a program calls few of them often. */
  readonly #known = new Map<string, boolean>();

  constructor(
    private readonly linker: Linker,
    index: SdkIndex,
  ) {
    this.#senders = index.sdks.flatMap((sdk) =>
      sdk.unnamed
        ? [{ sdk, description: sdk.unnamed, names: new RegExp(sdk.unnamed.names, 'i'), ownNames: new RegExp(sdk.unnamed.ownNames, 'i') }]
        : [],
    );
  }

  /** Whether a call can be such a request, by its looks: cheap, nothing is evaluated. */
  isCandidate(call: CallExpression): boolean {
    if (call.construct) return false;
    const name = call.member ?? calleeName(call.callee);
    // Arguments are lowered when they are asked for: the name, which rules out most calls, comes first.
    return name !== null && this.#isSenderName(name) && call.arguments.positional.length > 0;
  }

  #isSenderName(name: string): boolean {
    let known = this.#known.get(name);
    if (known === undefined) this.#known.set(name, (known = this.#senders.some(({ names }) => names.test(name))));
    return known;
  }

  /** What an unknown function sends. Empty for what is known to be something else, and for most functions of the workspace. */
  requests(callee: Value, call: CallExpression, frame: Frame): MatchedCall[] {
    const foreign = alternativesOf(callee).every(isFromElsewhere);
    if (!foreign && !alternativesOf(callee).every(({ kind }) => kind === 'function')) return [];
    const bound = { facts: call.arguments, frame };
    const name = calleeName(call.callee) ?? '';
    return this.#senders.flatMap(({ sdk, description, names, ownNames }): MatchedCall[] => {
      if (!(foreign ? names : ownNames).test(name)) return [];
      const { operation, evidence } = description;
      const shown = evidence.some((slot) => {
        const value = readSlot(this.linker, bound, slot);
        return value !== undefined && value.kind !== 'unknown';
      });
      if (!shown) return [];
      const value = { kind: 'call', construct: false, callee, arguments: bound, expression: call, file: frame.module.file } as const;
      return [{ sdk, operation, call: value, route: withSettings(this.linker, defaultRoute(sdk), operation, bound), result: null }];
    });
  }
}

/** The last name of a callee; null for callees without one. */
function calleeName(callee: Expression): string | null {
  switch (callee.kind) {
    case 'name':
      return callee.name;
    case 'member':
      return typeof callee.property === 'string' ? callee.property : null;
    case 'call':
      // A function made for the purpose: `fetchWith(options)(url, init)`.
      return calleeName(callee.callee);
    default:
      return null;
  }
}
