/** A user that owns nothing: `nobody` on Linux. */
const nobody = 65534;

/** Runs work as a user whom permissions stop, also when the tests run as root. Skips, loudly, where there are no such users. */
export function withoutPrivileges(test: Mocha.Context, work: () => void): void {
  const restore = drop(test);
  try {
    work();
  } finally {
    restore();
  }
}

/** As {@link withoutPrivileges}, for work that takes its time. What it needs to load must be loaded before. */
export async function withoutPrivilegesAsync<T>(test: Mocha.Context, work: () => Promise<T>): Promise<T> {
  const restore = drop(test);
  try {
    return await work();
  } finally {
    restore();
  }
}

function drop(test: Mocha.Context): () => void {
  if (process.platform === 'win32') {
    console.warn('      SKIPPED: permissions of this kind do not exist on Windows');
    test.skip();
  }
  if (process.geteuid?.() !== 0) return () => undefined;
  process.seteuid?.(nobody);
  return () => process.seteuid?.(0);
}
