import { anthropic } from '@ai-sdk/anthropic';
import { streamText } from 'ai';

/** Translates an answer into the customer's language while it is being written. */
export function translateReply(text: string, language: string): AsyncIterable<string> {
  const result = streamText({
    model: anthropic('claude-haiku-4-5'),
    system: `Translate into ${language}. Keep names, numbers and links as they are.`,
    prompt: text,
  });
  return result.textStream;
}
