/** The folder that a path is in; empty for the folder all paths are in, null above it. Either slash parts folders. */
export function parentOf(path: string): string | null {
  if (path === '') return null;
  const at = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return at < 0 ? '' : path.slice(0, at);
}

/** The path of a file in a folder, with the slashes of `like`, a path of the same disk. */
export function pathIn(folder: string, name: string, like: string): string {
  return folder === '' ? name : `${folder}${like.includes('\\') && !like.includes('/') ? '\\' : '/'}${name}`;
}

/** A path's last part. */
export function nameIn(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
