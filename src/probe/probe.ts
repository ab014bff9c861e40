import type { TargetRow } from '../core/catalog/catalog';
import { asRecord, ProbeError, wordsOf, type Answer } from './answer';
import { capabilityChecks, type CapabilityCheck } from './checks';
import { ask, type ProbeEndpoint } from './request';

export interface ProbeOptions extends ProbeEndpoint {
  /** Model to ask; one that is served by default. */
  readonly model?: string;
  /** Told what is asked next, in a few words. */
  readonly onProgress?: (what: string) => void;
}

/** What became of one capability. */
export interface CheckResult {
  readonly id: CapabilityCheck['id'];
  readonly title: string;
  readonly state: 'works' | 'fails' | 'not-asked';
  /** The model that was asked; null when none was. */
  readonly model: string | null;
  /** Why it fails or was not asked; empty where it works. */
  readonly detail: string;
}

/** What an endpoint really serves. */
export interface ProbeReport {
  readonly target: string;
  readonly baseUrl: string;
  /** Ids of the models it lists, in its own order. */
  readonly models: readonly string[];
  readonly checks: readonly CheckResult[];
}

/**
 * Asks an endpoint which models it serves and what they can do: one request for the list, and one for each capability. Throws a
 * {@link ProbeError} where the list can't be had, for then nothing else is worth asking; and the signal's reason when aborted.
 */
export async function probe(target: TargetRow, options: ProbeOptions): Promise<ProbeReport> {
  options.onProgress?.('models');
  const models = await listModels(target, options);
  const checks: CheckResult[] = [];
  for (const check of capabilityChecks) {
    options.onProgress?.(check.title);
    checks.push(await run(check, target, models, options));
  }
  return { target: target.id, baseUrl: options.baseUrl, models, checks };
}

async function listModels(target: TargetRow, options: ProbeOptions): Promise<readonly string[]> {
  const answer = await ask(options, 'models', undefined);
  const at = `${options.baseUrl.replace(/\/+$/, '')}/models`;
  const fault = statusFault(answer, target, options.key);
  if (fault !== null) throw new ProbeError(`${at}: ${fault}`);
  if (answer.json === undefined)
    throw new ProbeError(`${at}: the answer is not JSON; is this the base URL of an OpenAI-compatible server?`);
  const data = asRecord(answer.json)?.data ?? answer.json;
  if (!Array.isArray(data))
    throw new ProbeError(`${at}: the answer is no list of models; is this the base URL of an OpenAI-compatible server?`);
  return data.flatMap((each) => {
    const id = asRecord(each)?.id;
    return typeof id === 'string' ? [id] : [];
  });
}

/** What a status says is wrong; null for an answer that counts. */
function statusFault(answer: Answer, target: TargetRow, key: string | null): string | null {
  const { status } = answer;
  if (status >= 200 && status < 300) return null;
  const words = wordsOf(answer, key === target.keyPlaceholder ? null : key);
  const said = words === '' ? '' : `: ${words}`;
  if (status === 401 || status === 403) {
    const what = key === null ? 'it wants a key' : 'it does not accept the key';
    return `${what} (${status}); ${target.name} takes it from ${target.keyVariable}${said}`;
  }
  if (status === 404) return `there is nothing at that address (404); is the base URL right?${said}`;
  if (status === 429) return `too many requests, or nothing left to spend (429)${said}`;
  if (status >= 300 && status < 400) return `it leads to another address (${status}), which is not followed`;
  return `the server answered with ${status}${said}`;
}

async function run(check: CapabilityCheck, target: TargetRow, models: readonly string[], options: ProbeOptions): Promise<CheckResult> {
  const { id, title } = check;
  const model = modelFor(check.family, target, models, options.model);
  if (model === null) return { id, title, state: 'not-asked', model, detail: `no model for ${title} is served` };
  try {
    const answer = await ask(options, check.path, check.body(model));
    const detail = statusFault(answer, target, options.key) ?? check.fault(answer);
    return { id, title, state: detail === null ? 'works' : 'fails', model, detail: detail ?? '' };
  } catch (error) {
    if (!(error instanceof ProbeError)) throw error;
    return { id, title, state: 'fails', model, detail: error.message };
  }
}

/** Words in the names of models that make vectors, or rank. */
const noChat = /embed|bge-|minilm|rerank|whisper/i;

/** The model to ask: the one asked for, the target's own where it is served, else the first that fits by its name. */
function modelFor(
  family: CapabilityCheck['family'],
  target: TargetRow,
  models: readonly string[],
  asked: string | undefined,
): string | null {
  const fits = (id: string): boolean => noChat.test(id) === (family === 'embeddings');
  if (asked !== undefined && fits(asked)) return asked;
  const own = target.models[family];
  if (own !== undefined && models.some((id) => id === own || id === `${own}:latest`)) return own;
  return models.find(fits) ?? (models.length === 0 ? (own ?? null) : null);
}
