import type { ConfigurationFinding, ConfigurationKind } from '../../core/configuration/finding';
import { relativePath } from './relativePath';
import type { ReportInput } from './reportInput';

/** What a manifest or configuration file says, in the JSON report. What only call sites have is null. */
export interface JsonConfigurationFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly kind: ConfigurationKind;
  readonly vendor: string;
  /** The package, the environment variable or the setting's key. */
  readonly name: string;
  readonly sdk: string | null;
  readonly surface: null;
  readonly model: string | null;
  readonly retirement?: undefined;
  readonly openness: null;
  readonly portability: null;
  readonly inference: false;
  readonly endpoint: { readonly url: string; readonly source: 'literal'; readonly variable: null; readonly file: null } | null;
  readonly message: string;
  readonly fingerprint: string;
}

/** A configuration finding as the JSON report gives it. */
export function jsonConfiguration({ root, positions }: ReportInput, finding: ConfigurationFinding): JsonConfigurationFinding {
  const { start, end } = positions.of(finding.file, finding.range);
  const { kind, vendor, name, model, url, message, fingerprint } = finding;
  return {
    file: relativePath(root, finding.file),
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    kind,
    vendor,
    name,
    sdk: kind === 'dependency' ? name : null,
    surface: null,
    model,
    openness: null,
    portability: null,
    inference: false,
    endpoint: url === null ? null : { url, source: 'literal', variable: null, file: null },
    message,
    fingerprint,
  };
}
