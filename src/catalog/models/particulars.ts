import data from '../data/particulars.json';
import type { Spelling } from './spelling';

/** What a model has that no open one brings along: a noun phrase, for those whose names match. */
export interface ParticularRow {
  /** Regular expression on a name without owner, tag and lab prefix, lower case. */
  readonly pattern: string;
  readonly has: string;
  readonly source: string;
}

/** The rows as data, in order. */
export const particularRows = data as readonly ParticularRow[];

/** Ids of endpoints that somebody set up for themselves: which model answers, and what it was trained on, they do not say. */
const ownEndpoint = /(?:^|\/)endpoints\/|^arn:.*(?:custom-model|provisioned-model|imported-model)|^ep-\d{8}/i;

/** What a model has of its own that is lost with it; undefined where nothing is known of any. */
export function particularOf(id: string, { names, fineTuned }: Spelling): string | undefined {
  if (fineTuned) return 'what it was tuned on';
  if (ownEndpoint.test(id.trim())) return 'whatever its endpoint was set up with';
  return particularRows.find(({ pattern }) => names.some((name) => new RegExp(pattern).test(name)))?.has;
}
