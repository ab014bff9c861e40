import { loadCatalog } from '../../../src/catalog';
import type { Planned } from './planned';
import type { Ran } from './run';

/** What became of one example on one target. */
export interface Outcome {
  readonly planned: Planned;
  /** Type errors before; an example that has any is not judged by those after. */
  readonly before: readonly string[];
  /** Type errors after the rewrite. */
  readonly after: readonly string[];
  /** Null where nothing was rewritten, or nothing was to be run. */
  readonly ran: Ran | null;
}

/** How a run ended, from best to worst. */
export type RunResult = 'reached' | 'answer' | 'model' | 'not run' | 'other host' | 'wrong' | 'vendor';

/** What each says of a run. */
export const runWords: Readonly<Record<RunResult, string>> = {
  reached: 'reached the target',
  answer: 'reached the target, then ended by the stand-in answer or the time',
  model: 'reached the target with a model that is to be set, as the plan says',
  'not run': 'sent no request',
  'other host': 'wanted something else first, from a host that is no vendor',
  wrong: 'sent a request that the target refuses',
  vendor: 'tried a vendor',
};

const catalog = loadCatalog();

/** Judges a run. An example of which parts stay where they are tries their vendor, as it must. */
export function runResult({ planned, ran }: Outcome): RunResult | null {
  if (!ran) return null;
  const isWhole = planned.sites.every(({ fingerprint }) => planned.moved.has(fingerprint));
  if (isWhole && ran.denied.some(isVendor)) return 'vendor';
  const faults = ran.faults.filter((fault) => !(toldOf(planned) && / asks for \S+ instead of /.test(fault)));
  if (faults.length > 0) return 'wrong';
  if (ran.faults.length > 0) return 'model';
  if (ran.requests > 0) return ran.code === 0 ? 'reached' : 'answer';
  return ran.denied.length > 0 ? 'other host' : 'not run';
}

/** The plan says that the model comes from elsewhere and must be set there. */
function toldOf({ warnings }: Planned): boolean {
  return warnings.some(({ reason }) => reason.startsWith('the model still comes from '));
}

function isVendor(address: string): boolean {
  const vendor = catalog.vendorOfUrl(`https://${address.replace(/:443$/, '')}`);
  return vendor !== null && vendor.class !== 'self-hosted';
}
