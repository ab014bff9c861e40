import type { Protocol, TargetRow, VendorRow } from '../../core/catalog/catalog';
import type { CatalogOverrides, OwnModel, OwnRow } from '../../core/catalog/overrides';
import { isPrivateHost } from '../hosts/privateHost';
import { VendorIndex } from '../hosts/vendorIndex';
import { abilities, inputKinds, type PackedModel, type PackedModels, type PackedOffer } from '../models/packed';
import { builtInModels, builtInRow } from './builtInModels';

/** What own rows cite when they name no page. */
const ownSource = 'own catalog row';
const ownDay = '1970-01-01';

/** What most open servers lack. */
const usuallyLacking = [
  'previous_response_id',
  'conversation',
  'store',
  'background',
  'builtin_tools',
  'cache_control',
  'citations',
  'documents',
  'batches',
];
const usualSurfaces: Readonly<Record<Protocol, readonly string[]>> = {
  openai: ['chat', 'models'],
  anthropic: ['messages'],
  gemini: ['chat'],
};

/** The tables of the catalog with own rows in them. */
export interface MergedRows {
  readonly vendors: readonly VendorRow[];
  readonly targets: readonly TargetRow[];
  readonly models: PackedModels;
  /** Own spellings (lower case) to the number of their row; they go before every rule on spellings. */
  readonly ownNames: ReadonlyMap<string, number>;
  /** Facts of own models that the packed form has no place for, by row. */
  readonly ownFacts: ReadonlyMap<number, OwnModel>;
}

/** Adds own rows, which must be sound, to the built-in ones. The later of two rows with the same id wins. */
export function mergeRows(vendors: readonly VendorRow[], targets: readonly TargetRow[], overrides: CatalogOverrides): MergedRows {
  const ownVendors = merged(vendors, overrides.vendors ?? [], newVendor);
  const ownTargets = merged(targets, overrides.targets ?? [], (row) => newTarget(row, ownVendors));
  const withTargets = [...ownVendors, ...ownTargets.filter((row) => !ownVendors.some(({ id }) => id === row.vendor)).map(vendorOf)];
  const own = new Set([...(overrides.vendors ?? []), ...(overrides.targets ?? [])].map(({ id }) => id));
  // Of two vendors with the same host the first one counts.
  const ordered = withTargets.toSorted((a, b) => Number(own.has(b.id)) - Number(own.has(a.id)));
  return { vendors: ordered, targets: ownTargets, ...mergeModels(overrides.models ?? []) };
}

/** The built-in rows in their order, own ones in their place or behind them. */
function merged<T extends { readonly id: string }>(rows: readonly T[], own: readonly OwnRow<T>[], complete: (row: OwnRow<T>) => T): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const row of own) {
    const known = byId.get(row.id);
    byId.set(row.id, known ? { ...known, ...row } : complete(row));
  }
  return [...byId.values()];
}

function newVendor(row: OwnRow<VendorRow>): VendorRow {
  return {
    name: row.id,
    class: 'self-hosted',
    hosts: [],
    keyVariables: [],
    baseUrlVariables: [],
    source: ownSource,
    accessed: ownDay,
    ...row,
  };
}

function newTarget(row: OwnRow<TargetRow>, vendors: readonly VendorRow[]): TargetRow {
  const variable = row.id.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
  const baseUrls = row.baseUrls ?? {};
  const url = baseUrls.openai ?? baseUrls.anthropic ?? baseUrls.gemini ?? '';
  const found = new VendorIndex(vendors).find(url);
  const surfaces = Object.fromEntries(
    (Object.keys(baseUrls) as Protocol[]).map((protocol) => [protocol, row.surfaces?.[protocol] ?? usualSurfaces[protocol]]),
  );
  const hosting = row.class ?? 'self-hosted';
  return {
    name: row.id,
    vendor: found?.id ?? row.id,
    lacks: usuallyLacking,
    keyVariable: `${variable}_API_KEY`,
    keyPlaceholder: hosting === 'self-hosted' ? 'none' : null,
    baseUrlVariable: `${variable}_BASE_URL`,
    models: { chat: row.id },
    source: ownSource,
    accessed: ownDay,
    ...row,
    class: hosting,
    baseUrls,
    surfaces,
  };
}

/** The vendor of a target that no vendor's hosts cover. */
function vendorOf(target: TargetRow): VendorRow {
  const hosts = Object.values(target.baseUrls).map((url) => new URL(url).host.toLowerCase());
  return newVendor({
    id: target.vendor,
    name: target.name,
    class: target.class === 'self-hosted' || hosts.some((host) => isPrivateHost(`http://${host}`)) ? 'self-hosted' : 'open-host',
    hosts: [...new Set(hosts)],
    keyVariables: [target.keyVariable],
    baseUrlVariables: [target.baseUrlVariable],
  });
}

function mergeModels(own: readonly OwnModel[]): Pick<MergedRows, 'models' | 'ownNames' | 'ownFacts'> {
  const models = [...builtInModels.models];
  const labs = [...builtInModels.labs];
  const modalities = [...builtInModels.modalities];
  const sources = [...builtInModels.sources];
  const offers: Record<string, Record<string, PackedOffer>> = {};
  const ownNames = new Map<string, number>();
  const ownFacts = new Map<number, OwnModel>();
  const indexIn = (table: string[], value: string): number => {
    const known = table.indexOf(value);
    return known >= 0 ? known : table.push(value) - 1;
  };
  for (const row of own) {
    const slash = row.id.lastIndexOf('/');
    const known = ownNames.get(row.id.toLowerCase()) ?? builtInRow(row.id);
    const index = known ?? models.length;
    const base = models[index];
    models[index] = packedRow(row, base, {
      name: slash < 0 ? row.id : row.id.slice(slash + 1),
      lab: slash < 0 ? -1 : indexIn(labs, row.id.slice(0, slash)),
      modality: indexIn(modalities, row.modality ?? 'chat'),
      source: indexIn(sources, row.source ?? ownSource),
    });
    for (const name of [row.id, ...(row.aliases ?? [])]) ownNames.set(name.toLowerCase(), index);
    ownFacts.set(index, { ...ownFacts.get(index), ...row });
    for (const { vendor, id, input, output } of row.prices ?? []) {
      (offers[vendor] ??= {})[id ?? row.id] = output === undefined ? [index, input] : [index, input, output];
    }
  }
  const allOffers = { ...builtInModels.offers };
  for (const [vendor, rows] of Object.entries(offers)) allOffers[vendor] = { ...allOffers[vendor], ...rows };
  return { models: { ...builtInModels, models, labs, modalities, sources, offers: allOffers }, ownNames, ownFacts };
}

interface RowIndexes {
  readonly name: string;
  readonly lab: number;
  readonly modality: number;
  readonly source: number;
}

/** An own model in the packed form: its fields over those of the row it replaces. */
function packedRow(own: OwnModel, base: PackedModel | undefined, indexes: RowIndexes): PackedModel {
  const [name, lab, weights, modality, , release = 0, context = 0, title = 0, url = 0, output = 0, inputs = 0, able = 0] = base ?? [
    indexes.name,
    indexes.lab,
    0,
    indexes.modality,
    indexes.source,
  ];
  return [
    name,
    lab,
    own.weights === undefined ? weights : own.weights === 'open' ? 1 : 0,
    own.modality === undefined ? modality : indexes.modality,
    indexes.source,
    own.release ?? release,
    own.context ?? context,
    own.name ?? title,
    own.weightsUrl ?? url,
    own.output ?? output,
    own.inputs ? inputKinds.reduce((bits, kind, bit) => (own.inputs?.includes(kind) ? bits | (1 << bit) : bits), 0) : inputs,
    ability(
      ability(able, own.tools, abilities.tools, abilities.noTools),
      own.structuredOutput,
      abilities.structuredOutput,
      abilities.noStructuredOutput,
    ),
  ];
}

function ability(bits: number, fact: boolean | undefined, yes: number, no: number): number {
  return fact === undefined ? bits : (bits & ~(yes | no)) | (fact ? yes : no);
}
