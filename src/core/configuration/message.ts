import type { Catalog, VendorClass } from '../catalog/catalog';
import { isOwnHost } from '../classify/localHost';
import type { FoundSetting } from './settings';

/** What kind of host a vendor is, as a clause; carriers serve open and closed models alike. */
const hosts: Readonly<Record<VendorClass, string>> = {
  closed: ', a closed vendor',
  'open-host': ', which hosts open weights',
  'self-hosted': ', on a server of your own',
  carrier: '',
};

/** One sentence for people. Of a credential only the name is said. */
export function configurationMessage(catalog: Catalog, { kind, vendor: id, name, model, url }: FoundSetting): string {
  const row = catalog.vendors.get(id);
  const vendor = row ? `${row.name}${hosts[row.class]}` : null;
  switch (kind) {
    case 'dependency':
      return vendor === null
        ? `The package ${name} sends to whichever vendor the code names.`
        : `The package ${name} sends to ${vendor}, unless the code says otherwise.`;
    case 'credential':
      return `${name} holds a key${vendor === null ? '' : ` of ${vendor}`}.`;
    case 'setting':
      if (model !== null) return `${name} names ${model}, ${weightsOf(catalog, model)}.`;
      if (url === null) return `${name} decides where requests go${vendor === null ? '' : `; unset, to ${vendor}`}.`;
      return `${name} sends to ${vendor ?? (isOwnHost(url) ? 'a server of your own' : 'a host the catalog does not know')}: ${url}.`;
  }
}

function weightsOf(catalog: Catalog, model: string): string {
  return catalog.model(model).weights === 'open' ? 'a model with open weights' : 'a closed model';
}
