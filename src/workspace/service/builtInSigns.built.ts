import { loadCatalog } from '../../catalog';
import { configurationSigns, configurationTableOf } from '../../core/configuration/prefilter';
import { languages } from '../../core/facts/moduleFacts';
import { tableOf } from '../../core/prefilter/prefilter';
import { signsOf } from '../../core/prefilter/signsOf';
import type { SoughtSigns } from './prefilters';

const catalog = loadCatalog();
const configuration = configurationSigns(catalog);

/** What texts are searched for under the built-in catalog. */
export const builtInSigns: SoughtSigns = {
  code: languages.map((language) => {
    const signs = signsOf(catalog, language);
    return { signs, table: tableOf(signs) };
  }),
  configuration: { signs: configuration, table: configurationTableOf(configuration) },
};
