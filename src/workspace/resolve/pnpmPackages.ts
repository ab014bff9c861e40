import { parse as parseYaml } from 'yaml';
import { asObject, asStrings } from './json';

/** The key whose list is read. */
const packagesKey = /^packages:\s*(?:#.*)?$/;
const blank = /^\s*(?:#.*)?$/;
/** An item of the list that is the same in every reading of YAML: quoted without escapes, or plain and certainly a text. */
const item = /^( *)- +(?:'([^'\\]*)'|"([^"\\]*)"|([\w.]*[/*][\w./*-]*))\s*(?: #.*)?$/;

/**
 * The globs of a workspace's packages in the text of a `pnpm-workspace.yaml`, none where it is broken. The file lists much else, versions
 * of all dependencies for one: where the list is a plain one, it is read by itself.
 */
export function pnpmPackages(text: string): readonly string[] {
  return plainList(text) ?? asStrings(asObject(yaml(text))?.['packages']);
}

/** Undefined where the list stands in another form, or not once. */
function plainList(text: string): readonly string[] | undefined {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => packagesKey.test(line));
  if (start < 0 || lines.some((line, at) => at !== start && /^["']?packages\b/.test(line))) return undefined;
  const globs: string[] = [];
  let indent: string | undefined;
  for (const line of lines.slice(start + 1)) {
    if (blank.test(line)) continue;
    const [, spaces, single, double, plain] = item.exec(line) ?? [];
    const glob = single ?? double ?? plain;
    if (spaces === undefined || glob === undefined) return /^[\w"']/.test(line) ? globs : undefined;
    if (spaces !== (indent ??= spaces)) return undefined;
    globs.push(glob);
  }
  return globs;
}

function yaml(text: string): unknown {
  try {
    return parseYaml(text) as unknown;
  } catch {
    return undefined;
  }
}
