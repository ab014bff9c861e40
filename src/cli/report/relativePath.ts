import { relative, sep } from 'node:path';

/** A path relative to the root with forward slashes, as reports give it. */
export function relativePath(root: string, file: string): string {
  const path = relative(root, file);
  return sep === '/' ? path : path.split(sep).join('/');
}
