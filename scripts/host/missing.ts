/**
 * Gets a part that some machines don't have. Where it is missing, `skip` is called after a loud line that names it; where `CI`
 * is set, a missing part is an error.
 */
export async function orSkip<T>(part: string, get: () => Promise<T>, skip: () => never): Promise<T> {
  try {
    return await get();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (process.env['CI']) throw new Error(`Missing: ${part}. ${reason}`, { cause: error });
    console.error(`\n  SKIPPED: ${part} is missing, and what needs it was not tested.\n  ${reason.split('\n')[0] ?? ''}\n`);
    return skip();
  }
}
