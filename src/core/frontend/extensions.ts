import type { Language } from '../facts/moduleFacts';

/** Names' endings of files in a language, with their dot, lower case. */
export const extensionsOf: Readonly<Record<Language, readonly string[]>> = {
  javascript: ['.js', '.mjs', '.cjs', '.jsx', '.ts', '.mts', '.cts', '.tsx'],
  python: ['.py', '.pyw'],
  shell: ['.sh', '.bash', '.zsh'],
};
