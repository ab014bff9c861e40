import type { Expression } from '../../facts/expression';
import type { ModuleFacts } from '../../facts/moduleFacts';
import type { Client, ClientGroup } from '../clients';

const constant = /(?:^|[^\p{ID_Continue}$.])(export\s+)?const\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*=\s*$/u;

/**
 * What else can be asked of a client that becomes another one, as no other member of it stays: it must be asked where it is made, or
 * kept in a constant of one file, which only the calls read that are translated with it. Null for nothing.
 */
export function otherUse(facts: ModuleFacts, text: string, { call }: Client, group: ClientGroup): string | null {
  // What a component's template reads is not seen.
  if (!/\.[cm]?[jt]sx?$/i.test(facts.file)) return 'it is made in a component';
  const { range } = call.expression;
  const sites = group.sites.filter(({ file, callSite }) => file === facts.file && callSite.kind !== 'client');
  const asked = new Set(sites.map(({ site }) => rootOf(site.call.callee).range.start));
  if (asked.has(range.start)) return null;
  const kept = constant.exec(text.slice(0, range.start));
  const [, exported, variable] = kept ?? [];
  if (variable === undefined) return 'it is not kept in a constant';
  if (exported !== undefined) return 'other files can ask it as well';
  const reads = facts.reads.flatMap(({ expression }) => (expression.kind === 'name' && expression.name === variable ? [expression] : []));
  const isOwn = ({ binding }: (typeof reads)[number]): boolean =>
    binding?.definitions.some((each) => each.range.end === range.end) === true;
  if (reads.filter(isOwn).some((each) => !asked.has(each.range.start))) return 'it is used in a way that is not rewritten';
  return new RegExp(String.raw`\btypeof\s+${variable.replace(/\$/g, '\\$')}(?![\p{ID_Continue}$])`, 'u').test(text)
    ? 'its type is read as well'
    : null;
}

function rootOf(expression: Expression): Expression {
  return expression.kind === 'member' ? rootOf(expression.object) : expression;
}
