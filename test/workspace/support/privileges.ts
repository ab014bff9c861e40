/** A user that owns nothing: `nobody` on Linux. */
const nobody = 65534;

/** Runs work as a user whom permissions stop, also when the tests run as root. Skips, loudly, where there are no such users. */
export function withoutPrivileges(test: Mocha.Context, work: () => void): void {
  if (process.platform === 'win32') {
    console.warn('      SKIPPED: permissions of this kind do not exist on Windows');
    test.skip();
  }
  if (process.geteuid?.() !== 0) {
    work();
    return;
  }
  process.seteuid?.(nobody);
  try {
    work();
  } finally {
    process.seteuid?.(0);
  }
}
