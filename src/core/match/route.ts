import type { Value } from '../link/value';
import type { CallValue } from '../link/value';
import type { SdkDescription, SettingName } from './description';

/** What is settled about where a client's or model's requests go. */
export interface Route {
  /** The SDK whose defaults apply. */
  readonly sdk: SdkDescription;
  readonly settings: ReadonlyMap<SettingName, Value>;
  /** Vendor that an operation names instead of the SDK's. */
  readonly vendor: string | null;
  readonly defaultBaseUrl: string | null;
  /** The model setting names a deployment. */
  readonly deployment: boolean;
  /** The client or model comes from somewhere the code does not show; nothing is known but what the settings say. */
  readonly undecided: boolean;
  /** The construction that made the client, where it was seen. */
  readonly client: CallValue | null;
}

/** The route of an SDK before any argument was read. */
export function defaultRoute(sdk: SdkDescription): Route {
  return { sdk, settings: new Map(), vendor: null, defaultBaseUrl: null, deployment: false, undecided: false, client: null };
}
