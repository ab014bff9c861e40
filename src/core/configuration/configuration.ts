import type { Catalog } from '../catalog/catalog';
import { Fingerprints } from '../classify/fingerprint';
import { listedPackages, vendorOfPackage } from './dependencies';
import { configurationFile, maxConfigurationLength, type ConfigurationContent, type ConfigurationFormat } from './files';
import type { ConfigurationFinding } from './finding';
import { readJson } from './formats/json';
import { readIni, readRequirements, readVariables } from './formats/lines';
import { readToml } from './formats/toml';
import { readYaml } from './formats/yaml';
import { configurationMessage } from './message';
import type { ConfigNode } from './node';
import { searchedText } from '../prefilter/wordScanner';
import { configurationPrefilter } from './prefilter';
import { describesInterface } from './records';
import { foundSettings, type FoundSetting } from './settings';

const readers: Readonly<Record<ConfigurationFormat, (text: string) => ConfigNode | null>> = {
  json: readJson,
  yaml: readYaml,
  toml: readToml,
  variables: readVariables,
  requirements: readRequirements,
  ini: readIni,
};

/** What a configuration file says of vendors. Null for files that are none, or that mention nothing the catalog knows. Total. */
export function readConfiguration(catalog: Catalog, file: string, text: string): readonly ConfigurationFinding[] | null {
  const kind = configurationFile(file);
  if (!kind || text.length > maxConfigurationLength || !configurationPrefilter(catalog)(searchedText(text), kind.holds)) return null;
  if (kind.format === 'yaml' && !kind.holds.some((content) => content !== 'settings') && describesInterface(text)) return null;
  const root = readers[kind.format](text);
  if (!root) return null;
  const fingerprints = new Fingerprints();
  return kind.holds
    .flatMap((content) => (content === 'settings' ? foundSettings(catalog, root) : foundPackages(catalog, root, content)))
    .map((found) => ({
      ...found,
      file,
      message: configurationMessage(catalog, found),
      fingerprint: fingerprints.next([found.kind, found.name, found.model]),
    }))
    .sort((a, b) => a.range.start - b.range.start);
}

function foundPackages(catalog: Catalog, root: ConfigNode, content: ConfigurationContent): FoundSetting[] {
  return listedPackages(root, content).flatMap((listed) => {
    const vendor = vendorOfPackage(catalog, listed);
    if (vendor === undefined) return [];
    return [{ kind: 'dependency', vendor: vendor ?? 'unknown', name: listed.name, model: null, url: null, range: listed.range }];
  });
}
