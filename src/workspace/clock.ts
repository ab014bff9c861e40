/** Milliseconds since some moment, for measuring how long something takes. Node's `performance` tells the same, and loads a tenth of Node for it. */
export function now(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}
