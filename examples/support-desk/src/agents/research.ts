import { openai } from '../llm/client.js';

/** Looks for delays on the carriers' own status pages, through the vendor's built-in web search. */
export async function carrierNews(carrier: string): Promise<string> {
  const response = await openai.responses.create({
    model: 'gpt-4.1',
    tools: [{ type: 'web_search' }],
    input: `Does ${carrier} report delays today? Answer in one sentence and name the page.`,
  });
  return response.output_text;
}
