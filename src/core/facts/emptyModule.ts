import type { ModuleFacts } from './moduleFacts';

/** The facts of a module that could not be read; `problems` say why. */
export function emptyModule(
  known: Pick<ModuleFacts, 'file' | 'language' | 'writing' | 'problems'> & Partial<Pick<ModuleFacts, 'comments'>>,
): ModuleFacts {
  return { calls: [], exported: () => undefined, starExports: [], exportNames: [], reads: [], comments: [], ...known };
}
