import type { CallSite, FileAnalysis } from '../../src/core/callSite';

/** A closed call with the given facts. */
export function siteOf(file: string, fingerprint: string, facts: Partial<CallSite> = {}): CallSite {
  return {
    file,
    fingerprint,
    range: { start: 0, end: 6 },
    kind: 'call',
    vendor: 'openai',
    sdk: 'openai',
    surface: 'chat',
    model: 'gpt-4o',
    openness: 'closed',
    portability: 'drop-in',
    inference: true,
    endpoint: { url: 'https://api.openai.com/v1', source: 'default' },
    message: 'A closed call.',
    ...facts,
  };
}

/** The analysis of a file that holds nothing but these call sites. */
export function analysisOf(file: string, callSites: readonly CallSite[]): FileAnalysis {
  return { file, callSites, accepted: [], configuration: [], dependencies: [], parsed: true, problems: [] };
}
