/** Larger files are data, and nobody's configuration. UTF-16 units. */
export const maxConfigurationLength = 400_000;

/** A format in which configuration files are written. */
export type ConfigurationFormat = 'json' | 'yaml' | 'toml' | 'variables' | 'requirements' | 'ini';

/** What is looked for in a file: packages, where {@link dependencyPlaces} say, or variables and settings anywhere. */
export type ConfigurationContent = 'npm' | 'pyproject' | 'pipfile' | 'conda' | 'requirements' | 'setup' | 'settings';

/** A kind of configuration file. */
export interface ConfigurationFile {
  /** The name, or the folder's and the name. */
  readonly name: RegExp;
  readonly format: ConfigurationFormat;
  readonly holds: readonly ConfigurationContent[];
}

/** Kinds of configuration files by name; the first that fits counts. A row without content passes its files over. */
const rows: readonly ConfigurationFile[] = [
  // Written by package managers: what they lock stands in a manifest as well.
  { name: /\/(?:pnpm-lock|[\w.-]*conda-lock)\.ya?ml$|\/pylock(?:\.[\w-]+)?\.toml$/, format: 'yaml', holds: [] },
  // Versions for what other files ask for.
  { name: /\/[\w.-]*constraints[\w.-]*\.(?:txt|in)$/, format: 'requirements', holds: [] },
  { name: /\/package\.json$/, format: 'json', holds: ['npm'] },
  { name: /\/pyproject\.toml$/, format: 'toml', holds: ['pyproject', 'settings'] },
  { name: /\/Pipfile$/, format: 'toml', holds: ['pipfile'] },
  { name: /\/(?:environment|conda)(?:[-_.][\w-]+)?\.ya?ml$/, format: 'yaml', holds: ['conda', 'settings'] },
  { name: /\/(?:[\w-]*[-_.])?requirements(?:[-_.][\w.-]+)?\.(?:txt|in)$|\/requirements\/[\w.-]+\.(?:txt|in)$/, format: 'requirements', holds: ['requirements'] },
  { name: /\/setup\.cfg$/, format: 'ini', holds: ['setup'] },
  { name: /\/\.env(?:\.[\w.-]+)?$|\/[\w.-]+\.env$|\/\.envrc$/, format: 'variables', holds: ['settings'] },
  { name: /\.ya?ml$/, format: 'yaml', holds: ['settings'] },
  { name: /\.toml$/, format: 'toml', holds: ['settings'] },
  // JSON is written for all kinds of things: only names that say what it is for.
  {
    name: /\/(?:[\w-]+[-_.])?(?:config|configuration|settings?|models?|llms?|ai|agents?|providers?|assistants?)(?:[-_.][\w-]+)?\.jsonc?$/i,
    format: 'json',
    holds: ['settings'],
  },
]; // prettier-ignore

/** Endings and beginnings of all the names above, so that other files cost no more than this. */
const candidate = /\.(?:json|jsonc|ya?ml|toml|txt|in|cfg|env)$|\.env[^/\\]*$|Pipfile$/;

/** Folders of tests and of what they are run against. */
const testFolder =
  /(?:^|\/)(?:__)?(?:[\w.-]+[-_.])?(?:tests?|testdata|testing|e2e|specs?|fixtures?|cassettes?|recordings?|snapshots?|mocks?|leaderboards?)(?:__)?(?=\/)/i;

/**
 * Whether a file lies where tests lie: what stands there is recorded, made up, or asked for by tests, and the program depends on none of it.
 * @param path from the root of what is looked at, with forward slashes
 */
export function isTestData(path: string): boolean {
  return testFolder.test(path);
}

/** The kind of a file by its path, undefined for files that are no configuration. */
export function configurationFile(path: string): ConfigurationFile | undefined {
  if (!candidate.test(path)) return undefined;
  const named = `/${path.split(/[/\\]/).slice(-2).join('/')}`;
  const row = rows.find(({ name }) => name.test(named));
  return row && row.holds.length > 0 ? row : undefined;
}
