import { relative, sep } from 'node:path';

/** A path relative to the root with forward slashes, as reports give it. */
export function relativePath(root: string, file: string): string {
  // Nearly all files are below the root; what is normal already need not be made so again.
  const path = file.startsWith(root + sep) ? file.slice(root.length + 1) : relative(root, file);
  return sep === '/' ? path : path.split(sep).join('/');
}
