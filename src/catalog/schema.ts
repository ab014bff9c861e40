import type { TargetRow, VendorRow } from '../core/catalog/catalog';
import { compilePattern } from './hosts/pattern';
import type { FamilyRow } from './models/families';
import type { ModelFactsRow } from './models/modelFacts';
import { inputKinds, type PackedModels } from './models/packed';

/** The built-in data, as loaded from the files. */
export interface CatalogData {
  readonly vendors: readonly VendorRow[];
  readonly targets: readonly TargetRow[];
  readonly families: readonly FamilyRow[];
  readonly modelFacts: readonly ModelFactsRow[];
  readonly models: PackedModels;
}

/** Surfaces a target can serve; the names that SDK descriptions use. */
export const surfaceNames = [
  'chat',
  'responses',
  'completions',
  'embeddings',
  'images',
  'transcriptions',
  'translations',
  'speech',
  'messages',
  'count-tokens',
  'rerank',
  'models',
] as const;

/** Features of a request that a target may lack; the names that SDK descriptions use. */
export const featureNames = [
  'tool_choice',
  'named_tool_choice',
  'logprobs',
  'logit_bias',
  'n',
  'user',
  'max_completion_tokens',
  'json_schema',
  'previous_response_id',
  'conversation',
  'store',
  'background',
  'builtin_tools',
  'cache_control',
  'citations',
  'documents',
  'batches',
  'metadata',
  'thinking_budget',
  'url_images',
  'audio_input',
] as const;

const vendorFields = ['id', 'name', 'class', 'hosts', 'keyVariables', 'baseUrlVariables', 'ownModels', 'source', 'accessed'];
const targetFields = [
  'id',
  'name',
  'class',
  'vendor',
  'baseUrls',
  'surfaces',
  'lacks',
  'sources',
  'keyVariable',
  'keyPlaceholder',
  'baseUrlVariable',
  'bearer',
  'models',
  'source',
  'accessed',
];
const modelFactsFields = ['pattern', 'licence', 'parameters', 'dimensions', 'context', 'served', 'source', 'accessed'];
const familyFields = ['pattern', 'provider', 'lab', 'weights', 'modality', 'source'];

const vendorId = /^[a-z0-9][a-z0-9.-]*$/;
const environmentName = /^[A-Z0-9][A-Z0-9_]*$/;

/**
 * Everything wrong with the data: shapes, and what must hold across rows. One sentence a fault, empty when sound.
 * Used by tests only; nothing the extension loads imports it.
 */
export function faultsOf(data: CatalogData): string[] {
  return [...vendorFaults(data.vendors), ...targetFaults(data), ...familyFaults(data), ...readFaults(data), ...modelFaults(data)];
}

/** A URL, or `package@version path` for a file read in an installed package. */
export function isSource(text: string): boolean {
  if (/^(?:@[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+(?: \S+)?$/.test(text)) return true;
  return URL.canParse(text) && text.startsWith('https://');
}

/** A calendar day, `2026-11-23`. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

function vendorFaults(rows: readonly VendorRow[]): string[] {
  const faults = [
    ...repeated(
      'vendor id',
      rows.map((row) => row.id),
    ),
    ...repeated(
      'host',
      rows.flatMap((row) => row.hosts),
    ),
  ];
  for (const row of rows) {
    const at = `vendor ${row.id}`;
    faults.push(...strangeFields(at, row, vendorFields), ...citationFaults(at, row));
    if (!vendorId.test(row.id)) faults.push(`${at}: not an id`);
    if (!['closed', 'open-host', 'carrier', 'self-hosted'].includes(row.class)) faults.push(`${at}: class ${row.class}`);
    if (row.hosts.length === 0 && row.class !== 'self-hosted') faults.push(`${at}: no host`);
    for (const host of row.hosts) faults.push(...hostFaults(at, host, row));
    for (const name of [...row.keyVariables, ...row.baseUrlVariables])
      if (!environmentName.test(name)) faults.push(`${at}: variable ${name}`);
  }
  return faults;
}

function hostFaults(at: string, host: string, row: VendorRow): string[] {
  try {
    compilePattern(host, row);
  } catch {
    return [`${at}: not a host pattern: ${host}`];
  }
  if (host !== host.toLowerCase()) return [`${at}: host not in lower case: ${host}`];
  // A pattern whose domain is open would hand any site to a vendor.
  const domain = host.split(/[/:$]/)[0] ?? '';
  return /\*$/.test(domain) && domain !== '*' ? [`${at}: host ends in a wildcard: ${host}`] : [];
}

function targetFaults({ targets, vendors }: CatalogData): string[] {
  const vendorIds = new Set(vendors.map((row) => row.id));
  const faults = repeated(
    'target id',
    targets.map((row) => row.id),
  );
  for (const row of targets) {
    const at = `target ${row.id}`;
    faults.push(...strangeFields(at, row, targetFields), ...citationFaults(at, row));
    if (!vendorIds.has(row.vendor)) faults.push(`${at}: no vendor ${row.vendor}`);
    if (!row.baseUrls.openai?.endsWith('/v1')) faults.push(`${at}: the OpenAI base URL ends in /v1`);
    if (row.baseUrls.anthropic?.endsWith('/v1')) faults.push(`${at}: the Anthropic base URL goes without /v1`);
    if (/\/v1(?:beta)?$/.test(row.baseUrls.gemini ?? '')) faults.push(`${at}: the Gemini base URL goes without a version`);
    for (const [protocol, surfaces] of Object.entries(row.surfaces)) {
      if (!(protocol in row.baseUrls)) faults.push(`${at}: surfaces of ${protocol} without a base URL`);
      for (const name of surfaces) if (!oneOf(surfaceNames, name)) faults.push(`${at}: surface ${name}`);
    }
    for (const protocol of Object.keys(row.baseUrls)) if (!(protocol in row.surfaces)) faults.push(`${at}: ${protocol} serves nothing`);
    for (const protocol of row.bearer ?? [])
      if (!(protocol in row.baseUrls)) faults.push(`${at}: bearer keys for ${protocol}, which it does not speak`);
    for (const name of row.lacks) if (!oneOf(featureNames, name)) faults.push(`${at}: feature ${name}`);
    for (const [name, source] of Object.entries(row.sources ?? {}))
      if (!row.lacks.includes(name) || !isSource(source)) faults.push(`${at}: source of ${name}`);
    for (const name of [row.keyVariable, row.baseUrlVariable]) if (!environmentName.test(name)) faults.push(`${at}: variable ${name}`);
    // A hosted target needs a real key, a local one must not ask for it.
    if ((row.keyPlaceholder === null) !== (row.class === 'open-hosted'))
      faults.push(`${at}: key placeholder ${String(row.keyPlaceholder)}`);
    const served = new Set(Object.values(row.surfaces).flat());
    for (const family of Object.keys(row.models))
      if (!served.has(family)) faults.push(`${at}: a model for ${family}, which it does not serve`);
  }
  return faults;
}

function familyFaults({ families, vendors }: CatalogData): string[] {
  const vendorIds = new Set(vendors.map((row) => row.id));
  const faults = repeated(
    'family',
    families.map((row) => `${row.pattern} at ${row.provider ?? 'any vendor'}`),
  );
  for (const row of families) {
    const at = `family ${row.pattern}`;
    faults.push(...strangeFields(at, row, familyFields));
    if (!isSource(row.source)) faults.push(`${at}: source ${row.source}`);
    if (!['open', 'closed'].includes(row.weights)) faults.push(`${at}: weights ${row.weights}`);
    if (row.provider !== undefined && !vendorIds.has(row.provider)) faults.push(`${at}: no vendor ${row.provider}`);
    try {
      if (new RegExp(row.pattern).test('')) faults.push(`${at}: matches the empty name`);
    } catch {
      faults.push(`${at}: not a regular expression`);
    }
  }
  return faults;
}

function readFaults({ modelFacts, targets }: CatalogData): string[] {
  const targetIds = new Set(targets.map((row) => row.id));
  const faults = repeated(
    'model facts',
    modelFacts.map((row) => row.pattern),
  );
  for (const row of modelFacts) {
    const at = `model facts ${row.pattern}`;
    faults.push(...strangeFields(at, row, modelFactsFields), ...citationFaults(at, row));
    const { licence, parameters, dimensions, context, served } = row;
    if (licence && (!['permissive', 'community', 'research'].includes(licence[0]) || licence[1] === ''))
      faults.push(`${at}: licence ${licence.join(' ')}`);
    if (parameters && !(parameters[0] > 0 && (parameters[1] ?? 0) <= parameters[0]))
      faults.push(`${at}: parameters ${parameters.join(' ')}`);
    for (const amount of [dimensions, context])
      if (amount !== undefined && !(Number.isInteger(amount) && amount > 0)) faults.push(`${at}: ${amount} is no amount`);
    for (const target of Object.keys(served ?? {})) if (!targetIds.has(target)) faults.push(`${at}: no target ${target}`);
    if (!licence && !parameters && dimensions === undefined && context === undefined && !served) faults.push(`${at}: says nothing`);
    try {
      if (new RegExp(row.pattern).test('')) faults.push(`${at}: matches the empty name`);
    } catch {
      faults.push(`${at}: not a regular expression`);
    }
  }
  return faults;
}

function modelFaults({ models: packed, vendors }: CatalogData): string[] {
  const vendorIds = new Set(vendors.map((row) => row.id));
  const faults = repeated(
    'model',
    packed.models.map(([name, lab]) => `${packed.labs[lab] ?? ''}/${name}`),
  );
  for (const [name, lab, weights, modality, source, release] of packed.models) {
    if (lab >= packed.labs.length || modality >= packed.modalities.length) faults.push(`model ${name}: index out of its table`);
    if (packed.sources[source] === undefined) faults.push(`model ${name}: no source`);
    if (![0, 1].includes(weights)) faults.push(`model ${name}: weights ${weights}`);
    if (release !== undefined && release !== 0 && !/^\d{4}(?:-\d{2}){0,2}$/.test(release)) faults.push(`model ${name}: release ${release}`);
  }
  for (const [name, , weights, , , , context = 0, , url = 0, output = 0, inputs = 0, able = 0] of packed.models) {
    const at = `model ${name}`;
    if (url !== 0 && !isSource(url)) faults.push(`${at}: weights at ${url}`);
    if (url !== 0 && weights === 0) faults.push(`${at}: closed, with a link to its weights`);
    for (const tokens of [context, output]) if (!Number.isInteger(tokens) || tokens < 0) faults.push(`${at}: ${tokens} tokens`);
    if (inputs >= 1 << inputKinds.length) faults.push(`${at}: inputs ${inputs}`);
    if ((able & 3) === 3 || (able & 12) === 12 || able > 15) faults.push(`${at}: abilities ${able}`);
  }
  for (const source of packed.sources) if (!isSource(source)) faults.push(`source ${source}`);
  for (const vendor of [...Object.keys(packed.offers), ...Object.keys(packed.retirements), ...Object.values(packed.providers)]) {
    if (!vendorIds.has(vendor)) faults.push(`no vendor ${vendor}`);
  }
  for (const [vendor, offers] of Object.entries(packed.offers)) {
    for (const [id, [model, ...prices]] of Object.entries(offers)) {
      if (!packed.models[model]) faults.push(`offer ${vendor} ${id}: no model ${model}`);
      for (const price of prices.filter((one) => one !== undefined))
        if (!(price >= 0)) faults.push(`offer ${vendor} ${id}: price ${price}`);
    }
  }
  return [...faults, ...retirementFaults(packed), ...scoreFaults(packed)];
}

/** A score belongs to a model, names its benchmark and the page it stands on. */
function scoreFaults({ models, benchmarks, scores, sources }: PackedModels): string[] {
  const faults = repeated(
    'benchmark',
    benchmarks.map((row) => JSON.stringify(row)),
  );
  for (const [row, list] of Object.entries(scores)) {
    const at = `scores of ${models[Number(row)]?.[0] ?? `no model ${row}`}`;
    if (!models[Number(row)]) faults.push(at);
    for (const [benchmark, score, source, date] of list) {
      if (!benchmarks[benchmark]) faults.push(`${at}: no benchmark ${benchmark}`);
      if (!Number.isFinite(score)) faults.push(`${at}: score ${score}`);
      if (sources[source] === undefined) faults.push(`${at}: no source`);
      if (date !== 0 && !isDate(date)) faults.push(`${at}: date ${date}`);
    }
  }
  return faults;
}

/** A retired model has a source and a date: its shutdown, or where the vendor names none the day it was found gone. */
function retirementFaults(packed: PackedModels): string[] {
  const faults: string[] = [];
  for (const [vendor, rows] of Object.entries(packed.retirements)) {
    for (const [names, , announced, shutdown, , source, checked] of rows) {
      const at = `retirement ${vendor} ${names[0] ?? ''}`;
      if (names.length === 0) faults.push(`${at}: no name`);
      if (packed.sources[source] === undefined) faults.push(`${at}: no source`);
      for (const date of [announced, shutdown, checked]) if (date !== 0 && !isDate(date)) faults.push(`${at}: date ${date}`);
      if (announced !== 0 && shutdown !== 0 && shutdown < announced) faults.push(`${at}: shut down before it was announced`);
    }
  }
  return faults;
}

function citationFaults(at: string, row: { readonly source: string; readonly accessed: string }): string[] {
  return [
    ...(isSource(row.source) ? [] : [`${at}: source ${row.source}`]),
    ...(isDate(row.accessed) ? [] : [`${at}: accessed ${row.accessed}`]),
  ];
}

function strangeFields(at: string, row: object, known: readonly string[]): string[] {
  return Object.keys(row)
    .filter((name) => !known.includes(name))
    .map((name) => `${at}: unknown field ${name}`);
}

function repeated(what: string, values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size).map((value) => `${what} twice: ${value}`);
}

function oneOf(names: readonly string[], name: string): boolean {
  return names.includes(name);
}
