/** What a server answered. */
export interface Answer {
  readonly status: number;
  /** Its content type, lower case; empty for none. */
  readonly type: string;
  readonly text: string;
  /** The text as JSON; undefined where it is none. */
  readonly json: unknown;
}

/** An endpoint that could not be asked; the message is one clause for people and says what to do. Never holds the key. */
export class ProbeError extends Error {
  override readonly name = 'ProbeError';
}

/** A JSON object; undefined for everything else. */
export function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}

/** Longer texts of a server's own words are cut. */
const maxWords = 200;

/** What a server says of a failed request, in one line and without the key. */
export function wordsOf({ json, text }: Answer, key: string | null): string {
  const body = asRecord(json);
  const error = body?.error;
  const message = asRecord(error)?.message ?? error ?? body?.message ?? body?.detail;
  const line = (typeof message === 'string' ? message : json === undefined ? '' : text).replace(/\s+/g, ' ').trim();
  const safe = key ? line.replaceAll(key, '…') : line;
  return safe.length > maxWords ? `${safe.slice(0, maxWords)}…` : safe;
}
