/** The system's code of a failed file operation (`ENOENT`), undefined for other errors. */
export function errorCode(error: unknown): string | undefined {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

const descriptions: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'not a folder',
  EISDIR: 'is a folder',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'the name is too long',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left',
  EMFILE: 'too many open files',
  ENFILE: 'too many open files',
  EBUSY: 'in use by another program',
};

/** What went wrong, for people: without the system's call names and without the path, which stands beside it anyway. */
export function describeFileError(error: unknown): string {
  const code = errorCode(error);
  if (code !== undefined) return descriptions[code] ?? code;
  return error instanceof Error ? error.message : String(error);
}
