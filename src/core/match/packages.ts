/** Version ranges to depend on, by the major version of another package that the program depends on (`0.20` before the first). */
export interface PackageVersions {
  readonly with: string;
  readonly byMajor: Readonly<Record<string, string>>;
  /** Further packages whose releases have the same numbers as that one's. */
  readonly orWith?: readonly string[];
  /** What the program depends on already must be of the same major version, or its types do not fit. */
  readonly mustFit?: true;
}

/** A value that a package exports. */
export interface NamedExport {
  readonly package: string;
  readonly name: string;
}
