import type { Catalog } from '../catalog/catalog';
import { classify } from '../classify/classify';
import type { CallExpression, Expression, FunctionFact } from '../facts/expression';
import type { Linker } from '../link/linker';
import { writesOut } from '../link/members';
import { Answer, Recall, type Bounds } from '../link/recall';
import { textsOf } from '../link/text';
import { alternativesOf, type BoundArguments, type CallValue, type Frame, type FunctionValue, type Value } from '../link/value';
import type { MatchedCall, Matcher } from '../match/matcher';
import type { SdkIndex } from '../match/sdkIndex';
import { isSilentCall } from './ownCalls';
import { maySend } from './senderNames';
import { addressForm, addressMembers, isAddressName } from './addressForms';

/** Helpers that call helpers are followed this far. */
const maxDepth = 3;
const bounds: Bounds = { depth: maxDepth + 1, steps: 5_000 };
/** Functions with more calls than this are programs of their own, not helpers around a request. */
const maxCalls = 80;

/**
 * Functions of the workspace that send a raw request for their caller (`fetchSSE(url, options)`). The request is the caller's
 * call site where the caller decides the address, and the helper's own where the helper does.
 */
export class RequestHelpers {
  /** Requests inside a function whose address its callers decide. */
  readonly #open = new WeakMap<FunctionFact, Answer<readonly CallExpression[]>>();
  readonly #recall = new Recall(bounds);

  constructor(
    readonly linker: Linker,
    private readonly catalog: Catalog,
    private readonly matcher: Matcher,
    readonly index: SdkIndex,
  ) {}

  /** The raw requests that a call of a workspace function sends, to an address this call decides; they count as `call`'s own. */
  requests(callee: Value, bound: BoundArguments, call: CallExpression): MatchedCall[] {
    const functions = alternativesOf(callee).filter(
      (each): each is FunctionValue => each.kind === 'function' && each.fact.parameterCount > 0,
    );
    if (functions.length === 0) return [];
    // A call that passes no address asks the application's own function, which decides where its request goes. What the form of
    // an argument does not tell is evaluated last: arguments can reach through many files.
    const forms = bound.facts.positional.map(addressForm);
    if (forms.every((form) => form === 'no')) return [];
    if (!functions.some((each) => this.#openCalls(each).length > 0)) return [];
    if (!forms.includes('yes') && !bound.facts.positional.some((each) => this.#holdsAddress(each, bound.frame))) return [];
    return functions
      .flatMap((each) => this.#through(each, bound, 0))
      .map((matched) => ({ ...matched, call: { ...matched.call, expression: call } }));
  }

  #holdsAddress(argument: Expression, frame: Frame): boolean {
    if (isAddressName(argument)) return true;
    return alternativesOf(this.linker.evaluate(argument, frame)).some(
      (value) =>
        textsOf(this.linker, value).some(({ text }) => text.includes('/')) ||
        addressMembers.some((member) => writesOut(this.linker, value, member)),
    );
  }

  #through(callee: FunctionValue, bound: BoundArguments, depth: number): MatchedCall[] {
    if (depth >= maxDepth || bound.frame.depth >= maxDepth) return [];
    const calls = this.#openCalls(callee);
    if (calls.length === 0) return [];
    const frame = this.linker.frameOf(callee, bound);
    return calls.flatMap((inner) => this.#sent(inner, frame, depth)).filter((matched) => this.#isDecided(matched));
  }

  /** Calls in a function that send to an undecided address, or call a helper that does. */
  #openCalls({ fact, frame }: FunctionValue): readonly CallExpression[] {
    if (fact.calls.length > maxCalls) return [];
    let answer = this.#open.get(fact);
    if (!answer) this.#open.set(fact, (answer = new Answer<readonly CallExpression[]>()));
    const root = this.linker.root(frame.module);
    return this.#recall.ask(answer, () => fact.calls.filter((call) => maySend(call) && this.#isOpen(call, root)), []);
  }

  #isOpen(call: CallExpression, root: Frame): boolean {
    if (isSilentCall(this, root.module, call)) return false;
    const callee = this.linker.evaluate(call.callee, root);
    const sent = this.#httpCalls(callee, call, root);
    if (sent.length > 0) return sent.every((matched) => !this.#isDecided(matched));
    return alternativesOf(callee).some(
      (each) => each.kind === 'function' && each.fact.parameterCount > 0 && this.#openCalls(each).length > 0,
    );
  }

  #sent(call: CallExpression, frame: Frame, depth: number): MatchedCall[] {
    const callee = this.linker.evaluate(call.callee, frame);
    const direct = this.#httpCalls(callee, call, frame);
    if (direct.length > 0) return direct;
    return alternativesOf(callee).flatMap((each) =>
      each.kind === 'function' ? this.#through(each, { facts: call.arguments, frame }, depth + 1) : [],
    );
  }

  #httpCalls(callee: Value, call: CallExpression, frame: Frame): MatchedCall[] {
    if (this.matcher.match(callee).length === 0) return [];
    const value = this.linker.evaluate(call, frame);
    return alternativesOf(value)
      .filter((each): each is CallValue => each.kind === 'call' && each.expression === call)
      .flatMap((each) => this.matcher.operations(each))
      .filter((each) => each.operation.site?.kind === 'http');
  }

  #isDecided(matched: MatchedCall): boolean {
    return classify(this.linker, this.catalog, matched) !== null;
  }
}
