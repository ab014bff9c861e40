import type { ModuleHost } from '../../moduleHost';

/** A host in which some files have other texts: for reading code again as it would be after an edit. Everything else is as it was. */
export function editedHost(host: ModuleHost, texts: ReadonlyMap<string, string>): ModuleHost {
  return {
    read: (file) => texts.get(file) ?? host.read(file),
    resolve: (specifier, from) => host.resolve(specifier, from),
    environmentFiles: (from) => host.environmentFiles?.(from) ?? [],
  };
}
