import type { ModelFacts } from '../../core/catalog/catalog';
import type { Benchmark, Licence, LicenceClass, ModelDetails, Parameters, Price } from '../../core/catalog/knowledge';
import type { OwnModel } from '../../core/catalog/overrides';
import { factsRead } from './modelFacts';
import type { ModelIndex } from './modelIndex';
import { abilities, inputKinds, type PackedModel, type PackedModels } from './packed';
import { memoryFor, parametersOf } from './size';

/** Licences that the labs' rows name, to their class. */
const licenceClassOf: Readonly<Record<string, LicenceClass>> = { MIT: 'permissive', 'Apache-2.0': 'permissive' };

/** Unpacks whole rows: what {@link ModelIndex} leaves out because the pipeline does not ask for it. */
export class DetailsIndex {
  private readonly pricesByRow = new Map<number, Price[]>();
  private readonly byRow = new Map<number, ModelDetails>();

  public constructor(
    private readonly data: PackedModels,
    private readonly models: ModelIndex,
    private readonly ownFacts: ReadonlyMap<number, OwnModel> = new Map(),
  ) {
    for (const [vendor, offers] of Object.entries(data.offers)) {
      for (const [id, [row, input, output]] of Object.entries(offers)) {
        if (input === undefined) continue;
        const prices = this.pricesByRow.get(row) ?? [];
        prices.push({ vendor, id, input, output: output ?? null });
        this.pricesByRow.set(row, prices);
      }
    }
  }

  /** What is known of `id` called through `provider`. Never throws. */
  public find(id: string, provider?: string): ModelDetails {
    const facts = this.models.find(id, provider);
    const { row } = this.models.rowOf(id, provider);
    if (row === null) return this.without(facts);
    const { retirement } = facts;
    const details = this.ofRow(row);
    return retirement ? { ...details, retirement, sources: distinct([...details.sources, retirement.source]) } : details;
  }

  /** The details of a row, without a retirement: that hangs on who serves it. */
  public ofRow(row: number): ModelDetails {
    const known = this.byRow.get(row);
    if (known) return known;
    const details = this.unpack(row);
    this.byRow.set(row, details);
    return details;
  }

  private unpack(row: number): ModelDetails {
    const model = this.data.models[row];
    const facts = this.models.facts(row);
    if (!model) return this.without(facts);
    const [, , , , , release, context, , url, output, inputs = 0, able = 0] = model;
    const open = facts.weights === 'open';
    const weightsUrl = url === undefined || url === 0 ? null : url;
    const names = namesOf(model);
    const read = factsRead(names);
    const own = this.ownFacts.get(row);
    const parameters = open ? (ownParameters(own) ?? read.parameters ?? parametersOf(names)) : null;
    const benchmarks = this.benchmarksOf(row);
    const licence = ownLicence(own, facts) ?? licenceOf(model, facts) ?? read.licence;
    return {
      ...facts,
      weightsUrl,
      licence,
      release: present(release),
      context: present(context) ?? read.context,
      output: present(output),
      inputs: inputKinds.filter((_, index) => (inputs & (1 << index)) !== 0),
      tools: either(able, abilities.tools, abilities.noTools),
      structuredOutput: either(able, abilities.structuredOutput, abilities.noStructuredOutput),
      parameters,
      memory: parameters && memoryFor(parameters),
      dimensions: own?.dimensions ?? read.dimensions,
      prices: (this.pricesByRow.get(row) ?? []).toSorted((a, b) => a.input - b.input || compareText(a.vendor + a.id, b.vendor + b.id)),
      benchmarks,
      asOf: this.asOf(),
      sources: distinct([facts.source, licence?.source ?? null, weightsUrl, ...read.sources, ...benchmarks.map(({ source }) => source)]),
    };
  }

  private without(facts: ModelFacts): ModelDetails {
    return {
      ...facts,
      weightsUrl: null,
      licence: facts.weights === 'closed' && facts.source !== null ? { class: 'closed', name: null, source: facts.source } : null,
      release: null,
      context: null,
      output: null,
      inputs: [],
      tools: null,
      structuredOutput: null,
      parameters: null,
      memory: null,
      dimensions: null,
      prices: [],
      benchmarks: [],
      asOf: this.asOf(),
      sources: distinct([facts.source, facts.retirement?.source ?? null]),
    };
  }

  private benchmarksOf(row: number): Benchmark[] {
    return (this.data.scores[row] ?? []).flatMap(([index, score, source, date]) => {
      const benchmark = this.data.benchmarks[index];
      if (!benchmark) return [];
      const [name, metric, setting] = benchmark;
      return [
        { name, metric: present(metric), setting: present(setting), score, source: this.data.sources[source] ?? '', date: present(date) },
      ];
    });
  }

  private asOf(): string {
    return this.data.snapshots[0]?.date ?? '';
  }
}

function ownParameters(own: OwnModel | undefined): Parameters | null {
  return own?.parameters ? { total: own.parameters.total, active: own.parameters.active ?? null } : null;
}

function ownLicence(own: OwnModel | undefined, { source }: ModelFacts): Licence | null {
  return own?.licence ? { class: own.licence.class, name: own.licence.name ?? null, source: source ?? '' } : null;
}

/** The model's name and that of its weights, lower case. */
export function namesOf([name, , , , , , , , url]: PackedModel): string[] {
  const names = typeof url === 'string' ? [name, url.slice(url.lastIndexOf('/') + 1)] : [name];
  return names.map((one) => one.toLowerCase());
}

function licenceOf(model: PackedModel, { weights, source }: ModelFacts): Licence | null {
  if (source === null) return null;
  if (weights === 'closed') return { class: 'closed', name: null, source };
  const name = model[12];
  const known = name === undefined || name === 0 ? undefined : licenceClassOf[name];
  return name === undefined || name === 0 || known === undefined ? null : { class: known, name, source };
}

function present<T extends string | number>(fact: T | 0 | undefined): T | null {
  return fact === undefined || fact === 0 ? null : fact;
}

function either(bits: number, yes: number, no: number): boolean | null {
  if ((bits & yes) !== 0) return true;
  return (bits & no) !== 0 ? false : null;
}

function distinct(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.filter((text) => text !== null))];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
