import { contains, type TextRange } from '../../text/range';
import type { ClientGroup } from '../clients';
import type { PlanContext } from '../context';

/** What else of the package that is left the program uses, beside code that goes: its types, its errors, its constants. */
export function usedElsewhere(
  context: PlanContext,
  group: ClientGroup,
  gone: readonly { readonly file: string; readonly range: TextRange }[],
): string | null {
  const { packages = [] } = group.clients[0]?.matched.sdk ?? {};
  const files = new Set([...group.sites.map(({ file }) => file), ...group.clients.map(({ call }) => call.file)]);
  for (const facts of context.modules().filter(({ file }) => files.has(file))) {
    // Another client of the file moves with its own group, or its import stays.
    const made = facts.calls.filter(({ construct }) => construct).map(({ callee }) => callee.range);
    const left = [...made, ...gone.filter(({ file }) => file === facts.file).map(({ range }) => range)];
    for (const { specifier, names } of facts.imports ?? []) {
      if (!packages.some((name) => specifier === name || specifier.startsWith(`${name}/`))) continue;
      for (const { imported, references } of names) {
        const other = references.find((reference) => !left.some((range) => contains(range, reference)));
        if (other) return `\`${imported}\` of ${specifier} is used as well (${context.place(facts.file, other.start)})`;
      }
    }
  }
  return null;
}
