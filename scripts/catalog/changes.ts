import type { PackedModels, PackedRetirement } from '../../src/catalog/models/packed';
import type { Comparison } from './differences';

/** What merging new snapshots does to the catalog, as lines for people. */
export interface Changes {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  /** Where the new data contradict what the catalog said or themselves. */
  readonly conflicts: readonly string[];
}

/**
 * Tells the catalog before from the one after: models, prices, retirements, and what the new data contradict.
 * @param knownConflicts the page of earlier conflicts (`docs/catalog-differences.md`): what stands there is not told again
 */
export function changesBetween(before: PackedModels, after: PackedModels, conflicts: Comparison, knownConflicts: string): Changes {
  const tables = [
    compareTables(modelFacts(before), modelFacts(after)),
    compareTables(prices(before), prices(after)),
    compareTables(retirements(before), retirements(after)),
  ];
  const known = modelFacts(before);
  const flips = [...modelFacts(after)].flatMap(([id, facts]) => {
    const earlier = known.get(id);
    return earlier && earlier['weights'] !== facts['weights']
      ? [`${id}: weights ${earlier['weights'] ?? ''} before, ${facts['weights'] ?? ''} now`]
      : [];
  });
  const told = toldIn(knownConflicts);
  const fresh = conflicts.differences.filter(({ provider, id, listed }) => !told.has(`${provider} ${id} ${listed}`));
  const contested = fresh.map(
    ({ provider, id, listed, catalog, explanation }) => `${provider} ${id}: listed ${listed}, the catalog says ${catalog} (${explanation})`,
  );
  return {
    added: tables.flatMap(({ added }) => added),
    removed: tables.flatMap(({ removed }) => removed),
    changed: tables.flatMap(({ changed }) => changed),
    conflicts: [...flips, ...contested],
  };
}

/** `provider id listed` of each difference on the page. */
function toldIn(page: string): ReadonlySet<string> {
  let provider = '';
  const told = new Set<string>();
  for (const line of page.split('\n')) {
    provider = /^## (\S+)$/.exec(line)?.[1] ?? provider;
    const [, id, listed] = /^- `([^`]+)` is \S+, listed (\w+):/.exec(line) ?? [];
    if (id !== undefined && listed !== undefined) told.add(`${provider} ${id} ${listed}`);
  }
  return told;
}

/** The changes as text; the same changes give the same text. */
export function changesText({ added, removed, changed, conflicts }: Changes): string {
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [`${title}: none`] : [`${title}: ${lines.length}`, ...lines.map((line) => `  ${line}`)];
  return [
    ...section('Added', added),
    ...section('Removed', removed),
    ...section('Changed', changed),
    ...section('Conflicts', conflicts),
  ].join('\n');
}

type Facts = Readonly<Record<string, string>>;
type Table = ReadonlyMap<string, Facts>;

function compareTables(before: Table, after: Table): Omit<Changes, 'conflicts'> {
  const added = [...after].filter(([key]) => !before.has(key)).map(([key, facts]) => `${key}${summary(facts)}`);
  const removed = [...before.keys()].filter((key) => !after.has(key));
  const changed = [...after].flatMap(([key, facts]) => {
    const earlier = before.get(key);
    if (!earlier) return [];
    return [...new Set([...Object.keys(earlier), ...Object.keys(facts)])]
      .filter((name) => earlier[name] !== facts[name])
      .map((name) => `${key}: ${name} ${earlier[name] ?? 'not given'} → ${facts[name] ?? 'not given'}`);
  });
  return { added: added.sort(), removed: removed.sort(), changed: changed.sort() };
}

function summary(facts: Facts): string {
  const text = Object.entries(facts)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
  return text === '' ? '' : ` (${text})`;
}

/** Facts by model id. */
function modelFacts(packed: PackedModels): Table {
  return new Map(
    packed.models.map(([name, lab, weights, modality, , release, context, , weightsUrl, output, inputs, abilities, licence], row) => {
      const scores = packed.scores[row] ?? [];
      return [
        `model ${packed.labs[lab] ?? '?'}/${name}`,
        given({
          weights: weights === 1 ? 'open' : 'closed',
          kind: packed.modalities[modality],
          release,
          context,
          output,
          weightsUrl,
          inputs,
          abilities,
          licence,
          scores:
            scores.length === 0
              ? undefined
              : scores.map(([benchmark, score]) => `${packed.benchmarks[benchmark]?.[0] ?? '?'} ${score}`).join(' | '),
        }),
      ] as const;
    }),
  );
}

/** Prices by vendor and the vendor's spelling. */
function prices(packed: PackedModels): Table {
  return new Map(
    Object.entries(packed.offers).flatMap(([vendor, rows]) =>
      Object.entries(rows).map(([id, [, input, output]]) => [`offer ${vendor} ${id}`, given({ input, output })] as const),
    ),
  );
}

function retirements(packed: PackedModels): Table {
  return new Map(
    Object.entries(packed.retirements).flatMap(([vendor, rows]) =>
      rows.map((row) => [`retirement ${vendor} ${row[0][0] ?? '?'}`, retirementFacts(row)] as const),
    ),
  );
}

function retirementFacts([, status, announced, shutdown, replacement]: PackedRetirement): Facts {
  return given({ status: status === 2 ? 'retired' : 'deprecated', announced, shutdown, replacement });
}

/** The facts that are given, as texts; 0 and undefined stand for none. */
function given(facts: Readonly<Record<string, string | number | undefined>>): Facts {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (value === undefined || value === 0 ? [] : [[name, String(value)]])),
  );
}
