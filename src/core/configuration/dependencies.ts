import type { Catalog } from '../catalog/catalog';
import { normalizedName } from '../match/packageVendors';
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
        const name = language === 'python' ? normalizedName(found.name) : found.name;
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

/** The vendor id to which a package of an SDK sends by default, null where the code chooses; undefined for packages of no SDK. */
export function vendorOfPackage(catalog: Catalog, { name, language }: ListedPackage): string | null | undefined {
  const { packages } = catalog.sdkNames(language);
  return Object.hasOwn(packages, name) ? packages[name] : undefined;
}

/** Every package that {@link vendorOfPackage} knows. */
export function packageNamesOf(catalog: Catalog): readonly string[] {
  const names = (language: ListedPackage['language']): readonly string[] => Object.keys(catalog.sdkNames(language).packages);
  return [...new Set([...names('javascript'), ...names('python')])];
}
