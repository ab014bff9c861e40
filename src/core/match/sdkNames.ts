import type { SdkDescription } from './description';
import { packageVendors, type PackageVendors } from './packageVendors';

/**
 * Names that the descriptions of a language's SDKs say: what they add up to is known without them, which are large and made of their
 * text one by one.
 */
export interface SdkNames {
  /** Last names of every member that is described, and what packages export, each once: they tell candidates from other calls. */
  readonly members: readonly string[];
  /** What packages export, each once: it tells what may be a subclass of a class of theirs. */
  readonly exports: readonly string[];
  readonly packages: PackageVendors;
  /** Environment variables that hold keys, with the vendor of the first SDK that reads them; null where that is any vendor's. */
  readonly keyVariables: VariableOwners;
  /** The same of variables that redirect SDKs. */
  readonly baseUrlVariables: VariableOwners;
}

type VariableOwners = Readonly<Record<string, string | null>>;

/** The names that the descriptions of some SDKs of one language say. */
export function namesIn(sdks: readonly SdkDescription[]): SdkNames {
  const exports = new Set(sdks.flatMap((sdk) => Object.keys(sdk.exports)));
  const paths = sdks.flatMap(({ shapes }) => Object.values(shapes).flatMap(({ members }) => Object.keys(members ?? {})));
  return {
    members: [...new Set([...paths.map((path) => path.slice(path.lastIndexOf('.') + 1)), ...exports])],
    exports: [...exports],
    packages: packageVendors(sdks),
    keyVariables: ownersOf(sdks, 'keyVariables'),
    baseUrlVariables: ownersOf(sdks, 'baseUrlVariables'),
  };
}

function ownersOf(sdks: readonly SdkDescription[], field: 'keyVariables' | 'baseUrlVariables'): VariableOwners {
  const owners = new Map<string, string | null>();
  for (const sdk of sdks) {
    for (const name of sdk[field] ?? []) if (!owners.has(name)) owners.set(name, sdk.vendor);
  }
  return Object.fromEntries(owners);
}
