import Anthropic from '@anthropic-ai/sdk';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { config } from '../config.js';
import { transcript, type Ticket } from '../tickets/store.js';

const claude = new Anthropic();

/** Sums up a day's tickets for the team's morning meeting. */
export async function summarize(tickets: readonly Ticket[]): Promise<string> {
  const message = await claude.messages.create({
    model: 'claude-sonnet-4-5',
    max_tokens: 1024,
    system: 'Sum up these support tickets for the team: what came up most, what is urgent, what to fix in the product.',
    messages: [{ role: 'user', content: tickets.map(transcript).join('\n---\n') }],
  });
  return message.content.map((block) => (block.type === 'text' ? block.text : '')).join('');
}

/** Writes the summary of `day` and returns the file it is in. */
export async function writeSummary(day: Date, tickets: readonly Ticket[]): Promise<string> {
  await mkdir(config.summaryFolder, { recursive: true });
  const file = join(config.summaryFolder, `${day.toISOString().slice(0, 10)}.md`);
  await writeFile(file, await summarize(tickets));
  return file;
}
