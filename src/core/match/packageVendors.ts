import type { SdkDescription } from './description';

/** Vendor ids by package, as manifests list packages; null where the code chooses whom it asks. */
export type PackageVendors = Readonly<Record<string, string | null>>;

/** The vendors to which the packages of some SDKs of one language send by default. */
export function packageVendors(sdks: readonly SdkDescription[]): PackageVendors {
  const vendors = new Map<string, string | null>();
  const own = new Set<string>();
  for (const sdk of sdks) {
    if (!asksModels(sdk)) continue;
    const vendor = sdk.isHandedModels ? null : sdk.vendor;
    for (const name of packageNames(sdk)) {
      // The description that bears the package's name speaks for it; others describe parts of it.
      const isOwn = sdk.id === name;
      if (own.has(name) && !isOwn) continue;
      if (isOwn) own.add(name);
      vendors.set(name, isOwn || !vendors.has(name) || vendors.get(name) === vendor ? vendor : null);
    }
  }
  return Object.fromEntries(vendors);
}

/** Libraries that send any request, and wrappers around another SDK's client, tell nothing of models by themselves. */
function asksModels(sdk: SdkDescription): boolean {
  return sdk.distributions !== undefined || sdk.vendor !== null || sdk.routing !== undefined;
}

function packageNames(sdk: SdkDescription): readonly string[] {
  if (sdk.distributions) return sdk.distributions;
  // Python's modules have other names than the packages that bring them; the SDK bears the package's.
  if (sdk.language === 'python') return [normalizedName(sdk.id.replace(/\[.*$/, ''))];
  return [
    ...new Set(
      sdk.packages.map((specifier) =>
        specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/'),
      ),
    ),
  ];
}

/** The name of a Python package as {@link PackageVendors} has it. PEP 503: case, `-`, `_` and `.` make no difference. */
export function normalizedName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
