/**
 * Tells what takes time while it takes it: a line with the running seconds on a terminal, two plain lines elsewhere.
 * Everything goes to standard error, so that a program's output stays its own.
 */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = Date.now();
  const seconds = (): string => `${String(Math.round((Date.now() - start) / 1000))} s`;
  const { stderr } = process;
  if (!stderr.isTTY) stderr.write(`${what} …\n`);
  const show = (): void => {
    if (stderr.isTTY) stderr.write(`\r\x1b[2K${what} … ${seconds()}`);
  };
  show();
  const timer = setInterval(show, 1000);
  try {
    const result = await work();
    stderr.write(stderr.isTTY ? `\r\x1b[2K${what}: done in ${seconds()}\n` : `${what}: done in ${seconds()}\n`);
    return result;
  } catch (error) {
    stderr.write(stderr.isTTY ? `\r\x1b[2K${what}: failed\n` : `${what}: failed\n`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
