import type { Operation, SdkDescription } from '../match/description';
import { shapeOf } from '../match/sdkIndex';

/** What tells by a text whether it uses an SDK: of its description, as plain data. */
export interface SdkUse {
  /** All names that it exports. */
  readonly exports: readonly string[];
  /** Exported classes whose instances come from elsewhere: what is called on them is known, who answers is not. */
  readonly standIns: readonly string[];
  /** Exported classes without members of their own, which may be there only for the types in them. */
  readonly classes: readonly string[];
  /** Last names of the members that send. */
  readonly sends: readonly string[];
  /** Whether something that it exports, or gives, sends when it is called itself. */
  readonly isCalledItself: boolean;
}

/** What tells by a text whether it uses an SDK. */
export function useOf(sdk: SdkDescription): SdkUse {
  let use = known.get(sdk);
  if (!use) known.set(sdk, (use = draw(sdk)));
  return use;
}

const known = new WeakMap<SdkDescription, SdkUse>();

function draw(sdk: SdkDescription): SdkUse {
  const exports = Object.keys(sdk.exports);
  return {
    exports,
    standIns: exports.filter((name) => isStandIn(sdk, name)),
    classes: exports.filter((name) => isBareClass(sdk, name)),
    sends: sendingNames(sdk),
    isCalledItself: Object.values(sdk.shapes).some(({ call }) => call?.site !== undefined),
  };
}

function isStandIn(sdk: SdkDescription, name: string): boolean {
  const { construct, call, members } = shapeOf(sdk, sdk.exports[name] ?? '');
  if (construct?.returns === undefined || construct.site || call || members) return false;
  return shapeOf(sdk, construct.returns).abstract === true;
}

function isBareClass(sdk: SdkDescription, name: string): boolean {
  const { construct, call, members, properties } = shapeOf(sdk, sdk.exports[name] ?? '');
  return construct !== undefined && !call && !members && !properties;
}

function sendingNames(sdk: SdkDescription): readonly string[] {
  const members = Object.values(sdk.shapes).flatMap((shape) => Object.entries(shape.members ?? {}));
  return [...new Set(members.filter(([, operation]) => maySend(operation)).map(([path]) => path.slice(path.lastIndexOf('.') + 1)))];
}

function maySend({ site, cases, pick, from }: Operation): boolean {
  return site !== undefined || cases !== undefined || pick !== undefined || from !== undefined;
}
