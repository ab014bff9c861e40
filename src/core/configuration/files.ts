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
  { name: /\/pnpm-lock\.ya?ml$/, format: 'yaml', holds: [] },
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

/** The kind of a file by its path, undefined for files that are no configuration. */
export function configurationFile(path: string): ConfigurationFile | undefined {
  if (!candidate.test(path)) return undefined;
  const named = `/${path.split(/[/\\]/).slice(-2).join('/')}`;
  const row = rows.find(({ name }) => name.test(named));
  return row && row.holds.length > 0 ? row : undefined;
}
