import type { Linker } from '../link/linker';
import { Answer, Recall, type Bounds } from '../link/recall';
import {
  alternativesOf,
  isUndecided,
  noArguments,
  union,
  unknown,
  type CallValue,
  type ExternalValue,
  type Frame,
  type ObjectValue,
  type Value,
} from '../link/value';
import { AmbientRoutes } from './ambient';
import type { Operation, Pick, SdkDescription, SettingName, SiteDescription } from './description';
import { pickedFrom, type Picked } from './pick';
import { defaultRoute, isSettled, movedBy, type Route } from './route';
import { operationOf, shapeOf, type SdkIndex } from './sdkIndex';
import { withSettings } from './settings';
import { readSlot } from './slots';

/** A value recognised as something an SDK offers: a shape, a path of members below it, and the route of its requests. */
export interface Match {
  readonly sdk: SdkDescription;
  readonly shape: string;
  readonly path: readonly string[];
  readonly route: Route;
}

/** A call recognised as an operation. */
export interface MatchedCall {
  readonly sdk: SdkDescription;
  readonly operation: Operation;
  readonly call: CallValue;
  readonly route: Route;
  /** What the call's result is, null when it is nothing of interest. */
  readonly result: Match | null;
}

/** Values nested deeper than this are not looked into: chains of calls on calls, values made from themselves. Steps are the linker's as well. */
const bounds: Bounds = { depth: 80, steps: 40_000 };

/** Tables in tables are looked into this deep. */
const maxPicks = 4;

/** A call that asks entries of a table for a model by the member of its own name. */
interface Asking {
  readonly operation: Operation;
  readonly call: CallValue;
  readonly member: string;
  readonly depth: number;
  /** What of the name the tables around this one have taken. */
  readonly before: string;
}

/** Kinds of values that are never an SDK's. */
const unrecognised: ReadonlySet<Value['kind']> = new Set([
  'literal',
  'template',
  'function',
  'class',
  'module',
  'variable',
  'interface',
  'parameter',
  'unknown',
]);

/** Recognises values by SDK descriptions. The one engine that reads them. */
export class Matcher {
  readonly #matches = new WeakMap<Value, Answer<readonly Match[]>>();
  readonly #calls = new WeakMap<CallValue, Answer<readonly MatchedCall[]>>();
  readonly #recall: Recall;
  readonly #ambient: AmbientRoutes;

  constructor(
    private readonly linker: Linker,
    private readonly index: SdkIndex,
  ) {
    this.#recall = new Recall(bounds, linker.recall);
    this.#ambient = new AmbientRoutes(linker, this, this.#recall);
  }

  /** Everything a value can be recognised as; empty for what no description knows. */
  match(value: Value): readonly Match[] {
    if (unrecognised.has(value.kind)) return [];
    let answer = this.#matches.get(value);
    if (!answer) this.#matches.set(value, (answer = new Answer<readonly Match[]>()));
    return this.#recall.ask(answer, () => this.#match(value), []);
  }

  /** The operations that a call performs, one for each thing its callee can be. */
  operations(call: CallValue): readonly MatchedCall[] {
    let answer = this.#calls.get(call);
    if (!answer) this.#calls.set(call, (answer = new Answer<readonly MatchedCall[]>()));
    return this.#recall.ask(answer, () => this.match(call.callee).flatMap((match) => this.#operate(match, call)), []);
  }

  /** True for a member that a class of the workspace has from a framework's abstract model: it answers for itself, and may ask anyone. */
  isOwnModel(member: Value): boolean {
    if (member.kind !== 'member') return false;
    return this.#inheritedIn(member.object).some(({ sdk, shape }) => shapeOf(sdk, shape).abstract === true);
  }

  /** What the inherited part of an object of a workspace class is. */
  #inheritedIn(object: Value): readonly Match[] {
    if (object.kind === 'typed' && object.inherited) return this.match(object.type).flatMap((match) => this.#instance(match));
    if (object.kind === 'call' && object.inherited === true) return this.operations(object).flatMap(({ result }) => result ?? []);
    return [];
  }

  #match(value: Value): readonly Match[] {
    switch (value.kind) {
      case 'external':
        return this.#matchExport(value);
      case 'global': {
        const sdk = this.index.ofGlobal(value.name);
        const shape = sdk?.globals?.[value.name];
        return sdk && shape !== undefined ? [{ sdk, shape, path: [], route: defaultRoute(sdk) }] : [];
      }
      case 'member':
        return this.#matchMember(value.object, value.name);
      case 'call':
        return answering(
          this.operations(value).flatMap(({ result }) => result ?? []),
          value.inherited === true,
        ).concat(this.#wrapped(value));
      case 'typed':
        return answering(
          this.match(value.type).flatMap((match) => this.#instance(match)),
          value.inherited,
        );
      case 'instance': {
        const base = this.linker.inherited(value);
        return base ? this.match(base) : [];
      }
      case 'extended':
        return this.match(value.base);
      case 'union':
        return value.alternatives.flatMap((alternative) => this.match(alternative));
      case 'array':
        return this.match(this.linker.elementOf(value));
      case 'object':
        return this.#spread(value);
      default:
        return [];
    }
  }

  /**
   * The client or model that a function of an unknown package is given first and hands back with something around it:
   * `traced(new OpenAI()).chat.completions.create()`.
   */
  #wrapped({ callee, construct, arguments: given }: CallValue): readonly Match[] {
    if (callee.kind !== 'external' || construct || this.index.ofModule(callee.module).length > 0) return [];
    const first = this.linker.positional(given, 0);
    return first ? this.match(first).filter(({ path, route }) => path.length === 0 && (route.client ?? route.binding) !== null) : [];
  }

  #matchExport({ module, name }: ExternalValue): readonly Match[] {
    const wanted = name === '*' ? 'default' : name;
    const found = this.index.ofModule(module).flatMap((sdk) => exported(sdk, wanted));
    // A CommonJS package can be its default export: `const axios = require("axios"); axios.post()`.
    return found.length > 0 || wanted === 'default' ? found : this.#matchMember({ kind: 'external', module, name: 'default' }, name);
  }

  #matchMember(object: Value, name: string): readonly Match[] {
    // Default exports of CommonJS packages carry the named ones: `import openai from "openai"; new openai.OpenAI()`.
    if (object.kind === 'external' && object.name === 'default') {
      const named = this.index.ofModule(object.module).flatMap((sdk) => exported(sdk, name));
      if (named.length > 0) return named;
    }
    const namespace = this.#namespaceIn(object);
    const member = namespace && this.linker.member(namespace, name);
    if (member) return this.match(member);
    return this.match(object).map((match): Match => {
      const path = [...match.path, name];
      const property = shapeOf(match.sdk, match.shape).properties?.[path.join('.')];
      return property === undefined ? { ...match, path } : { ...match, shape: property, path: [] };
    });
  }

  /** The package as a whole that an operation hands back: `wrapAISDK(ai).generateText()`. */
  #namespaceIn(object: Value): Value | undefined {
    if (object.kind !== 'call') return undefined;
    return this.operations(object)
      .filter(({ operation }) => operation.returns === '@from')
      .map(({ operation, call }) => (operation.from === undefined ? undefined : readSlot(this.linker, call.arguments, operation.from)))
      .find((given) => given?.kind === 'external' && given.name === '*');
  }

  /** What is spread into an object, which then is that with members of its own: `{ ...openai.chat('gpt-4o'), messages }`. */
  #spread(object: ObjectValue): readonly Match[] {
    return object.fact.entries.flatMap((entry) =>
      entry.kind === 'spread' ? this.match(this.linker.evaluate(entry.value, object.frame)) : [],
    );
  }

  /** What an object of a declared type is. */
  #instance(type: Match): readonly Match[] {
    if (type.path.length > 0) return [];
    const construct = shapeOf(type.sdk, type.shape).construct;
    if (construct?.returns === undefined) return [];
    return [{ sdk: type.sdk, shape: construct.returns, path: [], route: withSettings(this.linker, type.route, construct, null) }];
  }

  #operate(match: Match, call: CallValue): readonly MatchedCall[] {
    const operation = operationOf(shapeOf(match.sdk, match.shape), match.path, call.construct);
    if (!operation) return [];
    const { cases } = operation;
    if (cases) {
      const value = readSlot(this.linker, call.arguments, cases.slot);
      const asked = (value ? alternativesOf(value) : []).flatMap((each) => {
        const name = each.kind === 'literal' ? String(each.value) : '';
        return Object.hasOwn(cases.operations, name) ? (cases.operations[name] ?? []) : [];
      });
      return [...new Set(asked)].flatMap((each) => this.#perform(match, each, call));
    }
    return this.#perform(match, operation, call);
  }

  #perform(match: Match, operation: Operation, call: CallValue): readonly MatchedCall[] {
    if (operation.pick) {
      const name = readSlot(this.linker, call.arguments, operation.pick.name);
      return name
        ? this.#pick(match, operation.pick, name, { operation, call, member: match.path.at(-1) ?? '', depth: 0, before: '' })
        : [];
    }
    const start = isSettled(match.route) || operation.ambient === true ? match.route : this.#around(match, call.arguments.frame);
    const base = withSettings(this.linker, start, operation, call.arguments);
    const route = madeBy(base, operation, call);
    if (operation.from === undefined)
      return [{ sdk: match.sdk, operation, call, route, result: this.#result(match, operation, route, null) }];
    return this.#from(match, operation, call, route);
  }

  /** A route that says nothing but its SDK's defaults, as the module's own default for that SDK has it. */
  #around(match: Match, frame: Frame): Route {
    const ambient = this.#ambient.of(match.sdk, frame.module);
    if (!ambient) return match.route;
    return { ...ambient, settings: new Map([...ambient.settings, ...match.route.settings]) };
  }

  /** An operation that takes its client or model from an argument. */
  #from(match: Match, operation: Operation, call: CallValue, route: Route): readonly MatchedCall[] {
    const given = operation.from === undefined ? undefined : this.#given(readSlot(this.linker, call.arguments, operation.from));
    const inner = given ? this.match(given) : [];
    const { requires } = operation;
    const own = inner.length > 0 ? this.#written(route) : route;
    const fitting = inner.filter(
      (each) =>
        requires === undefined ||
        requires === '@model' ||
        each.shape === requires ||
        (requires === '@request' && requestOf(each) !== undefined),
    );
    if (fitting.length > 0) {
      return fitting.map((each) => {
        const joined =
          requires === undefined || requires === '@model'
            ? this.#joined(match.sdk, own, each.route, operation)
            : carried(own, each.route, operation);
        const request = requires === '@request' ? requestOf(each) : undefined;
        const made = request ? { ...operation, site: request } : operation.onlyNamed === true ? withoutSite(operation) : operation;
        return { sdk: match.sdk, operation: made, call, route: joined, result: this.#result(match, operation, joined, each) };
      });
    }
    // A client whose requests are objects sends one of them even where the code does not show which.
    const unseen = requires === '@request' && given !== undefined && isUndecided(given);
    if (requires !== undefined) return unseen ? [{ sdk: match.sdk, operation, call, route, result: null }] : [];
    return [this.#named(match, operation, call, route, given)];
  }

  /** A route without the settings that were read off what an SDK gave: that one's own route has them. */
  #written(route: Route): Route {
    const written = [...route.settings].filter(([, value]) => {
      const owner = value.kind === 'member' ? value.object : value.kind === 'call' ? value : null;
      return owner === null || this.match(owner).length === 0;
    });
    return { ...route, settings: new Map(written) };
  }

  /** The route of a client or model that was given, or the receiver's own where that says more: an agent run by a provider. */
  #joined(sdk: SdkDescription, own: Route, given: Route, operation: Operation): Route {
    const plain = given.sdk === sdk && !isSettled(given);
    if (plain && isSettled(own)) return { ...own, settings: new Map([...own.settings, ...given.settings]) };
    return carried(given, own, operation);
  }

  /** A model named by a string or by settings of its own, or none at all: the SDK's own routing or default decides. */
  #named(match: Match, operation: Operation, call: CallValue, route: Route, given: Value | undefined): MatchedCall {
    const made = (settled: Route, stands: boolean): MatchedCall => ({
      sdk: match.sdk,
      operation: stands || operation.onlyNamed !== true ? operation : withoutSite(operation),
      call,
      route: settled,
      result: this.#result(match, operation, settled, null),
    });
    if (given === undefined) {
      const bound = operation.site?.kind === 'model-binding' && route.client === null ? { ...route, binding: call } : route;
      return made(bound, (operation.defaultModel ?? match.sdk.defaultModel) !== undefined);
    }
    // A client made from something unseen goes where the SDK sends it, like one whose base URL is unseen; a request names no model.
    if (operation.site?.kind === 'client' || operation.site?.kind === 'http') return made(route, true);
    // A name replaces the model object that the receiver was made with, and where that one's requests go.
    const own =
      route.sdk !== match.sdk && match.route.settings.has('model')
        ? withSettings(this.linker, defaultRoute(match.sdk), operation, null)
        : route;
    if (alternativesOf(given).some(isName))
      return made({ ...own, binding: call, settings: new Map([...own.settings, ['model', given]]) }, true);
    const model =
      given.kind === 'object'
        ? withSettings(this.linker, defaultRoute(match.sdk), operation, call.arguments).settings.get('model')
        : undefined;
    return made({ ...route, undecided: model === undefined || model === unknown }, model !== undefined);
  }

  /** What an argument gives: a function is asked for the model it returns. */
  #given(value: Value | undefined): Value | undefined {
    if (!value || !alternativesOf(value).some((alternative) => alternative.kind === 'function')) return value;
    return union(
      alternativesOf(value).map((alternative) =>
        alternative.kind === 'function' ? this.linker.apply(alternative, noArguments(alternative.frame)) : alternative,
      ),
    );
  }

  /** An operation on an entry of the receiver's table: a model, or a provider that is asked for one by the member of the same name. */
  #pick(match: Match, pick: Pick, name: Value, asking: Asking): readonly MatchedCall[] {
    if (asking.depth >= maxPicks) return [];
    return pickedFrom(this.linker, match.route, pick, name).flatMap((picked) =>
      this.match(picked.entry).flatMap((each) => this.#ask(each, picked, asking)),
    );
  }

  #ask(entry: Match, { asked, before, place }: Picked, asking: Asking): readonly MatchedCall[] {
    const { member, operation, call, depth } = asking;
    const inner = operationOf(shapeOf(entry.sdk, entry.shape), [...entry.path, member], false);
    if (!inner) return [{ sdk: entry.sdk, operation, call, route: entry.route, result: entry }];
    const held = { before: asking.before + before, place };
    if (inner.pick) return this.#pick(entry, inner.pick, asked ?? unknown, { ...asking, depth: depth + 1, before: held.before });
    const settled = withSettings(this.linker, entry.route, inner, null);
    const { picked } = settled.sdk.rewrite ?? {};
    const settings = asked ? new Map([...settled.settings, ['model' as const, asked]]) : settled.settings;
    const route: Route = { ...settled, sdk: picked ? movedBy(settled.sdk, picked) : settled.sdk, settings, held };
    return [{ sdk: entry.sdk, operation, call, route, result: this.#result(entry, inner, route, null) }];
  }

  #result(match: Match, operation: Operation, route: Route, inner: Match | null): Match | null {
    switch (operation.returns) {
      case undefined:
        return null;
      case '@self':
        return { ...match, path: [], route };
      case '@from':
        return inner ? { ...inner, path: [], route } : null;
      default:
        return { sdk: match.sdk, shape: operation.returns, path: [], route };
    }
  }
}

/** What an object is, without what the class of the workspace that it is inherited by answers for itself. */
function answering(matches: readonly Match[], inherited: boolean): readonly Match[] {
  return inherited ? matches.filter((match) => shapeOf(match.sdk, match.shape).abstract !== true) : matches;
}

/** A route with the call that makes its client, its model object or its table. */
function madeBy(route: Route, { site, from, rewrite, settings, alone }: Operation, call: CallValue): Route {
  if (settings?.table !== undefined) return { ...route, holder: call };
  const sdk = rewrite ? movedBy(route.sdk, rewrite) : route.sdk;
  if (alone) return { ...route, sdk, binding: call };
  switch (site?.kind) {
    case 'client':
      return { ...route, sdk, client: call };
    case 'model-binding':
      return from === undefined ? { ...route, sdk, binding: call } : { ...route, sdk };
    default:
      return route;
  }
}

/** True for what names a model by text, known or read from the environment. */
function isName(value: Value): boolean {
  return (value.kind === 'literal' && typeof value.value === 'string') || value.kind === 'template' || value.kind === 'variable';
}

function withoutSite(operation: Operation): Operation {
  const { site, ...rest } = operation;
  return site ? rest : operation;
}

/** The first route, with settings of the second that this operation itself gives. */
function carried(base: Route, added: Route, operation: Operation): Route {
  const settings = new Map(base.settings);
  for (const name of Object.keys(operation.settings ?? {}) as SettingName[]) {
    const value = added.settings.get(name);
    if (value !== undefined && value !== unknown) settings.set(name, value);
  }
  if (operation.requires !== undefined) for (const [name, value] of added.settings) settings.set(name, value);
  return { ...base, settings };
}

function requestOf(match: Match): SiteDescription | undefined {
  return match.path.length === 0 ? shapeOf(match.sdk, match.shape).request : undefined;
}

function exported(sdk: SdkDescription, name: string): Match[] {
  const shape = sdk.exports[name];
  return shape === undefined ? [] : [{ sdk, shape, path: [], route: defaultRoute(sdk) }];
}
