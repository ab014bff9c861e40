import type { Catalog } from '../../src/core/catalog/catalog';
import type { Operation, SdkDescription } from '../../src/core/match/description';

const columns = ['SDK', 'Packages', 'Vendor', 'Base URL', 'Environment', 'Surfaces', 'Rewrite', 'Versions read'];

const titles: Readonly<Record<SdkDescription['language'], string>> = {
  javascript: 'JavaScript and TypeScript',
  python: 'Python',
  shell: 'Shell',
};

/** `docs/sdks.md`: every SDK the engine knows, from its description. */
export function sdkPage(catalog: Catalog): string {
  const languages = [...new Set(catalog.sdks.map((sdk) => sdk.language))];
  const sections = languages.map((language) => {
    const rows = catalog.sdksOf(language).map((sdk) => rowOf(catalog, sdk));
    return `## ${titles[language]}\n\n${table([columns, ...rows])}`;
  });
  return `${head(catalog.sdks.length)}\n\n${sections.join('\n\n')}\n`;
}

function head(count: number): string {
  return [
    '# SDKs',
    '',
    '<!-- Made by `npm run docs` from src/catalog/sdks. Do not edit. -->',
    '',
    `Openward knows ${count} SDKs. Each is one description in \`src/catalog/sdks\` and one fixture in \`test/fixtures\`.`,
    '',
    '- **Vendor**: who receives the request when neither a base URL nor the model says otherwise.',
    '- **Base URL**: where the code can say so: option `name`, argument by its number (`0` is the first).',
    '- **Environment**: variables the SDK reads, for the base URL and for the key.',
    '- **Rewrite**: the protocol under which a client is pointed at an open endpoint as it is; without one, the code around it changes.',
  ].join('\n');
}

function rowOf(catalog: Catalog, sdk: SdkDescription): readonly string[] {
  const operations = Object.values(sdk.shapes).flatMap((shape) => [shape.construct, shape.call, ...Object.values(shape.members ?? {})]);
  const present = operations.filter((operation): operation is Operation => operation !== undefined);
  const requests = Object.values(sdk.shapes).map((shape) => shape.request?.surface);
  const slots = present.flatMap((operation) => [operation.settings?.baseUrl ?? [], operation.settings?.host ?? []].flat());
  const surfaces = present
    .map((operation) => operation.site?.surface)
    .concat(
      requests,
      (sdk.paths ?? []).map((row) => row.surface),
    );
  return [
    link(sdk),
    codes(sdk.packages.length > 0 ? sdk.packages : Object.keys(sdk.globals ?? {})),
    sdk.vendor === null ? 'by URL' : (catalog.vendors.get(sdk.vendor)?.name ?? sdk.vendor),
    codes(slots.map(optionOf)),
    codes([...(sdk.baseUrlVariables ?? []), ...(sdk.keyVariables ?? [])]),
    [...new Set(surfaces.filter((surface) => surface !== undefined))].sort().join(', '),
    sdk.rewrite?.protocol ?? '',
    sdk.versions,
  ];
}

function link(sdk: SdkDescription): string {
  return `[${sdk.id}](${sdk.source})`;
}

/** `0.httpOptions.baseUrl` as `httpOptions.baseUrl`, a bare argument as its number. */
function optionOf(slot: string): string {
  return slot.replace(/^\d+\./, '').replace(/=$/, '');
}

function codes(names: readonly string[]): string {
  return [...new Set(names)].map((name) => `\`${name}\``).join(' ');
}

/** A Markdown table, a row a line; not padded, so that a new row changes no other. */
function table(rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const [first, ...rest] = rows;
  return [line(first ?? []), line(columns.map(() => '---')), ...rest.map(line)].join('\n');
}
