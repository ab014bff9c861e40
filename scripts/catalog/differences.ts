import { ModelIndex } from '../../src/catalog/models/modelIndex';
import type { PackedModels } from '../../src/catalog/models/packed';
import { nameKey, readSpelling } from '../../src/catalog/models/spelling';
import type { CatalogInput } from './input';
import { vendorsOfProviders } from './vendorsOfProviders';

/** A listing whose open-weights flag differs from the catalog's answer. */
export interface Difference {
  readonly provider: string;
  readonly id: string;
  readonly listed: 'open' | 'closed';
  readonly catalog: string;
  /** `lab`: the lab's own row says as the catalog; `listings`: other providers do; `source`: a sourced rule alone does. */
  readonly reason: 'lab' | 'listings' | 'source';
  readonly explanation: string;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  readonly totals: {
    readonly listed: number;
    readonly equal: number;
    /** Differing listings that the data contradict themselves: another listing or the lab's row of the same model says otherwise. */
    readonly contested: number;
    /** Models on which the data's own verdict could be had, and on how many of them the catalog gives the same. */
    readonly models: number;
    readonly sameModels: number;
    /** Listings of models that the data have the lab's row of, and on how many of them the catalog says what that row says. */
    readonly labListed: number;
    readonly sameAsLab: number;
  };
}

/** Providers whose flags contradict the labs' rows and clear majorities more often than this leave them at the default. */
const carelessAbove = 0.05;

/** Asks the compiled catalog for every listing of the vendors we detect, and compares open with closed. */
export function compare(input: CatalogInput, packed: PackedModels): Comparison {
  const index = new ModelIndex(packed);
  const flags = flagsByModel(input);
  const differences: Difference[] = [];
  let listed = 0;
  let labListed = 0;
  let sameAsLab = 0;
  const verdicts = verdictsOf(flags);
  const models = new Set<string>();
  const same = new Set<string>();
  for (const provider of Object.keys(vendorsOfProviders)) {
    for (const [id, listing] of Object.entries(input.providers.providers[provider]?.models ?? {})) {
      listed++;
      const facts = index.find(id, provider);
      const key = modelKey(id);
      const verdict = verdicts.get(key);
      if (verdict !== undefined) models.add(key);
      const row = flags.get(key)?.lab;
      if (row !== undefined) labListed++;
      if (row !== undefined && (facts.weights === 'open') === row) sameAsLab++;
      if (verdict !== undefined && (facts.weights === 'open') === verdict) same.add(key);
      if ((facts.weights === 'open') === listing.open) continue;
      const others = flags.get(key) ?? { lab: undefined, open: [], closed: [] };
      const agreeing = listing.open ? others.closed : others.open;
      const lab = others.lab === undefined ? undefined : others.lab ? 'open' : 'closed';
      differences.push({
        provider,
        id,
        listed: listing.open ? 'open' : 'closed',
        catalog: facts.weights,
        ...(lab === facts.weights
          ? { reason: 'lab' as const, explanation: `the lab's row of the same data says ${lab}` }
          : agreeing.length > 0
            ? {
                reason: 'listings' as const,
                explanation: `others list it as ${facts.weights}: ${agreeing.slice(0, 3).join(', ')}`,
              }
            : { reason: 'source' as const, explanation: `see ${facts.source ?? 'no source'}` }),
      });
    }
  }
  const contested = differences.filter((one) => one.reason !== 'source').length;
  return {
    differences,
    totals: { listed, equal: listed - differences.length, contested, models: models.size, sameModels: same.size, labListed, sameAsLab },
  };
}

interface Flags {
  lab: boolean | undefined;
  readonly open: string[];
  readonly closed: string[];
}

function flagsByModel(input: CatalogInput): Map<string, Flags> {
  const flags = new Map<string, Flags>();
  const of = (key: string): Flags => {
    const known = flags.get(key) ?? { lab: undefined, open: [], closed: [] };
    flags.set(key, known);
    return known;
  };
  for (const [id, model] of Object.entries(input.models.models)) of(modelKey(id)).lab = model.open_weights;
  for (const [provider, { models }] of Object.entries(input.providers.providers)) {
    for (const [id, listing] of Object.entries(models)) (listing.open ? of(modelKey(id)).open : of(modelKey(id)).closed).push(provider);
  }
  return flags;
}

/** What the data say of each model: the lab's row, else most of the providers that get their flags right; absent on a tie. */
function verdictsOf(flags: ReadonlyMap<string, Flags>): Map<string, boolean> {
  const right = new Map<string, number>();
  const wrong = new Map<string, number>();
  const count = (into: Map<string, number>, provider: string): unknown => into.set(provider, (into.get(provider) ?? 0) + 1);
  for (const { lab, open, closed } of flags.values()) {
    const truth = lab ?? clearMajority(open.length, closed.length);
    if (truth === undefined) continue;
    for (const provider of open) count(truth ? right : wrong, provider);
    for (const provider of closed) count(truth ? wrong : right, provider);
  }
  const careful = (provider: string): boolean => {
    const errors = wrong.get(provider) ?? 0;
    return errors <= carelessAbove * (errors + (right.get(provider) ?? 0));
  };
  const verdicts = new Map<string, boolean>();
  for (const [key, { lab, open, closed }] of flags) {
    const balance = open.filter(careful).length - closed.filter(careful).length;
    if (lab !== undefined) verdicts.set(key, lab);
    else if (balance !== 0) verdicts.set(key, balance > 0);
  }
  return verdicts;
}

function clearMajority(open: number, closed: number): boolean | undefined {
  if (Math.max(open, closed) < 2 || Math.max(open, closed) < 2 * Math.min(open, closed)) return undefined;
  return open > closed;
}

function modelKey(id: string): string {
  return nameKey(readSpelling(id).names[0] ?? id);
}

/** The differences as a page, for `docs/`. */
export function report(comparison: Comparison, packed: PackedModels): string {
  const { differences, totals } = comparison;
  const providers = [...new Set(differences.map((one) => one.provider))];
  const sections = providers.map((provider) => {
    const rows = differences.filter((one) => one.provider === provider);
    return `## ${provider}\n\n${rows.map((one) => `- \`${one.id}\` is ${one.catalog}, listed ${one.listed}: ${one.explanation}`).join('\n')}\n`;
  });
  const count = (reason: Difference['reason']): number => differences.filter((one) => one.reason === reason).length;
  return `# Where the catalog and its data differ

Written by \`npm run catalog:generate\`; do not edit. Data: ${packed.snapshots.map((one) => `${one.source} of ${one.date}`).join(', ')}.

Whether weights can be had is a property of a model, not of who lists it. The data keep a flag with each listing, and
several providers leave it at its default, closed. The catalog gives one answer a model: the lab's own row, else a family
rule with its source, else what the providers that get their flags right say.

Of the ${totals.models} models on which the data give a verdict of their own (the lab's row, else most of the providers whose
flags agree with the labs' rows and with clear majorities), the catalog gives the same on ${totals.sameModels}.

Of ${totals.labListed} listings of models that the data have the lab's own row of, the catalog says what that row says on ${totals.sameAsLab}.

Of ${totals.listed} listings of the vendors Openward detects, ${totals.equal} agree; ${differences.length} differ:

- ${count('lab')} contradict the lab's row of the same data,
- ${count('listings')} contradict other listings of the same model,
- ${count('source')} contradict only the source named.

${sections.join('\n')}`;
}
