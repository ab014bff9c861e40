/** Tells the language of a message. Written before the desk used an SDK, and never touched since. */
export async function detectLanguage(text: string): Promise<string> {
  const response = await fetch('https://api.anthropic.com/v1/messages', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'anthropic-version': '2023-06-01',
      'x-api-key': process.env['ANTHROPIC_API_KEY'] ?? '',
    },
    body: JSON.stringify({
      model: 'claude-haiku-4-5',
      max_tokens: 8,
      messages: [{ role: 'user', content: `Name the language of this text in one English word:\n${text}` }],
    }),
  });
  if (!response.ok) throw new Error(`Language detection failed: ${response.status}`);
  const body = (await response.json()) as { content: { text?: string }[] };
  return body.content[0]?.text?.trim() ?? 'English';
}
