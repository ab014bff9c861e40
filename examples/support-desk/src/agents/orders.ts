import { openai } from '@ai-sdk/openai';
import { generateText, stepCountIs, tool } from 'ai';
import { z } from 'zod';

interface Order {
  readonly number: string;
  readonly state: 'packed' | 'shipped' | 'delivered';
  readonly carrier: string;
}

const orders: readonly Order[] = [
  { number: 'N-1041', state: 'shipped', carrier: 'Blue Line' },
  { number: 'N-1042', state: 'packed', carrier: 'Parcel Post' },
];

const findOrder = tool({
  description: 'Finds an order by its number.',
  inputSchema: z.object({ number: z.string().describe('The order number, such as N-1041') }),
  execute: ({ number }) => Promise.resolve(orders.find((order) => order.number === number) ?? { error: 'No such order' }),
});

const startReturn = tool({
  description: 'Starts the return of a delivered order.',
  inputSchema: z.object({ number: z.string(), reason: z.string() }),
  execute: ({ number, reason }) => Promise.resolve({ number, reason, label: `RETURN-${number}` }),
});

/** Answers questions about orders, looking them up as needed. */
export async function answerOrderQuestion(question: string): Promise<string> {
  const { text } = await generateText({
    model: openai('gpt-4.1-mini'),
    system: 'You help with orders. Look an order up before you say anything about it.',
    prompt: question,
    tools: { findOrder, startReturn },
    stopWhen: stepCountIs(4),
  });
  return text;
}
