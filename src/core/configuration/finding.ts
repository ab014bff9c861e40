import type { TextRange } from '../text/range';

/**
 * What configuration tells. `dependency`: a manifest lists an SDK's package. `credential`: a vendor's key is expected under a name.
 * `setting`: a base URL or a model id stands in a configuration file. Words of the issue of exposure, not places where a request is sent.
 */
export const configurationKinds = ['dependency', 'credential', 'setting'] as const;
export type ConfigurationKind = (typeof configurationKinds)[number];

/** One thing that a manifest or configuration file says of a vendor. It counts apart from call sites. */
export interface ConfigurationFinding {
  /** The host's id of the file: an absolute path for files on disk. */
  readonly file: string;
  /** The package's name, the variable's name, or the value of a setting. Never a key's value. */
  readonly range: TextRange;
  readonly kind: ConfigurationKind;
  /** Vendor id of the catalog, or `unknown`. */
  readonly vendor: string;
  /** The package, the environment variable or the setting's key, as written. */
  readonly name: string;
  /** The model id that a setting holds. */
  readonly model: string | null;
  /** The base URL that a setting holds, without what signs in. */
  readonly url: string | null;
  /** One sentence for people. */
  readonly message: string;
  /** Stable across edits elsewhere in the file; made of kind and name, never of a value. */
  readonly fingerprint: string;
}
