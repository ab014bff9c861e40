import type { TargetRow, VendorRow } from './catalog';
import type { LicenceClass, Parameters } from './knowledge';

/** A model of the user's own, or fields that replace those of a built-in row. */
export interface OwnModel {
  readonly id: string;
  readonly aliases?: readonly string[];
  readonly name?: string;
  readonly weights?: 'open' | 'closed';
  readonly modality?: string;
  readonly licence?: { readonly class: LicenceClass; readonly name?: string };
  readonly weightsUrl?: string;
  readonly release?: string;
  readonly context?: number;
  readonly output?: number;
  readonly inputs?: readonly string[];
  readonly tools?: boolean;
  readonly structuredOutput?: boolean;
  readonly parameters?: { readonly total: Parameters['total']; readonly active?: number };
  readonly dimensions?: number;
  readonly prices?: readonly { readonly vendor: string; readonly id?: string; readonly input: number; readonly output?: number }[];
  readonly source?: string;
}

/** Fields of a row of a table; those absent are the built-in row's, or the default of a new one. */
export type OwnRow<T extends { readonly id: string }> = Partial<T> & Pick<T, 'id'>;

/** The user's own catalog rows, from the `openward.catalog` setting and `.openward/catalog.json`. Plain data that crosses threads. */
export interface CatalogOverrides {
  readonly vendors?: readonly OwnRow<VendorRow>[];
  readonly models?: readonly OwnModel[];
  readonly targets?: readonly OwnRow<TargetRow>[];
}

/** Where in a workspace folder own rows are kept. */
export const ownCatalogPath = '.openward/catalog.json';

/** Id of the target that the user describes where it is used; a row of the catalog only once they have. */
export const customTarget = 'custom';

/** The rows of several files as one, later ones over earlier ones. */
export function joinOverrides(all: readonly CatalogOverrides[]): CatalogOverrides {
  return {
    vendors: all.flatMap(({ vendors }) => vendors ?? []),
    models: all.flatMap(({ models }) => models ?? []),
    targets: all.flatMap(({ targets }) => targets ?? []),
  };
}
