/** DESIGN §5. */
export const exitCodes = {
  /** Nothing above the threshold; everything done. */
  ok: 0,
  /** Call sites above the threshold, or left as they were. */
  findings: 1,
  /** Wrong use or unreadable input. */
  usage: 2,
  /** Ended by Ctrl-C, as shells count. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Wrong use or unreadable input: one clear line for the user, without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The user interrupted; the message says how far things had come. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
}
