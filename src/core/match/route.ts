import type { ObjectEntry } from '../facts/expression';
import type { CallValue, ObjectValue, Value } from '../link/value';
import type { SdkDescription, SettingName } from './description';
import type { ClassExchange, RewriteRecipe } from './rewriteRecipe';

/** Where a call's table holds a provider: an entry of an object literal within the call. */
export interface HeldPlace {
  /** The call that is given the table: `createProviderRegistry({ openai })`. */
  readonly call: CallValue;
  readonly object: ObjectValue;
  readonly entry: Extract<ObjectEntry, { kind: 'property' }>;
}

/** How a table gave the provider that is asked for a model: `registry.languageModel('openai:gpt-4o')`. */
export interface Held {
  /** What stands before the model's name in the one that is looked up: `openai:`; empty for nothing. */
  readonly before: string;
  /** Null where the table is not written out in the call that it is given to, or does not certainly hold the provider. */
  readonly place: HeldPlace | null;
}

/** What is settled about where a client's or model's requests go. */
export interface Route {
  /** The SDK whose defaults apply. */
  readonly sdk: SdkDescription;
  readonly settings: ReadonlyMap<SettingName, Value>;
  /** Vendor that answers whatever the address. */
  readonly vendor: string | null;
  /** Vendor that answers when nothing else decides, where it differs from the SDK's. */
  readonly defaultVendor: string | null;
  readonly defaultBaseUrl: string | null;
  /** Model used when the settings have none, where it differs from the SDK's. */
  readonly defaultModel: string | null;
  /** The model setting names a deployment. */
  readonly deployment: boolean;
  /** The class of the client becomes another one in a rewrite. */
  readonly exchange: ClassExchange | null;
  /** The client or model comes from somewhere the code does not show; nothing is known but what the settings say. */
  readonly undecided: boolean;
  /** The construction that made the client, where it was seen. */
  readonly client: CallValue | null;
  /** The call that made the model object, where it was seen: `openai('gpt-4o')`; or the one that names it by text alone. */
  readonly binding: CallValue | null;
  /** The call that was given the table from which providers or models are taken. */
  readonly holder: CallValue | null;
  /** Set for a model that is asked of a provider which a table gave. */
  readonly held: Held | null;
}

/** The route of an SDK before any argument was read. */
export function defaultRoute(sdk: SdkDescription): Route {
  return {
    sdk,
    settings: new Map(),
    vendor: null,
    defaultVendor: null,
    defaultBaseUrl: null,
    defaultModel: null,
    deployment: false,
    exchange: null,
    undecided: false,
    client: null,
    binding: null,
    holder: null,
    held: null,
  };
}

const moved = new WeakMap<RewriteRecipe, Map<SdkDescription, SdkDescription>>();

/** An SDK as it is to what moves in another way than the rest of it; the same object each time. */
export function movedBy(sdk: SdkDescription, rewrite: RewriteRecipe): SdkDescription {
  let known = moved.get(rewrite);
  if (!known) moved.set(rewrite, (known = new Map<SdkDescription, SdkDescription>()));
  let own = known.get(sdk);
  if (!own) known.set(sdk, (own = { ...sdk, rewrite }));
  return own;
}

/** Vendor that answers when no address says otherwise; null where only the address can say. */
export function usualVendor(route: Route): string | null {
  return route.vendor ?? route.defaultVendor ?? route.sdk.vendor;
}

/** True when a route says more of where requests go than its SDK's defaults do. */
export function isSettled(route: Route): boolean {
  return (
    route.undecided ||
    route.client !== null ||
    route.vendor !== null ||
    route.defaultVendor !== null ||
    settles.some((name) => route.settings.has(name))
  );
}

const settles: readonly SettingName[] = ['baseUrl', 'url', 'host'];
