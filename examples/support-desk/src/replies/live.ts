import { openai, replyModel } from '../llm/client.js';
import { transcript, type Ticket } from '../tickets/store.js';

/** Streams an answer word by word; the chat window on the website shows it as it comes. */
export async function* liveReply(ticket: Ticket, signal: AbortSignal): AsyncGenerator<string> {
  const stream = await openai.chat.completions.create(
    {
      model: replyModel,
      stream: true,
      messages: [
        { role: 'system', content: 'Answer the customer. If you are not sure, say that a person will reply shortly.' },
        { role: 'user', content: transcript(ticket) },
      ],
    },
    { signal },
  );
  for await (const chunk of stream) {
    const text = chunk.choices[0]?.delta.content;
    if (text) yield text;
  }
}
