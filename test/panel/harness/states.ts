import type { FileRow, OpennessCounts, OverviewState, RetirementRow } from '../../../src/panel/protocol';

const none: OpennessCounts = { closed: 0, 'open-hosted': 0, 'self-hosted': 0, unknown: 0 };

function file(path: string, openness: Partial<OpennessCounts>): FileRow {
  const counts = { ...none, ...openness };
  return { file: `/projects/desk/${path}`, path, callSites: Object.values(counts).reduce((a, b) => a + b, 0), openness: counts };
}

function retirement(
  model: string,
  standing: RetirementRow['standing'],
  shutdown: string | null,
  daysLeft: number | null,
  callSites: number,
  replacement: string | null,
): RetirementRow {
  const id = JSON.stringify(['openai', model]);
  return { id, model, vendorName: 'OpenAI', standing, shutdown, daysLeft, replacement, checked: '2026-07-30', callSites };
}

/** Before the first scan. */
export const never: OverviewState = {
  scan: { kind: 'idle' },
  lastScan: null,
  target: 'Ollama',
  callSites: 0,
  accepted: 0,
  openness: none,
  closedShare: null,
  concentration: null,
  portability: { 'drop-in': 0, adapt: 0, locked: 0 },
  vendors: [],
  models: [],
  undecidedModels: 0,
  retirements: [],
  configuration: { dependency: 0, credential: 0, setting: 0, files: 0 },
  files: [],
};

const lastScan = { at: Date.UTC(2026, 2, 14, 9, 41), files: 214, cancelled: false };

/** A middling application: three vendors, all kinds of openness. */
export const results: OverviewState = {
  scan: { kind: 'idle' },
  lastScan,
  target: 'Ollama',
  callSites: 20,
  accepted: 1,
  openness: { closed: 14, 'open-hosted': 1, 'self-hosted': 2, unknown: 3 },
  closedShare: 14 / 17,
  concentration: (11 / 14) ** 2 + (3 / 14) ** 2,
  portability: { 'drop-in': 9, adapt: 4, locked: 1 },
  vendors: [
    { id: 'openai', name: 'OpenAI', callSites: 11, openness: { ...none, closed: 11 } },
    { id: 'anthropic', name: 'Anthropic', callSites: 3, openness: { ...none, closed: 3 } },
    { id: 'unknown', name: 'Vendor not known', callSites: 3, openness: { ...none, unknown: 3 } },
    { id: 'ollama', name: 'Ollama', callSites: 2, openness: { ...none, 'self-hosted': 2 } },
    { id: 'groq', name: 'Groq', callSites: 1, openness: { ...none, 'open-hosted': 1 } },
  ],
  models: [
    { model: 'gpt-4o', vendorName: 'OpenAI', openness: 'closed', callSites: 4 },
    { model: 'gpt-4o-mini', vendorName: 'OpenAI', openness: 'closed', callSites: 2 },
    { model: 'claude-sonnet-4-5-20250929', vendorName: 'Anthropic', openness: 'closed', callSites: 1 },
    { model: 'llama-3.3-70b-versatile', vendorName: 'Groq', openness: 'open-hosted', callSites: 1 },
    { model: 'qwen3:8b', vendorName: 'Ollama', openness: 'self-hosted', callSites: 1 },
    { model: 'text-embedding-3-small', vendorName: 'OpenAI', openness: 'closed', callSites: 1 },
  ],
  undecidedModels: 2,
  retirements: [
    retirement('gpt-5', 'retiring', '2026-12-11', 16, 3, 'gpt-5.6-sol'),
    retirement('gpt-realtime', 'retiring', '2027-01-20', 56, 1, 'gpt-realtime-2.1'),
    retirement('a-model-with-a-very-long-name-that-no-column-holds-2027-06-01', 'deprecated', '2027-06-01', 188, 1, null),
    retirement('claude-mythos-preview', 'deprecated', null, null, 1, 'claude-mythos-5'),
    retirement('gpt-4', 'retired', '2026-10-23', -33, 2, 'gpt-5.6-sol'),
    retirement('gpt-3.5-turbo', 'retired', '2026-10-23', -33, 1, 'gpt-5.6-terra'),
    retirement('text-davinci-003', 'retired', '2024-01-04', -1056, 1, 'gpt-5.4-mini'),
  ],
  configuration: { dependency: 3, credential: 2, setting: 1, files: 4 },
  files: [
    file('src/agents/orders.ts', { closed: 2 }),
    file('src/jobs/dailySummary.ts', { closed: 3, unknown: 1 }),
    file('src/jobs/spam.ts', { 'self-hosted': 2 }),
    file('src/llm/client.ts', { closed: 1 }),
    file('src/replies/draft.ts', { closed: 5 }),
    file('src/replies/live.ts', { closed: 2, 'open-hosted': 1 }),
    file('src/search/knowledge/articlesWithAVeryLongName.ts', { closed: 1, unknown: 2 }),
  ],
};

/** Every state that looks different, by name. */
export const states: Readonly<Record<string, OverviewState>> = {
  never,
  'no-folder': { ...never, scan: { kind: 'no-folder' } },
  'scanning-start': { ...never, scan: { kind: 'scanning', files: 0, total: 0, callSites: 0 } },
  scanning: { ...never, scan: { kind: 'scanning', files: 120, total: 340, callSites: 6 } },
  'scanning-again': { ...results, scan: { kind: 'scanning', files: 120, total: 340, callSites: 6 } },
  'open-files-only': { ...results, lastScan: null },
  'no-call-sites': { ...never, lastScan },
  error: { ...never, scan: { kind: 'error', message: 'The folder /projects/desk could not be read' } },
  'error-with-results': { ...results, scan: { kind: 'error', message: 'The worker stopped.' } },
  results,
  cancelled: { ...results, lastScan: { ...lastScan, files: 80, cancelled: true } },
  'all-open': {
    ...results,
    callSites: 3,
    accepted: 0,
    openness: { ...none, 'self-hosted': 3 },
    closedShare: 0,
    concentration: null,
    portability: never.portability,
    vendors: [{ id: 'ollama', name: 'Ollama', callSites: 3, openness: { ...none, 'self-hosted': 3 } }],
    models: [{ model: 'qwen3:8b', vendorName: 'Ollama', openness: 'self-hosted', callSites: 3 }],
    undecidedModels: 0,
    retirements: [],
    files: [file('src/jobs/spam.ts', { 'self-hosted': 3 })],
  },
  'nothing-decided': {
    ...results,
    callSites: 2,
    accepted: 0,
    openness: { ...none, unknown: 2 },
    closedShare: null,
    concentration: null,
    portability: never.portability,
    vendors: [{ id: 'unknown', name: 'Vendor not known', callSites: 2, openness: { ...none, unknown: 2 } }],
    models: [],
    retirements: [],
    files: [file('src/proxy.ts', { unknown: 2 })],
  },
  'all-accepted': { ...never, lastScan, accepted: 2 },
  large: large(),
};

/** Thousands of files, many models. */
function large(): OverviewState {
  const files = Array.from({ length: 1200 }, (_, index) =>
    file(`packages/service-${index % 40}/src/handlers/handler${String(index).padStart(4, '0')}.ts`, { closed: index % 7, unknown: 1 }),
  );
  const models = Array.from({ length: 30 }, (_, index) => ({
    model: `model-${String(index)}`,
    vendorName: 'OpenAI',
    openness: 'closed' as const,
    callSites: 60 - index,
  }));
  const closed = files.reduce((total, row) => total + row.openness.closed, 0);
  return {
    ...results,
    callSites: closed + 1200,
    openness: { ...none, closed, unknown: 1200 },
    closedShare: 1,
    concentration: 1,
    portability: { 'drop-in': closed - 12, adapt: 10, locked: 2 },
    vendors: [{ id: 'openai', name: 'OpenAI', callSites: closed + 1200, openness: { ...none, closed, unknown: 1200 } }],
    models,
    files,
  };
}
