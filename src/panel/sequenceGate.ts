import type { StateMessage } from './protocol';

/** Lets each state through once and drops those that come late. One per page load: the extension's numbers start over with its own life. */
export class SequenceGate {
  #last = -1;

  /** True when the message is newer than all before it. */
  accepts(message: StateMessage): boolean {
    if (message.sequence <= this.#last) return false;
    this.#last = message.sequence;
    return true;
  }
}
