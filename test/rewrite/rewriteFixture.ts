import { readFileSync } from 'node:fs';
import { loadCatalog } from '../../src/catalog';
import type { EndpointStyle, RewriteRequest } from '../../src/core/rewrite/plan';

/**
 * A rewrite as a text file:
 *
 *     What it shows, in a sentence.
 *     target: vllm                      (setting: value; all optional, see `settings`)
 *     model: catalog                    (what the catalog puts in each model's place; the target's usual chat model when not said,
 *                                        so that new data leave fixtures about other things alone)
 *     warns: part of a reason           (one line a warning, in the plan's order)
 *     leaves: part of a reason          (one line for what `safe: yes` leaves out)
 *     steps: part of a step             (one line for each step that must be among them)
 *     refuses: part of a reason         (one line a refusal, in the plan's order)
 *     ==== src/answer.ts
 *     the file before
 *     ==== src/answer.ts after
 *     the file after; absent for a file that must stay as it is
 */
export interface RewriteFixture {
  readonly title: string;
  readonly request: RewriteRequest;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly warns: readonly string[];
  readonly leaves: readonly string[];
  readonly refuses: readonly string[];
  readonly steps: readonly string[];
  /** True when the rewrite can change results. */
  readonly risky: boolean;
}

/** What the head of a fixture can set. `files`: those the user asks for, all by default; `related`: further files the caller knows, or `unknown`. */
const settings = [
  'target',
  'model',
  'memory',
  'style',
  'files',
  'related',
  'ends',
  'start',
  'risky',
  'safe',
  'warns',
  'leaves',
  'refuses',
  'steps',
] as const;
type Setting = (typeof settings)[number];

/** Reads a fixture; throws on a head it does not understand. */
export function readRewriteFixture(path: string): RewriteFixture {
  const [head = '', ...sections] = readFileSync(path, 'utf8').split(/^==== /m);
  const [title = '', ...lines] = head.trim().split('\n');
  const given = lines.map((line) => setting(path, line));
  const all = (name: Setting): string[] => given.filter(([key]) => key === name).map(([, value]) => value);
  const one = (name: Setting): string | undefined => all(name)[0];
  const written = (text: string): string =>
    (one('start') === 'bom' ? '\uFEFF' : '') + (one('ends') === 'crlf' ? text.replace(/\n/g, '\r\n') : text);
  const before: Record<string, string> = {};
  const after: Record<string, string> = {};
  for (const section of sections) {
    const end = section.indexOf('\n');
    const [name = '', role] = section.slice(0, end).split(' ');
    (role === 'after' ? after : before)[name] = written(section.slice(end + 1));
  }
  const target = one('target') ?? 'ollama';
  const model = one('model') ?? loadCatalog().targets.get(target)?.models.chat;
  const memory = one('memory');
  const related = one('related') === 'unknown' ? undefined : (one('related')?.split(' ') ?? []);
  return {
    title,
    request: {
      files: one('files')?.split(' ') ?? Object.keys(before).filter((name) => related?.includes(name) !== true),
      target,
      style: (one('style') ?? 'environment') as EndpointStyle,
      safeOnly: one('safe') === 'yes',
      ...(model !== undefined && model !== 'catalog' && { model }),
      ...(memory !== undefined && { memory: Number(memory) }),
      ...(related && { related }),
    },
    before,
    after,
    warns: all('warns'),
    leaves: all('leaves'),
    refuses: all('refuses'),
    steps: all('steps'),
    risky: one('risky') === 'yes',
  };
}

function setting(path: string, line: string): [Setting, string] {
  const [, name, value] = /^(\w+): (.+)$/.exec(line) ?? [];
  const known = settings.find((each) => each === name);
  if (known === undefined || value === undefined) throw new Error(`${path}: not a setting: ${line}`);
  return [known, value];
}
