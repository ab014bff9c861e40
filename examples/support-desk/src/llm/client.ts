import OpenAI from 'openai';

/** The OpenAI client of the desk. Every file that writes to customers goes through it. */
export const openai = new OpenAI({
  apiKey: process.env['OPENAI_API_KEY'],
  maxRetries: 3,
  timeout: 30_000,
});

/** The model for answers that customers read. */
export const replyModel = 'gpt-4o';
