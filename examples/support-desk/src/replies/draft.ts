import { config } from '../config.js';
import { openai, replyModel } from '../llm/client.js';
import type { Article } from '../search/articles.js';
import { transcript, type Ticket } from '../tickets/store.js';

/** Drafts an answer that an agent reads and sends. */
export async function draftReply(ticket: Ticket, articles: readonly Article[]): Promise<string> {
  const completion = await openai.chat.completions.create({
    model: replyModel,
    temperature: 0.3,
    messages: [
      {
        role: 'system',
        content: `You answer customers of ${config.company}. Be brief and kind, and use only these articles:\n${articles
          .map((article) => `# ${article.title}\n${article.body}`)
          .join('\n\n')}`,
      },
      { role: 'user', content: transcript(ticket) },
    ],
  });
  return completion.choices[0]?.message.content ?? '';
}

/** A subject line for tickets that came without one. */
export async function suggestSubject(text: string): Promise<string> {
  const completion = await openai.chat.completions.create({
    model: 'gpt-4o-mini',
    max_completion_tokens: 24,
    messages: [
      { role: 'system', content: 'Give this message a subject line of at most six words.' },
      { role: 'user', content: text },
    ],
  });
  return completion.choices[0]?.message.content?.trim() ?? 'No subject';
}
