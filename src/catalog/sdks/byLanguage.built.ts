import { sdkDescriptions } from '.';
import type { Language } from '../../core/facts/moduleFacts';
import type { SdkDescription } from '../../core/match/description';
import { namesIn, type SdkNames } from '../../core/match/sdkNames';
import { shareEqual } from './equalData';

type ByLanguage<T> = Readonly<Record<Language, T>>;

const descriptions = shareEqual(sdkDescriptions);
const inLanguage = (language: Language): readonly SdkDescription[] => descriptions.filter((sdk) => sdk.language === language);

/** The SDKs of each language. */
export const sdks: ByLanguage<readonly SdkDescription[]> = {
  javascript: inLanguage('javascript'),
  python: inLanguage('python'),
  shell: inLanguage('shell'),
};

/** The names in the descriptions of each language's SDKs. */
export const sdkNames: ByLanguage<SdkNames> = {
  javascript: namesIn(sdks.javascript),
  python: namesIn(sdks.python),
  shell: namesIn(sdks.shell),
};
