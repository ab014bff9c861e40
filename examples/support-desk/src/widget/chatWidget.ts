/**
 * The chat window's side. It talks to our own server only: there is no key here, and no "new OpenAI({ apiKey })" in
 * the browser. Nothing in this file calls a model.
 */

/** Connects to the desk. The name is from the first prototype; no model is behind it. */
export class OpenAIChatWidget {
  readonly chat = {
    completions: {
      create: async (message: { model: string; text: string }): Promise<string> => {
        const response = await fetch('/api/chat', { method: 'POST', body: JSON.stringify(message) });
        return response.text();
      },
    },
  };
}

const widget = new OpenAIChatWidget();

/** Sends what the visitor typed and returns the desk's answer. */
export function send(text: string): Promise<string> {
  return widget.chat.completions.create({ model: 'support', text });
}
