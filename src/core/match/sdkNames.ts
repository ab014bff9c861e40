import type { SdkDescription } from './description';

/** Names that descriptions of SDKs say, each once: what is known of all the SDKs without reading the descriptions themselves. */
export interface SdkNames {
  /** Last names of every member that is described, and what packages export: they tell candidates from other calls. */
  readonly members: readonly string[];
  /** What packages export: it tells what may be a subclass of a class of theirs. */
  readonly exports: readonly string[];
}

/** The names that some descriptions say. */
export function namesIn(sdks: readonly SdkDescription[]): SdkNames {
  const exports = new Set(sdks.flatMap((sdk) => Object.keys(sdk.exports)));
  const paths = sdks.flatMap(({ shapes }) => Object.values(shapes).flatMap(({ members }) => Object.keys(members ?? {})));
  return {
    members: [...new Set([...paths.map((path) => path.slice(path.lastIndexOf('.') + 1)), ...exports])],
    exports: [...exports],
  };
}
