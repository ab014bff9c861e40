import type { ImportFact } from '../../facts/moduleFacts';
import type { Survey } from './surveyed';

/** The statements that take names from other modules (`from m import x`), with where each name is used; annotations count. */
export function importFacts(surveyed: Survey): readonly ImportFact[] {
  const facts = new Map<object, ImportFact & { readonly names: ImportFact['names'][number][] }>();
  for (const variable of surveyed.variables()) {
    for (const definition of variable.definitions) {
      if (definition.kind !== 'import' || definition.name === null) continue;
      const { statement, name } = definition;
      const written = statement.names?.find((each) => each.name === name && (each.alias ?? each.name) === variable.name);
      if (!written) continue;
      const fact = facts.get(statement) ?? {
        specifier: statement.module,
        range: statement.range,
        form: 'import',
        typeOnly: false,
        named: true,
        ...(surveyed.module.variables.get(variable.name) !== variable && { local: true as const }),
        names: [],
      };
      fact.names.push({
        imported: name,
        local: variable.name,
        range: written.range,
        typeOnly: false,
        references: surveyed.referencesOf(variable).map(({ range }) => range),
      });
      facts.set(statement, fact);
    }
  }
  return [...facts.values()].map(sorted).sort((a, b) => a.range.start - b.range.start);
}

function sorted(fact: ImportFact): ImportFact {
  return { ...fact, names: [...fact.names].sort((a, b) => a.range.start - b.range.start) };
}
