import OpenAI from 'openai';

/** The whole handbook is indexed at once: more retries and more time than a customer should wait for. */
const indexer = new OpenAI({ maxRetries: 8, timeout: 120_000 });

export interface Article {
  readonly title: string;
  readonly body: string;
}

interface IndexedArticle extends Article {
  readonly vector: readonly number[];
}

async function embed(texts: string[]): Promise<number[][]> {
  const response = await indexer.embeddings.create({ model: 'text-embedding-3-small', input: texts });
  return response.data.map((row) => row.embedding);
}

function similarity(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

/** Help articles, found by meaning. The vectors are of unit length, so the dot product is enough. */
export class ArticleIndex {
  readonly #articles: IndexedArticle[] = [];

  async add(articles: readonly Article[]): Promise<void> {
    const vectors = await embed(articles.map((article) => `${article.title}\n${article.body}`));
    articles.forEach((article, index) => this.#articles.push({ ...article, vector: vectors[index] ?? [] }));
  }

  async find(question: string, limit = 3): Promise<Article[]> {
    const [vector = []] = await embed([question]);
    return [...this.#articles]
      .sort((a, b) => similarity(b.vector, vector) - similarity(a.vector, vector))
      .slice(0, limit);
  }
}
