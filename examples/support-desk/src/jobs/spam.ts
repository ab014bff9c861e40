import OpenAI from 'openai';

/** Spam is judged on our own machine: customers' mail need not leave the house for that. */
const local = new OpenAI({ baseURL: 'http://localhost:11434/v1', apiKey: 'ollama' });

/** True when a message is advertising or a scam. */
export async function isSpam(text: string): Promise<boolean> {
  const completion = await local.chat.completions.create({
    model: 'qwen3:8b',
    temperature: 0,
    messages: [
      { role: 'system', content: 'Reply with the single word SPAM or OK.' },
      { role: 'user', content: text },
    ],
  });
  return completion.choices[0]?.message.content?.includes('SPAM') ?? false;
}
