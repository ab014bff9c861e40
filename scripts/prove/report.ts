import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '../../src/core/catalog/catalog';
import type { Proof } from './proof';
import { pinnedVersion } from './python/environment';

/** The results as lines for a terminal. */
export function proofTable(proofs: readonly Proof[], targets: readonly string[]): string {
  const rows = rowsOf(proofs, targets);
  const columns = [...targets, 'hosted'];
  const widths = [Math.max(...rows.map(({ name }) => name.length), 0), ...columns.map((column) => Math.max(column.length, 10))];
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  const short = (all: readonly Proof[]): string =>
    all.length === 0
      ? ''
      : all.some(({ faults }) => faults.length > 0)
        ? 'FAILED'
        : all.some(({ refusal }) => refusal !== null)
          ? 'refused'
          : 'proven';
  return [line(['program', ...columns]), ...rows.map(({ name, cells }) => line([name, ...cells.map(short)])), summary(proofs)].join('\n');
}

/** `docs/proof.md`. */
export function proofPage(all: readonly Proof[], targets: readonly string[], catalog: Catalog): string {
  const proofs = all.filter(({ program }) => program.language === 'javascript');
  return `# Proof of the rewrites

<!-- Made by \`npm run prove\`. Do not edit. -->

Each program of \`test/fixtures/prove\` calls a closed model. It is rewritten by the engine, parsed, type-checked against the SDK's own
package, and run with the keys of all vendors in its environment and every connection denied but the one to an endpoint that stands for the
target. Proven means: every request arrived there, on a path the target serves, with a body that the SDK's own request types allow, for
the target's model, with the target's key and none of the vendor's; the program printed what it should; a second scan finds no closed
call site and a second rewrite has nothing to do. Refused means that the planner named this reason and changed nothing, as it must.

On hosted targets, which check keys, a program is run once more with the target's key not set and all vendors' keys set: it must fail,
and no request may carry a vendor's key.

${summary(proofs)}

${sectionsOf(proofs, targets, catalog, (sdk) => `## \`${sdk}\` ${version(sdk)}`)}`;
}

/** What parts the programs of Python, which are proven where Python is to be had, from the others. */
const pythonHeading = '\n## Python\n';

/** The part of `docs/proof.md` for Python. */
export function pythonPart(all: readonly Proof[], targets: readonly string[], catalog: Catalog): string {
  const proofs = all.filter(({ program }) => program.language === 'python');
  return `${pythonHeading}
The same with the SDKs' own Python packages in a virtual environment; types are checked by pyright.

${summary(proofs)}

${sectionsOf(proofs, targets, catalog, (sdk) => `### Python's \`${sdk}\` ${pinnedVersion(sdk)}`)}`;
}

/** The other part of a page that was made before. */
export function javascriptPartOf(page: string): string {
  return page.slice(0, page.length - pythonPartOf(page).length);
}

/** That part of a page that was made before. */
export function pythonPartOf(page: string): string {
  const at = page.indexOf(pythonHeading);
  return at < 0 ? '' : page.slice(at);
}

function sectionsOf(proofs: readonly Proof[], targets: readonly string[], catalog: Catalog, heading: (sdk: string) => string): string {
  const nameOf = (target: string): string => catalog.targets.get(target)?.name ?? target;
  const sections = [...new Set(proofs.map(({ program }) => program.sdk))].map((sdk) => {
    const rows = rowsOf(
      proofs.filter(({ program }) => program.sdk === sdk),
      targets,
    );
    const columns = [...targets.map(nameOf), 'Hosted'];
    return [
      heading(sdk),
      '',
      `| Program | ${columns.join(' | ')} |`,
      `| --- |${columns.map(() => ' --- |').join('')}`,
      ...rows.map(({ name, cells }) => `| ${name} | ${cells.map((cell) => cellText(cell, targets, nameOf)).join(' | ')} |`),
      '',
    ].join('\n');
  });
  return sections.join('\n');
}

interface Row {
  readonly name: string;
  /** Of each target, and of all others. */
  readonly cells: readonly (readonly Proof[])[];
}

function rowsOf(proofs: readonly Proof[], targets: readonly string[]): Row[] {
  return [...new Set(proofs.map(({ program }) => program.id))].map((id) => {
    const own = proofs.filter(({ program }) => program.id === id);
    return {
      name: id,
      cells: [
        ...targets.map((target) => own.filter((proof) => proof.target === target)),
        own.filter(({ target }) => !targets.includes(target)),
      ],
    };
  });
}

function cellText(proofs: readonly Proof[], targets: readonly string[], nameOf: (target: string) => string): string {
  return proofs
    .map(({ refusal, requests, target }) => {
      if (refusal !== null) return `refused: ${refusal}`;
      const proven = `proven, ${requests} request${requests === 1 ? '' : 's'}`;
      return targets.includes(target) ? proven : `${nameOf(target)}: ${proven}`;
    })
    .join('; ');
}

function summary(proofs: readonly Proof[]): string {
  const programs = new Set(proofs.map(({ program }) => program.id)).size;
  const failed = proofs.filter(({ faults }) => faults.length > 0).length;
  const refused = proofs.filter(({ refusal, faults }) => refusal !== null && faults.length === 0).length;
  const requests = proofs.reduce((sum, proof) => sum + proof.requests, 0);
  const proven = proofs.length - failed - refused;
  return `${programs} programs: ${proven} rewrites proven with ${requests} requests, ${refused} refused as they must be, ${failed} failed.`;
}

function version(sdk: string): string {
  const manifest = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  return manifest.devDependencies[sdk] ?? '';
}
