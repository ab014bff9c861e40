import { familyOf } from '../../src/catalog/models/families';
import { abilities, inputKinds } from '../../src/catalog/models/packed';
import type {
  PackedBenchmark,
  PackedModel,
  PackedModels,
  PackedOffer,
  PackedRetirement,
  PackedScore,
} from '../../src/catalog/models/packed';
import { nameKey, readSpelling } from '../../src/catalog/models/spelling';
import type { BenchmarkInput, CatalogInput, LabModel, Listing, Origin, RetirementInput } from './input';
import { vendorsOfProviders, vendorsOfRetirements } from './vendorsOfProviders';
import { WeightsJudge } from './weights';

const repositories: Readonly<Record<'models' | 'providers', string>> = {
  models: 'https://github.com/anomalyco/models.dev',
  providers: 'https://github.com/anomalyco/models.dev',
};

/** Compiles the snapshots to the form that ships. Deterministic: the same input gives the same output, byte for byte. */
export function compile(input: CatalogInput): PackedModels {
  return new Compiler(input).run();
}

class Table {
  public readonly values: string[] = [];
  private readonly indexes = new Map<string, number>();

  public index(value: string | null | undefined): number {
    if (value === null || value === undefined) return -1;
    const known = this.indexes.get(value);
    if (known !== undefined) return known;
    this.indexes.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
}

class Compiler {
  private readonly judge: WeightsJudge;
  private readonly sources = new Table();
  private readonly labs = new Table();
  private readonly modalities = new Table();
  private readonly benchmarks = new Table();
  private readonly scores: Record<number, PackedScore[]> = {};
  private readonly models: PackedModel[] = [];
  private readonly byName = new Map<string, number>();
  private readonly aliases: Record<string, number> = {};

  public constructor(private readonly input: CatalogInput) {
    this.judge = new WeightsJudge(input);
  }

  public run(): PackedModels {
    const { models, providers, retirements } = this.input;
    for (const [id, model] of sorted(models.models)) this.addLabModel(id, model);
    const offers: Record<string, Record<string, PackedOffer>> = {};
    for (const [provider, vendor] of Object.entries(vendorsOfProviders)) {
      const rows = (offers[vendor] ??= {});
      for (const [id, listing] of sorted(providers.providers[provider]?.models ?? {})) rows[id] ??= this.offer(vendor, id, listing);
    }
    const retired: Record<string, PackedRetirement[]> = {};
    for (const row of retirements.models) this.addRetirement(retired, row);
    return {
      version: `${providers._.date}+${retirements._.date}`,
      snapshots: [models._, providers._, retirements._].map(({ source, commit, date, licence }: Origin) => ({
        source,
        commit,
        date,
        licence,
      })),
      sources: this.sources.values,
      labs: this.labs.values,
      modalities: this.modalities.values,
      models: this.models,
      benchmarks: this.benchmarks.values.map((text) => JSON.parse(text) as PackedBenchmark),
      scores: this.scores,
      aliases: this.aliases,
      offers,
      providers: vendorsOfProviders,
      retirements: retired,
    };
  }

  private addLabModel(id: string, model: LabModel): void {
    const slash = id.indexOf('/');
    const name = id.slice(slash + 1);
    const { names } = readSpelling(name);
    const index = this.add(
      name,
      trimmed([
        name,
        this.labs.index(id.slice(0, slash)),
        model.open_weights ? 1 : 0,
        this.modalities.index(familyOf(names)?.modality ?? modalityOf(model.modalities.output)),
        this.sources.index(`${repositories.models}/tree/${this.input.models._.commit}/models`),
        model.release_date ?? 0,
        model.limit?.context ?? 0,
        model.name,
        // `mistral-medium-latest` is flagged closed and links to the weights of its successor.
        (model.open_weights ? model.weights?.[0]?.url : undefined) ?? 0,
        model.limit?.output ?? 0,
        inputBits(model.modalities.input),
        abilityBits(model),
        model.license ?? 0,
      ]),
    );
    const scores = (model.benchmarks ?? []).map((one) => this.score(one));
    if (scores.length > 0) this.scores[index] = scores;
  }

  private score({ name, metric, score, source, date, ...rest }: BenchmarkInput): PackedScore {
    const setting = [rest.version, rest.variant, rest.dataset, rest.harness].filter((part) => part !== undefined).join(', ');
    const benchmark: PackedBenchmark = [name, metric ?? 0, setting === '' ? 0 : setting];
    return [this.benchmarks.index(JSON.stringify(benchmark)), score, this.sources.index(source), date ?? 0];
  }

  private offer(vendor: string, id: string, listing: Listing): PackedOffer {
    const { names } = readSpelling(id);
    const model = this.find(names) ?? this.addListed(vendor, id, names, listing);
    const { in: input, out: output } = listing;
    // Nobody gives models away: a zero stands for trials, plans and rationed listings.
    const free = input === 0 && (output ?? 0) === 0;
    if (input === undefined || free) return [model];
    return output === undefined ? [model, input] : [model, input, output];
  }

  /** A model no lab row describes: what its name says, else what providers say. */
  private addListed(vendor: string, id: string, names: readonly string[], listing: Listing): number {
    const name = names[0] ?? id.toLowerCase();
    const family = familyOf(names, vendor);
    const verdict = this.judge.judge(names);
    const source =
      verdict.by === 'family' && family ? family.source : `${repositories.providers}/tree/${this.input.providers._.commit}/providers`;
    return this.add(
      name,
      trimmed([
        name,
        this.labs.index(family?.lab ?? listing.lab?.split('/')[0] ?? ownerOf(id) ?? vendor),
        verdict.weights === 'open' ? 1 : 0,
        this.modalities.index(family?.modality),
        this.sources.index(source),
        0,
        // Several hosts give every model that is no chat model the same made-up context.
        (family?.modality ?? 'chat') === 'chat' ? (listing.ctx ?? 0) : 0,
      ]),
    );
  }

  private addRetirement(into: Record<string, PackedRetirement[]>, row: RetirementInput): void {
    const vendor = vendorsOfRetirements[row.provider];
    if (vendor === undefined) throw new Error(`retirements.json names a vendor without a row: ${row.provider}`);
    const { names } = readSpelling(row.model);
    const model = this.find(names) ?? this.addListed(vendor, row.model, names, { open: false });
    for (const alias of row.aliases ?? []) {
      const key = nameKey(alias.toLowerCase());
      if (!this.byName.has(key)) this.aliases[key] ??= model;
    }
    if (row.status === 'active' && row.shutdown_on === undefined) return;
    const source = row.sources?.[0];
    if (!source) throw new Error(`A retirement without a source: ${row.provider}/${row.model}`);
    (into[vendor] ??= []).push([
      [row.model, ...(row.aliases ?? [])],
      row.status === 'retired' ? 2 : 1,
      row.deprecated_on ?? 0,
      row.shutdown_on ?? 0,
      (row.replacements?.find((one) => one.recommended) ?? row.replacements?.[0])?.model ?? 0,
      this.sources.index(source.url),
      row.last_verified ?? source.accessed,
    ]);
  }

  private find(names: readonly string[]): number | undefined {
    for (const name of names) {
      const index = this.byName.get(nameKey(name));
      if (index !== undefined) return index;
    }
    return undefined;
  }

  private add(name: string, model: PackedModel): number {
    const index = this.models.push(model) - 1;
    this.byName.set(nameKey(name.toLowerCase()), index);
    return index;
  }
}

function sorted<T>(rows: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Cuts absent facts off the end. */
function trimmed(model: PackedModel): PackedModel {
  let length = model.length;
  while (length > 5 && model[length - 1] === 0) length--;
  return model.slice(0, length) as unknown as PackedModel;
}

/** `owner/name`: who made it, as far as the id says. */
function ownerOf(id: string): string | undefined {
  const parts = id.toLowerCase().split('/');
  return parts.length > 1 ? parts.at(-2)?.replace(/^[@~]/, '') : undefined;
}

function modalityOf(output: readonly string[]): string {
  if (output.includes('video')) return 'video';
  if (output.includes('image')) return 'image';
  return output.includes('audio') && !output.includes('text') ? 'speech' : 'chat';
}

function inputBits(kinds: readonly string[]): number {
  return inputKinds.reduce((bits, kind, index) => (kinds.includes(kind) ? bits | (1 << index) : bits), 0);
}

function abilityBits({ tool_call: tools, structured_output: structured }: LabModel): number {
  return pair(tools, abilities.tools, abilities.noTools) | pair(structured, abilities.structuredOutput, abilities.noStructuredOutput);
}

function pair(fact: boolean | undefined, yes: number, no: number): number {
  if (fact === undefined) return 0;
  return fact ? yes : no;
}
