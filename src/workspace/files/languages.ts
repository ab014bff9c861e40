/** A language whose files are scanned. A new language is a row here and a frontend in `src/core/frontend`. */
export interface SourceLanguage {
  readonly id: string;
  /** File name endings with their dot, lower case. */
  readonly extensions: readonly string[];
  /** Names that carry the ending but hold no program of the project: declarations, minified bundles. */
  readonly passedOver?: RegExp;
  /** True where most of a file can be something else than code, so that its size says nothing of how much code it holds. */
  readonly holdsData?: boolean;
}

export const sourceLanguages: readonly SourceLanguage[] = [
  {
    id: 'javascript',
    extensions: ['.js', '.mjs', '.cjs', '.jsx', '.ts', '.mts', '.cts', '.tsx'],
    passedOver: /\.min\.[cm]?js$|\.d\.(?:[^.]+\.)?[cm]?ts$/i,
  },
  { id: 'python', extensions: ['.py', '.pyw'] },
  { id: 'notebook', extensions: ['.ipynb'], holdsData: true },
  { id: 'shell', extensions: ['.sh', '.bash', '.zsh'] },
  { id: 'component', extensions: ['.vue', '.svelte', '.astro'] },
];

const byExtension = new Map(sourceLanguages.flatMap((language) => language.extensions.map((extension) => [extension, language] as const)));

/** The language of a file by its name, undefined for files that are not scanned. */
export function languageOf(name: string): SourceLanguage | undefined {
  const dot = name.lastIndexOf('.');
  if (dot < 0) return undefined;
  const language = byExtension.get(name.slice(dot).toLowerCase());
  return language?.passedOver?.test(name) === true ? undefined : language;
}
