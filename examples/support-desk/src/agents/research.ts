import OpenAI from 'openai';

/** Web searches take their time and are billed to a project of their own, so they do not go through the desk's client. */
const researcher = new OpenAI({ project: process.env['OPENAI_RESEARCH_PROJECT'] ?? null, timeout: 120_000 });

/** Looks for delays on the carriers' own status pages, through the vendor's built-in web search. */
export async function carrierNews(carrier: string): Promise<string> {
  const response = await researcher.responses.create({
    model: 'gpt-5',
    tools: [{ type: 'web_search' }],
    input: `Does ${carrier} report delays today? Answer in one sentence and name the page.`,
  });
  return response.output_text;
}
