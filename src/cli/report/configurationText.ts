import { configurationKinds, type ConfigurationFinding, type ConfigurationKind } from '../../core/configuration/finding';
import { columns, count, type Cell } from '../terminal/columns';
import { printable } from '../terminal/printable';
import { relativePath } from './relativePath';
import type { ReportInput } from './reportInput';

const nouns: Readonly<Record<ConfigurationKind, readonly [one: string, many: string]>> = {
  dependency: ['dependency', 'dependencies'],
  credential: ['credential', 'credentials'],
  setting: ['setting', 'settings'],
};

/** What manifests and configuration files say, in a section of its own; undefined for nothing. */
export function configurationSection(input: ReportInput, findings: readonly ConfigurationFinding[]): string | undefined {
  if (findings.length === 0) return undefined;
  const { colors } = input;
  const rows = findings.map((finding): Cell[] => {
    const { line } = input.positions.of(finding.file, finding.range).start;
    return [
      { text: printable(`${relativePath(input.root, finding.file)}:${line}`) },
      { text: finding.kind, paint: colors.dim },
      { text: printable(finding.message), paint: colors.dim },
    ];
  });
  const head = colors.underline('Configuration');
  return [head, ...columns(rows, input.width && input.width - 2).map((line) => `  ${line}`)].join('\n');
}

/** How many there are of each kind: `2 dependencies, 1 setting in 3 files`. */
export function configurationCounts(findings: readonly ConfigurationFinding[]): string {
  const parts = configurationKinds.flatMap((kind) => {
    const amount = findings.filter((finding) => finding.kind === kind).length;
    return amount === 0 ? [] : [`${amount} ${nouns[kind][amount === 1 ? 0 : 1]}`];
  });
  return `${parts.join(', ')} in ${count(new Set(findings.map(({ file }) => file)).size, 'file')}`;
}
