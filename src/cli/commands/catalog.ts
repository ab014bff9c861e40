import type { Need } from '../../core/catalog/knowledge';
import { catalogRow } from '../catalog/row';
import { renderList, renderRow } from '../catalog/text';
import type { catalogFormats } from '../choices';
import type { Environment } from '../environment';
import { ownRows } from '../ownCatalog';
import { exitCodes, UsageError, type ExitCode } from '../exit';
import { printable } from '../terminal/printable';
import { colorsFor } from '../terminal/style';

export interface CatalogCommandOptions {
  readonly list: boolean;
  readonly provider?: string;
  /** Gigabytes. */
  readonly memory?: number;
  /** Tokens. */
  readonly context?: number;
  readonly tools: boolean;
  readonly vision: boolean;
  readonly structuredOutput: boolean;
  readonly format: (typeof catalogFormats)[number];
  readonly color: boolean;
}

/**
 * `openward catalog`: tells what is known of a model and which open ones can stand in for it. Throws {@link UsageError} for an
 * id nobody knows.
 */
export async function catalogCommand(
  environment: Environment,
  model: string | undefined,
  options: CatalogCommandOptions,
): Promise<ExitCode> {
  if (options.list === (model !== undefined)) throw new UsageError('name a model id, or ask for all of them with --list');
  const { catalogWith } = await environment.catalogs();
  const catalog = catalogWith(await ownRows(environment, environment.cwd));
  const { provider } = options;
  if (provider !== undefined && !catalog.vendors.has(provider)) {
    throw new UsageError(`no vendor '${printable(provider)}'; known: ${[...catalog.vendors.keys()].join(', ')}`);
  }
  const { today, stdout } = environment;
  const need = needOf(options);
  const text = { colors: colorsFor(environment, stdout, options.color), width: stdout.isTTY === true ? stdout.columns : undefined };
  if (model === undefined) {
    const rows = catalog.modelIds().map((id) => catalogRow(catalog, id, options.provider, need, today));
    stdout.write(options.format === 'json' ? json(rows) : renderList(rows, catalog.version, text));
    return exitCodes.ok;
  }
  const row = catalogRow(catalog, model, options.provider, need, today);
  if (row.weights === 'unknown')
    throw new UsageError(`the catalog does not know the model '${printable(model)}'; --list prints all it knows`);
  const alternatives = catalog.alternatives(model, need, options.provider);
  stdout.write(options.format === 'json' ? json(row) : renderRow(row, alternatives, catalog, text));
  return exitCodes.ok;
}

function needOf({ memory, context, tools, vision, structuredOutput }: CatalogCommandOptions): Need {
  return {
    ...(memory !== undefined && { memory }),
    ...(context !== undefined && { context }),
    ...(tools && { tools }),
    ...(vision && { vision }),
    ...(structuredOutput && { structuredOutput }),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
