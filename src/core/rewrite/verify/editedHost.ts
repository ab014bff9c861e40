import { environmentFileNames, isEnvironmentFile } from '../../environment/files';
import type { ModuleHost } from '../../moduleHost';
import { nameIn, parentOf, pathIn } from '../../text/paths';

/** A host in which some files have other texts: for reading code again as it would be after an edit. Everything else is as it was. */
export function editedHost(host: ModuleHost, texts: ReadonlyMap<string, string>): ModuleHost {
  return {
    read: (file) => texts.get(file) ?? host.read(file),
    resolve: (specifier, from) => host.resolve(specifier, from),
    environmentFiles: (from) => environmentFiles(host, texts, from),
  };
}

/** The environment files of a module, with those that an edit makes: in the folder of the others, or above where there are none. */
function environmentFiles(host: ModuleHost, texts: ReadonlyMap<string, string>, from: string): readonly string[] {
  const files = host.environmentFiles?.(from) ?? [];
  const [first] = files;
  const isIn = (folder: string | null): boolean =>
    first === undefined ? folder === '' || (folder !== null && from.startsWith(pathIn(folder, '', from))) : folder === parentOf(first);
  const made = [...texts.keys()].filter((file) => isEnvironmentFile(file) && host.read(file) === undefined && isIn(parentOf(file)));
  const order = (file: string): number => environmentFileNames.findIndex((name) => name === nameIn(file));
  return made.length === 0 ? files : [...files, ...made].sort((a, b) => order(a) - order(b));
}
