/** What the endpoint sends back: one JSON body, or the events of a stream. */
export type Answer = { readonly body: object } | { readonly events: readonly StreamEvent[]; readonly end?: string };

export interface StreamEvent {
  /** The event's name, where the protocol has names. */
  readonly event?: string;
  readonly data: object;
}

/** The answer to every question, in the parts in which it is streamed. */
export const words = ['Hello', ' there', '.'] as const;
export const greeting = words.join('');
/** The arguments with which the endpoint calls a tool, and what it answers where JSON is asked for. */
export const place = '{"city":"Oslo"}';
/** A vector of numbers that 32-bit floats hold exactly. */
export const vector = [0.5, -0.25, 0.125, 1] as const;
/** 2025-01-01, for every answer's time. */
export const created = 1_735_689_600;
