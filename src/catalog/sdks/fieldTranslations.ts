import type { FieldTranslation } from '../../core/match/translation';

/** A field that is the same under another name. */
export const renamed = (name: string): FieldTranslation => ({ kind: 'renamed', name });

/** A field that only tunes the vendor's model: it goes, with a warning. */
export const ignored: FieldTranslation = { kind: 'ignored' };
