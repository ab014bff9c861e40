import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerOrderQuestion } from './agents/orders.js';
import { carrierNews } from './agents/research.js';
import { config } from './config.js';
import { writeSummary } from './jobs/dailySummary.js';
import { detectLanguage } from './jobs/language.js';
import { isSpam } from './jobs/spam.js';
import { draftReply, suggestSubject } from './replies/draft.js';
import { liveReply } from './replies/live.js';
import { translateReply } from './replies/translate.js';
import { ArticleIndex } from './search/articles.js';
import { TicketStore } from './tickets/store.js';

const tickets = new TicketStore();
const articles = new ArticleIndex();

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Opens a ticket and drafts the answer, in the customer's language. */
async function openTicket(customer: string, text: string, response: ServerResponse): Promise<void> {
  if (await isSpam(text)) {
    response.writeHead(202).end();
    return;
  }
  const ticket = tickets.create({ customer, subject: await suggestSubject(text), text });
  const draft = await draftReply(ticket, await articles.find(text));
  response.writeHead(201, { 'content-type': 'text/plain; charset=utf-8' });
  for await (const part of translateReply(draft, await detectLanguage(text))) response.write(part);
  response.end();
}

/** Streams an answer to the chat window. */
async function chat(text: string, response: ServerResponse): Promise<void> {
  const leaving = new AbortController();
  response.on('close', () => leaving.abort());
  const ticket = tickets.create({ customer: 'visitor', subject: 'Chat', text });
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
  for await (const word of liveReply(ticket, leaving.signal)) response.write(word);
  response.end();
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const text = await readText(request);
  const customer = String(request.headers['x-customer'] ?? 'unknown');
  switch (`${request.method} ${request.url}`) {
    case 'POST /tickets':
      return openTicket(customer, text, response);
    case 'POST /api/chat':
      return chat(text, response);
    case 'POST /orders':
      response.end(await answerOrderQuestion(text));
      return;
    case 'POST /carriers':
      response.end(await carrierNews(text));
      return;
    case 'POST /summary': {
      const today = new Date();
      response.end(await writeSummary(today, tickets.changedSince(new Date(today.getTime() - 24 * 60 * 60 * 1000))));
      return;
    }
    default:
      response.writeHead(404).end();
  }
}

await articles.add([{ title: 'Returns', body: 'Unused goods can be returned within 30 days.' }]);
createServer((request, response) => {
  handle(request, response).catch((error: unknown) => {
    console.error(error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
}).listen(config.port, () => console.log(`${config.company}: support desk on http://localhost:${config.port}`));
