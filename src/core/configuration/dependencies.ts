import type { Catalog } from '../catalog/catalog';
import type { SdkDescription } from '../match/description';
import type { ConfigurationContent } from './files';
import type { ConfigNode } from './node';
import type { TextRange } from '../text/range';

/** A package that a manifest lists. */
export interface ListedPackage {
  readonly name: string;
  readonly range: TextRange;
  readonly language: 'javascript' | 'python';
}

/** Where a manifest lists packages: keys of maps in each other, `*` for every one; as names of a map or as requirements (PEP 508) in a list. */
interface Place {
  readonly path: readonly string[];
  readonly as: 'names' | 'requirements';
}

const names = (...paths: string[]): Place[] => paths.map((path) => ({ path: path.split('/'), as: 'names' }));
const requirements = (...paths: string[]): Place[] =>
  paths.map((path) => ({ path: path === '' ? [] : path.split('/'), as: 'requirements' }));

/** Where manifests list packages. npm's package.json; PEP 621 and 735, Poetry, uv, PDM and Hatch; Pipenv; Conda; setuptools. */
export const dependencyPlaces: Readonly<Partial<Record<ConfigurationContent, readonly Place[]>>> = {
  npm: names('dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'),
  pyproject: [
    ...requirements('project/dependencies', 'project/optional-dependencies/*', 'dependency-groups/*'),
    ...names('tool/poetry/dependencies', 'tool/poetry/dev-dependencies', 'tool/poetry/group/*/dependencies'),
    ...requirements('tool/uv/dev-dependencies', 'tool/pdm/dev-dependencies/*', 'tool/hatch/envs/*/dependencies'),
  ],
  pipfile: names('packages', 'dev-packages'),
  conda: requirements('dependencies', 'dependencies/*/pip'),
  requirements: requirements(''),
  setup: requirements('options/install_requires', 'options.extras_require/*'),
};

/** A package's name at the start of a requirement; Conda writes a channel before it. */
const requirementName = /^(?:[\w./-]+::)?([A-Za-z\d](?:[\w.-]*[A-Za-z\d])?)/;

/** The packages a manifest lists, each once, in the order of the places. */
export function listedPackages(root: ConfigNode, content: ConfigurationContent): readonly ListedPackage[] {
  const language = content === 'npm' ? 'javascript' : 'python';
  const listed = new Map<string, ListedPackage>();
  for (const { path, as } of dependencyPlaces[content] ?? []) {
    for (const node of nodesAt([root], path)) {
      for (const found of as === 'names' ? namesOf(node) : requirementsOf(node)) {
        const name = language === 'python' ? normalized(found.name) : found.name;
        if (!listed.has(name)) listed.set(name, { name, range: found.range, language });
      }
    }
  }
  return [...listed.values()];
}

function nodesAt(nodes: readonly ConfigNode[], path: readonly string[]): readonly ConfigNode[] {
  const [name, ...rest] = path;
  if (name === undefined) return nodes;
  const next = nodes.flatMap((node): readonly (ConfigNode | null)[] => {
    if (node.kind === 'map') return node.entries.filter(({ key }) => name === '*' || key === name).map(({ value }) => value);
    return node.kind === 'list' && name === '*' ? node.items : [];
  });
  return nodesAt(
    next.flatMap((node) => node ?? []),
    rest,
  );
}

function namesOf(node: ConfigNode): { name: string; range: TextRange }[] {
  if (node.kind !== 'map') return [];
  return node.entries.map(({ key, keyRange, value }) => {
    // `"chat": "npm:openai@6"`: another name for a package.
    const alias = value?.kind === 'scalar' ? /^npm:((?:@[\w.-]+\/)?[\w.-]+)/.exec(value.text)?.[1] : undefined;
    return { name: alias ?? key, range: keyRange };
  });
}

function requirementsOf(node: ConfigNode): { name: string; range: TextRange }[] {
  if (node.kind !== 'list') return [];
  return node.items.flatMap((item) => {
    const [whole, name] = item.kind === 'scalar' ? (requirementName.exec(item.text) ?? []) : [];
    if (item.kind !== 'scalar' || whole === undefined || name === undefined) return [];
    const start = item.range.start + whole.length - name.length;
    return [{ name, range: { start, end: start + name.length } }];
  });
}

/** PEP 503: case, `-`, `_` and `.` make no difference. */
function normalized(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** The vendor id to which a package of an SDK sends by default, null where the code chooses; undefined for packages of no SDK. */
export function vendorOfPackage(catalog: Catalog, { name, language }: ListedPackage): string | null | undefined {
  return packagesOf(catalog)[language].get(name);
}

type Packages = Readonly<Record<ListedPackage['language'], ReadonlyMap<string, string | null>>>;
const known = new WeakMap<Catalog, Packages>();

function packagesOf(catalog: Catalog): Packages {
  let packages = known.get(catalog);
  if (!packages)
    known.set(catalog, (packages = { javascript: packageVendors(catalog, 'javascript'), python: packageVendors(catalog, 'python') }));
  return packages;
}

function packageVendors(catalog: Catalog, language: ListedPackage['language']): ReadonlyMap<string, string | null> {
  const vendors = new Map<string, string | null>();
  const own = new Set<string>();
  for (const sdk of catalog.sdksOf(language)) {
    if (!asksModels(sdk)) continue;
    const vendor = sdk.isHandedModels ? null : sdk.vendor;
    for (const name of packageNames(sdk)) {
      // The description that bears the package's name speaks for it; others describe parts of it.
      const isOwn = sdk.id === name;
      if (own.has(name) && !isOwn) continue;
      if (isOwn) own.add(name);
      vendors.set(name, isOwn || !vendors.has(name) || vendors.get(name) === vendor ? vendor : null);
    }
  }
  return vendors;
}

/** Libraries that send any request, and wrappers around another SDK's client, tell nothing of models by themselves. */
function asksModels(sdk: SdkDescription): boolean {
  return sdk.distributions !== undefined || sdk.vendor !== null || sdk.routing !== undefined;
}

function packageNames(sdk: SdkDescription): readonly string[] {
  if (sdk.distributions) return sdk.distributions;
  // Python's modules have other names than the packages that bring them; the SDK bears the package's.
  if (sdk.language === 'python') return [normalized(sdk.id.replace(/\[.*$/, ''))];
  return [
    ...new Set(
      sdk.packages.map((specifier) =>
        specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/'),
      ),
    ),
  ];
}

/** Every package that {@link vendorOfPackage} knows. */
export function packageNamesOf(catalog: Catalog): readonly string[] {
  const { javascript, python } = packagesOf(catalog);
  return [...new Set([...javascript.keys(), ...python.keys()])];
}
