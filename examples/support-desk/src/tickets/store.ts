import { randomUUID } from 'node:crypto';

export interface Message {
  readonly from: 'customer' | 'agent';
  readonly text: string;
  readonly at: Date;
}

export interface Ticket {
  readonly id: string;
  readonly customer: string;
  readonly subject: string;
  readonly messages: Message[];
  status: 'open' | 'waiting' | 'closed';
}

/** Tickets in memory; a real desk would keep them in a database. */
export class TicketStore {
  readonly #tickets = new Map<string, Ticket>();

  create(input: { customer: string; subject: string; text: string }): Ticket {
    const ticket: Ticket = {
      id: randomUUID(),
      customer: input.customer,
      subject: input.subject,
      messages: [{ from: 'customer', text: input.text, at: new Date() }],
      status: 'open',
    };
    this.#tickets.set(ticket.id, ticket);
    return ticket;
  }

  get(id: string): Ticket | undefined {
    return this.#tickets.get(id);
  }

  /** Tickets with a message since `since`, the newest first. */
  changedSince(since: Date): Ticket[] {
    return [...this.#tickets.values()]
      .filter((ticket) => ticket.messages.some((message) => message.at >= since))
      .sort((a, b) => Number(b.messages.at(-1)?.at ?? 0) - Number(a.messages.at(-1)?.at ?? 0));
  }
}

/** The conversation as plain text, one line a message. */
export function transcript(ticket: Ticket): string {
  return ticket.messages.map((message) => `${message.from}: ${message.text}`).join('\n');
}
