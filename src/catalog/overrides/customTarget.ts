import { customTarget, type CatalogOverrides } from '../../core/catalog/overrides';
import { VendorIndex } from '../hosts/vendorIndex';
import { vendors } from '../rows.built';

/** What the user says of the target `custom`: the setting `openward.customTarget`, or options of the command line. */
export interface CustomTarget {
  /** As the `openai` package wants it, in most cases ending in `/v1`. */
  readonly baseUrl?: string;
  /** As `@anthropic-ai/sdk` wants it, where the target speaks that protocol as well. */
  readonly anthropicBaseUrl?: string;
  /** Environment variable that holds the key; none where the target wants none. */
  readonly keyVariable?: string;
  readonly name?: string;
  /** The model it serves, in its own spelling. */
  readonly model?: string;
  /** The model it serves for embeddings; it offers none when absent. */
  readonly embeddingModel?: string;
}

const variable = /^[A-Za-z_][A-Za-z0-9_]*$/;
const ends = /\/(?:chat\/completions|completions|responses|embeddings|models|messages)$/;

/** The catalog row of a custom target, or the first thing wrong with what was said of it: a clause without a full stop. */
export function customTargetRow(said: CustomTarget): { readonly overrides: CatalogOverrides } | { readonly fault: string } {
  const { keyVariable, name, model, embeddingModel } = said;
  const [baseUrl, anthropic] = [said.baseUrl, said.anthropicBaseUrl].map((url) => url?.trim().replace(/\/+$/, ''));
  if (!baseUrl) return { fault: 'it needs a base URL, such as http://localhost:8080/v1' };
  const fault = [baseUrl, anthropic].flatMap((url) => (url ? (urlFault(url) ?? []) : []))[0];
  if (fault !== undefined) return { fault };
  if (keyVariable !== undefined && !variable.test(keyVariable)) return { fault: `'${keyVariable}' is no name of an environment variable` };
  if (!model) return { fault: 'it needs a model: the id under which the server offers one' };
  return {
    overrides: {
      targets: [
        {
          id: customTarget,
          name: name ?? 'your own endpoint',
          class: 'self-hosted',
          baseUrls: { openai: baseUrl, ...(anthropic && { anthropic }) },
          surfaces: {
            openai: ['chat', ...(embeddingModel ? ['embeddings'] : []), 'models'],
            ...(anthropic && { anthropic: ['messages'] }),
          },
          ...(keyVariable !== undefined && { keyVariable, keyPlaceholder: null }),
          models: { chat: model, ...(embeddingModel && { embeddings: embeddingModel }) },
        },
      ],
    },
  };
}

function urlFault(url: string): string | null {
  if (!URL.canParse(url) || !/^https?:\/\//i.test(url)) return `'${url}' is no base URL; it begins with http:// or https://`;
  const { username, password, search, hash } = new URL(url);
  // The key has a variable of its own; in an address it would end up in the code.
  if (username !== '' || password !== '') return 'its base URL must not hold a user or a key';
  if (search !== '' || hash !== '') return `'${url}' is no base URL; it ends before ? and #`;
  if (ends.test(url)) return `'${url}' is the address of one kind of request; a base URL ends before that`;
  const vendor = new VendorIndex(vendors).find(url);
  return vendor?.class === 'closed' ? `${vendor.name} answers there, with closed models` : null;
}
